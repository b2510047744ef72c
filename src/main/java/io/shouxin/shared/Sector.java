package io.shouxin.shared;

/** The trade of a branch; it chooses the field catalogue and the retention rules. */
public enum Sector {
    /** 房产中介 */
    BROKERAGE,
    /** 家政 */
    HOUSEKEEPING
}
