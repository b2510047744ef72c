package io.shouxin.client;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.document.PdfText;
import io.shouxin.record.Category;
import io.shouxin.request.Channel;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestStatus;
import io.shouxin.spine.DeletionWish;
import io.shouxin.spine.Desks;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.BrowserlessPages;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the receipt of a request says, on its page and as a paper. */
class ReceiptTest extends ClientPages {

    @Autowired
    ReceiptTest(ApplicationContext context) {
        super(context);
    }

    @Test
    void a_receipt_promises_the_call_that_was_chosen_and_says_that_the_note_came() {
        TestFirm.Client client = firm.client("call-receipt", null);
        signIn(client.phone(), "delete");
        chooseEverything();
        _setValue(_get(TextArea.class), "请在晚上打给我");
        click("继续");
        click("可以，继续");
        click("请给我回电话");
        click("确认，提交申请");
        assertThat(title()).isEqualTo("已收到您的申请");
        assertThat(BrowserlessPages.text())
                .contains("我们会给您回电话", "您的说明已收到", "“请在晚上打给我”")
                .contains("若有资料须保留或拒绝，或身份由经办人核对，还会由另一位未经手的人复核")
                .doesNotContain("短信验证码，敏感信息", "由第二人复核", "!");
        assertThat(paper(client, "receipt-zh"))
                .contains(
                        PdfText.squeezed("我们给您回电话：回拨您登记的号码核对身份"),
                        PdfText.squeezed("您的说明 已收到（7 字）"),
                        PdfText.squeezed("若有资料须保留或拒绝，或身份由经办人核对，还会由另一位未经手的人复核"))
                .doesNotContain("晚上", PdfText.squeezed("由第二人复核"));
        assertThat(paper(client, "receipt-en")).contains("Wecallyou:", "Yourwordsreceived(7characters)");
    }

    @Test
    void a_receipt_promises_no_call_where_the_code_was_enough() {
        TestFirm.Client client = firm.client("code-receipt", null);
        signIn(client.phone(), "delete");
        upToTheProof();
        click("请给我回电话");
        BrowserlessPages.go("delete/choose");
        _setValue(categories(), Set.of(Category.DEMAND));
        BrowserlessPages.go("delete/check");
        click("确认，提交申请");
        assertThat(BrowserlessPages.text()).doesNotContain("回电话", "您的说明");
        assertThat(paper(client, "receipt-zh"))
                .contains(PdfText.squeezed("核验身份："))
                .doesNotContain("您的说明");
    }

    @Test
    void a_receipt_promises_the_call_of_somebody_whom_nothing_can_be_asked() {
        TestFirm.Client client = firm.quietClient("quiet-receipt");
        signIn(client.phone(), "delete");
        upToTheProof();
        click("继续");
        click("确认，提交申请");
        assertThat(BrowserlessPages.text()).contains("我们会给您回电话", "我们给您回电话：");
    }

    @Test
    void a_receipt_asks_nothing_more_of_whoever_has_proved_who_they_are() {
        TestFirm.Client client = firm.client("proved-receipt", null);
        Desks.of(context).submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        assertThat(paper(client, "receipt-zh"))
                .contains(PdfText.squeezed("身份已核验"))
                .doesNotContain(PdfText.squeezed("敏感信息再核对一项"));
    }

    @Test
    void a_receipt_that_is_read_while_the_clock_rests_promises_no_date() {
        TestFirm.Client client = firm.client("resting-receipt", null);
        Desks.of(context).submit(client, "", ProofMethod.ONE_TIME_CODE);
        await().until(() -> onlyRequest(client).status() == RequestStatus.AWAITING_PROOF);
        assertThat(paper(client, "receipt-zh"))
                .contains(PdfText.squeezed("补充后继续计时"))
                .doesNotContain(PdfText.squeezed("我们承诺最晚"));
    }

    @Test
    void a_receipt_takes_no_clerks_note_for_the_clients_words() {
        TestFirm.Client client = firm.client("clerk-note", null);
        Desks.of(context).enter("clerk", DeletionWish.of(client, Channel.LETTER).saying("来信字迹潦草"));
        String reference = onlyRequest(client).reference();
        signIn(client.phone(), "delete/done/" + reference);
        assertThat(BrowserlessPages.text()).contains(reference).doesNotContain("潦草", "您的说明");
        assertThat(paper(client, "receipt-zh")).doesNotContain("您的说明");
    }
}
