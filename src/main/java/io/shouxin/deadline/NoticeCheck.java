package io.shouxin.deadline;

import java.util.List;

/**
 * A holiday notice as it was read and checked.
 *
 * @param days what it says, as far as it could be read
 * @param findings what cannot be right; with a single one nothing of it is taken over
 * @param against which state of the year it would replace, so that nobody overwrites what a colleague has just loaded
 */
public record NoticeCheck(int year, List<CalendarDay> days, List<NoticeFinding> findings, String against) {

    public NoticeCheck {
        days = List.copyOf(days);
        findings = List.copyOf(findings);
    }

    public boolean isGood() {
        return findings.isEmpty();
    }
}
