package io.shouxin.match;

/** Where the question stands whether two people are one. */
public enum MatchStatus {
    /** Nobody has decided yet. */
    OPEN,
    MERGED,
    KEPT_APART,
    /** They were merged and taken apart again: two people, for good. */
    UNDONE,
    /** One of the two was erased, or merged with somebody else, before anybody decided. */
    VANISHED
}
