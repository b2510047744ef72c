package io.shouxin.client;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.shared.ui.ActionCard;
import io.shouxin.shared.ui.CodeField;
import io.shouxin.shared.ui.ContactLink;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.BrowserlessPages;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What anybody sees before and while signing in: the front page, the guide, codes, the check of papers. */
class SignInPagesTest extends ClientPages {

    @Autowired
    SignInPagesTest(ApplicationContext context) {
        super(context);
    }

    @Test
    void the_front_page_offers_what_works_before_anybody_signs_in() {
        BrowserlessPages.go("");
        assertThat(title()).isEqualTo("您的信息，您做主");
        assertThat(_find(ActionCard.class)).hasSize(5);
    }

    @Test
    void the_guide_names_who_what_steps_promise_statute_cost_law_contact_and_complaint() {
        BrowserlessPages.go("guide/deletion");
        assertThat(BrowserlessPages.text())
                .contains(
                        "您本人。替孩子、受人委托或者为已故亲属办理的，另有入口",
                        "登记在我们这里的手机号，用来收验证码",
                        "不需要上传证件照片，也不需要到店",
                        "选择删除全部，或者只删几类",
                        "核对无误后提交，马上得到编号和回执",
                        "承诺时限：15 个工作日",
                        "法定时限：及时",
                        "如果现在提交，最晚答复",
                        "不收费",
                        "第 47 条",
                        "部门规章",
                        "纠纷",
                        "封存",
                        "021-5550 0100",
                        "12377")
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
    void back_from_signing_in_leads_to_what_came_before_it_and_forgets_no_errand() {
        BrowserlessPages.go("delete");
        assertThat(back()).isEqualTo("guide/deletion");
        BrowserlessPages.go("mine");
        assertThat(back()).isEqualTo(".");
        BrowserlessPages.go("delete");
        _setValue(_get(TextField.class), "13900000003");
        click("获取验证码");
        assertThat(back()).isEqualTo("signin?next=delete");
    }

    private static String back() {
        return _get(RouteLink.class, spec -> spec.withText("返回")).getHref();
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
    void whoever_gets_no_code_is_led_to_the_number_of_their_request_since_deleted_people_have_no_number_on_file() {
        codePageFor("13900000004");
        assertThat(BrowserlessPages.text()).contains("若您的信息已全部删除", "请用我们发给您的编号");
        assertThat(_get(RouteLink.class, spec -> spec.withText("查询办理进度")).getHref())
                .isEqualTo("track");
    }

    @Test
    void a_wrong_code_says_how_often_one_may_try_and_the_fifth_ends_it() {
        TestFirm.Client client = firm.client("wrong-code", null);
        codePageFor(client.phone());
        String right = newestCode();
        String wrong = right.equals("000000") ? "111111" : "000000";
        typeCode(wrong);
        assertThat(BrowserlessPages.text()).contains("验证码不对", "还可以试 4 次");
        assertThat(_get(CodeField.class).isInvalid()).isTrue();
        assertThat(_get(CodeField.class).getErrorMessage()).isEqualTo("验证码不对");
        _setValue(_get(CodeField.class), "1");
        assertThat(_get(CodeField.class).isInvalid())
                .as("once it is typed anew")
                .isFalse();
        for (int i = 0; i < 4; i++) {
            typeCode(wrong);
        }
        assertThat(BrowserlessPages.text()).contains("输错次数太多");
        typeCode(right);
        assertThat(BrowserlessPages.text()).contains("输错次数太多");
    }

    @Test
    void the_sixth_digit_waits_for_the_button_and_a_second_tap_does_nothing() {
        TestFirm.Client client = firm.client("second-tap", null);
        codePageFor(client.phone());
        _setValue(_get(CodeField.class), newestCode());
        assertThat(title()).isEqualTo("请输入验证码");
        Button go = button("继续");
        go.click();
        assertThat(title()).isEqualTo("我们保存了您的哪些信息");
        go.click();
        assertThat(title()).isEqualTo("我们保存了您的哪些信息");
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
        _setValue(_get(TextField.class), "23507451170");
        click("获取验证码");
        assertThat(_get(TextField.class).isInvalid()).isTrue();
        assertThat(_get(TextField.class).getErrorMessage()).contains("11 位数字，以 1 开头");
    }

    @Test
    void a_number_that_is_too_short_is_told_how_long_one_is() {
        BrowserlessPages.go("signin");
        assertThat(_get(TextField.class).getHelperText()).contains("11 位数字，以 1 开头");
        _setValue(_get(TextField.class), "135 0745");
        click("获取验证码");
        assertThat(_get(TextField.class).getErrorMessage()).contains("有 11 位，这里只有 7 位");
        _setValue(_get(TextField.class), "13507451170");
        assertThat(_get(TextField.class).isInvalid()).isFalse();
    }

    @Test
    void what_is_no_code_at_all_is_told_what_one_looks_like() {
        for (String typed : new String[] {"abc", "7KQ2-M9TX-4HR0"}) {
            BrowserlessPages.go("verify");
            _setValue(_get(TextField.class), typed);
            click("核对");
            assertThat(BrowserlessPages.text())
                    .contains("这不是我们的验证码", "12 位", "7KQ2-M9TX-4HRD")
                    .doesNotContain("没有查到", "!");
        }
    }

    @Test
    void a_number_in_place_of_a_code_is_told_so_with_the_way_to_the_case() {
        for (String typed : new String[] {"SC-2026-000482", "sc2026 000482", "XH-2026-000482", "ＳＣ－2026－000482"}) {
            BrowserlessPages.go("verify");
            _setValue(_get(TextField.class), typed);
            click("核对");
            assertThat(BrowserlessPages.text())
                    .contains("这是编号，不是验证码", "二维码旁边", "7KQ2-M9TX-4HRD")
                    .doesNotContain("这不是我们的验证码", "没有查到", "!");
            assertThat(_get(TextField.class).getValue()).endsWith("-2026-000482");
            assertThat(_find(RouteLink.class)).extracting(RouteLink::getHref).contains("track?number=SC-2026-000482");
        }
    }

    @Test
    void the_number_of_a_sweeps_certificate_is_told_to_be_no_code_and_leads_to_no_case() {
        for (String typed : new String[] {"XH-QL-2026-000017", "xhql2026 000017"}) {
            BrowserlessPages.go("verify");
            _setValue(_get(TextField.class), typed);
            click("核对");
            assertThat(BrowserlessPages.text())
                    .contains("这是编号，不是验证码", "二维码旁边")
                    .doesNotContain("这不是我们的验证码", "查询办理进度", "!");
            assertThat(_get(TextField.class).getValue()).isEqualTo("XH-QL-2026-000017");
            assertThat(_find(RouteLink.class))
                    .extracting(RouteLink::getHref)
                    .noneMatch(href -> href.contains("track?"));
        }
    }

    @Test
    void a_code_that_is_too_old_or_was_used_says_so_and_how_to_get_another() {
        TestFirm.Client client = firm.client("old-code", null);
        codePageFor(client.phone());
        context.getBean(JdbcClient.class)
                .sql("UPDATE one_time_code SET expires_at = created_at")
                .update();
        typeCode(newestCode());
        assertThat(title()).isEqualTo("请输入验证码");
        assertThat(BrowserlessPages.text()).contains("验证码已失效", "超过了 10 分钟、已经用过", "请重新获取");
        context.getBean(JdbcClient.class)
                .sql("UPDATE one_time_code SET expires_at = created_at + interval '10 minutes', used_at = created_at")
                .update();
        typeCode(newestCode());
        assertThat(BrowserlessPages.text()).contains("验证码已失效").doesNotContain("!");
        UI.getCurrent().setLocale(Locale.ENGLISH);
        _setValue(_get(CodeField.class), newestCode());
        click("继续");
        assertThat(BrowserlessPages.text()).contains("This code is no longer valid", "Please ask for a new one");
    }

    @Test
    void a_page_for_a_code_that_another_tab_has_used_leads_on() {
        TestFirm.Client client = firm.client("two-code-pages", null);
        codePageFor(client.phone());
        Button goInTheFirstTab = button("继续");
        CodeField field = _get(CodeField.class);
        String code = newestCode();
        BrowserlessPages.go("");
        typeCodeAt(code);
        assertThat(title()).isEqualTo("我们保存了您的哪些信息");
        BrowserlessPages.go("verify");
        field.setValue(code);
        goInTheFirstTab.click();
        assertThat(title()).isEqualTo("我们保存了您的哪些信息");
    }

    @Test
    void the_firms_number_and_mail_are_called_and_written_to_with_one_tap() {
        BrowserlessPages.go("guide/deletion");
        assertThat(_find(ContactLink.class))
                .extracting(ContactLink::getHref)
                .anyMatch(href -> href.equals("tel:02155500100"))
                .anyMatch(href -> href.startsWith("mailto:"));
    }

    @Test
    void every_wrong_field_of_the_progress_page_is_marked_at_once_and_the_cursor_goes_to_the_first() {
        BrowserlessPages.go("track");
        TextField number = _get(TextField.class, spec -> spec.withLabel("申请编号"));
        TextField phone = _find(TextField.class).stream()
                .filter(field -> field != number)
                .findFirst()
                .orElseThrow();
        UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations();
        click("获取验证码");
        assertThat(number.isInvalid()).isTrue();
        assertThat(phone.isInvalid()).isTrue();
        assertThat(number.getErrorMessage()).startsWith("编号写法不对");
        assertThat(phone.getErrorMessage()).isEqualTo("请填写手机号");
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
        assertThat(UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations())
                .filteredOn(call -> call.getInvocation().getExpression().contains("focus"))
                .singleElement()
                .satisfies(call ->
                        assertThat(call.getOwner()).isSameAs(number.getElement().getNode()));
        _setValue(number, "SC-2026-000482");
        click("获取验证码");
        assertThat(number.isInvalid()).isFalse();
        assertThat(phone.isInvalid()).isTrue();
    }

    @Test
    void a_client_is_not_asked_for_a_password_of_staff() {
        TestFirm.Client client = firm.client("no-password", null);
        signIn(client.phone(), "mine");
        BrowserlessPages.go("staff/password");
        assertThatThrownBy(() -> _find(PasswordField.class))
                .as("what the page is answered with, in place of its fields")
                .hasMessageContaining("navigate to 'staff/password'")
                .hasMessageContaining("exception");
    }

    @Test
    void the_question_before_signing_out_speaks_of_unsent_answers_only_where_there_are_some() {
        TestFirm.Client client = firm.client("unsent", null);
        signIn(client.phone(), "mine");
        BrowserlessPages.go("signout");
        assertThat(BrowserlessPages.text()).contains("要退出吗？", "不再显示您的信息").doesNotContain("没有提交的内容");
        BrowserlessPages.go("delete");
        chooseEverything();
        BrowserlessPages.go("signout");
        assertThat(BrowserlessPages.text()).contains("没有提交的内容已经保存").doesNotContain("不再显示");
    }

    @Test
    void signing_out_tells_the_other_windows_of_the_browser() {
        TestFirm.Client client = firm.client("other-windows", null);
        signIn(client.phone(), "mine");
        BrowserlessPages.go("signout");
        UI window = UI.getCurrent();
        window.getInternals().dumpPendingJavaScriptInvocations();
        click("退出登录");
        assertThat(window.getInternals().dumpPendingJavaScriptInvocations())
                .extracting(call -> call.getInvocation().getExpression())
                .anyMatch(call -> call.contains("shouxin.signed-out"));
    }

    @Test
    void an_unknown_verification_code_is_told_what_to_do() {
        BrowserlessPages.go("verify");
        _setValue(_get(TextField.class), "7kq2m9tx4hrd");
        click("核对");
        assertThat(BrowserlessPages.text()).contains("没有查到这个验证码");
        assertThat(_get(TextField.class).getValue()).isEqualTo("7KQ2-M9TX-4HRD");
    }
}
