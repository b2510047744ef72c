package io.shouxin.retention;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A rule with its clock for one deal; {@code lastDay} is null where the start or the period is not known. */
record AppliedRule(
        RetentionRule rule,
        DealFacts deal,
        @Nullable LocalDate start,
        @Nullable LocalDate lastDay) {

    /** The strongest first; among equals the one that keeps longest, then by id so that a decision is repeatable. */
    static final Comparator<AppliedRule> STRONGEST = Comparator.comparing(
                    (AppliedRule a) -> a.rule().strength())
            .thenComparing(AppliedRule::lastDayOrMin, Comparator.reverseOrder())
            .thenComparing(a -> a.rule().ruleId());

    static AppliedRule of(RetentionRule rule, DealFacts deal, RetentionFacts facts) {
        LocalDate start = rule.startFor(deal, facts);
        return new AppliedRule(rule, deal, start, start == null ? null : rule.lastDay(start));
    }

    boolean is(Strength strength) {
        return rule.strength() == strength;
    }

    boolean periodUnstated() {
        return rule.unit() == PeriodUnit.NONE_STATED;
    }

    boolean dateMissing() {
        return !periodUnstated() && start == null;
    }

    /** On the last day of keeping the record is still kept. */
    boolean runsOn(LocalDate day) {
        return lastDay != null && !lastDay.isBefore(day);
    }

    private LocalDate lastDayOrMin() {
        return lastDay == null ? LocalDate.MIN : lastDay;
    }
}
