package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import io.shouxin.notification.ChannelStage.Stage;
import io.shouxin.notification.ChannelTest;
import io.shouxin.notification.MessageView;
import io.shouxin.notification.StubGateway;
import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import io.shouxin.request.CaseNotices;
import io.shouxin.request.Channel;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestIntake;
import io.shouxin.shared.NotFound;
import io.shouxin.spine.DeletionWish;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.BrowserlessPages;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What staff see and do where a message did not reach the client. */
@ChannelTest
@ExtendWith(BrowserlessPages.class)
class NoticesPanelTest {

    private final ApplicationContext context;
    private final Stage stage;
    private final RequestIntake intake;
    private final CaseNotices notices;

    @Autowired
    NoticesPanelTest(ApplicationContext context, Stage stage, RequestIntake intake, CaseNotices notices) {
        this.context = context;
        this.stage = stage;
        this.intake = intake;
        this.notices = notices;
    }

    @BeforeEach
    void open() {
        stage.open();
    }

    private RequestId submit(String tag) {
        TestFirm.Client client = stage.firm().client(tag, null);
        return TestFirm.asClient(client.id(), () -> intake.submit(
                        DeletionWish.of(client, Channel.PORTAL).request())
                .id());
    }

    private <T> T browse(String user, String address, Supplier<T> look) {
        return stage.firm().asStaff(user, () -> {
            BrowserlessPages.open(context, "io.shouxin.request.ui.staff");
            BrowserlessPages.go(address);
            return look.get();
        });
    }

    @Test
    void a_clerk_sees_that_the_client_was_not_told_and_notes_who_told_them() {
        RequestId id = submit("not-told");
        assertThat(browse("clerk", "staff/undelivered", BrowserlessPages::text)).contains("收到申请", "没有可用的方式");

        String after = browse("clerk", "staff/cases/" + id, () -> {
            assertThat(BrowserlessPages.text())
                    .contains("条消息没有送到客户", "请打电话、寄信或当面告知客户")
                    .doesNotContain("!");
            while (!_find(Button.class, spec -> spec.withText("已另行告知")).isEmpty()) {
                _click(_find(Button.class, spec -> spec.withText("已另行告知")).get(0));
            }
            return BrowserlessPages.text();
        });
        assertThat(after).contains("已另行告知客户 · clerk");
        assertThat(browse("clerk", "staff/cases/" + id, BrowserlessPages::text)).doesNotContain("条消息没有送到客户");
    }

    @Test
    void another_branch_neither_sees_nor_settles_it() {
        RequestId id = submit("other-branch");
        UUID message =
                stage.firm().asStaff("clerk", () -> notices.of(id)).get(0).id();
        assertThat(stage.firm().asStaff("clerk2", () -> notices.of(id))).isEmpty();
        assertThat(stage.firm().asStaff("clerk2", notices::undelivered))
                .noneMatch(each -> each.request().id().equals(id));
        assertThatThrownBy(() -> stage.firm().asStaff("clerk2", () -> {
                    notices.settle(id, message, MessageView.Settled.ARRIVED);
                    return id;
                }))
                .isInstanceOf(NotFound.class);
        assertThat(stage.firm().asStaff("clerk", notices::undelivered))
                .anyMatch(each -> each.request().id().equals(id));
    }

    @Test
    void a_client_whose_mailbox_is_on_file_gets_notices_by_mail_where_there_is_no_sms() {
        TestFirm.Client client = stage.firm().client("mailbox-on-file", null);
        stage.firm().store(client, Category.CONTACT, Classification.GENERAL, Map.of("EMAIL", "Client@Example.com"));
        stage.mailChannel();
        TestFirm.asClient(
                client.id(),
                () -> intake.submit(DeletionWish.of(client, Channel.PORTAL).request()));
        await().atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(stage.mail().mails())
                        .isNotEmpty()
                        .allMatch(mail -> mail.contains("To: client@example.com")));
    }

    @Test
    void a_message_goes_out_again_once_there_is_a_channel() {
        RequestId id = submit("goes-out-again");
        stage.sms(false);
        stage.gateway().answers(StubGateway.Reply.ok("{\"code\":0}"));
        String after = browse("clerk", "staff/cases/" + id, () -> {
            _click(_find(Button.class, spec -> spec.withText("重新发送")).get(0));
            return BrowserlessPages.text();
        });
        assertThat(after).containsAnyOf("等待发送", "正在发送", "已发出");
    }
}
