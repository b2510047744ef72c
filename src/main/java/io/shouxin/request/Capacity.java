package io.shouxin.request;

import org.jspecify.annotations.Nullable;

/** As whom somebody asks: for themselves, or for another person whose data it is about. */
public enum Capacity {
    /** 本人 */
    SELF,
    /** 监护人, of a minor or of an adult who cannot act for themselves (民法典 23, 27, 28) */
    GUARDIAN,
    /** 委托代理人, by power of attorney (民法典 165) */
    AGENT,
    /** 死者近亲属 (个人信息保护法 49, 民法典 1045) */
    RELATIVE;

    /** Whether somebody else's data are asked about, so that authority must be shown. */
    public boolean isForAnother() {
        return this != SELF;
    }

    /** How the table of refusal reasons calls whoever asks so. */
    public Requester requester() {
        return switch (this) {
            case SELF -> Requester.SUBJECT;
            case GUARDIAN, AGENT -> Requester.REPRESENTATIVE;
            case RELATIVE -> Requester.DECEASED_RELATIVE;
        };
    }

    /** Under which name the table of response periods has a request of this kind. */
    public String clockType(RequestType type, @Nullable Ward ward) {
        if (this == RELATIVE) {
            return "DECEASED_RELATIVE";
        }
        return this == GUARDIAN && ward != null && ward.isMinor() ? "MINOR" : type.name();
    }
}
