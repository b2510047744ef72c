package io.shouxin.request;

/** The questions on the way to a deletion request, in their order. */
public enum DraftStep {
    SCOPE,
    CHOOSE,
    NOTE,
    PREVIEW,
    PROOF,
    CHECK
}
