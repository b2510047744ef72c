package io.shouxin.deadline;

import io.shouxin.deadline.DueDate.Explanation;
import io.shouxin.shared.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says dates and remaining time as a person would. */
public final class DeadlineTexts {

    private final Texts texts;
    private final LocalDate today;

    private DeadlineTexts(Texts texts, LocalDate today) {
        this.texts = texts;
        this.today = today;
    }

    /** @param today a date of another year than today's is written with its year */
    public static DeadlineTexts of(@Nullable Locale locale, LocalDate today) {
        return new DeadlineTexts(Texts.of(locale), today);
    }

    /** "12 月 14 日（周一）", "Mon 14 December". */
    public String date(LocalDate day) {
        return format(day, "deadline.date");
    }

    /** "12 月 14 日", "14 December". */
    public String shortDate(LocalDate day) {
        return format(day, "deadline.shortDate");
    }

    /** "剩 3 个工作日", "今天到期", "超期 1 天", "已暂停 · 等客户". */
    public String remaining(ClockView clock) {
        return switch (clock.state()) {
            case STOPPED -> texts.get("deadline.stopped");
            case PAUSED -> clock.due() == null ? texts.get("deadline.paused") : runningText(clock);
            case RUNNING -> runningText(clock);
        };
    }

    /** "内部 12 月 9 日前": the date that staff work by; empty where it is the due date itself, or nothing runs. */
    public String workBy(ClockView clock) {
        LocalDate by = clock.workBy();
        DueDate due = clock.due();
        return by == null || due == null || clock.state() != ClockState.RUNNING || by.equals(due.on())
                ? ""
                : texts.get("clock.workBy", shortDate(by));
    }

    /** "11 月 26 日至 12 月 1 日：等客户补充材料". */
    public String pause(Pause pause) {
        LocalDate resumed = pause.resumedOn();
        String key = "clock.pause." + pause.reason();
        String why = texts.get(texts.has(key) ? key : "clock.pause.OTHER");
        return resumed == null
                ? texts.get("clock.pause.open", shortDate(pause.pausedOn()), why)
                : texts.get("clock.pause.ended", shortDate(pause.pausedOn()), shortDate(resumed), why);
    }

    /** The due date for a chip: "12 月 14 日到期", marked where it is provisional. */
    public String due(ClockView clock) {
        DueDate due = clock.due();
        return due == null ? texts.get("deadline.noDateYet") : due(due);
    }

    /** "12 月 14 日到期", "1 月 4 日到期（暂定）". */
    public String due(DueDate due) {
        return texts.get(due.provisional() ? "deadline.dueProvisional" : "deadline.due", shortDate(due.on()));
    }

    /** How the date was counted, or why there is none yet. */
    public String explanation(ClockView clock) {
        DueDate due = clock.due();
        if (due != null) {
            return explanation(due);
        }
        LocalDate received = DeadlineCount.dayOf(clock.receivedAt());
        List<String> parts = new ArrayList<>();
        parts.add(counted(received, clock.rule().workingDays(), clock.rule().calendarDays()));
        clock.pauses().stream()
                .filter(Pause::isOpen)
                .forEach(pause -> parts.add(texts.get("deadline.explain.open", shortDate(pause.pausedOn()))));
        return join(parts);
    }

    /** "11 月 23 日收到，当日不计，起算 15 个工作日，遇节假日顺延。" and what else decided the date. */
    public String explanation(DueDate due) {
        Explanation how = due.explanation();
        List<String> parts = new ArrayList<>();
        parts.add(counted(how.receivedOn(), how.workingDays(), how.calendarDays()));
        String notices = notices(how.receivedOn(), due);
        if (!notices.isEmpty()) {
            parts.add(texts.get("deadline.explain.notice", notices));
        }
        if (how.workingDays() > 0 && how.calendarDays() > 0) {
            parts.add(earlierLimb(due, how));
        }
        if (due.decidedBy() == Limb.CALENDAR_DAYS && how.rolled()) {
            parts.add(texts.get("deadline.explain.rolled"));
        }
        if (how.pausedDays() > 0) {
            parts.add(texts.get("deadline.explain.paused", how.pausedDays()));
        }
        if (due.provisional()) {
            parts.add(texts.get("deadline.explain.provisional", DeadlineCount.PROVISIONAL_DEDUCTION));
        }
        return join(parts);
    }

    /** The notices by which days were counted, by their name, which is the same every year; a year without one is not named. */
    private String notices(LocalDate received, DueDate due) {
        int last = due.provisional() ? due.on().getYear() - 1 : due.on().getYear();
        return IntStream.rangeClosed(received.plusDays(1).getYear(), last)
                .mapToObj(year -> texts.get("deadline.explain.noticeOf", String.valueOf(year)))
                .collect(Collectors.joining(texts.get("deadline.explain.noticeAnd")));
    }

    private String counted(LocalDate received, int workingDays, int calendarDays) {
        return workingDays > 0
                ? texts.get("deadline.explain.working", shortDate(received), workingDays)
                : texts.get("deadline.explain.calendar", shortDate(received), calendarDays);
    }

    private String earlierLimb(DueDate due, Explanation how) {
        return due.decidedBy() == Limb.CALENDAR_DAYS
                ? texts.get("deadline.explain.calendarEarlier", how.calendarDays())
                : texts.get("deadline.explain.workingEarlier", how.calendarDays());
    }

    private String runningText(ClockView clock) {
        if (clock.isOverdue()) {
            return texts.get("deadline.overdue", clock.overdueDays());
        }
        DueDate due = clock.due();
        return due != null && due.on().equals(clock.asOf())
                ? texts.get("deadline.dueToday")
                : texts.get("deadline.left", clock.workingDaysLeft());
    }

    private String format(LocalDate day, String key) {
        String pattern = texts.get(day.getYear() == today.getYear() ? key : key + "WithYear");
        return DateTimeFormatter.ofPattern(pattern, texts.locale()).format(day);
    }

    private String join(List<String> sentences) {
        return String.join(texts.isChinese() ? "" : " ", sentences);
    }
}
