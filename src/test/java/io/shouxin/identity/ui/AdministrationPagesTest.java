package io.shouxin.identity.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.identity.Absences;
import io.shouxin.identity.IdentityTest;
import io.shouxin.identity.MemberProfile;
import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.identity.StaffAdministration;
import io.shouxin.identity.StartPassword;
import io.shouxin.identity.Username;
import io.shouxin.platform.KeyBackup;
import io.shouxin.shared.Role;
import io.shouxin.shared.ui.Code;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.BrowserlessPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator looks after the firm's people on the pages of the workspace. */
@IdentityTest
@ExtendWith(BrowserlessPages.class)
class AdministrationPagesTest {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu 年 M 月 d 日");

    private final ApplicationContext context;
    private final TestFirm firm;
    private final StaffAccounts accounts;
    private final StaffAdministration administration;
    private final Absences absences;
    private final JdbcClient jdbc;

    @Autowired
    AdministrationPagesTest(
            ApplicationContext context,
            TestFirm firm,
            StaffAccounts accounts,
            StaffAdministration administration,
            Absences absences,
            JdbcClient jdbc) {
        this.context = context;
        this.firm = firm;
        this.accounts = accounts;
        this.administration = administration;
        this.absences = absences;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void open() {
        firm.open();
        jdbc.sql("DELETE FROM rate_limit").update();
        for (String name : new String[] {"head", "head2"}) {
            accounts.create(
                    new StaffAccount(UUID.randomUUID(), name, name, Set.of(Role.ADMINISTRATOR), Set.of(), true),
                    "secret");
        }
        jdbc.sql("UPDATE staff_account SET active = true WHERE username LIKE 'head%'")
                .update();
    }

    @Test
    void a_colleague_gets_an_account_and_the_start_password_is_shown_once() {
        String password = browse("head", () -> {
            BrowserlessPages.go("staff/administration");
            assertThat(BrowserlessPages.text()).contains("人员与账号", "clerk", "专员");
            BrowserlessPages.go("staff/administration/new");
            type("账号", "Bad Name");
            click("开账号");
            assertThat(field("账号").getErrorMessage()).contains("小写字母开头");
            type("账号", "lina");
            type("姓名", "李娜");
            click("开账号");
            assertThat(roles().isInvalid()).isTrue();
            _setValue(roles(), Set.of(Role.STAFF, Role.REVIEWER));
            branches()
                    .setValue(Set.copyOf(branches().getListDataView().getItems().toList()));
            click("开账号");
            assertThat(BrowserlessPages.text()).contains("lina 的起始密码", "只显示这一次").doesNotContain("!");
            return _get(Code.class).getText();
        });
        StaffAccount lina = accounts.byUsername("lina").orElseThrow();
        assertThat(lina.roles()).containsExactlyInAnyOrder(Role.STAFF, Role.REVIEWER);
        assertThat(lina.branches()).hasSize(2);
        String page = browse("head", () -> {
            BrowserlessPages.go(MemberView.address(lina.id()));
            return BrowserlessPages.text();
        });
        assertThat(page).contains("等待首次登录").doesNotContain(password, "!");
    }

    @Test
    void the_first_sign_in_ends_with_a_password_of_ones_own_and_the_pledge() {
        StartPassword made = start("newcomer");
        browse("newcomer", () -> {
            BrowserlessPages.go("staff/password");
            assertThat(BrowserlessPages.text()).contains("起始密码", "保密承诺", "离职以后仍然保密");
            password("现在的密码", made.password());
            password("新密码", "lantern-copper-meadow");
            password("再输一遍新密码", "lantern-copper-meadow");
            click("保存并重新登录");
            assertThat(_get(Checkbox.class).isInvalid()).isTrue();
            _setValue(_get(Checkbox.class), true);
            click("保存并重新登录");
            assertThat(_get(Checkbox.class).isInvalid()).isFalse();
            return "";
        });
        assertThat(accounts.standing("newcomer").orElseThrow().hasStartPassword())
                .isFalse();
        String again = browse("newcomer", () -> {
            BrowserlessPages.go("staff/password");
            return BrowserlessPages.text();
        });
        assertThat(again).doesNotContain("保密承诺");
    }

    @Test
    void whoever_saves_second_sees_what_the_other_saved_and_keeps_what_they_typed() {
        UUID id = start("contested").account();
        browse("head", () -> {
            BrowserlessPages.go(MemberView.address(id));
            type("姓名", "我填的名字");
            other("head2", () -> {
                int version = administration.member(id).version();
                administration.change(
                        id, version, new MemberProfile("同事填的名字", Set.of(Role.REVIEWER), Set.of(TestFirm.BRANCH)));
            });
            click("保存");
            assertThat(BrowserlessPages.text()).contains("有同事刚刚改过这个账号", "同事填的名字", "复核员", "一店");
            assertThat(field("姓名").getValue()).isEqualTo("我填的名字");
            assertThat(accounts.find(id).orElseThrow().displayName()).isEqualTo("同事填的名字");
            click("保存");
            assertThat(accounts.find(id).orElseThrow().displayName()).isEqualTo("我填的名字");
            return "";
        });
    }

    @Test
    void an_absence_is_entered_and_ended() {
        UUID id = start("traveller").account();
        UUID substitute = start("stay-at-home").account();
        LocalDate today = absences.today();
        browse("head", () -> {
            BrowserlessPages.go(MemberView.address(id));
            click("登记休假");
            assertThat(substitutes().isInvalid()).isTrue();
            _setValue(substitutes(), accounts.find(substitute).orElseThrow());
            _setValue(day("第一天"), today);
            _setValue(day("最后一天"), today.plusDays(4));
            click("登记休假");
            assertThat(BrowserlessPages.text()).contains("休假至 " + SHOWN.format(today.plusDays(4)), "由stay-at-home代班");
            click("提前结束");
            assertThat(BrowserlessPages.text()).doesNotContain("休假至");
            return "";
        });
        assertThat(absences.absentFor(substitute)).isEmpty();
    }

    @Test
    void it_is_said_before_the_only_officer_of_a_closed_branch_leaves() {
        firm.client("closed-shop", null);
        UUID officer = accounts.byUsername("officer").orElseThrow().id();
        jdbc.sql("UPDATE staff_account SET active = false WHERE 'PRIVACY_OFFICER' = ANY (roles) AND id <> ?")
                .param(officer)
                .update();
        String open = browse("head", () -> {
            BrowserlessPages.go(MemberView.address(officer));
            return BrowserlessPages.text();
        });
        assertThat(open).doesNotContain("只有这位同事是");
        jdbc.sql("UPDATE branch SET closed_at = now() WHERE id = ?")
                .param(TestFirm.BRANCH)
                .update();
        try {
            String closed = browse("head", () -> {
                BrowserlessPages.go(MemberView.address(officer));
                return BrowserlessPages.text();
            });
            assertThat(closed).contains("只有这位同事是“一店”的负责人", "先把它分给另一位负责人");
        } finally {
            jdbc.sql("UPDATE branch SET closed_at = NULL").update();
        }
    }

    @Test
    void leaving_is_confirmed_first_and_then_told() {
        UUID id = start("farewell").account();
        browse("head", () -> {
            BrowserlessPages.go(MemberView.address(id));
            _setValue(day("离职保密承诺的签署日期"), absences.today());
            click("办理离职");
            ConfirmDialog dialog = _get(ConfirmDialog.class);
            assertThat(accounts.find(id).orElseThrow().active()).isTrue();
            ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));
            assertThat(BrowserlessPages.text()).contains("已办理离职", "离职时", SHOWN.format(absences.today()));
            assertThat(_find(Button.class, spec -> spec.withText("保存"))).isEmpty();
            return "";
        });
        assertThat(accounts.find(id).orElseThrow().active()).isFalse();
    }

    @Test
    void the_page_warns_until_a_copy_of_the_keys_was_tried(@TempDir Path stick) throws IOException {
        Path copy = stick.resolve("copy.json");
        Files.write(copy, context.getBean(KeyBackup.class).copy());
        browse("head", () -> {
            BrowserlessPages.go("staff/administration");
            assertThat(BrowserlessPages.text()).contains("还没有试过的备份");
            type("或者写明它在这台电脑上的位置", copy.toString());
            click("试这个文件");
            assertThat(BrowserlessPages.text()).contains("这份备份能打开").doesNotContain("还没有试过的备份");
            return "";
        });
    }

    private StartPassword start(String name) {
        return firm.asStaff(
                "head",
                () -> administration.create(
                        new Username(name), new MemberProfile(name, Set.of(Role.STAFF), Set.of(TestFirm.BRANCH))));
    }

    private <T> T browse(String who, Supplier<T> work) {
        return firm.asStaff(who, () -> {
            BrowserlessPages.open(context, "io.shouxin.identity.ui");
            try {
                return work.get();
            } finally {
                MockVaadin.tearDown();
            }
        });
    }

    /** A colleague in another browser, on a thread of their own. */
    private void other(String who, Runnable work) {
        CompletableFuture.runAsync(() -> firm.asStaff(who, () -> {
                    work.run();
                    return "";
                }))
                .join();
    }

    @SuppressWarnings("unchecked")
    private static CheckboxGroup<Role> roles() {
        return _get(CheckboxGroup.class, spec -> spec.withLabel("岗位"));
    }

    @SuppressWarnings("unchecked")
    private static CheckboxGroup<Object> branches() {
        return _get(CheckboxGroup.class, spec -> spec.withLabel("门店"));
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<StaffAccount> substitutes() {
        return _get(RadioButtonGroup.class, spec -> spec.withLabel("代班人"));
    }

    private static DatePicker day(String label) {
        return _get(DatePicker.class, spec -> spec.withLabel(label));
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private static void type(String label, String value) {
        _setValue(field(label), value);
    }

    private static void password(String label, String value) {
        _setValue(_get(PasswordField.class, spec -> spec.withLabel(label)), value);
    }

    private static void click(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }
}
