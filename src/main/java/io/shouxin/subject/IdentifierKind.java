package io.shouxin.subject;

/** By what a person can be found; each through a keyed blind index only. */
public enum IdentifierKind {
    NAME,
    PHONE,
    ID_NUMBER,
    EMAIL,
    WECHAT,
    /** Of a contract with the firm; several people may stand in one. */
    CONTRACT_NUMBER,
    /** By which a list of the firm numbers its clients. */
    CUSTOMER_NUMBER
}
