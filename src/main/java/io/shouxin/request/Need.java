package io.shouxin.request;

/** What has to be shown before somebody may ask for another person; one paper shows each. */
public enum Need {
    /** Who the requester is. */
    IDENTITY,
    /** That the requester is the guardian, or a close relative. */
    KINSHIP,
    /** That a minor of fourteen or more agrees. */
    AGREEMENT,
    /** That a court found an adult unable to act for themselves. */
    INCAPACITY,
    /** That the person gave the requester power to ask. */
    POWER,
    /** That the person has died. */
    DEATH,
    /** The requester's own lawful and proper interest (PIPL 49), in their own words. */
    INTEREST
}
