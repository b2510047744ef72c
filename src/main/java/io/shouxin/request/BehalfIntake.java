package io.shouxin.request;

import io.shouxin.request.RequesterSession.Requester;
import io.shouxin.shared.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends the draft of somebody who asks for another person: the request comes into being and the draft goes in one transaction. */
@Service
public class BehalfIntake {

    private final BehalfDrafts drafts;
    private final RequestIntake intake;

    public BehalfIntake(BehalfDrafts drafts, RequestIntake intake) {
        this.drafts = drafts;
        this.intake = intake;
    }

    /**
     * @param shown what the requester saw and confirmed
     * @throws NotFound if there is no draft to send any more: it was sent by another click, or from another window
     * @throws DraftChanged if the draft asks for something else by now
     * @throws io.shouxin.shared.InvalidInput if something is missing or wrong
     */
    @Transactional
    public SubjectRequest send(Requester who, BehalfDraft shown, String language) {
        BehalfDraft draft =
                drafts.take(who).filter(BehalfDraft::scoped).orElseThrow(() -> new NotFound("draft", "to send"));
        if (!draft.equals(shown)) {
            throw new DraftChanged(draft.token());
        }
        return intake.submit(new NewRequest(
                RequestType.DELETION,
                null,
                draft.scope(),
                Channel.PORTAL,
                null,
                null,
                draft.note(),
                language,
                who.name(),
                who.phone(),
                null,
                false,
                draft.token(),
                draft.claim()));
    }
}
