package io.shouxin.record;

/** What stands against using, changing or deleting a record. */
public enum HoldKind {
    /** 停止处理: while a case is open, everything stops except storage and what a running contract needs. */
    RESTRICTION,
    /** 限存: kept until a date because a law says so, stored and protected only (PIPL 47(2)). */
    STORAGE_ONLY,
    /** 封存: sealed because of a dispute; preserved and unusable. */
    SEAL
}
