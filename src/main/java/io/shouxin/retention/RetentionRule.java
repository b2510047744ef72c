package io.shouxin.retention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the retention table that fits a record.
 *
 * @param source the legal source, as a lawyer cites it
 * @param certainty how well the source is known (law.md): V1 text read, V2 quoted, MH from memory, I our interpretation
 * @param textKey names the duty in the bundles
 */
public record RetentionRule(
        String ruleId,
        Strength strength,
        int amount,
        PeriodUnit unit,
        ClockStart clockStart,
        String source,
        String certainty,
        String textKey) {

    public RetentionRule {
        if (source.isBlank() || certainty.isBlank()) {
            throw new IllegalArgumentException("Rule " + ruleId + " names no source or no certainty");
        }
        if ((unit == PeriodUnit.NONE_STATED) != (amount == 0)) {
            throw new IllegalArgumentException("Rule " + ruleId + " has " + amount + " " + unit);
        }
    }

    /**
     * The last day of keeping. The start day is not counted and the period ends on the same day of its last year, or on the
     * last day of that month where there is none (民法典 201, 202).
     */
    @Nullable LocalDate lastDay(LocalDate start) {
        return switch (unit) {
            case YEARS -> start.plusYears(amount);
            case DAYS -> start.plusDays(amount);
            case NONE_STATED -> null;
        };
    }

    @Nullable LocalDate startFor(DealFacts deal, RetentionFacts facts) {
        return switch (clockStart) {
            case DEAL_ENDED, CONTRACT_ENDED -> deal.endedOn();
            case RECORDED -> facts.recordedOn();
            case YEAR_END ->
                deal.endedOn() == null ? null : LocalDate.of(deal.endedOn().getYear(), 12, 31);
            case SEALED, CASE_CLOSED -> null;
        };
    }
}
