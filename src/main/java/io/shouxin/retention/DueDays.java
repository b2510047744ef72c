package io.shouxin.retention;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/**
 * The first day on which the decider would let a record go, so that it is destroyed unasked (PIPL 47(1)): the day after the last period
 * of any law, regulation or departmental rule that bears on it. Where none does, the purpose is over with the contract, and the firm may
 * need the record until claims out of it are barred (strength C): the day after that. A date that is missing is never guessed, and
 * what a person must decide never has a day.
 */
@Service
public class DueDays {

    private final RetentionDecider decider;

    public DueDays(RetentionDecider decider) {
        this.decider = decider;
    }

    public DueDay of(RetentionFacts facts) {
        if (facts.kept() != null) {
            return new DueDay(null, DecisionReason.DECIDED_EARLIER, null);
        }
        LocalDate afterDeals = facts.relevantDeals().stream()
                .map(DealFacts::endedOn)
                .filter(Objects::nonNull)
                .map(day -> day.plusDays(1))
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH);
        List<AppliedRule> applied = decider.apply(facts, afterDeals);
        Optional<AppliedRule> last =
                last(applied, rule -> !rule.is(Strength.C)).or(() -> last(applied, rule -> rule.is(Strength.C)));
        LocalDate day = last.map(rule -> Objects.requireNonNull(rule.lastDay()).plusDays(1))
                .filter(afterDeals::isBefore)
                .orElse(afterDeals);
        RetentionDecision then = decider.decide(facts, day);
        return then.outcome() == Outcome.DELETE_NOW && last.isPresent()
                ? new DueDay(day, then.reason(), last.get().rule().ruleId())
                : new DueDay(null, then.reason(), then.ruleId());
    }

    private static Optional<AppliedRule> last(List<AppliedRule> applied, Predicate<AppliedRule> fits) {
        return applied.stream()
                .filter(rule -> rule.lastDay() != null)
                .filter(fits)
                .max(Comparator.comparing(
                                (AppliedRule rule) -> Objects.requireNonNull(rule.lastDay()), Comparator.naturalOrder())
                        .thenComparing(rule -> rule.rule().ruleId()));
    }
}
