package io.shouxin.match;

/** Why two people cannot be merged, or a merge not be undone, as things stand. Each is told as a sentence. */
public enum Obstacle {
    /** One of them is erased. */
    ERASED,
    /** One of them was merged with somebody else meanwhile. */
    MERGED_ELSEWHERE,
    /** A client is never one with a worker or a child on file: erasing the one must not erase the other. */
    OTHER_ROLE,
    /** One of them is a client of branches that the actor does not work for. */
    OTHER_BRANCH,
    /** Processing is restricted because of what was asked for. */
    RESTRICTED,
    /** Something is stored for a law alone. */
    STORED_ONLY,
    /** Something is sealed. */
    SEALED,
    /** A case is under way that was decided, or will be, for one of them. */
    OPEN_CASE,
    /** Records of one of them are about to be destroyed in a sweep. */
    SWEEP,
    /** Both have an open claim of the same number. */
    SAME_CLAIM,
    /** Each has an identity number whose check digit is right, and they have none in common. */
    OTHER_NUMBER,
    /** The time for undoing is over. */
    TOO_LATE,
    /** Since the merge, something of what had come was erased. */
    ERASED_SINCE,
    /** Since the merge, a case was opened for the one person. */
    CASE_SINCE,
    /** Since the merge, a claim was recorded about the one person. */
    CLAIM_SINCE
}
