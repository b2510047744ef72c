package io.shouxin.document;

/** How a deletion case ended; it chooses the letter's summary and paragraphs, and what its head says, not its layout. */
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
    CANCELLED,
    /** Somebody asked for another person without showing that they may: nothing was searched for, and nothing is said of anybody. */
    NO_AUTHORITY,
    /** As {@link #CLOSED_FOR_MISSING_PROOF}, where papers of authority did not come. */
    CLOSED_FOR_MISSING_PAPERS,
    /** Nobody asked: a period of keeping ended, and all that was kept for it is deleted (PIPL 47(1)2). */
    PERIOD_OVER,
    /** As {@link #PERIOD_OVER}, but a part is kept longer. */
    PERIOD_OVER_PARTLY,
    /** As {@link #PERIOD_OVER}, but all of it is kept longer. */
    PERIOD_OVER_KEPT,
    /** As {@link #PERIOD_OVER}, but nothing was left when it ended. */
    PERIOD_OVER_NOTHING_LEFT;

    /** Whether it answers nobody: the firm tells of what it did unasked. */
    public boolean isUnasked() {
        return compareTo(PERIOD_OVER) >= 0;
    }
}
