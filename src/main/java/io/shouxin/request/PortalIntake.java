package io.shouxin.request;

import io.shouxin.shared.NotFound;
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

    public PortalIntake(DraftStore drafts, RequestIntake intake) {
        this.drafts = drafts;
        this.intake = intake;
    }

    /**
     * @param proof how the person was recognised
     * @throws NotFound if there is no draft to send any more: it was sent from another tab
     * @throws io.shouxin.shared.InvalidInput if something is missing or wrong
     */
    @Transactional
    public SubjectRequest send(UUID subject, String language, ProofMethod proof) {
        Optional<Draft> found = drafts.find(subject).filter(Draft::scoped);
        Draft draft = found.orElseThrow(() -> new NotFound("draft", "to send"));
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
                draft.proofSkipped() && proof.proof() != Proof.STRONG,
                draft.token()));
        drafts.discard(List.of(subject));
        return request;
    }
}
