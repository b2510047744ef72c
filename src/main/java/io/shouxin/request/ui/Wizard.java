package io.shouxin.request.ui;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.shouxin.request.Channel;
import io.shouxin.request.Draft;
import io.shouxin.request.DraftStore;
import io.shouxin.request.PortalIntake;
import io.shouxin.request.Proof;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.ProofRules;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.StrongProofs;
import io.shouxin.request.SubjectOverview;
import io.shouxin.request.SubjectOverview.Item;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.ui.UiTexts;
import io.shouxin.subject.Subjects;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the pages of the deletion wizard share: the draft, what it would do, and the proof given in this session. */
@SpringComponent
class Wizard {

    private static final int QUESTIONS_WITHOUT_PROOF = 4;

    private final DraftStore drafts;
    private final RequestIntake intake;
    private final PortalIntake portal;
    private final StrongProofs proofs;
    private final ProofRules rules;
    private final RequestReader reader;
    private final SubjectOverview overview;
    private final Subjects subjects;
    private final CurrentActor current;

    Wizard(
            DraftStore drafts,
            RequestIntake intake,
            PortalIntake portal,
            StrongProofs proofs,
            ProofRules rules,
            RequestReader reader,
            SubjectOverview overview,
            Subjects subjects,
            CurrentActor current) {
        this.drafts = drafts;
        this.intake = intake;
        this.portal = portal;
        this.proofs = proofs;
        this.rules = rules;
        this.reader = reader;
        this.overview = overview;
        this.subjects = subjects;
        this.current = current;
    }

    /**
     * A strong proof lasts as long as the session in which it was given, and only for its person.
     *
     * @param parted how often somebody had been parted from that person: whoever gave it before the last time may be that other
     */
    private record Given(UUID subject, int parted, ProofMethod method) {}

    /**
     * A page stays open while a merge is undone: who it was made for is asked with each thing it does.
     *
     * @throws AccessRefused if that is nobody any more who has signed in here; the page then leads to the sign-in
     */
    private void requireSelf(UUID subject) {
        if (!current.get().isClient(subject)) {
            throw new AccessRefused("Wizard of subject " + subject);
        }
    }

    boolean knows(UUID subject) {
        requireSelf(subject);
        return overview.knows(subject);
    }

    Optional<Draft> draft(UUID subject) {
        requireSelf(subject);
        return drafts.find(subject);
    }

    void save(UUID subject, Draft draft) {
        requireSelf(subject);
        drafts.save(subject, draft);
    }

    /**
     * The newest request that this person made and that is still under way; what the clock opened nobody asked for, and what an agent asks
     * in their name does not keep them from asking themselves.
     */
    Optional<SubjectRequest> underWay(UUID subject) {
        return reader.ofClient(subject).stream()
                .filter(request -> request.status() != RequestStatus.CLOSED
                        && request.channel() != Channel.CLOCK
                        && !request.isAskedInNameOf(subject))
                .findFirst();
    }

    /** The request for another person whose requester this is, and no more. */
    Optional<SubjectRequest> heldBy(UUID client) {
        return Behalf.heldBy(reader, client);
    }

    List<RecordDecision> preview(UUID subject, @Nullable Draft draft) {
        return intake.preview(subject, draft == null || !draft.scoped() ? null : draft.scope());
    }

    /** The same with what is in each record, so that its person knows it again. */
    List<Item> recordsOf(UUID subject, Draft draft) {
        return overview.preview(subject, draft.scoped() ? draft.scope() : null);
    }

    boolean strongProofNeeded(UUID subject, Draft draft) {
        return intake.proofNeeded(subject, draft.scoped() ? draft.scope() : null) == Proof.STRONG;
    }

    /** Whether a proof is needed, can be asked for here, and was neither given nor put off to a call. */
    boolean proofOpen(UUID subject, Draft draft) {
        return strongProofNeeded(subject, draft)
                && given(subject).isEmpty()
                && !draft.proofSkipped()
                && !proofs.questions(subject).isEmpty();
    }

    Optional<ProofMethod> given(UUID subject) {
        return Optional.ofNullable(VaadinSession.getCurrent())
                .map(session -> session.getAttribute(Given.class))
                .filter(given -> given.subject().equals(subject) && given.parted() == subjects.timesParted(subject))
                .map(Given::method);
    }

    void proved(UUID subject, ProofMethod method) {
        int parted = subjects.timesParted(subject);
        requireSelf(subject);
        VaadinSession.getCurrent().setAttribute(Given.class, new Given(subject, parted, method));
    }

    StrongProofs proofs() {
        return proofs;
    }

    /** How many questions there are for this draft: proof is one only where it is needed. */
    int length(UUID subject, Draft draft) {
        return strongProofNeeded(subject, draft) ? QUESTIONS_WITHOUT_PROOF + 1 : QUESTIONS_WITHOUT_PROOF;
    }

    /** The same, if it is so whatever will be chosen; a total that is shown never changes on the way. */
    OptionalInt lengthOfAnyChoice(UUID subject) {
        Set<Proof> needed = Set.copyOf(preview(subject, null).stream()
                .collect(Collectors.toMap(
                        RecordDecision::category,
                        decision -> rules.neededFor(decision.classification().name()),
                        (one, other) -> one.atLeast(other) ? one : other))
                .values());
        if (!needed.contains(Proof.STRONG)) {
            return OptionalInt.of(QUESTIONS_WITHOUT_PROOF);
        }
        return needed.size() > 1 ? OptionalInt.empty() : OptionalInt.of(QUESTIONS_WITHOUT_PROOF + 1);
    }

    /** @throws io.shouxin.request.DraftChanged if the draft is not the one that was shown */
    SubjectRequest send(UUID subject, Draft shown) {
        return portal.send(
                subject,
                shown,
                UiTexts.current().isChinese() ? "zh" : "en",
                given(subject).orElse(ProofMethod.ONE_TIME_CODE));
    }
}
