package io.shouxin.retention;

import static io.shouxin.retention.DecisionReason.*;

import io.shouxin.shared.ChinaTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Decides what becomes of a record whose deletion is asked for (PIPL 47). A seal comes first, then a contract that still needs
 * the record, then the longest running legal period; what is unsettled goes to the officer; what nothing stands against is deleted.
 */
@Service
public class RetentionDecider {

    private static final String NO_LONGER_NECESSARY = "47(1)1";
    private static final String PERIOD_OVER = "47(1)2";
    private static final String WITHDRAWN = "47(1)3";
    private static final List<Outcome> OFFICER_OPTIONS =
            List.of(Outcome.RESTRICT_STORAGE_ONLY, Outcome.DELETE_NOW, Outcome.ANONYMISE);

    private final RetentionRules rules;
    private final Clock clock;

    public RetentionDecider(RetentionRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** The decision as of today in China. */
    public RetentionDecision decide(RetentionFacts facts) {
        return decide(facts, ChinaTime.dayOf(clock.instant()));
    }

    /** The decision as it will be, or would have been, on a day. */
    public RetentionDecision decide(RetentionFacts facts, LocalDate today) {
        List<AppliedRule> applied = apply(facts, today);
        if (facts.sealed()) {
            return held(facts, applied);
        }
        Optional<AppliedRule> needed = first(applied, a -> a.is(Strength.N));
        if (needed.isPresent()) {
            return contractNeeds(needed.get(), applied, today);
        }
        Optional<AppliedRule> law = first(applied, a -> a.is(Strength.A) && a.runsOn(today));
        if (law.isPresent()) {
            return decision(
                    Outcome.RESTRICT_STORAGE_ONLY, LAW_RUNNING, law.get(), NO_LONGER_NECESSARY, duty(law.get()));
        }
        return forTheOfficer(facts, applied, today).orElseGet(() -> deletion(facts, applied, today));
    }

    List<AppliedRule> apply(RetentionFacts facts, LocalDate today) {
        List<AppliedRule> applied = new ArrayList<>();
        for (DealFacts deal : facts.relevantDeals()) {
            RuleQuery query = new RuleQuery(
                    facts.category(),
                    deal.sector(),
                    deal.type(),
                    facts.classification(),
                    deal.endedOn(),
                    deal.runsOn(today),
                    facts.sealed(),
                    facts.jurisdiction());
            rules.standing(query).forEach(rule -> applied.add(AppliedRule.of(rule, deal, facts)));
        }
        return applied;
    }

    private RetentionDecision held(RetentionFacts facts, List<AppliedRule> applied) {
        AppliedRule seal = first(applied, a -> a.rule().clockStart() == ClockStart.SEALED)
                .orElseThrow(() -> new IllegalStateException("The retention table has no row for sealed records"));
        String reference = Objects.requireNonNullElse(facts.sealReference(), "retention.dispute.unnamed");
        return decision(
                Outcome.HELD,
                SEALED,
                seal,
                NO_LONGER_NECESSARY,
                List.of(seal.rule().textKey(), "", reference));
    }

    /** What a running contract needs is kept until the contract ends and, after that, as long as the law says. */
    private RetentionDecision contractNeeds(AppliedRule needed, List<AppliedRule> applied, LocalDate today) {
        List<AppliedRule> running =
                applied.stream().filter(a -> a.is(Strength.N)).toList();
        Optional<AppliedRule> law = first(applied, a -> a.is(Strength.A) && a.runsOn(today));
        if (running.stream().anyMatch(a -> a.deal().endedOn() == null)) {
            return decision(Outcome.REFUSE, CONTRACT_RUNNING_OPEN, needed, null, duty(needed));
        }
        LocalDate end = running.stream()
                .map(a -> a.deal().endedOn())
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElseThrow();
        LocalDate lawUntil = law.map(AppliedRule::lastDay).orElse(end);
        if (law.isEmpty() || !lawUntil.isAfter(end)) {
            return decision(
                    Outcome.REFUSE,
                    CONTRACT_RUNNING,
                    needed,
                    end,
                    null,
                    List.of(duty(needed).get(0), end.toString()));
        }
        return decision(
                Outcome.REFUSE,
                CONTRACT_RUNNING_THEN_LAW,
                needed,
                lawUntil,
                null,
                List.of(
                        needed.rule().textKey(),
                        end.toString(),
                        law.get().rule().textKey(),
                        lawUntil.toString()));
    }

    private Optional<RetentionDecision> forTheOfficer(
            RetentionFacts facts, List<AppliedRule> applied, LocalDate today) {
        return first(applied, a -> !a.is(Strength.C) && asks(a, today))
                .or(() -> facts.claim() != null ? first(applied, a -> a.is(Strength.C)) : Optional.empty())
                .map(a -> decidedEarlier(facts, a, today).orElseGet(() -> officer(facts, a, today)));
    }

    private static boolean asks(AppliedRule a, LocalDate today) {
        return a.dateMissing() || a.periodUnstated() || a.runsOn(today);
    }

    /** What a person has settled stays settled until its day, or until a person settles it otherwise. */
    private Optional<RetentionDecision> decidedEarlier(RetentionFacts facts, AppliedRule a, LocalDate today) {
        return Optional.ofNullable(facts.kept())
                .filter(kept -> !kept.until().isBefore(today))
                .map(kept -> decision(
                        Outcome.RESTRICT_STORAGE_ONLY,
                        DECIDED_EARLIER,
                        a,
                        kept.until(),
                        NO_LONGER_NECESSARY,
                        List.of(a.rule().textKey(), kept.until().toString(), kept.reference())));
    }

    private RetentionDecision officer(RetentionFacts facts, AppliedRule a, LocalDate today) {
        RetentionFacts.Claim claim = facts.claim();
        if (a.is(Strength.C) && claim != null) {
            return claimed(claim, a, today);
        }
        DecisionReason reason = a.dateMissing() ? DATE_MISSING : a.periodUnstated() ? PERIOD_UNSTATED : RULE_UNSETTLED;
        LocalDate hint = latestKnownDay(facts, a.deal());
        List<String> arguments =
                List.of(a.rule().textKey(), text(a.lastDay()), hint == null ? "retention.unknown" : hint.toString());
        return decision(Outcome.OFFICER_DECIDES, reason, a, NO_LONGER_NECESSARY, arguments);
    }

    /** A claim keeps no longer than until it must be looked at again; one that nobody looked at then gives no day. */
    private RetentionDecision claimed(RetentionFacts.Claim claim, AppliedRule a, LocalDate today) {
        boolean overdue = !claim.reviewOn().isAfter(today);
        return decision(
                Outcome.OFFICER_DECIDES,
                OPEN_CLAIM,
                a,
                overdue ? null : claim.reviewOn(),
                NO_LONGER_NECESSARY,
                List.of(
                        claim.kindKey(),
                        claim.reference(),
                        overdue ? "retention.claim.overdue" : claim.reviewOn().toString(),
                        a.rule().textKey()));
    }

    private RetentionDecision deletion(RetentionFacts facts, List<AppliedRule> applied, LocalDate today) {
        Optional<AppliedRule> over = first(applied, a -> !a.is(Strength.C));
        if (over.isPresent()) {
            return decision(Outcome.DELETE_NOW, RULE_OVER, over.get(), PERIOD_OVER, duty(over.get()));
        }
        boolean besideContract =
                facts.relevantDeals().stream().anyMatch(d -> d.type() != DealType.NONE && d.runsOn(today));
        DecisionReason reason = besideContract ? CONSENT_WITHDRAWN : NO_RULE;
        String ground = besideContract ? WITHDRAWN : NO_LONGER_NECESSARY;
        return new RetentionDecision(
                Outcome.DELETE_NOW,
                reason,
                null,
                null,
                null,
                null,
                null,
                ground,
                reason.clientKey(),
                List.of(),
                List.of(),
                rules.version());
    }

    private RetentionDecision decision(
            Outcome outcome, DecisionReason reason, AppliedRule a, @Nullable String ground, List<String> arguments) {
        return decision(outcome, reason, a, a.lastDay(), ground, arguments);
    }

    private RetentionDecision decision(
            Outcome outcome,
            DecisionReason reason,
            AppliedRule a,
            @Nullable LocalDate until,
            @Nullable String ground,
            List<String> arguments) {
        RetentionRule rule = a.rule();
        return new RetentionDecision(
                outcome,
                reason,
                until,
                rule.ruleId(),
                rule.strength(),
                rule.source(),
                rule.certainty(),
                ground,
                reason.clientKey(),
                arguments,
                outcome == Outcome.OFFICER_DECIDES
                        ? OFFICER_OPTIONS.stream().map(Enum::name).toList()
                        : List.of(),
                rules.version());
    }

    private static List<String> duty(AppliedRule a) {
        return List.of(a.rule().textKey(), text(a.lastDay()));
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static @Nullable LocalDate latestKnownDay(RetentionFacts facts, DealFacts deal) {
        return Stream.of(deal.signedOn(), deal.endedOn(), facts.recordedOn(), facts.lastContactOn())
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private static Optional<AppliedRule> first(List<AppliedRule> applied, Predicate<AppliedRule> fits) {
        return applied.stream().filter(fits).min(AppliedRule.STRONGEST);
    }
}
