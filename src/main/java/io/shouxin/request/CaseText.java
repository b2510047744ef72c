package io.shouxin.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something a person wrote in a case, or how to reach them; kept under the case's key. */
public record CaseText(
        UUID id,
        Kind kind,
        String text,
        Instant at,
        @Nullable UUID by) {

    public enum Kind {
        /** 客户原话 */
        NOTE,
        CONTACT_NAME,
        CONTACT_PHONE,
        /** Where the answer goes if no number is on file; kept only where one is. */
        CONTACT_EMAIL,
        /** Of whom somebody else speaks in their request, as they gave it. */
        SUBJECT_NAME,
        SUBJECT_PHONE,
        SUBJECT_ID_NUMBER,
        /** How whoever asks is related to that person, in their words. */
        RELATION,
        /** The own lawful interest of a relative of somebody deceased (PIPL 49), in their words. */
        INTEREST,
        /** What a clerk saw who confirmed that the requester may ask for another person. */
        AUTHORITY_SEEN,
        /** Of somebody on no file of this branch: the number of an identity document, by which the firm may know them. */
        GIVEN_ID_NUMBER,
        /** What the staff ask the client to bring or explain. */
        QUESTION,
        /** What the client answered. */
        ANSWER,
        REFUSAL,
        /** Why a decision was changed. */
        REASON,
        /** Why the second person returned the case. */
        RETURNED,
        /** What the clerk answers the second person who returned the case. */
        REPLY,
        /** What a clerk saw as proof. */
        PROOF_SEEN,
        /** What is missing in the files that the client handed in as proof. */
        PROOF_NOT_ENOUGH,
        /** For what a client of another branch was entered here. */
        OTHER_BRANCH_REASON,
        /** Why somebody with the number that was given is not the person who asks. */
        NOT_THIS_PERSON,
        /** When a clerk called in vain, and what came of it. */
        CALL_FAILED
    }
}
