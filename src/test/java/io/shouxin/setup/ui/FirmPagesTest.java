package io.shouxin.setup.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Firms;
import io.shouxin.setup.FirmAdministration;
import io.shouxin.setup.FirmField;
import io.shouxin.setup.FirmParticulars;
import io.shouxin.setup.FirmStage;
import io.shouxin.shared.Role;
import io.shouxin.shared.Sector;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.BrowserlessPages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator changes the firm and its branches on the pages; the privacy officer reads them. */
@FirmStage
@ExtendWith(BrowserlessPages.class)
class FirmPagesTest {

    private final ApplicationContext context;
    private final FirmAdministration administration;
    private final StaffAccounts accounts;
    private final Firms firms;
    private final TestFirm firm;
    private final JdbcClient jdbc;

    @Autowired
    FirmPagesTest(
            ApplicationContext context,
            FirmAdministration administration,
            StaffAccounts accounts,
            Firms firms,
            TestFirm firm,
            JdbcClient jdbc) {
        this.context = context;
        this.administration = administration;
        this.accounts = accounts;
        this.firms = firms;
        this.firm = firm;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void open() {
        firm.open();
        for (String name : List.of("head", "head2")) {
            accounts.create(
                    new StaffAccount(UUID.randomUUID(), name, name, Set.of(Role.ADMINISTRATOR), Set.of(), true),
                    "secret");
        }
    }

    @AfterEach
    void reopen() {
        jdbc.sql("UPDATE branch SET closed_at = NULL").update();
    }

    @Test
    void the_duties_of_another_size_are_told_before_anything_is_saved() {
        browse("head", () -> {
            BrowserlessPages.go(FirmView.ROUTE);
            assertThat(BrowserlessPages.text()).contains("只有中国大陆").doesNotContain("!");
            type("人数", "1,300,000");
            assertThat(BrowserlessPages.text()).contains("30 个工作日内");
            assertThat(firms.people()).isNotEqualTo(Optional.of(1_300_000L));
            type("邮箱", "nowhere");
            click("保存");
            assertThat(field("邮箱").isInvalid()).isTrue();
            type("邮箱", "new@firm.example");
            click("保存");
            assertThat(firms.people()).contains(1_300_000L);
            assertThat(firms.firm().contactEmail()).isEqualTo("new@firm.example");
        });
    }

    @Test
    void whoever_saves_second_sees_what_the_other_saved_and_keeps_what_they_typed() {
        browse("head", () -> {
            BrowserlessPages.go(FirmView.ROUTE);
            type("地址", "我填的路 9 号");
            other("head2", () -> {
                FirmParticulars now = administration.particulars();
                Map<FirmField, String> values = new EnumMap<>(now.values());
                values.put(FirmField.PERSON, "同事填的人");
                values.put(FirmField.ADDRESS, "同事填的路 3 号");
                administration.change(new FirmParticulars(values, now.version()));
            });
            click("保存");
            assertThat(BrowserlessPages.text()).contains("有同事刚刚改过公司信息", "同事填的人", "同事填的路 3 号");
            assertThat(field("地址").getValue()).isEqualTo("我填的路 9 号");
            assertThat(field("联系人").getValue())
                    .as("what was left alone is the colleague's")
                    .isEqualTo("同事填的人");
            assertThat(firms.firm().address()).isEqualTo("同事填的路 3 号");
            click("保存");
            assertThat(firms.firm().address()).isEqualTo("我填的路 9 号");
            assertThat(firms.firm().contactPerson()).isEqualTo("同事填的人");
        });
    }

    @Test
    void a_branch_that_a_colleague_changed_meanwhile_keeps_both_changes() {
        Branch branch = added("两人店");
        browse("head", () -> {
            BrowserlessPages.go(BranchView.address(branch.id()));
            type("门店名称", "我改的店");
            other("head2", () -> administration.change(branch.id(), branch.version(), "两人店", Sector.HOUSEKEEPING));
            click("保存");
            assertThat(BrowserlessPages.text()).contains("有同事刚刚改过这家门店", "家政");
            assertThat(field("门店名称").getValue()).isEqualTo("我改的店");
            click("保存");
        });
        assertThat(firms.branch(branch.id()).name()).isEqualTo("我改的店");
        assertThat(firms.branch(branch.id()).sector()).isEqualTo(Sector.HOUSEKEEPING);
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_branch_is_added_and_what_is_missing_is_said_at_its_field() {
        browse("head", () -> {
            BrowserlessPages.go(FirmView.ROUTE);
            type("门店名称", "页面新店");
            click("新增");
            RadioButtonGroup<Sector> sector = _get(RadioButtonGroup.class, spec -> spec.withLabel("行业"));
            assertThat(sector.isInvalid()).isTrue();
            sector.setValue(Sector.BROKERAGE);
            click("新增");
            assertThat(BrowserlessPages.text()).contains("页面新店", "营业", "没有个人信息保护负责人管这家门店", "现在还不能停业");
            assertThat(_find(Button.class, spec -> spec.withText("停业这家门店"))).isEmpty();
        });
    }

    @Test
    void what_hangs_on_a_branch_is_said_in_words_and_figures_and_closing_is_confirmed_first() {
        firm.client("figures", null);
        browse("head", () -> {
            BrowserlessPages.go(BranchView.address(TestFirm.BRANCH));
            assertThat(BrowserlessPages.text())
                    .containsPattern("[1-9][0-9]* 条记录")
                    .contains("位员工只在这里工作", "您的岗位看不到", "不能改行业")
                    .doesNotContain("!");
            click("停业这家门店");
            ConfirmDialog dialog = _get(ConfirmDialog.class);
            assertThat(firms.branch(TestFirm.BRANCH).isOpen()).isTrue();
            ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));
            assertThat(BrowserlessPages.text()).contains("已停业", "恢复营业");
            assertThat(firms.branch(TestFirm.BRANCH).isOpen()).isFalse();
            click("恢复营业");
            assertThat(BrowserlessPages.text()).contains("已恢复营业");
        });
        assertThat(firms.branch(TestFirm.BRANCH).isOpen()).isTrue();
    }

    @Test
    void whoever_closes_what_a_colleague_has_closed_is_told_and_sees_it_as_it_is() {
        Branch branch = firms.branch(TestFirm.BRANCH);
        browse("head", () -> {
            BrowserlessPages.go(BranchView.address(branch.id()));
            click("停业这家门店");
            other("head2", () -> administration.close(branch.id(), branch.version()));
            ConfirmDialog dialog = _get(ConfirmDialog.class);
            ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));
            assertThat(BrowserlessPages.text()).contains("您刚才的操作没有生效", "恢复营业");
        });
    }

    @Test
    void the_privacy_officer_reads_and_finds_nothing_to_change() {
        browse("officer", () -> {
            BrowserlessPages.go(FirmView.ROUTE);
            assertThat(BrowserlessPages.text()).contains("这里只能看", "测试房产", "一店").doesNotContain("新增门店");
            assertThat(_find(TextField.class)).isEmpty();
            BrowserlessPages.go(BranchView.address(TestFirm.BRANCH));
            assertThat(BrowserlessPages.text()).contains("这家门店还有什么");
            assertThat(_find(Button.class)).isEmpty();
        });
    }

    private Branch added(String name) {
        return firms.branch(firm.asStaff("head", () -> administration.add(name, Sector.BROKERAGE)));
    }

    private void browse(String who, Runnable work) {
        firm.asStaff(who, () -> {
            BrowserlessPages.open(context, "io.shouxin.setup.ui");
            try {
                work.run();
            } finally {
                MockVaadin.tearDown();
            }
            return "";
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

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private static void type(String label, String value) {
        _setValue(field(label), value);
    }

    private static void click(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }
}
