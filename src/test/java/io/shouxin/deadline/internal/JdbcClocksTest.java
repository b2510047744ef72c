package io.shouxin.deadline.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.shouxin.deadline.CalendarDay;
import io.shouxin.deadline.Calendars;
import io.shouxin.deadline.ClockState;
import io.shouxin.deadline.ClockView;
import io.shouxin.deadline.Clocks;
import io.shouxin.deadline.DueDateMoved;
import io.shouxin.deadline.DueDateMoved.Cause;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcClocksTest {

    private static final Instant NOV_23 = Instant.parse("2026-11-23T01:12:00Z");
    private static ClockDatabase database;

    private final UUID caseId = UUID.randomUUID();
    private Clocks clocks;
    private ClockDatabase.Heard heard;

    @BeforeAll
    static void start() {
        database = new ClockDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void clear() {
        database.at("2026-11-23T09:12");
        database.clear();
        clocks = database.bean(Clocks.class);
        heard = database.bean(ClockDatabase.Heard.class);
    }

    @Test
    void a_started_clock_has_its_date_and_nothing_is_used() {
        ClockView view = clocks.start(caseId, "DELETION", NOV_23);
        assertThat(dueOn(view)).isEqualTo("2026-12-14");
        assertThat(view.rule().ruleId()).isEqualTo("CN-DELETION");
        assertThat(view.workingDaysLeft()).isEqualTo(15);
        assertThat(view.percentUsed()).isZero();
        assertThat(heard.moves)
                .containsExactly(new DueDateMoved(caseId, null, LocalDate.of(2026, 12, 14), Cause.STARTED));
    }

    @Test
    void time_is_used_up_and_then_overdue() {
        clocks.start(caseId, "DELETION", NOV_23);
        database.at("2026-12-09T10:00");
        assertThat(clocks.view(caseId).workingDaysLeft()).isEqualTo(3);
        assertThat(clocks.view(caseId).percentUsed()).isEqualTo(80);
        assertThat(clocks.view(caseId).isSoon()).isTrue();
        database.at("2026-12-14T23:59");
        assertThat(clocks.view(caseId).percentUsed()).isEqualTo(100);
        assertThat(clocks.view(caseId).isOverdue()).isFalse();
        database.at("2026-12-19T00:01");
        assertThat(clocks.view(caseId).overdueDays()).isEqualTo(5);
        assertThat(clocks.view(caseId).overdueWorkingDays()).isEqualTo(4);
    }

    @Test
    void a_pause_takes_the_date_away_and_the_resumption_brings_a_later_one() {
        clocks.start(caseId, "DELETION", NOV_23);
        database.at("2026-11-27T09:00");
        ClockView paused = clocks.pause(caseId, Clocks.CLIENT_PROOF);
        assertThat(paused.state()).isEqualTo(ClockState.PAUSED);
        assertThat(paused.due()).isNull();
        assertThat(paused.workingDaysLeft()).as("Tuesday to Thursday are used").isEqualTo(12);

        database.at("2026-12-02T09:00");
        assertThat(clocks.view(caseId).workingDaysLeft()).as("it stands still").isEqualTo(12);
        assertThat(dueOn(clocks.resume(caseId))).isEqualTo("2026-12-17");
        assertThat(clocks.view(caseId).workingDaysLeft()).isEqualTo(11);
        assertThat(heard.moves)
                .extracting(DueDateMoved::cause, DueDateMoved::to)
                .containsExactly(
                        tuple(Cause.STARTED, LocalDate.of(2026, 12, 14)),
                        tuple(Cause.PAUSED, null),
                        tuple(Cause.RESUMED, LocalDate.of(2026, 12, 17)));
    }

    @Test
    void a_clock_paused_and_resumed_twice_on_a_day_keeps_its_date() {
        clocks.start(caseId, "DELETION", NOV_23);
        clocks.pause(caseId, Clocks.CLIENT_PROOF);
        clocks.resume(caseId);
        clocks.pause(caseId, Clocks.CLIENT_PROOF);
        assertThat(dueOn(clocks.resume(caseId))).isEqualTo("2026-12-14");
        assertThat(clocks.view(caseId).pauses()).hasSize(2);
    }

    @Test
    void a_pause_after_the_last_day_leaves_the_case_overdue() {
        clocks.start(caseId, "DELETION", NOV_23);
        database.at("2026-12-15T09:00");
        clocks.pause(caseId, Clocks.CLIENT_PROOF);
        database.at("2026-12-17T09:00");
        assertThat(dueOn(clocks.view(caseId))).isEqualTo("2026-12-14");
        assertThat(clocks.view(caseId).overdueDays()).isEqualTo(3);
    }

    @Test
    void a_step_that_runs_again_finds_the_clock_as_it_left_it() {
        clocks.start(caseId, "DELETION", NOV_23);
        clocks.stopOnce(caseId);
        clocks.stopOnce(caseId);
        assertThat(clocks.state(caseId)).isEqualTo(ClockState.STOPPED);
        UUID stranger = UUID.randomUUID();
        assertThatThrownBy(() -> clocks.stopOnce(stranger)).isInstanceOf(NotFound.class);
    }

    @Test
    void what_the_state_does_not_allow_is_refused_by_name() {
        clocks.start(caseId, "DELETION", NOV_23);
        assertThatThrownBy(() -> clocks.start(caseId, "DELETION", NOV_23)).isInstanceOf(StateRefused.class);
        assertThatThrownBy(() -> clocks.resume(caseId))
                .isInstanceOf(StateRefused.class)
                .hasMessageContaining(caseId.toString())
                .hasMessageContaining("RUNNING");
        clocks.pause(caseId, Clocks.CLIENT_PROOF);
        assertThatThrownBy(() -> clocks.pause(caseId, Clocks.CLIENT_PROOF)).isInstanceOf(StateRefused.class);
        clocks.stop(caseId);
        assertThatThrownBy(() -> clocks.stop(caseId)).isInstanceOf(StateRefused.class);
        assertThatThrownBy(() -> clocks.pause(caseId, Clocks.CLIENT_PROOF)).isInstanceOf(StateRefused.class);
        assertThatThrownBy(() -> clocks.view(UUID.randomUUID())).isInstanceOf(NotFound.class);
    }

    @Test
    void a_reason_in_words_and_a_receipt_in_the_future_are_refused() {
        assertThatThrownBy(() -> clocks.start(caseId, "DELETION", Instant.parse("2026-11-23T16:01:00Z")))
                .isInstanceOf(IllegalArgumentException.class);
        clocks.start(caseId, "DELETION", NOV_23);
        assertThatThrownBy(() -> clocks.pause(caseId, "waits for Ms Li")).isInstanceOf(IllegalArgumentException.class);
        assertThat(clocks.view(caseId).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void a_reopened_case_goes_on_where_it_stopped() {
        clocks.start(caseId, "DELETION", NOV_23);
        database.at("2026-11-27T09:00");
        clocks.pause(caseId, Clocks.CLIENT_PROOF);
        database.at("2026-12-04T09:00");
        clocks.stop(caseId);
        assertThat(clocks.view(caseId).due()).isNull();
        database.at("2026-12-07T09:00");
        ClockView reopened = clocks.reopen(caseId);
        assertThat(reopened.state()).isEqualTo(ClockState.RUNNING);
        assertThat(reopened.workingDaysLeft()).as("12 were left, today is one").isEqualTo(11);
    }

    @Test
    void a_case_closed_while_running_and_reopened_does_not_count_the_time_between() {
        clocks.start(caseId, "DELETION", NOV_23);
        database.at("2026-11-27T09:00");
        clocks.stop(caseId);
        assertThat(dueOn(clocks.view(caseId))).isEqualTo("2026-12-14");
        database.at("2026-12-02T09:00");
        assertThat(dueOn(clocks.reopen(caseId))).isEqualTo("2026-12-17");
    }

    @Test
    void a_change_that_rolls_back_leaves_the_clock_as_it_was() {
        clocks.start(caseId, "DELETION", NOV_23);
        new TransactionTemplate(database.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            clocks.pause(caseId, Clocks.CLIENT_PROOF);
            status.setRollbackOnly();
        });
        assertThat(clocks.view(caseId).state()).isEqualTo(ClockState.RUNNING);
        assertThat(clocks.view(caseId).pauses()).isEmpty();
    }

    @Test
    void a_provisional_date_is_counted_again_when_its_year_is_loaded() {
        database.at("2026-12-20T09:00");
        ClockView view = clocks.start(caseId, "DELETION", Instant.parse("2026-12-20T01:00:00Z"));
        assertThat(dueOn(view)).isEqualTo("2027-01-05");
        assertThat(Objects.requireNonNull(view.due()).provisional()).isTrue();
        UUID certain = UUID.randomUUID();
        clocks.start(certain, "DELETION", NOV_23);
        heard.clear();

        int moved = database.bean(Calendars.class)
                .load(2027, List.of(new CalendarDay(LocalDate.of(2027, 1, 1), CalendarDay.Kind.HOLIDAY, "元旦")), "test");

        assertThat(moved).isEqualTo(1);
        assertThat(dueOn(clocks.view(caseId))).isEqualTo("2027-01-11");
        assertThat(Objects.requireNonNull(clocks.view(caseId).due()).provisional())
                .isFalse();
        assertThat(heard.moves)
                .containsExactly(new DueDateMoved(
                        caseId, LocalDate.of(2027, 1, 5), LocalDate.of(2027, 1, 11), Cause.CALENDAR_LOADED));
    }

    @Test
    void starting_again_neither_doubles_nor_overwrites_a_calendar() {
        ShippedCalendar shipped = database.bean(ShippedCalendar.class);
        shipped.start();
        JdbcClient jdbc = database.bean(JdbcClient.class);
        assertThat(jdbc.sql("SELECT count(*) FROM calendar_day")
                        .query(Integer.class)
                        .single())
                .isEqualTo(75);
        assertThat(jdbc.sql("SELECT year FROM calendar_year WHERE published ORDER BY year")
                        .query(Integer.class)
                        .list())
                .containsExactly(2024, 2025, 2026);

        CalendarDay amended = new CalendarDay(LocalDate.of(2026, 12, 14), CalendarDay.Kind.HOLIDAY, "test");
        clocks.start(caseId, "DELETION", NOV_23);
        database.bean(Calendars.class).load(2026, List.of(amended), "amended notice");
        shipped.start();
        assertThat(dueOn(clocks.view(caseId))).isEqualTo("2026-12-15");
    }

    @Test
    void a_notice_without_days_or_of_another_year_is_refused() {
        Calendars calendars = database.bean(Calendars.class);
        CalendarDay day = new CalendarDay(LocalDate.of(2028, 1, 3), CalendarDay.Kind.HOLIDAY, "元旦");
        assertThatThrownBy(() -> calendars.load(2027, List.of(), "test")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> calendars.load(2027, List.of(day), "test"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(calendars.current().isPublished(2027)).isFalse();
    }

    @Test
    void many_clocks_are_listed_together_most_urgent_first() {
        List<UUID> cases =
                IntStream.range(0, 300).mapToObj(number -> UUID.randomUUID()).toList();
        IntStream.range(0, 300)
                .forEach(number ->
                        clocks.start(cases.get(number), "DELETION", NOV_23.minusSeconds(86_400L * (number % 10))));
        assertThat(clocks.views(cases)).hasSize(300);
        List<ClockView> soon = clocks.dueBefore(LocalDate.of(2026, 12, 14), 1000);
        assertThat(soon).isNotEmpty().allSatisfy(view -> assertThat(dueOn(view)).isBefore("2026-12-14"));
        assertThat(soon).isSortedAccordingTo((a, b) -> dueOn(a).compareTo(dueOn(b)));
        assertThat(clocks.views(List.of())).isEmpty();
    }

    @Test
    void the_wait_for_proof_and_the_promise_are_counted_on_the_same_calendar() {
        assertThat(clocks.workingDaysAfter(LocalDate.of(2026, 9, 18), 15)).isEqualTo("2026-10-15");
        assertThat(clocks.preview("DELETION", NOV_23).on()).isEqualTo("2026-12-14");
    }

    @Test
    void the_application_may_not_delete_a_clock() {
        clocks.start(caseId, "DELETION", NOV_23);
        JdbcClient jdbc = database.bean(JdbcClient.class);
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM case_clock").update()).isInstanceOf(DataAccessException.class);
    }

    private static LocalDate dueOn(ClockView view) {
        return Objects.requireNonNull(view.due()).on();
    }
}
