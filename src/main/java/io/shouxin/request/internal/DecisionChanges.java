package io.shouxin.request.internal;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.OpenClaims;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RefusalFacts;
import io.shouxin.request.RefusalReason;
import io.shouxin.request.RefusalReasons;
import io.shouxin.request.RequestId;
import io.shouxin.retention.Outcome;
import io.shouxin.retention.RetentionRules;
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes that a person makes to decisions, each with a reason. Nobody deletes what a law of strength A keeps or what is sealed,
 * and what the rules leave to the privacy officer only the officer decides, as one of the answers that the rules offer.
 */
@Component
class DecisionChanges {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Requests requests;
    private final RefusalReasons reasons;
    private final RetentionRules rules;
    private final DecisionRows decisions;
    private final CaseTexts texts;
    private final CaseEvents events;
    private final EvidenceLog evidence;
    private final Clock clock;

    DecisionChanges(
            Requests requests,
            RefusalReasons reasons,
            RetentionRules rules,
            DecisionRows decisions,
            CaseTexts texts,
            CaseEvents events,
            EvidenceLog evidence,
            Clock clock) {
        this.requests = requests;
        this.reasons = reasons;
        this.rules = rules;
        this.decisions = decisions;
        this.texts = texts;
        this.events = events;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** Applies the list {@code [{recordId, outcome, until?, code?, reason}]} of a task's fields; none is fine. */
    void apply(RequestId request, @Nullable Object list, Actor by) {
        if (list == null) {
            return;
        }
        if (!(list instanceof List<?> changes)) {
            throw new InvalidInput("/decisions", "request.error.decisionsNotAList");
        }
        Map<UUID, RecordDecision> known =
                decisions.of(request).stream().collect(Collectors.toMap(RecordDecision::recordId, Function.identity()));
        List<RecordDecision> changed = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            if (!(changes.get(i) instanceof Map<?, ?> fields)) {
                throw new InvalidInput("/decisions/" + i, "request.error.decisionsNotAList");
            }
            changed.add(change(request, "/decisions/" + i, known, fields, by));
        }
        for (RecordDecision decision : changed) {
            decisions.change(request, decision);
            events.add(
                    request,
                    CaseEvent.Kind.DECISION_CHANGED,
                    by,
                    decision.category().name());
            evidence.append(EvidenceEvent.of(EvidenceKind.DECISION_CHANGED, by)
                    .caseId(request.value())
                    .subjectId(decision.subjectId())
                    .target("record", decision.recordId())
                    .outcome(decision.outcome().name())
                    .detail("proposed", decision.proposed().outcome())
                    .detail("until", decision.until())
                    .detail("code", decision.changeCode())
                    .detail("reasons", decision.changeCode() == null ? null : reasons.version())
                    .build());
        }
    }

    private RecordDecision change(
            RequestId request, String pointer, Map<UUID, RecordDecision> known, Map<?, ?> fields, Actor by) {
        RecordDecision decision = known.get(id(pointer, fields.get("recordId")));
        if (decision == null) {
            throw new InvalidInput(pointer + "/recordId", "request.error.recordUnknown");
        }
        Outcome outcome = outcome(pointer, fields.get("outcome"));
        String reason = fields.get("reason") == null ? "" : fields.get("reason").toString();
        if (reason.isBlank()) {
            throw new InvalidInput(pointer + "/reason", "request.error.reasonMissing");
        }
        if (decision.outcome() == Outcome.HELD) {
            throw new InvalidInput(pointer + "/outcome", "request.error.sealed");
        }
        boolean lawKeeps = decision.proposed().outcome() == Outcome.RESTRICT_STORAGE_ONLY;
        boolean erases = outcome == Outcome.DELETE_NOW || outcome == Outcome.ANONYMISE;
        if (lawKeeps && outcome != Outcome.RESTRICT_STORAGE_ONLY
                || erases && decision.proposed().isKeptByLaw()) {
            throw new InvalidInput(pointer + "/outcome", "request.error.lawKeeps");
        }
        List<String> alternatives = decision.proposed().alternatives();
        if (!alternatives.isEmpty() && !alternatives.contains(outcome.name())) {
            throw new InvalidInput(pointer + "/outcome", "request.error.notOffered");
        }
        boolean officersAlone =
                decision.proposed().outcome() == Outcome.OFFICER_DECIDES || outcome == Outcome.ANONYMISE;
        if (officersAlone && !by.has(Role.PRIVACY_OFFICER)) {
            throw new InvalidInput(pointer + "/outcome", "request.error.officerDecides");
        }
        String code = erases ? null : code(request, pointer, decision, outcome, fields.get("code"));
        LocalDate until =
                outcome == Outcome.RESTRICT_STORAGE_ONLY ? until(pointer, fields.get("until"), decision) : null;
        UUID reasonId = texts.add(request, CaseText.Kind.REASON, reason, by.id());
        return decision.changed(outcome, until, Objects.requireNonNull(by.id()), reasonId, code);
    }

    /** The rules' own code, or the person's where the rules would not have kept the record in this way. */
    private String code(
            RequestId request, String pointer, RecordDecision decision, Outcome outcome, @Nullable Object given) {
        String own = decision.proposed().codeIfKept(outcome);
        if (own != null) {
            return own;
        }
        RefusalFacts facts = RefusalFacts.of(requests.get(request), List.of(decision));
        return reasons.forRecord(facts).stream()
                .map(RefusalReason::code)
                .filter(code -> code.equals(given))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(pointer + "/code", "request.error.refusalCodeUnknown"));
    }

    private LocalDate until(String pointer, @Nullable Object value, RecordDecision decision) {
        LocalDate day = decision.proposed().until();
        if (value != null && !value.toString().isBlank()) {
            try {
                day = LocalDate.parse(value.toString());
            } catch (DateTimeParseException e) {
                throw new InvalidInput(pointer + "/until", "request.error.dateUnreadable");
            }
        }
        if (day == null || !day.isAfter(LocalDate.now(clock.withZone(CHINA)))) {
            throw new InvalidInput(pointer + "/until", "request.error.untilMissing");
        }
        LocalDate law = decision.proposed().until();
        if (decision.proposed().outcome() == Outcome.RESTRICT_STORAGE_ONLY && law != null && day.isBefore(law)) {
            throw new InvalidInput(pointer + "/until", "request.error.lawKeepsLonger", law.toString());
        }
        LocalDate today = LocalDate.now(clock.withZone(CHINA));
        Optional<LocalDate> review = OpenClaims.keptAtMost(decision.proposed(), today);
        if (review.isPresent() && day.isAfter(review.get())) {
            throw new InvalidInput(
                    pointer + "/until",
                    "request.error.untilAfterReview",
                    review.get().toString());
        }
        LocalDate longest = rules.longestFrom(today);
        if (day.isAfter(longest) && !day.equals(law)) {
            throw new InvalidInput(pointer + "/until", "request.error.untilTooLate", longest.toString());
        }
        return day;
    }

    private static UUID id(String pointer, @Nullable Object value) {
        try {
            return UUID.fromString(String.valueOf(value));
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(pointer + "/recordId", "request.error.recordUnknown");
        }
    }

    private static Outcome outcome(String pointer, @Nullable Object value) {
        for (Outcome outcome :
                List.of(Outcome.DELETE_NOW, Outcome.ANONYMISE, Outcome.RESTRICT_STORAGE_ONLY, Outcome.REFUSE)) {
            if (outcome.name().equals(String.valueOf(value))) {
                return outcome;
            }
        }
        throw new InvalidInput(pointer + "/outcome", "request.error.outcomeUnknown");
    }
}
