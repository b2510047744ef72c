package io.shouxin.retention;

import org.jspecify.annotations.Nullable;

/** What kind of deal a record belongs to: only sales fall under anti-money-laundering law (反洗钱法 64(1)). */
public enum DealType {
    SALE,
    LEASE,
    SERVICE,
    /** There is a deal, but nobody wrote down or understood of which kind. */
    UNKNOWN,
    NONE;

    /** The constant of that name; {@link #NONE} for a record without a deal. */
    public static DealType of(@Nullable String name) {
        return name == null || name.isBlank() ? NONE : valueOf(name);
    }
}
