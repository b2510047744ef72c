package io.shouxin.request;

/** Port to the decision table {@code identity-proof}: how surely a person must be known before their data are touched. */
public interface ProofRules {

    /** @param classification name of the record's classification */
    Proof neededFor(String classification);

    /** Names the very table that was asked, to be recorded with each identity that is confirmed. */
    String version();
}
