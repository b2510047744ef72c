package io.shouxin.client;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.notification.MessageChannel;
import io.shouxin.notification.Messages;
import io.shouxin.record.Category;
import io.shouxin.request.Channel;
import io.shouxin.request.NewRequest;
import io.shouxin.request.Proof;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.RequestType;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.ui.ActionCard;
import io.shouxin.shared.ui.CodeField;
import io.shouxin.shared.ui.RecordCard;
import io.shouxin.spine.Desks;
import io.shouxin.spine.ProofTimer;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.BrowserlessPages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The client's pages over the real services: what a person clicks, types and reads. */
@SpringBootTest
@Import({TestFirm.class, ProofTimer.class, ClientPagesTest.Post.class})
class ClientPagesTest {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final int A_MILLION = 1_000_000;

    private final ApplicationContext context;
    private final TestFirm firm;
    private final Messages messages;
    private final RequestReader reader;

    @Autowired
    ClientPagesTest(ApplicationContext context, TestFirm firm, Messages messages, RequestReader reader) {
        this.context = context;
        this.firm = firm;
        this.messages = messages;
        this.reader = reader;
    }

    @TestConfiguration
    static class Post {
        @Bean
        MessageChannel channel() {
            return (phone, text) -> {};
        }
    }

    @BeforeEach
    void open() {
        firm.open();
        freshBrowser();
    }

    @AfterEach
    void close() {
        BrowserlessPages.close();
    }

    @Test
    void the_front_page_offers_what_works_before_anybody_signs_in() {
        BrowserlessPages.go("");
        assertThat(title()).isEqualTo("您的信息，您做主");
        assertThat(_find(ActionCard.class)).hasSize(4);
    }

    @Test
    void the_guide_names_promise_statute_cost_law_contact_and_complaint() {
        BrowserlessPages.go("guide/deletion");
        assertThat(BrowserlessPages.text())
                .contains("承诺时限：15 个工作日", "法定时限：及时", "如果现在提交，最晚答复", "不收费", "第 47 条", "021-5550 0100", "12377")
                .doesNotContain("!");
    }

    @Test
    void a_page_of_ones_own_asks_to_sign_in_and_leads_back() {
        TestFirm.Client client = firm.client("leads-back", null);
        BrowserlessPages.go("mine");
        assertThat(title()).isEqualTo("请输入您的手机号");
        signInHere(client.phone());
        assertThat(title()).isEqualTo("我们保存了您的哪些信息");
    }

    @Test
    void a_known_and_an_unknown_number_see_the_same_page() {
        TestFirm.Client client = firm.client("same-page", null);
        String known = codePageFor(client.phone());
        freshBrowser();
        String unknown = codePageFor("13900000001");
        assertThat(unknown.replace("139****0001", "#")).isEqualTo(known.replace(masked(client.phone()), "#"));
    }

    @Test
    void a_wrong_code_says_how_often_one_may_try_and_the_fifth_ends_it() {
        TestFirm.Client client = firm.client("wrong-code", null);
        codePageFor(client.phone());
        String right = newestCode();
        String wrong = right.equals("000000") ? "111111" : "000000";
        typeCode(wrong);
        assertThat(BrowserlessPages.text()).contains("验证码不对", "还可以试 4 次");
        for (int i = 0; i < 4; i++) {
            typeCode(wrong);
        }
        assertThat(BrowserlessPages.text()).contains("输错次数太多");
        typeCode(right);
        assertThat(BrowserlessPages.text()).contains("输错次数太多");
    }

    @Test
    void a_code_that_was_asked_for_in_another_browser_does_not_work() {
        TestFirm.Client client = firm.client("other-browser", null);
        codePageFor(client.phone());
        String code = newestCode();
        freshBrowser();
        codePageFor("13900000002");
        BrowserlessPages.go("signin");
        MockVaadin.clientRoundtrip();
        typeCodeAt(code);
        assertThat(title()).isNotEqualTo("我们保存了您的哪些信息");
    }

    @Test
    void a_number_that_is_none_is_refused_at_its_field() {
        BrowserlessPages.go("signin");
        _setValue(_get(TextField.class), "1350745");
        click("获取验证码");
        assertThat(_get(TextField.class).isInvalid()).isTrue();
        assertThat(_get(TextField.class).getErrorMessage()).contains("135 0745 1170");
    }

    @Test
    void what_is_held_is_shown_by_category_masked_and_with_its_fate() {
        TestFirm.Client client = firm.client("overview", java.time.LocalDate.of(2026, 3, 15));
        signIn(client.phone(), "mine");
        assertThat(BrowserlessPages.text())
                .contains("共 9 条，分 9 类", "身份资料", "资料库 · 一店", "保留至 2036-03-15", masked(client.phone()))
                .doesNotContain(client.phone(), client.idNumber(), "!");
    }

    @Test
    void a_request_is_made_one_question_at_a_time_and_ends_with_a_receipt_that_stays() {
        TestFirm.Client client = firm.client("wizard", java.time.LocalDate.of(2026, 3, 15));
        signIn(client.phone(), "delete");
        assertThat(BrowserlessPages.text()).contains("第 1 步，共 5 步");
        click("继续");
        assertThat(scope().isInvalid()).isTrue();
        chooseEverything();
        assertThat(title()).isEqualTo("还有什么想告诉我们吗？");
        _setValue(_get(TextArea.class), "请尽快，谢谢 😀");
        click("继续");
        assertThat(title()).isEqualTo("这样处理，可以吗？");
        assertThat(_find(RecordCard.class)).isNotEmpty();
        assertThat(BrowserlessPages.text()).contains("将删除", "保留至 2036-03-15");
        click("可以，继续");
        assertThat(title()).isEqualTo("请再核对一项");
        _setValue(_get(TextField.class), "000000");
        click("核对");
        assertThat(BrowserlessPages.text()).contains("没有对上");
        _setValue(_get(TextField.class), client.idNumber().substring(12).toLowerCase(Locale.ROOT));
        click("核对");
        assertThat(title()).isEqualTo("请核对您的回答");
        assertThat(BrowserlessPages.text())
                .contains("全部信息", "请尽快，谢谢 😀", "证件号码后 6 位")
                .doesNotContain("!");
        click("确认，提交申请");
        assertThat(title()).isEqualTo("已收到您的申请");
        String reference = onlyRequest(client).reference();
        assertThat(BrowserlessPages.text()).contains(reference, "我们承诺最晚答复").doesNotContain("!");

        BrowserlessPages.go("delete/check");
        assertThat(title()).as("the browser's Back").isEqualTo("您已经提交，正在办理");
        BrowserlessPages.go("delete/done/" + reference);
        assertThat(BrowserlessPages.text()).contains(reference);
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
    void chosen_categories_can_be_changed_from_the_summary() {
        TestFirm.Client client = firm.client("choose", null);
        signIn(client.phone(), "delete");
        chooseSome();
        click("继续");
        assertThat(categories().isInvalid()).isTrue();
        _setValue(categories(), Set.of(Category.DEMAND, Category.INTERNAL));
        click("继续");
        click("继续");
        click("可以，继续");
        assertThat(title()).as("no second proof for general data").isEqualTo("请核对您的回答");
        assertThat(BrowserlessPages.text()).contains("需求与偏好、内部编号与记录", "2 条将删除");
        _click(_find(Button.class, spec -> spec.withText("修改")).get(0));
        click("继续");
        _setValue(categories(), Set.of(Category.DEMAND));
        click("继续");
        assertThat(title()).as("straight back to the summary").isEqualTo("请核对您的回答");
        assertThat(BrowserlessPages.text()).contains("1 条将删除");
    }

    @Test
    void a_million_characters_are_cut_and_said() {
        TestFirm.Client client = firm.client("million", null);
        signIn(client.phone(), "delete");
        chooseEverything();
        _setValue(_get(TextArea.class), "字".repeat(A_MILLION));
        assertThat(_get(TextArea.class).getValue()).hasSize(10_000);
        assertThat(BrowserlessPages.text()).contains("文字太长了", "10,000");
        click("继续");
        assertThat(title()).isEqualTo("这样处理，可以吗？");
    }

    @Test
    void a_double_click_makes_one_request() {
        TestFirm.Client client = firm.client("double-click", null);
        signIn(client.phone(), "delete");
        chooseSome();
        _setValue(categories(), Set.of(Category.DEMAND));
        click("继续");
        click("继续");
        click("可以，继续");
        Button send = button("确认，提交申请");
        send.click();
        send.click();
        assertThat(requestsOf(client)).hasSize(1);
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
        assertThat(BrowserlessPages.text()).isEqualTo(foreign);
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
                .contains(reference, "我们承诺最晚答复", "已受理", "手机提交", "第二人复核")
                .doesNotContain("!");
        click("撤销这项申请");
        ConfirmDialog dialog = _get(ConfirmDialog.class);
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));
        await().until(() -> onlyRequest(client).status() == RequestStatus.CLOSED);
        BrowserlessPages.go("track/" + reference);
        assertThat(title()).isEqualTo("您已撤销这项申请");
        assertThat(BrowserlessPages.text()).contains("书面答复（中文，PDF）");
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
        assertThat(messages.newest(1))
                .allSatisfy(message -> assertThat(message.phone()).isNotEqualTo(other.phone()));
    }

    @Test
    void who_waits_for_a_call_may_still_answer_and_the_clock_never_stopped() {
        TestFirm.Client client = firm.client("later-proof", null);
        signIn(client.phone(), "delete");
        chooseEverything();
        click("继续");
        click("可以，继续");
        click("请给我回电话");
        assertThat(BrowserlessPages.text()).contains("工作人员回拨登记号码核对");
        click("确认，提交申请");
        await().until(() -> onlyRequest(client).status() == RequestStatus.AWAITING_CALL);
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
        firm.asStaff("clerk", () -> context.getBean(RequestIntake.class)
                .submit(new NewRequest(
                        RequestType.DELETION,
                        client.id(),
                        categories,
                        Channel.LETTER,
                        null,
                        null,
                        "",
                        "zh",
                        "",
                        "13900001111",
                        null,
                        null)));
    }

    @Test
    void an_unknown_verification_code_is_told_what_to_do() {
        BrowserlessPages.go("verify");
        _setValue(_get(TextField.class), "7kq2m9tx4hrd");
        click("核对");
        assertThat(BrowserlessPages.text()).contains("没有查到这个验证码");
        assertThat(_get(TextField.class).getValue()).isEqualTo("7KQ2-M9TX-4HRD");
    }

    @Test
    void every_page_is_complete_in_english() {
        TestFirm.Client client = firm.client("english", java.time.LocalDate.of(2026, 3, 15));
        signIn(client.phone(), "mine");
        UI.getCurrent().setLocale(Locale.ENGLISH);
        for (String route : List.of("", "guide/deletion", "mine", "delete", "track", "verify", "signin")) {
            BrowserlessPages.go(route.isEmpty() ? "verify" : "");
            BrowserlessPages.go(route);
            assertThat(BrowserlessPages.text()).as(route).doesNotContain("!client", "!request", "!Field");
            assertThat(title()).as(route).doesNotContainPattern("\\p{IsHan}");
        }
    }

    private void freshBrowser() {
        BrowserlessPages.close();
        BrowserlessPages.open(context, "io.shouxin.request.ui", "io.shouxin.identity.ui");
    }

    private String codePageFor(String phone) {
        BrowserlessPages.go("signin");
        _setValue(_get(TextField.class), phone);
        click("获取验证码");
        assertThat(title()).isEqualTo("请输入验证码");
        return BrowserlessPages.text();
    }

    private void signIn(String phone, String route) {
        BrowserlessPages.go(route);
        if (title().equals("办理进度")) {
            BrowserlessPages.go("signin?next=" + route);
        }
        signInHere(phone);
        BrowserlessPages.go("verify");
        BrowserlessPages.go(route);
    }

    private void signInHere(String phone) {
        _setValue(_get(TextField.class), phone);
        click("获取验证码");
        typeCode(newestCode());
    }

    private void typeCode(String code) {
        CodeField field = _get(CodeField.class);
        field.clear();
        _setValue(field, code);
    }

    private void typeCodeAt(String code) {
        BrowserlessPages.go("signin/code");
        typeCode(code);
    }

    private String newestCode() {
        Matcher code = CODE.matcher(messages.newest(1).get(0).text());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private String sendSome(TestFirm.Client client) {
        signIn(client.phone(), "delete");
        chooseSome();
        _setValue(categories(), Set.of(Category.DEMAND));
        click("继续");
        click("继续");
        click("可以，继续");
        click("确认，提交申请");
        return onlyRequest(client).reference();
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<Object> scope() {
        return _get(RadioButtonGroup.class);
    }

    @SuppressWarnings("unchecked")
    private static CheckboxGroup<Category> categories() {
        return _get(CheckboxGroup.class);
    }

    private static void chooseEverything() {
        choose(0);
    }

    private static void chooseSome() {
        choose(1);
    }

    private static void choose(int index) {
        RadioButtonGroup<Object> scope = scope();
        _setValue(scope, scope.getListDataView().getItem(index));
        click("继续");
    }

    /** On a thread of its own: the page's session must not be signed in or out by it. */
    private List<SubjectRequest> requestsOf(TestFirm.Client client) {
        return CompletableFuture.supplyAsync(() -> TestFirm.asClient(client.id(), () -> reader.ofClient(client.id())))
                .join();
    }

    private SubjectRequest onlyRequest(TestFirm.Client client) {
        return requestsOf(client).get(0);
    }

    private static String masked(String phone) {
        return phone.substring(0, 3) + "****" + phone.substring(7);
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    private static void click(String text) {
        _click(button(text));
    }

    private static String title() {
        return _get(H1.class).getText();
    }
}
