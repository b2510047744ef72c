package io.shouxin.sweep.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.DecisionBar;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.spine.SweepDesk;
import io.shouxin.spine.TestFirm;
import io.shouxin.sweep.DueRecount;
import io.shouxin.sweep.SweepDoubt;
import io.shouxin.sweep.Sweeps;
import io.shouxin.testing.BrowserlessPages;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The privacy officer looks for what is due, a second person returns it, both approve; in both languages. */
@SpringBootTest
@Import(TestFirm.class)
@ExtendWith(BrowserlessPages.class)
class SweepPagesTest {

    private final ApplicationContext context;
    private final TestFirm firm;
    private final SweepDesk desk;
    private final DueRecount recount;
    private final JdbcClient jdbc;

    @Autowired
    SweepPagesTest(
            ApplicationContext context,
            TestFirm firm,
            Sweeps sweeps,
            Inbox inbox,
            DueRecount recount,
            JdbcClient jdbc) {
        this.context = context;
        this.firm = firm;
        this.desk = new SweepDesk(firm, sweeps, inbox);
        this.recount = recount;
        this.jdbc = jdbc;
    }

    @Test
    void from_the_search_to_the_certificate_through_the_pages() {
        firm.open();
        SweepDesk.nothingIsDue(recount, jdbc);
        TestFirm.Client client = firm.client("swept", LocalDate.of(2010, 6, 30));
        String list = browse("officer", () -> {
            BrowserlessPages.go("staff/sweeps");
            assertThat(BrowserlessPages.text())
                    .contains("到期清理", "还没有清理过", "匿名化后留下的计数", "少于 5 人的不显示人数")
                    .doesNotContain("!");
            _click(_get(Button.class, spec -> spec.withText("查找到期记录")));
            return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
        });
        UUID sweep = UUID.fromString(list.substring(list.lastIndexOf('/') + 1));

        String detail = browse("officer", () -> {
            BrowserlessPages.go("staff/sweeps/" + sweep);
            assertThat(_find(RouteLink.class).stream().map(RouteLink::getHref))
                    .contains("staff/sweeps")
                    .doesNotContain("staff/sweeps/" + sweep);
            return BrowserlessPages.text();
        });
        assertThat(desk.task(sweep, "officer", "sweep-approval").caseChannel()).isEqualTo("OFFICER");
        assertThat(Texts.chinese().get("Channel.OFFICER")).isEqualTo("负责人发起");
        assertThat(detail)
                .contains("演算结果", "抽查（已遮盖）", "最后一个保存期已满", "含敏感或儿童信息，须两人", "打开任务")
                .doesNotContain("!", "RULE_OVER", "SWEEP_")
                .doesNotContain(client.canaries().toArray(String[]::new));

        onTask("officer", sweep, "sweep-approval", () -> {
            assertThat(BrowserlessPages.text()).contains("将销毁 2 人的 9 条记录").doesNotContain("!");
            _get(DecisionBar.class).press("R");
            assertThat(BrowserlessPages.text()).contains("请选择有什么疑问");
            _get(DecisionBar.class).press("A");
            assertThat(told()).contains("已批准，转第二人复核");
            return sweep;
        });
        onTask("second", sweep, "sweep-confirmation", () -> {
            _setValue(doubt(), SweepDoubt.FACTS_WRONG);
            _get(DecisionBar.class).press("R");
            return sweep;
        });
        onTask("officer", sweep, "sweep-approval", () -> {
            assertThat(BrowserlessPages.text()).contains("第二人已退回", "日期或类别有误");
            _get(DecisionBar.class).press("A");
            return sweep;
        });
        onTask("second", sweep, "sweep-confirmation", () -> {
            _get(DecisionBar.class).press("A");
            assertThat(told()).contains("已复核确认，开始销毁");
            return sweep;
        });
        desk.completed(sweep);

        String done = browse("second", () -> {
            UI.getCurrent().setLocale(Locale.ENGLISH);
            BrowserlessPages.go("staff/sweeps/" + sweep);
            return BrowserlessPages.text();
        });
        assertThat(done)
                .contains("Completed", "Records destroyed", "Certificate (English)")
                .doesNotContain("!")
                .doesNotContainPattern("\\p{IsHan}{8}");
    }

    private static String told() {
        return NotificationsKt.getNotifications().get(0).getElement().getProperty("text");
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<SweepDoubt> doubt() {
        return _get(RadioButtonGroup.class, spec -> spec.withLabel("有什么疑问？"));
    }

    private void onTask(String who, UUID sweep, String kind, Supplier<UUID> look) {
        InboxTask task = desk.task(sweep, who, kind);
        browse(who, () -> {
            BrowserlessPages.go("staff/inbox/" + task.id());
            return look.get();
        });
    }

    private <T> T browse(String who, Supplier<T> look) {
        return firm.asStaff(who, () -> {
            BrowserlessPages.open(context, "io.shouxin.sweep.ui", "io.shouxin.inbox.ui", "io.shouxin.request.ui.staff");
            return look.get();
        });
    }
}
