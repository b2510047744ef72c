package io.shouxin.retention;

/** Why the decider came to its outcome; each has a sentence for the client and one for the staff in the bundles. */
public enum DecisionReason {
    NO_RULE,
    RULE_OVER,
    /** Sensitive data beside a running contract rests on separate consent; the request withdraws it (PIPL 47(1)3). */
    CONSENT_WITHDRAWN,
    LAW_RUNNING,
    SEALED,
    /** The contract runs until a known day, and no rule follows. */
    CONTRACT_RUNNING,
    /** The contract runs until a known day, and a legal period follows. */
    CONTRACT_RUNNING_THEN_LAW,
    /** The contract runs and its end is not known. */
    CONTRACT_RUNNING_OPEN,
    /** A rule runs whose force against a deletion is not settled. */
    RULE_UNSETTLED,
    DATE_MISSING,
    PERIOD_UNSTATED,
    OPEN_CLAIM,
    /** The rules leave it open, and a person decided in an earlier case how long it is kept. */
    DECIDED_EARLIER;

    public String clientKey() {
        return "retention.client." + name();
    }

    /** What the officer is asked; there is such a text only for what the rules leave open. */
    public String questionKey() {
        return "retention.question." + name();
    }

    public String staffKey() {
        return "retention.staff." + name();
    }
}
