package io.shouxin.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.deadline.internal.ShippedCalendars;
import io.shouxin.shared.ChinaTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineCountTest {

    private static final DeadlineRule DELETION = rule(15, 30);

    private final DeadlineCount count = new DeadlineCount(ShippedCalendars.all());

    @Test
    void the_example_of_the_design_is_right() {
        DueDate due = due("2026-11-23");
        assertThat(due.on()).isEqualTo("2026-12-14");
        assertThat(due.decidedBy()).isEqualTo(Limb.WORKING_DAYS);
        assertThat(due.provisional()).isFalse();
        assertThat(due.explanation().calendarLimbOn()).isEqualTo("2026-12-23");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-11, 2026-03-10, 2026-03-13", // Spring Festival, with two Saturdays worked
        "2026-02-14, 2026-03-13, 2026-03-16", // received on a worked Saturday
        "2026-09-18, 2026-10-15, 2026-10-19", // Sunday 09-20 and Saturday 10-10 are worked
        "2026-09-19, 2026-10-15, 2026-10-19", // received on a free Saturday
        "2026-09-30, 2026-10-27, 2026-10-30",
        "2026-11-21, 2026-12-11, 2026-12-21", // received on a Saturday
        "2024-02-08, 2024-03-06, 2024-03-11",
        "2025-09-28, 2025-10-24, 2025-10-28"
    })
    void holidays_and_exchanged_days_are_honoured(String received, String due, String calendarLimb) {
        assertThat(due(received).on()).isEqualTo(due);
        assertThat(due(received).explanation().calendarLimbOn()).isEqualTo(calendarLimb);
    }

    @Test
    void a_day_ends_at_midnight_in_china() {
        assertThat(count.due(Instant.parse("2026-11-22T15:59:00Z"), DELETION, List.of())
                        .orElseThrow()
                        .on())
                .as("23:59 on the 22nd")
                .isEqualTo("2026-12-11");
        assertThat(count.due(Instant.parse("2026-11-22T16:01:00Z"), DELETION, List.of())
                        .orElseThrow()
                        .on())
                .as("00:01 on the 23rd")
                .isEqualTo("2026-12-14");
    }

    @Test
    void the_earlier_limb_counts_and_working_days_win_a_tie() {
        DueDate calendar = due("2026-09-21", rule(15, 20));
        assertThat(calendar.on()).as("10-11 is a Sunday").isEqualTo("2026-10-12");
        assertThat(calendar.decidedBy()).isEqualTo(Limb.CALENDAR_DAYS);
        assertThat(calendar.explanation().rolled()).isTrue();
        assertThat(calendar.explanation().workingLimbOn()).isEqualTo("2026-10-19");

        DueDate tie = due("2026-11-23", rule(15, 21));
        assertThat(tie.on()).isEqualTo("2026-12-14");
        assertThat(tie.decidedBy()).isEqualTo(Limb.WORKING_DAYS);
    }

    @Test
    void a_rule_may_have_one_limb_only() {
        assertThat(due("2026-11-23", rule(15, 0)).explanation().calendarLimbOn())
                .isNull();
        DueDate month = due("2026-11-20", rule(0, 15));
        assertThat(month.on()).as("12-05 is a Saturday").isEqualTo("2026-12-07");
        assertThat(month.decidedBy()).isEqualTo(Limb.CALENDAR_DAYS);
        assertThatThrownBy(() -> rule(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_calendar_limb_that_ends_on_a_worked_saturday_is_not_rolled() {
        DueDate due = due("2026-09-25", rule(0, 15));
        assertThat(due.on()).isEqualTo("2026-10-10");
        assertThat(due.explanation().rolled()).isFalse();
    }

    @Test
    void a_pause_moves_both_limbs_by_the_days_that_each_would_have_counted() {
        DueDate due = due("2026-11-23", DELETION, pause("2026-11-27", "2026-12-02"));
        assertThat(due.on()).as("Friday, Monday and Tuesday are not counted").isEqualTo("2026-12-17");
        assertThat(due.explanation().calendarLimbOn()).as("five days of pause").isEqualTo("2026-12-28");
        assertThat(due.explanation().pausedDays()).isEqualTo(5);
    }

    @Test
    void a_pause_over_a_weekend_or_a_holiday_moves_only_the_calendar_limb() {
        DueDate weekend = due("2026-11-23", DELETION, pause("2026-11-28", "2026-11-30"));
        assertThat(weekend.on()).isEqualTo("2026-12-14");
        assertThat(weekend.explanation().calendarLimbOn()).isEqualTo("2026-12-25");

        DueDate holiday = due("2026-09-21", DELETION, pause("2026-10-01", "2026-10-08"));
        assertThat(holiday.on()).isEqualTo("2026-10-19");
        assertThat(holiday.explanation().calendarLimbOn()).isEqualTo("2026-10-28");
    }

    @Test
    void a_pause_that_ends_on_its_first_day_changes_nothing() {
        assertThat(due("2026-11-23", DELETION, pause("2026-12-01", "2026-12-01")))
                .isEqualTo(due("2026-11-23"));
    }

    @Test
    void the_rolled_day_is_not_taken_from_a_pause() {
        DueDate due = due("2026-11-20", rule(0, 15), pause("2026-12-06", "2026-12-09"));
        assertThat(due.on()).isEqualTo("2026-12-09");
    }

    @Test
    void while_a_pause_is_open_there_is_no_date() {
        assertThat(dueWith("2026-11-23", pause("2026-12-14", null))).isEmpty();
        assertThat(dueWith("2026-11-23", pause("2026-11-23", null))).isEmpty();
    }

    @Test
    void a_pause_after_the_last_day_does_not_take_that_day_back() {
        DueDate due = dueWith("2026-11-23", pause("2026-12-15", null)).orElseThrow();
        assertThat(due.on()).isEqualTo("2026-12-14");
        assertThat(due.explanation().pausedDays()).isZero();
    }

    @Test
    void the_last_date_within_the_published_year_is_certain() {
        assertThat(due("2026-12-10").on()).isEqualTo("2026-12-31");
        assertThat(due("2026-12-10").provisional()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-11, 2026-12-31", // counted to 01-01; the published year alone is known not to suffice
        "2026-12-14, 2026-12-31", // counted to 01-04
        "2026-12-20, 2027-01-05", // counted to 01-08
        "2026-12-31, 2027-01-18", // counted to 01-21
        "2027-03-01, 2027-03-17" // counted to 03-22
    })
    void a_date_in_an_unpublished_year_is_three_working_days_early_and_provisional(String received, String due) {
        assertThat(due(received).on()).isEqualTo(due);
        assertThat(due(received).provisional()).isTrue();
    }

    @Test
    void a_date_becomes_certain_when_its_year_is_loaded() {
        WorkingCalendar loaded = ShippedCalendars.with(
                List.of(new CalendarDay(LocalDate.of(2027, 1, 1), CalendarDay.Kind.HOLIDAY, "元旦")));
        DueDate due = new DeadlineCount(loaded)
                .due(noon("2026-12-20"), DELETION, List.of())
                .orElseThrow();
        assertThat(due.on()).isEqualTo("2027-01-11");
        assertThat(due.provisional()).isFalse();
    }

    @Test
    void a_short_period_is_never_cut_to_nothing() {
        assertThat(due("2027-03-01", rule(2, 0)).on()).isEqualTo("2027-03-02");
    }

    @ParameterizedTest
    @CsvSource({"2024", "2025", "2026"})
    void a_provisional_date_is_never_later_than_the_true_one(int year) {
        DeadlineCount blind = new DeadlineCount(ShippedCalendars.without(year));
        for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            DueDate truth = due(day.toString());
            DueDate guess = blind.due(noon(day.toString()), DELETION, List.of()).orElseThrow();
            assertThat(guess.on()).as("received %s", day).isBeforeOrEqualTo(truth.on());
        }
    }

    @ParameterizedTest
    @CsvSource({"15, 30", "15, 20", "10, 14", "1, 1", "0, 30", "3, 0"})
    void a_later_receipt_never_makes_the_date_earlier(int workingDays, int calendarDays) {
        DeadlineRule rule = rule(workingDays, calendarDays);
        List<List<Pause>> pauseSets = List.of(
                List.of(),
                List.of(pause("2026-09-24", "2026-10-11")),
                List.of(pause("2024-02-03", "2024-02-20"), pause("2026-12-25", "2027-01-12")));
        for (List<Pause> pauses : pauseSets) {
            LocalDate before = LocalDate.MIN;
            for (LocalDate day = LocalDate.of(2023, 11, 1); day.getYear() < 2028; day = day.plusDays(1)) {
                DueDate due = count.due(noon(day.toString()), rule, pauses).orElseThrow();
                assertThat(due.on()).as("received %s", day).isAfter(day).isAfterOrEqualTo(before);
                before = due.on();
            }
        }
    }

    @Test
    void shares_of_the_time_fall_on_working_days() {
        LocalDate received = LocalDate.of(2026, 11, 23);
        LocalDate due = LocalDate.of(2026, 12, 14);
        assertThat(count.reached(50, received, due, List.of())).isEqualTo("2026-12-03");
        assertThat(count.reached(75, received, due, List.of())).isEqualTo("2026-12-09");
        assertThat(count.reached(90, received, due, List.of())).isEqualTo("2026-12-11");
        assertThat(count.reached(100, received, due, List.of())).isEqualTo(due);
    }

    private DueDate due(String received) {
        return due(received, DELETION);
    }

    private DueDate due(String received, DeadlineRule rule, Pause... pauses) {
        return count.due(noon(received), rule, List.of(pauses)).orElseThrow();
    }

    private Optional<DueDate> dueWith(String received, Pause... pauses) {
        return count.due(noon(received), DELETION, List.of(pauses));
    }

    private static Pause pause(String from, @Nullable String to) {
        return new Pause(LocalDate.parse(from), to == null ? null : LocalDate.parse(to), Clocks.CLIENT_PROOF);
    }

    private static DeadlineRule rule(int workingDays, int calendarDays) {
        return new DeadlineRule(workingDays, calendarDays, "CN-DELETION", "PIPL47", "V1");
    }

    private static Instant noon(String day) {
        return LocalDate.parse(day)
                .atTime(LocalTime.NOON)
                .atZone(ChinaTime.ZONE)
                .toInstant();
    }
}
