package io.shouxin.document;

/** What the search after the erasure found. */
public enum VerificationResult {
    NOTHING_LEFT,
    /** Something is left on purpose; the certificate lists it under exceptions. */
    ONLY_EXCEPTIONS_LEFT
}
