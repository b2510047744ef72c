package io.shouxin.audit;

/** What a colleague does with people's data, and what of it is counted. */
public enum Act {
    /** The page, case or paper of one person: different people. */
    OPENED(true),
    /** Rows of lists, masked: different people or cases. */
    LISTED(true),
    /** Shown unmasked: different people. */
    REVEALED(true),
    /** Searches, whether they found somebody or not. */
    SEARCHED(false),
    /** Files that left the product. */
    EXPORTED(false),
    /** All of these but lists, each time. */
    ANY(false),
    /** Opened, and known to the firm by the mailbox of a colleague: different people. */
    COLLEAGUE_MAIL(true),
    /** Opened, and called as a colleague is: different people. */
    COLLEAGUE_NAME(true);

    private final boolean ofPeople;

    Act(boolean ofPeople) {
        this.ofPeople = ofPeople;
    }

    /** Whether different people are counted, or else how often it was done. */
    public boolean isOfPeople() {
        return ofPeople;
    }
}
