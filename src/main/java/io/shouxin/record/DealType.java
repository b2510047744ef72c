package io.shouxin.record;

/** The kind of deal that a record belongs to; retention rules differ by it. */
public enum DealType {
    SALE,
    LEASE,
    SERVICE,
    /** There is a deal, but its kind was not written down or not understood. */
    UNKNOWN
}
