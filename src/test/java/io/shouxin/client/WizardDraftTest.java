package io.shouxin.client;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.record.Category;
import io.shouxin.request.Draft;
import io.shouxin.request.DraftStore;
import io.shouxin.shared.ui.ActionCard;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.BrowserlessPages;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Answers that were given and not sent: kept for later, and never replaced unseen by another page. */
class WizardDraftTest extends ClientPages {

    @Autowired
    WizardDraftTest(ApplicationContext context) {
        super(context);
    }

    @Test
    void what_was_typed_is_there_again_after_the_session_was_lost() {
        TestFirm.Client client = firm.client("draft", null);
        signIn(client.phone(), "delete");
        chooseEverything();
        _setValue(_get(TextArea.class), "写到一半");
        freshBrowser();
        signIn(client.phone(), "delete/note");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("写到一半");
    }

    @Test
    void what_was_saved_and_left_is_offered_on_the_front_page_where_it_stopped() {
        TestFirm.Client client = firm.client("left", null);
        signIn(client.phone(), "delete");
        BrowserlessPages.go("");
        assertThat(BrowserlessPages.text()).doesNotContain("还没有提交");
        BrowserlessPages.go("delete");
        chooseSome();
        BrowserlessPages.go("");
        assertThat(BrowserlessPages.text())
                .contains("您的回答已保存，还没有提交", "30 天", "上次停在：请选择要删除的类别")
                .doesNotContain("!");
        BrowserlessPages.go("delete/choose");
        _setValue(categories(), Set.of(Category.DEMAND));
        click("继续");
        click("继续");
        BrowserlessPages.go("");
        ActionCard goOn = _find(ActionCard.class).get(0);
        assertThat(goOn.getHref()).isEqualTo("delete/preview");
        BrowserlessPages.go(goOn.getHref());
        click("可以，继续");
        click("确认，提交申请");
        BrowserlessPages.go("");
        assertThat(BrowserlessPages.text()).doesNotContain("还没有提交");
    }

    @Test
    void what_another_page_changed_is_shown_and_never_sent_unseen() {
        TestFirm.Client client = firm.client("two-tabs", null);
        signIn(client.phone(), "delete");
        upToTheSummary();
        Button sendOfTheFirstTab = button("确认，提交申请");
        BrowserlessPages.go("delete");
        chooseEverything();
        sendOfTheFirstTab.click();
        assertThat(requestsOf(client)).isEmpty();
        BrowserlessPages.go("verify");
        BrowserlessPages.go("delete/check");
        assertThat(title()).as("everything needs proof").isEqualTo("请再核对一项");
    }

    @Test
    void a_summary_that_is_out_of_date_shows_the_new_answers_in_its_place() {
        TestFirm.Client client = firm.client("stale-check", null);
        signIn(client.phone(), "delete");
        upToTheSummary();
        elsewhere(client, draft -> draft.of(Set.of(Category.DEMAND, Category.INTERNAL)));
        click("确认，提交申请");
        assertThat(title()).isEqualTo("您的回答在别处改过了");
        assertThat(BrowserlessPages.text()).contains("没有提交", "需求与偏好、内部编号与记录").doesNotContain("!");
        assertThat(requestsOf(client)).isEmpty();
        click("按现在的回答继续");
        click("确认，提交申请");
        assertThat(title()).isEqualTo("已收到您的申请");
        assertThat(BrowserlessPages.text()).contains("删除范围", "需求与偏好、内部编号与记录");
    }

    @Test
    void an_answer_of_another_page_is_not_replaced_unseen() {
        TestFirm.Client client = firm.client("stale-scope", null);
        signIn(client.phone(), "delete");
        chooseSome();
        elsewhere(client, Draft::all);
        _setValue(categories(), Set.of(Category.DEMAND));
        assertThat(title()).isEqualTo("您的回答在别处改过了");
        assertThat(BrowserlessPages.text()).contains("全部信息", "没有保存");
        assertThat(draftOf(client).everything()).isTrue();
    }

    @Test
    void words_from_another_page_are_shown_before_they_are_replaced() {
        TestFirm.Client client = firm.client("stale-note", null);
        signIn(client.phone(), "delete");
        chooseEverything();
        elsewhere(client, draft -> draft.saying("别处写的"));
        click("继续");
        assertThat(BrowserlessPages.text()).contains("您在别处写过另一段说明", "别处写的");
        assertThat(draftOf(client).note()).isEqualTo("别处写的");
        _setValue(_get(TextArea.class), "这里写的");
        click("继续");
        assertThat(title()).isEqualTo("这样处理，可以吗？");
        assertThat(draftOf(client).note()).isEqualTo("这里写的");
    }

    private void elsewhere(TestFirm.Client client, UnaryOperator<Draft> change) {
        context.getBean(DraftStore.class).save(client.id(), change.apply(draftOf(client)));
    }

    private Draft draftOf(TestFirm.Client client) {
        return context.getBean(DraftStore.class).find(client.id()).orElseThrow();
    }
}
