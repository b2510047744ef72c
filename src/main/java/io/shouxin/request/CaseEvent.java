package io.shouxin.request;

import io.shouxin.shared.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step in the life of a case, for the timelines of client and staff.
 *
 * @param detail a code that completes the text, e.g. the way of identification
 */
public record CaseEvent(
        Instant at,
        Kind kind,
        Actor.Kind actor,
        @Nullable UUID actorId,
        @Nullable String detail) {

    /** Detail of {@link Kind#CANCELLED} where the person stopped it in whose name an agent had asked. */
    public static final String BY_PERSON = "BY_PERSON";

    /** Whether the person stopped the case in whose name an agent had asked. */
    public boolean isStoppedByPerson() {
        return kind == Kind.CANCELLED && BY_PERSON.equals(detail);
    }

    public enum Kind {
        RECEIVED(true),
        IDENTITY_CONFIRMED(true),
        CALL_PROMISED(true),
        CALL_WANTED(true),
        CALL_FAILED(true),
        PROOF_ASKED(true),
        PROOF_RECEIVED(true),
        /** A file that had been sent turned out to be harmful. */
        PROOF_REFUSED(true),
        /** A clerk has seen the files and asks again. */
        PROOF_NOT_ENOUGH(true),
        PROOF_VIEWED(false),
        /** A clerk confirmed that the requester may ask for another person. */
        AUTHORITY_CONFIRMED(true),
        /** A clerk found that they may not; a second person looks at it. */
        AUTHORITY_REFUSED(false),
        /** It was said, or corrected, whose data it is about. */
        PERSON_CHOSEN(false),
        /** The person in whose name somebody asks was told so. */
        PERSON_TOLD(false),
        /** The request named nobody on file; number and name are those of somebody who is. */
        CLIENT_RECOGNISED(false),
        /** Somebody with the number that was given is not the person who asks. */
        PERSON_RULED_OUT(false),
        /** A question of the staff was not answered in time; the case goes on as it is. */
        NO_ANSWER(true),
        PROCESSING_STOPPED(true),
        DECISIONS_PROPOSED(true),
        CLAIM_RECORDED(false),
        /** A claim that was recorded when the case had begun to erase. */
        CLAIM_TOO_LATE(false),
        /** Somebody has looked again: a claim is still open, and has a new day. */
        CLAIM_RENEWED(false),
        CLAIM_ENDED(false),
        OFFICER_DECIDED(true),
        DECISION_CHANGED(false),
        REVIEWED(true),
        RETURNED(false),
        CONFIRMED(true),
        ERASURE_BEGAN(true),
        ERASED(true),
        VERIFIED(true),
        VERIFICATION_FAILED(false),
        ANSWERED(true),
        CLOSED(true),
        CANCELLED(true),
        NO_PROOF(true),
        REOPENED(true),
        DUE_MOVED(true),
        DEADLINE_WARNED(false),
        ESCALATED(false),
        /** No reviewer without a hand in the case was left to confirm it; those who can help were told. */
        NOBODY_TO_CONFIRM(false),
        FILE_ENDED(true),
        REVEALED(false);

        private final boolean shownToClient;

        Kind(boolean shownToClient) {
            this.shownToClient = shownToClient;
        }

        public boolean isShownToClient() {
            return shownToClient;
        }
    }
}
