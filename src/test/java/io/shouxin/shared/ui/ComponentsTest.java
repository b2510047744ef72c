package io.shouxin.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.Element;
import io.shouxin.shared.Actor;
import io.shouxin.shared.Role;
import io.shouxin.testing.EmptyPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyPage.class)
class ComponentsTest {

    private static final Instant NINE_TWELVE_IN_CHINA = Instant.parse("2026-11-23T01:12:00Z");

    @Test
    void a_timeline_is_an_ordered_list_whose_present_step_is_marked() {
        Timeline timeline = new Timeline()
                .done("已受理", NINE_TWELVE_IN_CHINA, "手机提交")
                .now("专员审核", "")
                .next("答复");
        assertThat(timeline.getElement().getTag()).isEqualTo("ol");
        assertThat(timeline.getElement().getChildren().map(item -> item.getAttribute("aria-current")))
                .containsExactly(null, "step", null);
        assertThat(timeline.getElement().getChildren().map(Element::getTextRecursively))
                .containsExactly("已完成：已受理11 月 23 日 09:12 · 手机提交", "正在进行：专员审核", "尚未开始：答复");
    }

    @Test
    void the_steps_of_a_process_are_a_named_list() {
        StepTrail trail = new StepTrail().done("受理").now("审核").next("答复");
        assertThat(trail.getElement().getAttribute("role")).isEqualTo("list");
        assertThat(trail.getElement().getAttribute("aria-label")).isEqualTo("办理步骤");
    }

    @Test
    void a_passing_word_takes_the_place_of_the_one_before() {
        Notification first = Toast.done("一");
        Notification second = Toast.problem("二");
        assertThat(first.isOpened()).isFalse();
        assertThat(second.isOpened()).isTrue();
    }

    @Test
    void a_moment_is_machine_readable_and_in_china_time() {
        TimeText time = new TimeText(NINE_TWELVE_IN_CHINA);
        assertThat(time.getElement().getTag()).isEqualTo("time");
        assertThat(time.getElement().getAttribute("datetime")).isEqualTo("2026-11-23T09:12+08:00");
        UI.getCurrent().setLocale(Locale.ENGLISH);
        assertThat(new TimeText(NINE_TWELVE_IN_CHINA).getText()).isEqualTo("23 Nov 09:12");
    }

    @Test
    void a_receipt_is_told_by_its_day_whether_or_not_its_hour_is_known() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        assertThat(TimeText.received(NINE_TWELVE_IN_CHINA).getText()).isEqualTo("23 November 2026");
        assertThat(TimeText.received(Instant.parse("2026-11-22T16:00:00Z")).getText())
                .isEqualTo("23 November 2026");
    }

    @Test
    void a_masked_value_asks_each_time_it_is_shown() {
        AtomicInteger views = new AtomicInteger();
        MaskedValue value = new MaskedValue("135****1170", () -> {
            views.incrementAndGet();
            return "13507451170";
        });
        assertThat(text(value)).contains("135****1170").doesNotContain("13507451170");
        Button toggle = (Button)
                value.getChildren().filter(Button.class::isInstance).findFirst().orElseThrow();
        toggle.click();
        assertThat(text(value)).contains("13507451170", "隐藏");
        toggle.click();
        assertThat(text(value)).contains("135****1170", "显示").doesNotContain("13507451170");
        toggle.click();
        assertThat(views).hasValue(2);
    }

    @Test
    void a_refused_view_leaves_the_value_masked() {
        MaskedValue value = new MaskedValue("135****1170", () -> {
            throw new IllegalStateException();
        });
        Button toggle = (Button)
                value.getChildren().filter(Button.class::isInstance).findFirst().orElseThrow();
        assertThatThrownBy(toggle::click).isInstanceOf(IllegalStateException.class);
        assertThat(text(value)).contains("135****1170", "显示");
    }

    @Test
    void a_summary_row_names_what_its_link_changes() {
        SummaryList list = new SummaryList().row("手机号", "135****1170", () -> {});
        Element change = list.getElement().getChild(0).getChild(2).getChild(0);
        assertThat(change.getAttribute("aria-label")).isEqualTo("修改手机号");
        assertThat(list.getElement().getTag()).isEqualTo("dl");
    }

    @Test
    void a_key_does_what_its_button_does_unless_the_button_is_disabled() {
        List<String> done = new ArrayList<>();
        DecisionBar bar = new DecisionBar();
        Button approve = bar.button("通过", "A", () -> done.add("approved"));
        UI.getCurrent().add(bar);
        assertThat(SingleKeys.bound(UI.getCurrent())).containsExactly(new SingleKeys.Binding("A", "通过"));
        bar.press("a");
        approve.setEnabled(false);
        bar.press("a");
        assertThat(done).containsExactly("approved");
    }

    @Test
    void keys_leave_the_legend_with_their_page() {
        DecisionBar bar = new DecisionBar().primary("通过", "A", () -> {});
        UI.getCurrent().add(bar);
        UI.getCurrent().remove(bar);
        assertThat(SingleKeys.bound(UI.getCurrent())).isEmpty();
    }

    @Test
    void a_question_page_refuses_a_step_beyond_the_last() {
        assertThatThrownBy(() -> new QuestionPage("?").step(6, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThat(text(new QuestionPage("?").step(3, 5))).contains("第 3 步，共 5 步");
    }

    @Test
    void a_rail_item_is_for_its_roles_only() {
        RailItem item = RailItem.of(RailSection.LEGAL, 1, "x", VaadinIcon.LOCK, Chip.class)
                .forRoles(Role.LEGAL, Role.AUDITOR);
        assertThat(item.isFor(Actor.ANONYMOUS)).isFalse();
        assertThat(item.isFor(new Actor(Actor.Kind.STAFF, null, "", Set.of(Role.AUDITOR), Set.of())))
                .isTrue();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
