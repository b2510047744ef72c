package io.shouxin.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.deadline.internal.ShippedCalendars;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadlineTextsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 9);
    private static final DeadlineRule RULE = new DeadlineRule(15, 30, "CN-DELETION", "PIPL47", "V1");

    private final DeadlineTexts zh = DeadlineTexts.of(Locale.SIMPLIFIED_CHINESE, TODAY);
    private final DeadlineTexts en = DeadlineTexts.of(Locale.ENGLISH, TODAY);

    @Test
    void a_date_has_its_weekday_and_another_year_is_named() {
        assertThat(zh.date(LocalDate.of(2026, 12, 14))).isEqualTo("12 月 14 日（周一）");
        assertThat(en.date(LocalDate.of(2026, 12, 14))).isEqualTo("Mon 14 December");
        assertThat(zh.date(LocalDate.of(2027, 1, 4))).isEqualTo("2027 年 1 月 4 日（周一）");
        assertThat(en.date(LocalDate.of(2027, 1, 4))).isEqualTo("Mon 4 January 2027");
    }

    @Test
    void the_remaining_time_is_a_short_phrase() {
        DueDate due = due("2026-11-23");
        assertThat(zh.remaining(clock(due, ClockState.RUNNING, 3, 0))).isEqualTo("剩 3 个工作日");
        assertThat(en.remaining(clock(due, ClockState.RUNNING, 3, 0))).isEqualTo("3 working days left");
        assertThat(en.remaining(clock(due, ClockState.RUNNING, 1, 0))).isEqualTo("1 working day left");
        assertThat(zh.remaining(clock(due, ClockState.RUNNING, 0, 1))).isEqualTo("超期 1 天");
        assertThat(en.remaining(clock(due, ClockState.RUNNING, 0, 1))).isEqualTo("1 day overdue");
        assertThat(en.remaining(clock(due, ClockState.RUNNING, 0, 2))).isEqualTo("2 days overdue");
        assertThat(zh.remaining(clock(null, ClockState.PAUSED, 3, 0))).isEqualTo("已暂停 · 等客户");
        assertThat(en.remaining(clock(null, ClockState.PAUSED, 3, 0))).isEqualTo("paused · waiting for client");
        assertThat(zh.remaining(clock(due, ClockState.STOPPED, 3, 0))).isEqualTo("已结束");
    }

    @Test
    void the_last_day_is_called_today() {
        DueDate today =
                new DueDate(TODAY, Limb.WORKING_DAYS, false, due("2026-11-23").explanation());
        assertThat(zh.remaining(clock(today, ClockState.RUNNING, 0, 0))).isEqualTo("今天到期");
        assertThat(en.remaining(clock(today, ClockState.RUNNING, 0, 0))).isEqualTo("due today");
    }

    @Test
    void the_chip_names_the_date_and_says_when_it_is_provisional() {
        assertThat(zh.due(due("2026-11-23"))).isEqualTo("12 月 14 日到期");
        assertThat(zh.due(due("2026-12-20"))).isEqualTo("2027 年 1 月 5 日到期（暂定）");
        assertThat(en.due(due("2026-12-20"))).isEqualTo("due 5 January 2027 (provisional)");
        assertThat(zh.due(clock(null, ClockState.PAUSED, 3, 0))).isEqualTo("暂停中，期限待定");
    }

    @Test
    void the_explanation_tells_how_the_date_was_counted() {
        assertThat(zh.explanation(due("2026-11-23")))
                .isEqualTo("11 月 23 日收到，从第二天起算 15 个工作日；周末和法定节假日不算，调休上班的日子算。"
                        + "节假日依据《国务院办公厅关于 2026 年部分节假日安排的通知》。另有 30 天的上限，两个日期取早的，这里是工作日先到。");
        assertThat(en.explanation(due("2026-11-23")))
                .isEqualTo(
                        "Received on 23 November; counting starts the day after. 15 working days are allowed: weekends and"
                                + " public holidays do not count, days worked in their place do. Public holidays follow the State Council"
                                + " General Office’s notice on the holidays of 2026. There is also a limit of 30 days; of the two dates"
                                + " the earlier one counts, here that of the working days.");
    }

    @Test
    void the_explanation_names_rolling_pauses_and_provisional_years() {
        DeadlineCount count = new DeadlineCount(ShippedCalendars.all());
        DueDate rolled = count.due(
                        Instant.parse("2026-09-21T02:00:00Z"), new DeadlineRule(15, 20, "X", "I", "I"), List.of())
                .orElseThrow();
        assertThat(zh.explanation(rolled)).endsWith("另有 20 天的上限，两个日期取早的，这里是上限先到。最后一天是休息日，顺延到下一个工作日。");

        Pause pause = new Pause(LocalDate.of(2026, 11, 27), LocalDate.of(2026, 11, 28), Clocks.CLIENT_PROOF);
        DueDate paused = count.due(Instant.parse("2026-11-23T02:00:00Z"), RULE, List.of(pause))
                .orElseThrow();
        assertThat(zh.explanation(paused)).endsWith("等待补充材料的 1 天不计入。");
        assertThat(en.explanation(paused)).endsWith("1 day of waiting for documents is not counted.");

        assertThat(zh.explanation(due("2025-12-20")))
                .contains("节假日依据《国务院办公厅关于 2025 年部分节假日安排的通知》和《国务院办公厅关于 2026 年部分节假日安排的通知》。");
        assertThat(zh.explanation(due("2026-12-20")))
                .as("a year without a notice is not named")
                .contains("2026 年部分节假日安排的通知》。")
                .doesNotContain("2027 年部分");
        assertThat(zh.explanation(due("2026-12-20"))).endsWith("先按周一到周五算，再提前 3 个工作日；公布后重新算。");
    }

    @Test
    void a_paused_clock_explains_why_it_has_no_date() {
        assertThat(zh.explanation(clock(null, ClockState.PAUSED, 3, 0)))
                .isEqualTo("11 月 23 日收到，从第二天起算 15 个工作日；周末和法定节假日不算，调休上班的日子算。" + "12 月 9 日起暂停，等待补充材料，收到后继续计算。");
    }

    @Test
    void staff_are_told_the_earlier_date_that_they_work_by() {
        assertThat(zh.workBy(clock(due("2026-11-23"), ClockState.RUNNING, 3, 0)))
                .isEqualTo("内部 12 月 9 日前办完");
        assertThat(en.workBy(clock(due("2026-11-23"), ClockState.RUNNING, 3, 0)))
                .isEqualTo("internally by 9 December");
        assertThat(zh.workBy(clock(null, ClockState.PAUSED, 3, 0))).isEmpty();
    }

    @Test
    void a_pause_says_why_the_clock_rests() {
        LocalDate day = LocalDate.of(2026, 12, 1);
        assertThat(zh.pause(new Pause(day, null, Clocks.CLIENT_PROOF))).isEqualTo("12 月 1 日起：等客户补充");
        assertThat(zh.pause(new Pause(day, day.plusDays(2), "CLOSED"))).isEqualTo("12 月 1 日至 12 月 3 日：已结案，后重新开启");
        assertThat(en.pause(new Pause(day, day.plusDays(2), "NEWER_REASON")))
                .isEqualTo("1 December to 3 December: another reason");
    }

    private static DueDate due(String received) {
        return new DeadlineCount(ShippedCalendars.all())
                .due(Instant.parse(received + "T02:00:00Z"), RULE, List.of())
                .orElseThrow();
    }

    private static ClockView clock(@Nullable DueDate due, ClockState state, int left, int overdueDays) {
        List<Pause> pauses =
                state == ClockState.PAUSED ? List.of(new Pause(TODAY, null, Clocks.CLIENT_PROOF)) : List.of();
        return new ClockView(
                new UUID(0, 1),
                "DELETION",
                Instant.parse("2026-11-23T02:00:00Z"),
                RULE,
                due,
                due == null ? null : LocalDate.of(2026, 12, 9),
                state,
                pauses,
                TODAY,
                left,
                50,
                overdueDays,
                overdueDays);
    }
}
