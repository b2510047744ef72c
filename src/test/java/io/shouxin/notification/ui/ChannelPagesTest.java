package io.shouxin.notification.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.notification.ChannelStage.Stage;
import io.shouxin.notification.ChannelTest;
import io.shouxin.notification.Channels;
import io.shouxin.notification.Channels.Channel;
import io.shouxin.notification.SmtpSettings.Security;
import io.shouxin.notification.StubGateway.Reply;
import io.shouxin.notification.StubMailServer;
import io.shouxin.notification.StubMailServer.Step;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.Role;
import io.shouxin.shared.ui.StaffBanner;
import io.shouxin.testing.BrowserlessPages;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How an administrator sets up a channel and tries it, and what everybody is told while there is none. */
@ChannelTest
@ExtendWith(BrowserlessPages.class)
class ChannelPagesTest {

    private static final String ROUTE = "staff/administration/channels";

    private final ApplicationContext context;
    private final Stage stage;
    private final Channels channels;

    @Autowired
    ChannelPagesTest(ApplicationContext context, Stage stage, Channels channels) {
        this.context = context;
        this.stage = stage;
        this.channels = channels;
    }

    @BeforeEach
    void open() {
        stage.open();
    }

    private <T> T browse(String address, Supplier<T> look) {
        return stage.asAdmin(() -> {
            BrowserlessPages.open(context, "io.shouxin.notification.ui", "io.shouxin.identity.ui");
            BrowserlessPages.go(address);
            return look.get();
        });
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private static void click(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private Channel only() {
        return stage.asAdmin(channels::all).get(0);
    }

    private static void fillInMail(int port) {
        _setValue(field("服务器"), "localhost");
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("端口")), port);
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Security> security = _get(RadioButtonGroup.class);
        _setValue(security, Security.NONE);
        _setValue(field("用户名"), "clerk");
        _setValue(_get(PasswordField.class), "pass word");
        _setValue(field("发件邮箱"), "privacy@firm.example");
    }

    @Test
    void a_mail_server_is_entered_tried_and_switched_on_and_its_password_never_shown_again() {
        String after = browse(ROUTE + "/smtp", () -> {
            fillInMail(stage.mail().port());
            click("保存");
            assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                    .isEqualTo(ROUTE + "/" + idOfOnly());
            assertThat(_get(PasswordField.class).getValue()).isEmpty();
            assertThat(_get(PasswordField.class).getHelperText()).contains("不再显示");

            _setValue(field("邮箱"), "me@firm.example");
            click("发送测试消息");
            assertThat(BrowserlessPages.text()).contains("对方已接收");
            assertThat(stage.mail().mails()).hasSize(1);

            click("启用");
            return BrowserlessPages.text();
        });
        assertThat(after).contains("使用中").doesNotContain("pass word", "!");
        assertThat(only().active()).isTrue();
        assertThat(only().settings().toString()).doesNotContain("pass word");
    }

    private String idOfOnly() {
        return channels.all().get(0).id().toString();
    }

    @Test
    void what_is_wrong_is_told_at_its_field_and_nothing_is_lost() {
        browse(ROUTE + "/smtp", () -> {
            fillInMail(stage.mail().port());
            _setValue(field("服务器"), "mail.example");
            click("保存");
            assertThat(_get(RadioButtonGroup.class).isInvalid()).isTrue();
            assertThat(BrowserlessPages.text()).contains("只有本机");
            assertThat(field("用户名").getValue()).isEqualTo("clerk");
            assertThat(_get(PasswordField.class).getValue()).isEqualTo("pass word");
            assertThat(channels.all()).isEmpty();
            return true;
        });
    }

    @Test
    void a_trial_that_fails_says_why_and_what_to_do() {
        UUID id = stage.mailChannel();
        stage.mail().at(Step.AUTH, "535 no");
        String refused = trial(id, "邮箱", "me@firm.example");
        assertThat(refused).contains("没有发出：对方不接受账号", "请重新填写账号和密钥").doesNotContain("!");

        stage.mail().forget();
        stage.mail().at(Step.END, StubMailServer.HANGS_UP);
        assertThat(trial(id, "邮箱", "me@firm.example")).contains("发出与否不明", "系统不会自行重发");

        assertThat(trial(id, "邮箱", "13507451170")).doesNotContain("对方已接收");
    }

    private String trial(UUID id, String label, String to) {
        return browse(ROUTE + "/" + id, () -> {
            _setValue(field(label), to);
            click("发送测试消息");
            return BrowserlessPages.text();
        });
    }

    @Test
    void a_gateway_is_tried_by_sms_and_every_step_is_in_the_log() {
        UUID id = stage.sms(false);
        stage.gateway().answers(Reply.ok("{\"code\":0}"));
        assertThat(trial(id, "手机号", "13507451170")).contains("对方已接收");
        assertThat(stage.gateway().calls().get(0).body()).contains("测试消息", "13507451170");
        browse(ROUTE + "/" + id, () -> {
            assertThat(_get(TextArea.class, spec -> spec.withLabel("请求头")).getValue())
                    .isEqualTo("Authorization: Bearer {secret}");
            _setValue(_get(IntegerField.class, spec -> spec.withLabel("每分钟最多")), 30);
            click("保存");
            return true;
        });
        assertThat(only().perMinute()).isEqualTo(30);
        assertThat(trial(id, "手机号", "13507451170")).contains("对方已接收");
        assertThat(stage.gateway().calls().get(1).header("Authorization")).endsWith("s3cret-of-the-gateway");

        List<String> logged = context.getBean(JdbcClient.class)
                .sql(
                        "SELECT kind || ' ' || outcome FROM evidence_entry WHERE target_type = 'channel' AND target_id = ? ORDER BY ins")
                .param(id.toString())
                .query(String.class)
                .list();
        assertThat(logged)
                .containsExactly(
                        "SETTING_CHANGED CHANNEL_ADDED",
                        "SETTING_CHANGED CHANNEL_ACTIVATED",
                        "MESSAGE_SENT TEST_TAKEN",
                        "SETTING_CHANGED CHANNEL_CHANGED",
                        "MESSAGE_SENT TEST_TAKEN");
    }

    @Test
    void templates_of_a_cloud_are_entered_beside_our_wording() {
        String page = browse(ROUTE + "/aliyun", () -> {
            String shown = BrowserlessPages.text();
            _setValue(field("AccessKey ID"), "key-id");
            _setValue(_get(PasswordField.class), "key-secret");
            _setValue(field("短信签名"), "测试房产");
            TextField template = _find(TextField.class).stream()
                    .filter(each -> each.getAriaLabel().orElse("").equals("验证码 · 模板代码"))
                    .findFirst()
                    .orElseThrow();
            _setValue(template, "SMS_1");
            click("保存");
            return shown;
        });
        assertThat(page).contains("验证码 {code}，10 分钟内有效").doesNotContain("!");
        assertThat(only().settings().supports("code", "zh")).isTrue();
        assertThat(only().settings().supports("received", "zh")).isFalse();
    }

    @Test
    void who_is_no_administrator_reaches_no_channel() {
        UUID id = stage.sms(false);
        for (String user : List.of("clerk", "officer")) {
            assertThatThrownBy(() -> stage.firm().asStaff(user, channels::all)).isInstanceOf(AccessRefused.class);
            assertThatThrownBy(() -> stage.firm().asStaff(user, () -> channels.tryOut(id, "13507451170", "zh")))
                    .isInstanceOf(AccessRefused.class);
        }
    }

    @Test
    void a_channel_that_is_removed_has_forgotten_its_keys() {
        UUID id = stage.sms(false);
        stage.asAdmin(() -> {
            channels.remove(id);
            return id;
        });
        assertThat(context.getBean(JdbcClient.class)
                        .sql("SELECT settings IS NULL FROM message_channel WHERE id = ?")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(browse(ROUTE, BrowserlessPages::text)).contains("还没有发送方式").doesNotContain("网关");
    }

    @Test
    void while_no_code_can_be_sent_staff_and_clients_are_told() {
        StaffBanner banner = context.getBean(StaffBanner.class);
        String front = browse("signin", () -> {
            assertThat(banner.banner(actor(Role.ADMINISTRATOR))
                            .orElseThrow()
                            .getElement()
                            .getTextRecursively())
                    .contains("客户收不到验证码", "去设置");
            assertThat(banner.banner(actor(Role.STAFF))
                            .orElseThrow()
                            .getElement()
                            .getTextRecursively())
                    .contains("请管理员");
            assertThat(_find(TextField.class)).isEmpty();
            return BrowserlessPages.text();
        });
        assertThat(front)
                .contains("现在不能发送验证码", "021-5550 0100", "privacy@firm.example", "测试路 1 号")
                .doesNotContain("!");
        assertThat(browse("track", BrowserlessPages::text)).contains("现在不能发送验证码");

        stage.sms(false);
        browse("signin", () -> {
            assertThat(banner.banner(actor(Role.STAFF))).isEmpty();
            assertThat(_find(TextField.class)).hasSize(1);
            return true;
        });
    }

    private static Actor actor(Role role) {
        return new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "x", Set.of(role), Set.of());
    }
}
