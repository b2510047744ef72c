package io.shouxin.document;

/** How a deletion case ended; it chooses the letter's summary and paragraphs, not its layout. */
public enum LetterKind {
    /** Everything that was asked for is deleted. */
    NOTHING_KEPT,
    /** Partly deleted, partly kept: each category says why. */
    SOMETHING_KEPT,
    /** Nothing is deleted; PIPL 50 demands the reasons. */
    REFUSED,
    /** A search under the checked identity found nothing. */
    NO_DATA_HELD,
    /** The proof of identity did not come in time: a closed case that can be reopened, not a refusal. */
    CLOSED_FOR_MISSING_PROOF,
    /** The client cancelled before erasure began. */
    CANCELLED
}
