package io.shouxin.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.deadline.internal.ShippedCalendars;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = ShippedCalendars.all();

    @ParameterizedTest
    @ValueSource(strings = {"2026-09-20", "2026-10-10", "2026-02-14", "2026-02-28", "2024-02-04", "2025-01-26"})
    void a_weekend_day_worked_in_exchange_is_a_working_day(LocalDate day) {
        assertThat(calendar.isWorkingDay(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-16", "2026-02-23", "2026-10-01", "2026-10-07", "2024-02-12", "2025-10-08"})
    void a_weekday_that_the_notice_closes_is_no_working_day(LocalDate day) {
        assertThat(calendar.isWorkingDay(day)).isFalse();
    }

    @Test
    void the_first_working_day_of_spring_festival_2026_is_the_24th_of_february() {
        assertThat(calendar.nextWorkingDayOnOrAfter(LocalDate.of(2026, 2, 15))).isEqualTo("2026-02-24");
        assertThat(calendar.nextWorkingDayOnOrAfter(LocalDate.of(2026, 2, 14))).isEqualTo("2026-02-14");
    }

    @Test
    void a_year_without_a_notice_is_monday_to_friday() {
        assertThat(calendar.isPublished(2026)).isTrue();
        assertThat(calendar.isPublished(2027)).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 1, 1))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 1, 2))).isFalse();
    }

    @Test
    void working_days_after_a_day_leave_that_day_out() {
        assertThat(calendar.plusWorkingDays(LocalDate.of(2026, 11, 23), 1)).isEqualTo("2026-11-24");
        assertThat(calendar.plusWorkingDays(LocalDate.of(2026, 11, 23), 15)).isEqualTo("2026-12-14");
        assertThat(calendar.workingDaysBetween(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 12, 14)))
                .isEqualTo(15);
        assertThatThrownBy(() -> calendar.plusWorkingDays(LocalDate.of(2026, 11, 23), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_calendar_without_any_days_still_knows_weekends() {
        WorkingCalendar bare = new WorkingCalendar(List.of(), Set.of());
        assertThat(bare.nextWorkingDayOnOrAfter(LocalDate.of(2026, 11, 28))).isEqualTo("2026-11-30");
    }
}
