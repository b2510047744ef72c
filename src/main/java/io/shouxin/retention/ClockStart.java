package io.shouxin.retention;

/** The event from which a rule's period is counted: the end of a deal, never its signing. */
public enum ClockStart {
    DEAL_ENDED,
    CONTRACT_ENDED,
    RECORDED,
    YEAR_END,
    SEALED,
    CASE_CLOSED
}
