package io.shouxin.request;

import io.shouxin.deadline.ClockView;
import io.shouxin.shared.Actor;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A whole case for a screen or the API.
 *
 * @param texts empty for those who may not read the case file
 * @param documents names of the documents that can be downloaded, e.g. {@code letter-zh}
 * @param trace where the process stands
 */
public record CaseView(
        SubjectRequest request,
        @Nullable ClockView clock,
        List<RecordDecision> decisions,
        List<CaseEvent> events,
        List<CaseText> texts,
        List<ErasureReceipt> erasures,
        List<String> documents,
        ProcessTrace trace) {

    private static final Set<CaseEvent.Kind> STEPS_OF_PROOF = Set.of(
            CaseEvent.Kind.PROOF_ASKED,
            CaseEvent.Kind.PROOF_RECEIVED,
            CaseEvent.Kind.PROOF_NOT_ENOUGH,
            CaseEvent.Kind.IDENTITY_CONFIRMED,
            CaseEvent.Kind.CALL_PROMISED,
            CaseEvent.Kind.REOPENED);

    public UUID branch() {
        return request.branchId();
    }

    /** What the client wrote in the portal, or "": of a case that somebody else entered the note is not the client's own. */
    public String ownWords() {
        return request.channel() == Channel.PORTAL ? text(CaseText.Kind.NOTE) : "";
    }

    /** Whether it was looked for what is held of whoever asked, and nothing found: then there is nothing to decide or erase. */
    public boolean holdsNothing() {
        return decisions.isEmpty()
                && events.stream().anyMatch(event -> event.kind() == CaseEvent.Kind.DECISIONS_PROPOSED);
    }

    /**
     * Whether files were sent as proof and a person has still to look at them. What a client has sent ends the wait for them, even
     * where the process needs a moment more.
     */
    public boolean isProofAtHand() {
        RequestStatus status = request.status();
        boolean waits = status == RequestStatus.AWAITING_PROOF || status == RequestStatus.AWAITING_CALL;
        return (waits || status == RequestStatus.RECEIVED) && areFilesLast(waits);
    }

    private boolean areFilesLast(boolean fromClientOnly) {
        return events.stream()
                .filter(event -> STEPS_OF_PROOF.contains(event.kind()))
                .reduce((first, second) -> second)
                .filter(last -> last.kind() == CaseEvent.Kind.PROOF_RECEIVED && "FILES".equals(last.detail()))
                .filter(last -> !fromClientOnly || last.actor() == Actor.Kind.CLIENT)
                .isPresent();
    }

    /** The last return of the case by its second person. */
    public CaseReturn lastReturn() {
        return CaseReturn.of(events);
    }

    /** What the clerk answered in words to the last return, or "". */
    public String replyToReturn() {
        String reply = "";
        for (CaseText text : texts) {
            switch (text.kind()) {
                case RETURNED -> reply = "";
                case REPLY -> reply = text.text();
                default -> {}
            }
        }
        return reply;
    }

    /** The last text of a kind, or "". */
    public String text(CaseText.Kind kind) {
        return texts.stream()
                .filter(text -> text.kind() == kind)
                .reduce((first, second) -> second)
                .map(CaseText::text)
                .orElse("");
    }
}
