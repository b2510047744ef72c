package io.shouxin.inbox.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import io.shouxin.deadline.Clocks;
import io.shouxin.evidence.ShownRows;
import io.shouxin.inbox.AlreadyClaimed;
import io.shouxin.inbox.BulkActs;
import io.shouxin.inbox.DueWarnings;
import io.shouxin.inbox.HandOvers;
import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.inbox.ListFilter;
import io.shouxin.inbox.Reminders;
import io.shouxin.inbox.SavedView;
import io.shouxin.inbox.SavedViews;
import io.shouxin.inbox.StaffNames;
import io.shouxin.inbox.TaskGone;
import io.shouxin.platform.Firms;
import io.shouxin.record.PersonData;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import io.shouxin.shared.ui.ListRow;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.SingleKeys;
import io.shouxin.shared.ui.SplitPage;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.UiTexts;
import io.shouxin.testing.EmptyPage;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyPage.class)
class InboxViewTest {

    private static final UUID ME = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private final Inbox inbox = mock(Inbox.class);
    private final Reminders reminders = mock(Reminders.class);
    private final List<InboxTask> tasks = new ArrayList<>(List.of(task("000451"), task("000482"), task("000489")));
    private final SavedViews saved = mock(SavedViews.class);
    private final BulkActs bulk = mock(BulkActs.class);
    private final HandOvers handOvers = mock(HandOvers.class);
    private final TaskPresence presence = new TaskPresence();
    private @Nullable Decider decider;
    private @Nullable ListFilter asked;

    /** Takes the place of the view in the router, to see where the view leads. */
    @Route(value = "staff/inbox", registerAtStartup = false)
    public static final class Address extends Div implements HasUrlParameter<String> {

        static @Nullable String shown;

        @Override
        public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String parameter) {
            shown = parameter;
        }
    }

    @BeforeEach
    void openInbox() {
        Address.shown = null;
        RouteConfiguration.forApplicationScope().setAnnotatedRoute(Address.class);
        when(inbox.list(any(ListFilter.class), anyInt(), anyInt())).thenAnswer(call -> {
            ListFilter filter = call.getArgument(0);
            asked = filter;
            return List.copyOf(tasks);
        });
        when(inbox.counts(any())).thenAnswer(call -> ((List<?>) call.getArgument(0))
                .stream()
                        .map(filter -> ((ListFilter) filter).isWholePart() ? tasks.size() : 7)
                        .toList());
        when(handOvers.whoMaySee(any(), any())).thenAnswer(call -> call.getArgument(1));
        when(inbox.kinds()).thenReturn(Set.of("review-decisions"));
        when(inbox.count(any(Inbox.Filter.class))).thenAnswer(call -> tasks.size());
        when(inbox.get(any())).thenAnswer(call -> tasks.stream()
                .filter(task -> task.id().equals(call.getArgument(0)))
                .findFirst()
                .orElseThrow(() -> new NotFound("task", call.getArgument(0))));
        when(inbox.mayDecide(any())).thenAnswer(call -> {
            UUID holder = ((InboxTask) call.getArgument(0)).assignee();
            return holder == null || holder.equals(ME);
        });
    }

    @Test
    void the_first_task_is_opened_and_its_id_is_in_the_address() {
        InboxView view = view();
        BeforeEvent event = mock(BeforeEvent.class);
        view.setParameter(event, null);
        verify(event).forwardTo(InboxView.class, tasks.get(0).id().toString());
    }

    @Test
    void an_inbox_without_tasks_still_has_a_heading() {
        tasks.clear();
        InboxView view = view();
        view.setParameter(mock(BeforeEvent.class), null);
        assertThat(_get(H1.class).getText()).isEqualTo(UiTexts.text("inbox.nothing"));
    }

    @Test
    void a_row_says_right_kind_reference_and_how_it_came() {
        open(1);
        assertThat(row(1).getElement().getTextRecursively()).contains("删除 · 逐条核对", "SC-2026-000482", "网上提交");
        assertThat(row(1).getElement().getAttribute("aria-current")).isEqualTo("true");
        assertThat(row(0).getElement().getAttribute("aria-current")).isEqualTo("false");
    }

    @Test
    void where_a_row_wraps_the_dot_stays_with_what_stands_before_it() {
        open(0);
        assertThat(row(1).getElement().getTextRecursively())
                .contains("SC-2026-000482\u00a0· ")
                .doesNotContain("SC-2026-000482 ·");
    }

    @Test
    void a_row_says_that_the_second_person_returned_the_case() {
        tasks.set(1, in(tasks.get(1), null, false, true));
        open(0);
        assertThat(row(1).getElement().getTextRecursively()).contains("退回");
        assertThat(row(0).getElement().getTextRecursively()).doesNotContain("退回");
    }

    @Test
    void a_returned_case_is_not_told_as_decided() {
        open(0);
        String number = tasks.get(0).caseReference();
        decided(Map.of("outcome", "RETURNED", "text", "请再核对"), () -> tasks.remove(0));
        NotificationsKt.expectNotifications(number + " 已退回。下一件：" + tasks.get(0).caseReference());
    }

    @Test
    void the_last_decision_says_that_nothing_is_left() {
        tasks.subList(1, tasks.size()).clear();
        open(0);
        String number = tasks.get(0).caseReference();
        decided(Map.of("outcome", "APPROVED"), tasks::clear);
        NotificationsKt.expectNotifications(number + " 已核对通过。没有下一件了");
    }

    @Test
    void what_was_decided_says_where_the_case_went() {
        tasks.subList(1, tasks.size()).clear();
        open(0);
        String number = tasks.get(0).caseReference();
        assertThat(java.util.Objects.requireNonNull(decider).decide(Map.of("outcome", "APPROVED"), "second"))
                .isTrue();
        NotificationsKt.expectNotifications(number + " 已核对通过，转第二人复核。没有下一件了");
    }

    @Test
    void who_confirms_as_a_second_person_is_not_told_that_anything_was_approved() {
        tasks.set(0, task("000451", "second-review"));
        tasks.subList(1, tasks.size()).clear();
        open(0);
        String number = tasks.get(0).caseReference();
        decided(Map.of("outcome", "APPROVED"), tasks::clear);
        NotificationsKt.expectNotifications(number + " 已复核确认。没有下一件了");
    }

    @Test
    void an_empty_inbox_says_what_will_appear() {
        tasks.clear();
        InboxView view = view();
        view.setParameter(mock(BeforeEvent.class), null);
        assertThat(view.getElement().getTextRecursively()).contains("没有待办", "会自动出现在这里");
    }

    @Test
    void a_task_that_is_gone_is_told_in_a_sentence() {
        InboxView view = view();
        view.setParameter(mock(BeforeEvent.class), UUID.randomUUID().toString());
        assertThat(view.getElement().getTextRecursively())
                .contains("这件不在您的待办里", "案件可能还在办理")
                .doesNotContain("已经处理完");
        assertThatCode(() -> view.setParameter(mock(BeforeEvent.class), "no-id"))
                .doesNotThrowAnyException();
    }

    @Test
    void ones_own_decision_is_not_told_as_somebody_elses() {
        UUID done = tasks.get(0).id();
        InboxView view = open(0);
        decided(Map.of("outcome", "APPROVED"), () -> tasks.set(0, done(tasks.get(0), ME)));
        view.refresh();
        view.setParameter(mock(BeforeEvent.class), done.toString());
        assertThat(view.getElement().getTextRecursively()).contains("您已经处理完这件").doesNotContain("别人");
    }

    @Test
    void what_one_decided_in_another_window_is_told_as_ones_own() {
        InboxView view = open(0);
        UUID id = tasks.get(0).id();
        when(inbox.claim(id)).thenThrow(new TaskGone(id));
        tasks.set(0, done(tasks.get(0), ME));
        press(view, "C");
        NotificationsKt.expectNotifications("您已经处理完这件。请看左边的列表。");
    }

    @Test
    void who_was_faster_is_named() {
        tasks.set(0, done(tasks.get(0), OTHER));
        InboxView view = open(0);
        assertThat(view.getElement().getTextRecursively()).contains("王芳 已经处理完这件");
    }

    @Test
    void keys_move_through_the_list() {
        InboxView view = open(0);
        press(view, "J");
        assertThat(Address.shown).isEqualTo(tasks.get(1).id().toString());
        view.setParameter(mock(BeforeEvent.class), Address.shown);
        press(view, "K");
        assertThat(Address.shown).isEqualTo(tasks.get(0).id().toString());
        assertThat(SingleKeys.bound(UI.getCurrent()))
                .extracting(SingleKeys.Binding::key)
                .contains("J", "K", "C");
    }

    @Test
    void a_claim_that_comes_too_late_names_the_holder_and_loses_nothing() {
        InboxView view = open(0);
        when(inbox.claim(tasks.get(0).id()))
                .thenThrow(new AlreadyClaimed(tasks.get(0).id(), OTHER));
        tasks.set(0, held(tasks.get(0), OTHER));
        press(view, "C");
        NotificationsKt.expectNotifications("王芳 正在处理这件，您的操作没有生效，也没有丢失。");
        assertThat(_get(StaffPage.class).getElement().getTextRecursively()).contains("王芳 正在处理");
    }

    @Test
    void what_was_taken_is_given_back_and_what_others_have_is_not() {
        open(0);
        InboxTask mine = held(tasks.get(0), ME);
        when(inbox.claim(mine.id())).thenReturn(mine);
        when(inbox.release(mine.id())).thenReturn(tasks.get(0));
        Decider desk = java.util.Objects.requireNonNull(decider);
        desk.giveBack();
        verify(inbox, never()).release(any());
        assertThat(desk.begin()).isTrue();
        assertThat(desk.inHand()).isTrue();
        desk.giveBack();
        verify(inbox).release(mine.id());
        assertThat(desk.inHand()).isFalse();
    }

    @Test
    void the_panel_hears_when_a_colleague_takes_the_open_task_and_gives_it_back() {
        InboxView view = open(0);
        Decider desk = java.util.Objects.requireNonNull(decider);
        List<Boolean> heard = new ArrayList<>();
        desk.onHolderChange(() -> heard.add(desk.mayDecide()));
        InboxTask free = tasks.get(0);
        tasks.set(0, held(free, OTHER));
        view.refresh();
        tasks.set(0, free);
        view.refresh();
        assertThat(heard).containsExactly(false, true);
    }

    @Test
    void a_narrow_screen_shows_the_list_until_somebody_chooses_a_task() {
        InboxView view = view();
        view.setParameter(mock(BeforeEvent.class), null);
        view.setParameter(mock(BeforeEvent.class), tasks.get(0).id().toString());
        SplitPage split = _get(SplitPage.class);
        assertThat(split.hasClassName("detail-open")).as("forwarded").isFalse();
        view.setParameter(mock(BeforeEvent.class), tasks.get(1).id().toString());
        assertThat(split.hasClassName("detail-open")).as("chosen").isTrue();
        _click(_get(Button.class, spec -> spec.withText("返回列表")));
        assertThat(split.hasClassName("detail-open")).as("went back").isFalse();
    }

    @Test
    void a_decision_opens_the_task_that_stood_next() {
        open(1);
        UUID done = tasks.get(1).id();
        UUID next = tasks.get(2).id();
        assertThat(decided(Map.of("outcome", "APPROVED"), () -> tasks.remove(1)))
                .isTrue();
        verify(inbox).decide(done, Map.of("outcome", "APPROVED"));
        assertThat(Address.shown).isEqualTo(next.toString());
    }

    @Test
    void a_decision_on_a_task_that_is_done_is_told_and_the_next_one_opens() {
        open(0);
        doThrow(new TaskGone(tasks.get(0).id()))
                .when(inbox)
                .decide(eq(tasks.get(0).id()), any());
        UUID next = tasks.get(1).id();
        tasks.remove(0);
        assertThat(java.util.Objects.requireNonNull(decider).decide(Map.of())).isFalse();
        assertThat(Address.shown).isEqualTo(next.toString());
    }

    @Test
    void news_redraw_the_list_and_leave_the_open_task_alone() {
        InboxView view = open(0);
        Component detail = _get(StaffPage.class);
        tasks.add(task("000490"));
        view.refresh();
        assertThat(_find(ListRow.class)).hasSize(4);
        assertThat(_get(StaffPage.class)).isSameAs(detail);
    }

    @Test
    void an_address_that_arrives_twice_sweeps_nothing_away_that_a_key_opened_meanwhile() {
        InboxView view = open(0);
        Component detail = _get(StaffPage.class);
        view.setParameter(mock(BeforeEvent.class), tasks.get(0).id().toString());
        assertThat(_get(StaffPage.class)).isSameAs(detail);
        tasks.set(0, done(tasks.get(0), OTHER));
        view.setParameter(mock(BeforeEvent.class), tasks.get(0).id().toString());
        assertThat(_get(StaffPage.class).getElement().getTextRecursively()).contains("王芳 已经处理完这件");
    }

    @Test
    void keys_that_reach_the_desk_of_a_decided_task_begin_nothing_on_it() {
        InboxTask mine = held(tasks.get(0), ME);
        tasks.set(0, mine);
        open(0);
        Decider desk = java.util.Objects.requireNonNull(decider);
        assertThat(desk.begin()).isTrue();
        decided(Map.of("outcome", "APPROVED"), () -> tasks.remove(0));
        assertThat(desk.begin()).isFalse();
        assertThat(desk.mayDecide()).isFalse();
        verify(inbox, never()).claim(mine.id());
    }

    @Test
    void a_colleague_who_looks_at_the_same_task_is_named_until_she_leaves() {
        UUID task = tasks.get(0).id();
        Runnable leave = presence.enter(task, OTHER, () -> {});
        Runnable leaveSecondWindow = presence.enter(task, OTHER, () -> {});
        open(0);
        assertThat(present()).isEqualTo("王芳 正在查看");
        leave.run();
        presence.tell();
        MockVaadin.clientRoundtrip();
        assertThat(present()).isEqualTo("王芳 正在查看");
        leaveSecondWindow.run();
        presence.tell();
        MockVaadin.clientRoundtrip();
        assertThat(present()).isEmpty();
        presence.enter(task, OTHER, () -> {});
        presence.tell();
        MockVaadin.clientRoundtrip();
        assertThat(present()).isEqualTo("王芳 正在查看");
    }

    @Test
    void whoever_works_on_the_task_is_not_said_to_look_at_it_too() {
        presence.enter(tasks.get(0).id(), OTHER, () -> {});
        tasks.set(0, held(tasks.get(0), OTHER));
        open(0);
        assertThat(_get(StaffPage.class).getElement().getTextRecursively())
                .contains("王芳 正在处理")
                .doesNotContain("正在查看");
    }

    @Test
    void a_page_that_closes_leaves_the_task_and_moving_on_leaves_it_too() {
        InboxView view = open(0);
        assertThat(presence.others(tasks.get(0).id(), OTHER)).containsExactly(ME);
        view.setParameter(mock(BeforeEvent.class), tasks.get(1).id().toString());
        assertThat(presence.others(tasks.get(0).id(), OTHER)).isEmpty();
        assertThat(presence.others(tasks.get(1).id(), OTHER)).containsExactly(ME);
        UI.getCurrent().remove(view);
        assertThat(presence.size()).isZero();
    }

    @Test
    void a_saved_view_has_its_count_and_an_address_that_says_nothing_and_comes_back() {
        SavedView mine = savedView(ListFilter.of(Inbox.Filter.DUE_SOON).inHand(ListFilter.Hand.MINE));
        InboxView view = view();
        view.setParameter(
                at("staff/inbox/" + tasks.get(1).id() + "?view=" + mine.id()),
                tasks.get(1).id().toString());
        assertThat(asked).isEqualTo(mine.filter());
        assertThat(view.getElement().getTextRecursively()).contains("我的急件 7");
        assertThat(row(0).getHref()).isEqualTo("staff/inbox/" + tasks.get(0).id() + "?view=" + mine.id());
        BeforeEvent without = at("staff/inbox?view=" + mine.id());
        view.setParameter(without, null);
        verify(without)
                .forwardTo(
                        eq(InboxView.class),
                        eq(tasks.get(0).id().toString()),
                        org.mockito.ArgumentMatchers.<com.vaadin.flow.router.QueryParameters>argThat(
                                query -> query.getSingleParameter("view")
                                        .orElse("")
                                        .equals(mine.id().toString())));
    }

    @Test
    void the_last_decision_of_a_view_leaves_the_view_open() {
        SavedView mine = savedView(ListFilter.of(Inbox.Filter.DUE_SOON));
        tasks.subList(1, tasks.size()).clear();
        InboxView view = view();
        view.setParameter(
                at("staff/inbox/" + tasks.get(0).id() + "?view=" + mine.id()),
                tasks.get(0).id().toString());
        decided(Map.of("outcome", "APPROVED"), tasks::clear);
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("staff/inbox?view=" + mine.id());
    }

    @Test
    void a_view_that_names_somebody_who_left_says_so_and_one_that_is_gone_too() {
        SavedView old = savedView(ListFilter.of(Inbox.Filter.FOR_ME).heldBy(OTHER));
        when(saved.missing(old)).thenReturn(List.of(SavedViews.Missing.COLLEAGUE_LEFT));
        InboxView view = view();
        view.setParameter(
                at("staff/inbox/" + tasks.get(0).id() + "?view=" + old.id()),
                tasks.get(0).id().toString());
        assertThat(view.getElement().getTextRecursively()).contains("王芳 已经离职");
        view.setParameter(
                at("staff/inbox/x?view=" + UUID.randomUUID()), tasks.get(0).id().toString());
        assertThat(view.getElement().getTextRecursively()).contains("这个视图已经删除").doesNotContain("已经离职");
        assertThat(asked).isEqualTo(ListFilter.of(Inbox.Filter.FOR_ME));
    }

    @Test
    void that_a_view_is_gone_is_said_until_the_person_goes_elsewhere() {
        String gone = UUID.randomUUID().toString();
        InboxView view = view();
        BeforeEvent without = at("staff/inbox?view=" + gone);
        view.setParameter(without, null);
        verify(without)
                .forwardTo(
                        eq(InboxView.class),
                        eq(tasks.get(0).id().toString()),
                        org.mockito.ArgumentMatchers.<com.vaadin.flow.router.QueryParameters>argThat(query ->
                                query.getSingleParameter("view").orElse("").equals(gone)));
        view.setParameter(
                at("staff/inbox/" + tasks.get(0).id() + "?view=" + gone),
                tasks.get(0).id().toString());
        assertThat(view.getElement().getTextRecursively()).contains("这个视图已经删除");
        assertThat(row(1).getHref()).endsWith("?view=" + gone);
        view.setParameter(
                at("staff/inbox/" + tasks.get(0).id()), tasks.get(0).id().toString());
        assertThat(view.getElement().getTextRecursively()).doesNotContain("这个视图已经删除");
        view.setParameter(
                at("staff/inbox/" + tasks.get(0).id() + "?view=%3Cb"),
                tasks.get(0).id().toString());
        assertThat(row(1).getHref()).doesNotContain("%3C", "<");
    }

    @Test
    void a_click_on_a_view_that_somebody_deleted_says_so() {
        SavedView gone = savedView(ListFilter.of(Inbox.Filter.DUE_SOON));
        InboxView view = open(0);
        when(saved.find(gone.id())).thenReturn(java.util.Optional.empty());
        _click(pill("我的急件"));
        com.vaadin.flow.router.Location there = UI.getCurrent().getInternals().getActiveViewLocation();
        assertThat(there.getPathWithQueryParameters()).endsWith("?view=" + gone.id());
        view.setParameter(
                at(there.getPathWithQueryParameters()), tasks.get(0).id().toString());
        assertThat(view.getElement().getTextRecursively()).contains("这个视图已经删除");
    }

    @Test
    void rows_ticks_and_pills_that_say_the_same_stay_when_the_list_is_read_anew() {
        savedView(ListFilter.of(Inbox.Filter.DUE_SOON).inHand(ListFilter.Hand.MINE));
        InboxView view = open(0);
        press(view, "X");
        ListRow last = row(2);
        Checkbox tick = _find(Checkbox.class).get(2);
        NativeButton part = pill("待我处理");
        NativeButton own = pill("我的急件");
        InboxTask first = tasks.get(0);
        tasks.remove(1);
        tasks.add(0, task("000400"));
        tasks.set(1, held(first, ME));
        view.refresh();
        assertThat(_find(ListRow.class)).hasSize(3).element(2).isSameAs(last);
        assertThat(_find(Checkbox.class).get(2)).isSameAs(tick);
        assertThat(_find(Checkbox.class)).extracting(Checkbox::getValue).containsExactly(false, true, false);
        assertThat(row(1).getElement().getTextRecursively()).contains("我正在处理");
        assertThat(pill("待我处理")).isSameAs(part);
        assertThat(pill("我的急件")).isSameAs(own);
    }

    @Test
    void who_may_not_see_the_task_is_not_named_as_looking_at_it() {
        when(handOvers.whoMaySee(any(), any())).thenReturn(Set.of());
        presence.enter(tasks.get(0).id(), OTHER, () -> {});
        open(0);
        assertThat(present()).isEmpty();
    }

    @Test
    void a_shared_view_is_deleted_only_after_a_question_and_a_view_moved_by_keyboard_keeps_the_focus() {
        SavedView shared = new SavedView(
                UUID.randomUUID(), ME, SavedView.Audience.FIRM, null, "大家的", ListFilter.of(Inbox.Filter.FOR_ME));
        when(saved.all()).thenReturn(List.of(shared));
        when(saved.mayChange(shared)).thenReturn(true);
        open(0);
        _click(_get(Button.class, spec -> spec.withText("整理视图")));
        _click(_get(Button.class, spec -> spec.withText("删除")));
        verify(saved, never()).delete(any());
        ConfirmDialog ask = _get(ConfirmDialog.class);
        ComponentUtil.fireEvent(ask, new ConfirmDialog.ConfirmEvent(ask, false));
        verify(saved).delete(shared.id());
    }

    private static NativeButton pill(String name) {
        return _find(NativeButton.class).stream()
                .filter(button -> button.getText().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_view_is_saved_under_a_name_and_a_number_of_somebody_is_refused_in_a_sentence() {
        SavedView made = savedView(ListFilter.of(Inbox.Filter.FOR_ME));
        when(saved.all()).thenReturn(List.of());
        when(saved.save(eq("13800138000"), any(), any(), any()))
                .thenThrow(new InvalidInput("/name", "inbox.view.error.somebodys"));
        when(saved.save(eq("我的急件"), any(), any(), any())).thenReturn(made);
        open(0);
        _click(_get(Button.class, spec -> spec.withText("存为视图")));
        TextField name = _get(TextField.class, spec -> spec.withLabel("视图名称"));
        name.setValue("13800138000");
        _click(_get(Button.class, spec -> spec.withText("保存视图")));
        assertThat(name.getErrorMessage()).startsWith("这看起来是某个人的号码");
        name.setValue("我的急件");
        _click(_get(Button.class, spec -> spec.withText("保存视图")));
        assertThat(_find(Dialog.class)).isEmpty();
        verify(saved).save("我的急件", SavedView.Audience.OWN, null, ListFilter.of(Inbox.Filter.FOR_ME));
    }

    @Test
    void the_list_is_narrowed_and_sorted_and_a_view_is_left_for_it() {
        SavedView mine = savedView(ListFilter.of(Inbox.Filter.WAITING));
        InboxView view = view();
        view.setParameter(
                at("staff/inbox/" + tasks.get(0).id() + "?view=" + mine.id()),
                tasks.get(0).id().toString());
        NativeDetails details = _get(
                NativeDetails.class,
                spec -> spec.withPredicate(each -> each.getSummaryText().isEmpty()));
        ComponentUtil.fireEvent(details, new NativeDetails.ToggleEvent(details, false));
        choose("排序", "新来的在前");
        choose("在谁手上", "还没人领取");
        assertThat(asked)
                .isEqualTo(ListFilter.of(Inbox.Filter.WAITING)
                        .inHand(ListFilter.Hand.NOBODY)
                        .sorted(ListFilter.Order.NEWEST));
        assertThat(row(0).getHref()).doesNotContain("view=");
    }

    @SuppressWarnings("unchecked")
    private static void choose(String field, String choice) {
        Select<Object> select = _get(Select.class, spec -> spec.withLabel(field));
        select.setValue(select.getListDataView()
                .getItems()
                .filter(item -> select.getItemLabelGenerator().apply(item).equals(choice))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void several_rows_are_ticked_looked_at_and_given_back_with_a_word_for_each() {
        InboxView view = open(0);
        List<UUID> ids = List.of(tasks.get(0).id(), tasks.get(1).id());
        press(view, "X");
        _find(Checkbox.class).get(1).setValue(true);
        BulkActs.Line fine = new BulkActs.Line(ids.get(0), tasks.get(0).caseReference(), null, null);
        BulkActs.Line held =
                new BulkActs.Line(ids.get(1), tasks.get(1).caseReference(), HandOvers.Obstacle.HELD, OTHER);
        when(bulk.preview(ids, null)).thenReturn(List.of(fine, held));
        when(bulk.run(List.of(fine, held), null)).thenReturn(List.of(fine, held));
        _click(_get(Button.class, spec -> spec.withText("放回收件箱")));
        verify(bulk, never()).run(any(), any());
        assertThat(_get(Dialog.class).getElement().getTextRecursively()).contains("可以办 1 件，不能办 1 件", "不能办：王芳 正在处理");
        _click(_get(Button.class, spec -> spec.withText("放回 1 件")));
        assertThat(_get(Dialog.class).getElement().getTextRecursively())
                .contains("已办 1 件，未办 1 件", "已放回收件箱", "不能办：王芳 正在处理");
        assertThat(_find(Checkbox.class)).isEmpty();
    }

    private SavedView savedView(ListFilter filter) {
        SavedView view = new SavedView(UUID.randomUUID(), ME, SavedView.Audience.OWN, null, "我的急件", filter);
        when(saved.all()).thenReturn(List.of(view));
        when(saved.find(view.id())).thenReturn(java.util.Optional.of(view));
        return view;
    }

    private static BeforeEvent at(String address) {
        BeforeEvent event = mock(BeforeEvent.class);
        when(event.getLocation()).thenReturn(new com.vaadin.flow.router.Location(address));
        return event;
    }

    private static String present() {
        return _get(Span.class, spec -> spec.withClasses("task-present")).getText();
    }

    private boolean decided(Map<String, Object> fields, Runnable engine) {
        org.mockito.Mockito.doAnswer(call -> {
                    engine.run();
                    return null;
                })
                .when(inbox)
                .decide(any(), eq(fields));
        return java.util.Objects.requireNonNull(decider).decide(fields);
    }

    private InboxView open(int index) {
        InboxView view = view();
        view.setParameter(mock(BeforeEvent.class), tasks.get(index).id().toString());
        return view;
    }

    private InboxView view() {
        StaffNames names = account -> account.equals(OTHER) ? "王芳" : "陈静";
        CurrentActor me = () -> new Actor(Actor.Kind.STAFF, ME, "陈静", Set.of(Role.STAFF), Set.of());
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T01:12:00Z"), ChinaTime.ZONE);
        TaskRows rows = new TaskRows(
                inbox,
                mock(PersonData.class),
                mock(Clocks.class),
                mock(Firms.class),
                names,
                mock(ShownRows.class),
                me,
                clock);
        TaskPanel panel = new TaskPanel() {
            @Override
            public Set<String> kinds() {
                return Set.of("review-decisions", "second-review");
            }

            @Override
            public Component render(InboxTask task, Decider given) {
                decider = given;
                return new StaffPage(task.caseReference()).particulars(given.holder());
            }
        };
        InboxView view = new InboxView(
                inbox,
                rows,
                mock(DueWarnings.class),
                new TaskBroadcast(),
                names,
                new GoneWords(names, me),
                List.of(panel),
                List.of(reminders),
                new ListTools(saved, handOvers, bulk, mock(Firms.class), me),
                presence,
                clock);
        UI.getCurrent().add(view);
        return view;
    }

    @Test
    void what_is_due_besides_tasks_is_named_with_its_day_and_the_page_on_which_it_is_done() {
        when(reminders.mine())
                .thenReturn(
                        List.of(new Reminders.Reminder("核对主张 GZ-1 是否了结", "staff/people/x", LocalDate.of(2020, 1, 2))));
        view().setParameter(mock(com.vaadin.flow.router.BeforeEvent.class), null);
        assertThat(_find(RouteLink.class).stream().filter(link -> link.getHref().equals("staff/people/x")))
                .singleElement()
                .satisfies(link -> assertThat(link.getText()).contains("GZ-1"));
    }

    private static ListRow row(int index) {
        return _find(ListRow.class).get(index);
    }

    private static void press(InboxView view, String key) {
        view.press(key);
    }

    private static InboxTask held(InboxTask task, UUID by) {
        return in(task, by, false, false);
    }

    private static InboxTask done(InboxTask task, UUID by) {
        return in(task, by, true, false);
    }

    private static InboxTask in(InboxTask task, @Nullable UUID by, boolean done, boolean returned) {
        return new InboxTask(
                task.id(),
                task.kind(),
                task.label(),
                task.caseId(),
                task.caseReference(),
                task.caseType(),
                task.caseChannel(),
                task.subjectId(),
                task.branchId(),
                task.candidateRole(),
                by,
                task.dueOn(),
                task.waiting(),
                done,
                task.escalated(),
                returned,
                task.createdAt());
    }

    private static InboxTask task(String number) {
        return task(number, "review-decisions");
    }

    private static InboxTask task(String number, String kind) {
        return new InboxTask(
                UUID.randomUUID(),
                kind,
                kind,
                UUID.randomUUID(),
                "SC-2026-" + number,
                "DELETION",
                "PORTAL",
                null,
                UUID.randomUUID(),
                "STAFF",
                null,
                LocalDate.of(2026, 12, 14),
                false,
                false,
                false,
                false,
                Instant.parse("2026-11-23T01:12:00Z"));
    }
}
