package io.shouxin.setup.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.ShouxinApplication;
import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.identity.StaffPasswords;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Firm;
import io.shouxin.platform.Firms;
import io.shouxin.platform.KeyBackup;
import io.shouxin.setup.Jurisdiction;
import io.shouxin.setup.SetUpDoor;
import io.shouxin.setup.SetUpLink;
import io.shouxin.setup.internal.SetUpStage;
import io.shouxin.shared.Role;
import io.shouxin.shared.Sector;
import io.shouxin.testing.BrowserlessPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** An owner sets up their firm, from the link on the console to the firm, its branches and the first administrator. */
@SpringBootTest(classes = ShouxinApplication.class, properties = "shouxin.testing.stage=set-up-pages")
@Import(SetUpStage.class)
@ExtendWith(BrowserlessPages.class)
class SetUpPagesTest {

    private static final String PASSWORD = "lantern-copper-meadow";

    private final ApplicationContext context;
    private final SetUpStage.Console console;
    private final JdbcClient jdbc;

    @Autowired
    SetUpPagesTest(ApplicationContext context, SetUpStage.Console console, JdbcClient jdbc) {
        this.context = context;
        this.console = console;
        this.jdbc = jdbc;
    }

    @Test
    void from_the_link_to_the_firm(@TempDir Path stick) throws IOException {
        context.getBean(SetUpLink.class).print();
        browser();
        BrowserlessPages.go("setup/firm");
        assertThat(title()).isEqualTo("这里还没有设置公司");
        _setValue(_get(TextField.class), "not the link");
        click("开始设置");
        assertThat(BrowserlessPages.text()).contains("这个链接不能用");
        _setValue(_get(TextField.class), "http://localhost:8080/setup#" + console.secret());
        click("开始设置");

        assertThat(title()).isEqualTo("您的公司叫什么，在哪里？");
        click("继续");
        assertThat(field("公司名称").isInvalid()).isTrue();
        type("公司名称", "安居房产");
        type("地址", "示例路 1 号");
        click("继续");

        BrowserlessPages.go("setup/people");
        assertThat(title()).as("no question is skipped").isEqualTo("客户有问题，找谁？");
        type("联系人", "赵敏");
        type("电话", "12");
        type("邮箱", "privacy@firm.example");
        click("继续");
        assertThat(field("电话").getErrorMessage()).contains("能打通的电话");
        type("电话", "021-5550 0100");
        click("继续");

        type("主管部门", "示例区房屋管理部门");
        click("继续");

        branches();
        chooseLaw();

        assertThat(title()).isEqualTo("公司有多少人的个人信息？");
        type("人数", "80,000");
        assertThat(BrowserlessPages.text()).contains("小型个人信息处理者（不满 10 万人）", "第 25 号");
        type("人数", "1200000");
        assertThat(BrowserlessPages.text()).contains("30 个工作日内").doesNotContain("小型");
        click("继续");

        administrator();
        key(stick);
        check();
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static void branches() {
        assertThat(title()).isEqualTo("有哪些门店，各做什么？");
        click("继续");
        assertThat(BrowserlessPages.text()).contains("请选择每家门店的行业");
        click("再加一家门店");
        List<TextField> names = _find(TextField.class, spec -> spec.withLabel("门店名称"));
        List<RadioButtonGroup> sectors = _find(RadioButtonGroup.class);
        _setValue(names.get(0), "浦东一店");
        sectors.get(0).setValue(Sector.BROKERAGE);
        _setValue(names.get(1), "浦东一店");
        sectors.get(1).setValue(Sector.HOUSEKEEPING);
        click("继续");
        assertThat(BrowserlessPages.text()).contains("有两家门店都叫“浦东一店”");
        _setValue(names.get(1), "徐汇家政店");
        click("继续");
    }

    @SuppressWarnings("unchecked")
    private static void chooseLaw() {
        assertThat(title()).isEqualTo("公司适用哪里的法律？");
        click("继续");
        RadioButtonGroup<Jurisdiction> law = _get(RadioButtonGroup.class);
        assertThat(law.isInvalid()).isTrue();
        _setValue(law, Jurisdiction.CN);
        click("继续");
    }

    private static void administrator() {
        assertThat(title()).isEqualTo("谁是第一位管理员？");
        type("账号", "Zhangwei");
        type("姓名", "张伟");
        password("密码", PASSWORD);
        password("再输一遍密码", PASSWORD + "x");
        click("继续");
        assertThat(passwordField("再输一遍密码").isInvalid()).isTrue();
        password("再输一遍密码", PASSWORD);
        click("继续");
        assertThat(_get(Checkbox.class).isInvalid()).isTrue();
        _setValue(_get(Checkbox.class), true);
        click("继续");
    }

    private void key(Path stick) throws IOException {
        KeyBackup backup = context.getBean(KeyBackup.class);
        assertThat(title()).isEqualTo("密钥放在哪里，备份能不能打开？");
        assertThat(BrowserlessPages.text())
                .contains(backup.place().toString(), "密钥和数据放在同一个目录里", "每 7 天更换一次", "超过 30 天");
        click("继续");
        assertThat(BrowserlessPages.text()).contains("请先试一下备份");
        tryFile(backup.place());
        assertThat(BrowserlessPages.text()).contains("这就是正在用的文件");
        Path copy = stick.resolve("copy.json");
        Files.write(copy, backup.copy());
        tryFile(copy);
        assertThat(BrowserlessPages.text()).contains("这份备份能打开");
        click("继续");
    }

    private static void tryFile(Path file) {
        type("或者写明它在这台电脑上的位置", file.toString());
        click("试这个文件");
    }

    private void check() {
        assertThat(title()).isEqualTo("请核对");
        assertThat(BrowserlessPages.text())
                .contains("安居房产 · 示例路 1 号", "浦东一店（房产中介） · 徐汇家政店（家政）", "1,200,000 人", "张伟 · zhangwei")
                .doesNotContain("!", PASSWORD);
        _click(_find(Button.class, spec -> spec.withText("修改")).get(0));
        type("地址", "示例路 2 号");
        click("继续");
        assertThat(title()).isEqualTo("请核对");
        click("核对无误，完成设置");

        assertThat(title()).isEqualTo("设置完成");
        Firm firm = context.getBean(Firms.class).firm();
        assertThat(firm.address()).isEqualTo("示例路 2 号");
        assertThat(firm.jurisdiction()).isEqualTo("CN");
        List<Branch> branches = context.getBean(Firms.class).branches();
        assertThat(branches)
                .extracting(Branch::sector)
                .containsExactlyInAnyOrder(Sector.BROKERAGE, Sector.HOUSEKEEPING);
        StaffAccount first =
                context.getBean(StaffAccounts.class).byUsername("zhangwei").orElseThrow();
        assertThat(first.roles()).containsExactly(Role.ADMINISTRATOR);
        assertThat(first.branches()).hasSize(2);
        assertThat(context.getBean(PasswordEncoder.class)
                        .matches(PASSWORD, context.getBean(StaffPasswords.class).hashOf("zhangwei")))
                .isTrue();
        assertThat(jdbc.sql("SELECT people FROM firm_size").query(Long.class).single())
                .isEqualTo(1_200_000);
        assertThat(jdbc.sql("SELECT occasion FROM pledge WHERE account_id = ?")
                        .param(first.id())
                        .query(String.class)
                        .single())
                .isEqualTo("JOINING");
        assertThat(jdbc.sql("SELECT DISTINCT outcome FROM evidence_entry WHERE outcome IS NOT NULL")
                        .query(String.class)
                        .list())
                .contains("LINK_MADE", "LINK_USED", "OPENS", "CREATED", "PLEDGED", "SET_UP");
        theLinkIsDead();
    }

    private void theLinkIsDead() {
        SetUpDoor door = context.getBean(SetUpDoor.class);
        assertThat(door.isOpen()).isFalse();
        assertThat(door.mayAskForLink()).isFalse();
        assertThat(door.enter(console.secret(), "another browser")).isFalse();
        assertThat(jdbc.sql("SELECT count(*) FROM setup WHERE finished_at IS NOT NULL AND answers IS NULL")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        BrowserlessPages.go("setup/firm");
        assertThat(title()).isEqualTo("公司已经设置好了");
    }

    private void browser() {
        BrowserlessPages.close();
        BrowserlessPages.open(context, "io.shouxin.setup.ui");
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private static void type(String label, String value) {
        _setValue(field(label), value);
    }

    private static PasswordField passwordField(String label) {
        return _get(PasswordField.class, spec -> spec.withLabel(label));
    }

    private static void password(String label, String value) {
        _setValue(passwordField(label), value);
    }

    private static void click(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private static String title() {
        return _get(H1.class).getText();
    }
}
