package io.shouxin.client;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.record.Category;
import io.shouxin.request.Channel;
import io.shouxin.request.Proof;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestStatus;
import io.shouxin.shared.ui.ActionCard;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.spine.DeletionWish;
import io.shouxin.spine.Desks;
import io.shouxin.spine.ProofTimer;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.BrowserlessPages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A case as its client follows it: progress, proof, reopening, and who never gets in. */
class OwnCasesTest extends ClientPages {

    @Autowired
    OwnCasesTest(ApplicationContext context) {
        super(context);
    }

    @Test
    void another_clients_number_looks_like_an_unknown_one() {
        TestFirm.Client client = firm.client("mine-only", null);
        TestFirm.Client other = firm.client("stranger", null);
        String reference = sendSome(client);
        freshBrowser();
        signIn(other.phone(), "track/" + reference);
        String foreign = BrowserlessPages.text();
        BrowserlessPages.go("track/SC-2026-999999");
        assertThat(title()).isEqualTo("没有找到这项申请");
        assertThat(BrowserlessPages.text())
                .isEqualTo(foreign)
                .contains("这个手机号下，没有这个编号的申请", "对照回执上的编号")
                .doesNotContain("!");
        BrowserlessPages.go("delete/done/" + reference);
        assertThat(BrowserlessPages.text()).isEqualTo(foreign);
        click("改编号再查");
        assertThat(trackField("申请编号").getValue()).isEqualTo(reference);
        BrowserlessPages.go("track/no\u0000number");
        assertThat(BrowserlessPages.text()).isEqualTo(foreign);
    }

    @Test
    void a_wrong_number_with_a_right_code_is_told_alike_whether_it_exists_or_not_and_stays_typed() {
        TestFirm.Client client = firm.client("mistyped", null);
        TestFirm.Client other = firm.client("mistyped-other", null);
        String others = sendSome(other);
        String foreign = afterTheCode(client, others);
        assertThat(title()).isEqualTo("没有找到这项申请");
        assertThat(foreign).contains("这个手机号下，没有这个编号的申请").doesNotContain("没有登记", "!");
        click("改编号再查");
        assertThat(trackField("申请编号").getValue()).isEqualTo(others);
        assertThat(trackField("申请时的手机号").getValue()).isEqualTo(client.phone());
        assertThat(afterTheCode(client, "SC-2026-999998")).isEqualTo(foreign);
        UI.getCurrent().setLocale(Locale.ENGLISH);
        BrowserlessPages.go("");
        BrowserlessPages.go("track/SC-2026-999998");
        assertThat(BrowserlessPages.text())
                .contains("There is no request with this number")
                .doesNotContain("!");
    }

    @Test
    void a_telephone_that_was_typed_is_not_shown_to_who_comes_next_to_this_browser() {
        TestFirm.Client client = firm.client("counter-tablet", null);
        TestFirm.Client next = firm.client("counter-tablet-next", null);
        String reference = sendSome(client);
        freshBrowser();
        BrowserlessPages.go("track?number=" + reference);
        _setValue(trackField("申请时的手机号"), client.phone());
        click("获取验证码");
        BrowserlessPages.go("track");
        assertThat(trackField("申请时的手机号").getValue())
                .as("the code is still waited for")
                .isEqualTo(client.phone());
        codePageFor(next.phone());
        BrowserlessPages.go("track");
        assertThat(trackField("申请编号").getValue()).isEqualTo(reference);
        assertThat(trackField("申请时的手机号").getValue()).isEmpty();
        typeCodeAt(newestCode());
        BrowserlessPages.go("track");
        assertThat(trackField("申请时的手机号").getValue()).as("their own").isEqualTo(next.phone());
    }

    @Test
    void the_number_of_a_case_that_was_opened_is_not_kept() {
        TestFirm.Client client = firm.client("opened-case", null);
        String reference = sendSome(client);
        afterTheCode(client, reference);
        BrowserlessPages.go("track");
        assertThat(trackField("申请编号").getValue()).isEmpty();
    }

    private String afterTheCode(TestFirm.Client client, String reference) {
        freshBrowser();
        BrowserlessPages.go("track");
        _setValue(trackField("申请编号"), reference);
        _setValue(trackField("申请时的手机号"), client.phone());
        click("获取验证码");
        assertThat(BrowserlessPages.text()).contains(reference, "请对照回执核对编号和手机号");
        typeCode(newestCode());
        return BrowserlessPages.text();
    }

    private static TextField trackField(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    @Test
    void a_case_is_followed_by_number_and_phone_and_can_be_taken_back() {
        TestFirm.Client client = firm.client("follow", null);
        String reference = sendSome(client);
        await().until(() -> onlyRequest(client).status() == RequestStatus.REVIEW);
        freshBrowser();
        BrowserlessPages.go("track/" + reference);
        assertThat(title()).isEqualTo("办理进度");
        _setValue(_get(TextField.class, spec -> spec.withLabel("申请时的手机号")), client.phone());
        click("获取验证码");
        typeCode(newestCode());
        assertThat(title()).isEqualTo("正在由专员审核");
        assertThat(BrowserlessPages.text())
                .contains(reference, "我们承诺最晚答复", "已受理", "网上提交", "第二人复核")
                .doesNotContain("!");
        assertThat(links()).contains("mine/requests", "mine", ".");
        click("撤销这项申请");
        ConfirmDialog dialog = _get(ConfirmDialog.class);
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));
        if (title().equals("正在撤销您的申请")) {
            assertThat(BrowserlessPages.text()).doesNotContain("专员审核", "第二人复核");
        }
        await().until(() -> onlyRequest(client).status() == RequestStatus.CLOSED);
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertThat(title()).as("without a reload").isEqualTo("您已撤销这项申请");
        BrowserlessPages.go("track/" + reference);
        assertThat(title()).isEqualTo("您已撤销这项申请");
        assertThat(BrowserlessPages.text())
                .contains("书面答复（中文，PDF）", "没有其他申请涉及的信息恢复正常使用")
                .doesNotContain("!");
        BrowserlessPages.go("verify/" + onlyRequest(client).verificationCode());
        assertThat(BrowserlessPages.text())
                .contains("申请人已撤销", "没有因为它删除任何信息")
                .doesNotContain("您已撤销", "已删除（条）", "未删除（条）", "!");
        BrowserlessPages.go("delete/done/" + reference);
        assertThat(title()).isEqualTo("您已撤销这项申请");
        assertThat(BrowserlessPages.text()).contains("这是当时的回执").doesNotContain("接下来", "我们承诺最晚", "!");
    }

    @Test
    void who_has_signed_in_finds_their_requests_without_another_code() {
        TestFirm.Client client = firm.client("own-list", null);
        String reference = sendSome(client);
        BrowserlessPages.go("");
        assertThat(cards()).contains("mine/requests").doesNotContain("track");
        BrowserlessPages.go("track");
        assertThat(cards()).containsExactly("mine/requests");
        BrowserlessPages.go("mine/requests");
        assertThat(title()).isEqualTo("您的申请");
        assertThat(BrowserlessPages.text()).contains(reference, "正在办理").doesNotContain("!");
        freshBrowser();
        BrowserlessPages.go("");
        assertThat(cards()).contains("track").doesNotContain("mine/requests");
        BrowserlessPages.go("track");
        assertThat(cards()).isEmpty();
    }

    private static List<String> links() {
        return _find(RouteLink.class).stream().map(RouteLink::getHref).toList();
    }

    private static List<String> cards() {
        return _find(ActionCard.class).stream().map(ActionCard::getHref).toList();
    }

    @Test
    void the_wrong_phone_for_a_case_never_gets_in() {
        TestFirm.Client client = firm.client("case-phone", null);
        TestFirm.Client other = firm.client("case-stranger", null);
        String reference = sendSome(client);
        freshBrowser();
        BrowserlessPages.go("track?number=" + reference);
        _setValue(_get(TextField.class, spec -> spec.withLabel("申请编号")), reference.toLowerCase(Locale.ROOT));
        _setValue(_get(TextField.class, spec -> spec.withLabel("申请时的手机号")), other.phone());
        click("获取验证码");
        assertThat(title()).isEqualTo("请输入验证码");
        typeCode(newestCode());
        assertThat(title()).isEqualTo("没有找到这项申请");
        assertThat(BrowserlessPages.text()).doesNotContain(reference);
        freshBrowser();
        BrowserlessPages.go("track?number=" + reference);
        _setValue(trackField("申请时的手机号"), "13900000007");
        click("获取验证码");
        assertThat(title()).as("nothing is known of this number").isEqualTo("请输入验证码");
        assertThat(messages.newest(1))
                .allSatisfy(message -> assertThat(message.to()).isNotEqualTo("13900000007"));
    }

    @Test
    void who_waits_for_a_call_may_still_answer_and_the_clock_never_stopped() {
        TestFirm.Client client = firm.client("later-proof", null);
        signIn(client.phone(), "delete");
        upToTheProof();
        click("请给我回电话");
        assertThat(BrowserlessPages.text()).contains("工作人员回拨登记号码核对");
        click("确认，提交申请");
        await().until(() -> onlyRequest(client).status() == RequestStatus.AWAITING_CALL);
        assertThat(messages.newest(1).get(0).text())
                .as("the only message before the call")
                .contains(onlyRequest(client).reference(), "回拨", "查询进度或撤销", "不是您本人提出的，请立即撤销或联系我们");
        BrowserlessPages.go("track/" + onlyRequest(client).reference());
        assertThat(title()).isEqualTo("等我们给您回电话，照常计时");
        assertThat(BrowserlessPages.text()).contains("我们会给您回电话", "我们承诺最晚答复").doesNotContain("暂停", "!");
        _setValue(_get(TextField.class), client.idNumber().substring(12));
        click("核对");
        await().until(() -> onlyRequest(client).status() == RequestStatus.REVIEW);
    }

    @Test
    void missing_proof_is_asked_for_on_the_case_and_a_call_is_one_click_away() {
        TestFirm.Client client = firm.client("asked-proof", null);
        Desks desks = Desks.of(context);
        desks.submit(client, "", ProofMethod.ONE_TIME_CODE);
        await().until(() -> onlyRequest(client).status() == RequestStatus.AWAITING_PROOF);
        signIn(client.phone(), "track/" + onlyRequest(client).reference());
        assertThat(title()).isEqualTo("等您补充，已暂停计时");
        assertThat(BrowserlessPages.text()).contains("需要您核对身份", "已暂停，请您在这一天之前补充");
        click("请给我回电话");
        await().until(() -> onlyRequest(client).status() == RequestStatus.AWAITING_CALL);
    }

    @Test
    void after_the_last_try_a_case_offers_only_the_call() {
        TestFirm.Client client = firm.client("case-locked", null);
        Desks.of(context).submit(client, "", ProofMethod.ONE_TIME_CODE);
        await().until(() -> onlyRequest(client).status() == RequestStatus.AWAITING_PROOF);
        signIn(client.phone(), "track/" + onlyRequest(client).reference());
        for (int i = 0; i < 5; i++) {
            _setValue(_get(TextField.class), "000000");
            click("核对");
        }
        assertThat(BrowserlessPages.text()).contains("核对次数太多");
        assertThat(_find(Button.class, spec -> spec.withText("核对"))).isEmpty();
        click("请给我回电话");
        await().until(() -> onlyRequest(client).status() == RequestStatus.AWAITING_CALL);
    }

    @Test
    void a_case_closed_without_proof_shows_its_letter_and_is_reopened_with_one_click() {
        TestFirm.Client client = firm.quietClient("reopen-click");
        Desks desks = Desks.of(context);
        RequestId id = desks.submit(client, "", ProofMethod.ONE_TIME_CODE);
        desks.decide(id, "clerk", "call-client", Map.of("outcome", "NOT_REACHED", "text", "无人接听"));
        await().until(() -> onlyRequest(client).status() == RequestStatus.AWAITING_PROOF);
        context.getBean(ProofTimer.class).runOut(id);
        desks.closed(id, client.id());
        signIn(client.phone(), "track/" + onlyRequest(client).reference());
        assertThat(title()).isEqualTo("已结案：没有收到身份证明");
        assertThat(BrowserlessPages.text())
                .contains("未收到证明的结案通知（第 1 次）（中文，PDF）")
                .doesNotContain("!");
        click("重新开启，请给我回电话");
        await().until(() -> onlyRequest(client).status() == RequestStatus.AWAITING_CALL);
    }

    @Test
    void where_a_code_suffices_signing_in_to_the_case_confirms_the_identity() {
        TestFirm.Client client = firm.client("code-suffices", null);
        sentByLetter(client, Set.of(Category.DEMAND));
        String reference = onlyRequest(client).reference();
        await().until(() -> onlyRequest(client).status() == RequestStatus.AWAITING_PROOF);
        BrowserlessPages.go("track/" + reference);
        _setValue(_get(TextField.class, spec -> spec.withLabel("申请时的手机号")), client.phone());
        click("获取验证码");
        typeCode(newestCode());
        assertThat(BrowserlessPages.text()).contains("已用验证码核对您的身份").doesNotContain("敏感", "!");
        await().until(() -> onlyRequest(client).status() == RequestStatus.REVIEW);
        assertThat(onlyRequest(client).proofMethod()).isEqualTo(ProofMethod.ONE_TIME_CODE);
    }

    @Test
    void where_a_code_does_not_suffice_signing_in_confirms_nothing() {
        TestFirm.Client client = firm.client("code-too-little", null);
        sentByLetter(client, null);
        String reference = onlyRequest(client).reference();
        await().until(() -> onlyRequest(client).status() == RequestStatus.AWAITING_PROOF);
        signIn(client.phone(), "track/" + reference);
        assertThat(BrowserlessPages.text()).contains("需要您核对身份");
        assertThat(onlyRequest(client).proof()).isEqualTo(Proof.NONE);
    }

    private void sentByLetter(TestFirm.Client client, @Nullable Set<Category> categories) {
        Desks.of(context)
                .enter(
                        "clerk",
                        DeletionWish.of(client, Channel.LETTER).only(categories).reachedAt("13900001111"));
    }
}
