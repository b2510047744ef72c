package io.shouxin.record.imports;

/** What a person is told apart by. */
public enum IdentifierType {
    NAME,
    PHONE,
    ID_NUMBER,
    /** Any other identity document: passport, travel permit. */
    PASSPORT,
    EMAIL,
    WECHAT
}
