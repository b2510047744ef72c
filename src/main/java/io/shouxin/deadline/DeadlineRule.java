package io.shouxin.deadline;

/**
 * How long an answer may take: the earlier of two limbs counts. Zero means that the rule has no such limb.
 *
 * @param ruleId the row of the decision table, for the explanation and the evidence
 * @param source the legal source of the row
 * @param certainty how well that source is known: V1, V2, MH, ML or I
 */
public record DeadlineRule(int workingDays, int calendarDays, String ruleId, String source, String certainty) {

    public DeadlineRule {
        if (workingDays < 0 || calendarDays < 0 || workingDays + calendarDays == 0) {
            throw new IllegalArgumentException("rule " + ruleId + " sets no time: " + workingDays + " working days, "
                    + calendarDays + " calendar days");
        }
        if (workingDays > 1000 || calendarDays > 1000) {
            throw new IllegalArgumentException("rule " + ruleId + " sets more than 1000 days");
        }
    }
}
