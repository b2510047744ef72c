package io.shouxin.subject;

/** By what a person can be found; each through a keyed blind index only. */
public enum IdentifierKind {
    NAME,
    PHONE,
    ID_NUMBER,
    EMAIL,
    WECHAT
}
