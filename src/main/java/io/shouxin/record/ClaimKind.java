package io.shouxin.record;

/** What a claim between the firm and a person is about. */
public enum ClaimKind {
    UNPAID_FEE,
    COMPLAINT,
    DAMAGE,
    CONTRACT_DISPUTE,
    OTHER
}
