package io.shouxin.request;

import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.NotFound;
import io.shouxin.subject.Subjects;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends a client's draft: the request comes into being and the draft goes in one transaction. */
@Service
public class PortalIntake {

    private final DraftStore drafts;
    private final RequestIntake intake;
    private final StrongProofs proofs;
    private final Subjects subjects;
    private final CurrentActor current;

    public PortalIntake(
            DraftStore drafts, RequestIntake intake, StrongProofs proofs, Subjects subjects, CurrentActor current) {
        this.drafts = drafts;
        this.intake = intake;
        this.proofs = proofs;
        this.subjects = subjects;
        this.current = current;
    }

    /**
     * Whoever parts two people who were taken for one comes before or after; whom the client has to prove to be is asked only then.
     *
     * @param shown what the client saw and confirmed
     * @param proof how the person was recognised
     * @throws AccessRefused if the client has to sign in again
     * @throws NotFound if there is no draft to send any more: it was sent from another tab
     * @throws DraftChanged if the draft asks for something else by now
     * @throws io.shouxin.shared.InvalidInput if something is missing or wrong
     */
    @Transactional
    public SubjectRequest send(UUID subject, Draft shown, String language, ProofMethod proof) {
        subjects.lock(List.of(subject));
        if (!current.get().isClient(subject)) {
            throw new AccessRefused("No request for subject " + subject);
        }
        Optional<Draft> found = drafts.find(subject).filter(Draft::scoped);
        Draft draft = found.orElseThrow(() -> new NotFound("draft", "to send"));
        if (!draft.asksTheSame(shown)) {
            throw new DraftChanged(subject);
        }
        SubjectRequest request = intake.submit(new NewRequest(
                RequestType.DELETION,
                subject,
                draft.scope(),
                Channel.PORTAL,
                null,
                null,
                draft.note(),
                language,
                "",
                "",
                proof,
                wantsCall(subject, draft, proof),
                draft.token()));
        drafts.discard(List.of(subject));
        return request;
    }

    /** The pages promise a call where a code does not suffice and the client would not, or cannot, answer online. */
    private boolean wantsCall(UUID subject, Draft draft, ProofMethod given) {
        return given.proof() != Proof.STRONG
                && intake.proofNeeded(subject, draft.scope()) == Proof.STRONG
                && (draft.proofSkipped() || proofs.questions(subject).isEmpty());
    }
}
