package io.shouxin.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import io.shouxin.retention.DecisionReason;
import io.shouxin.retention.Outcome;
import io.shouxin.retention.RetentionDecision;
import io.shouxin.retention.Strength;
import io.shouxin.shared.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which decided cases go to a second person, and why. */
class SecondReviewGroundTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:12:00Z");
    private static final UUID CLERK = UUID.randomUUID();
    private static final UUID COLLEAGUE = UUID.randomUUID();

    private final SubjectRequest request = SubjectRequest.receive(
            new RequestId(UUID.randomUUID()),
            "SC-2026-000482",
            RequestType.DELETION,
            UUID.randomUUID(),
            UUID.randomUUID(),
            Channel.COUNTER,
            "zh",
            null,
            NOW,
            NOW);

    @Test
    void one_person_does_not_both_vouch_and_erase() {
        assertThat(grounds(erased(), seenBy(CLERK), reviewedBy(CLERK)))
                .containsExactly(SecondReviewGround.OWN_ATTESTATION);
    }

    @Test
    void a_colleagues_word_and_another_clerks_decision_are_two_persons() {
        assertThat(grounds(erased(), seenBy(COLLEAGUE), reviewedBy(CLERK))).isEmpty();
    }

    @Test
    void what_the_client_proved_is_nobodys_word_of_the_firm() {
        assertThat(grounds(erased(), proved(ProofMethod.CODE_AND_ID_LAST_SIX), reviewedBy(CLERK)))
                .isEmpty();
    }

    @Test
    void a_code_of_the_client_does_not_replace_the_clerks_stronger_word_but_a_strong_proof_does() {
        assertThat(grounds(erased(), seenBy(CLERK), proved(ProofMethod.ONE_TIME_CODE), reviewedBy(CLERK)))
                .containsExactly(SecondReviewGround.OWN_ATTESTATION);
        assertThat(grounds(erased(), seenBy(CLERK), proved(ProofMethod.CODE_AND_CONTRACT_LAST_FOUR), reviewedBy(CLERK)))
                .isEmpty();
    }

    @Test
    void the_last_review_counts() {
        assertThat(grounds(erased(), seenBy(CLERK), reviewedBy(CLERK), reviewedBy(COLLEAGUE)))
                .isEmpty();
        assertThat(grounds(erased(), seenBy(CLERK), reviewedBy(COLLEAGUE), reviewedBy(CLERK)))
                .containsExactly(SecondReviewGround.OWN_ATTESTATION);
    }

    @Test
    void where_nothing_is_erased_nobodys_word_destroys_anything() {
        assertThat(SecondReviewGround.ofDecided(request, List.of(), List.of(seenBy(CLERK), reviewedBy(CLERK))))
                .isEmpty();
        assertThat(grounds(kept(), seenBy(CLERK), reviewedBy(CLERK))).containsExactly(SecondReviewGround.KEPT);
        request.moveTo(RequestStatus.REVIEW);
        request.refuse("R13");
        assertThat(grounds(erased(), seenBy(CLERK), reviewedBy(CLERK))).containsExactly(SecondReviewGround.REFUSED);
    }

    @Test
    void whoever_erases_against_the_rules_needs_a_second_person_too() {
        RecordDecision refusedByRule = decision(Outcome.REFUSE, null);
        RecordDecision changed = refusedByRule.changed(Outcome.DELETE_NOW, null, CLERK, UUID.randomUUID(), null);
        assertThat(grounds(changed, seenBy(COLLEAGUE), reviewedBy(CLERK)))
                .containsExactly(SecondReviewGround.ERASED_AGAINST_THE_RULES);
    }

    private Set<SecondReviewGround> grounds(RecordDecision decision, CaseEvent... events) {
        return SecondReviewGround.ofDecided(request, List.of(decision), List.of(events));
    }

    private static CaseEvent seenBy(UUID account) {
        return event(CaseEvent.Kind.IDENTITY_CONFIRMED, Actor.Kind.STAFF, account, ProofMethod.SEEN_AT_COUNTER.name());
    }

    private static CaseEvent proved(ProofMethod method) {
        return event(CaseEvent.Kind.IDENTITY_CONFIRMED, Actor.Kind.CLIENT, UUID.randomUUID(), method.name());
    }

    private static CaseEvent reviewedBy(UUID account) {
        return event(CaseEvent.Kind.REVIEWED, Actor.Kind.STAFF, account, "APPROVED");
    }

    private static CaseEvent event(CaseEvent.Kind kind, Actor.Kind actor, UUID account, String detail) {
        return new CaseEvent(NOW, kind, actor, account, detail);
    }

    private static RecordDecision erased() {
        return decision(Outcome.DELETE_NOW, null);
    }

    private static RecordDecision kept() {
        return decision(Outcome.RESTRICT_STORAGE_ONLY, LocalDate.of(2036, 3, 15));
    }

    private static RecordDecision decision(Outcome outcome, @Nullable LocalDate until) {
        RetentionDecision proposed = new RetentionDecision(
                outcome,
                DecisionReason.NO_RULE,
                until,
                "rule",
                Strength.A,
                "反洗钱法 34",
                "确定",
                "47(1)1",
                DecisionReason.NO_RULE.clientKey(),
                List.of(),
                List.of(),
                "retention-rules v1");
        return new RecordDecision(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Category.DEMAND,
                Classification.GENERAL,
                null,
                null,
                proposed,
                outcome,
                until,
                null,
                null,
                null,
                "vault");
    }
}
