package io.shouxin.record.imports;

/** The kind of contract a row is about: retention differs (anti-money-laundering periods hit sales only). */
public enum DealType {
    SALE,
    LEASE,
    SERVICE
}
