package io.shouxin.retention;

import java.util.List;

/** The retention table; previews, cases and sweeps ask it through this port, so that they give one answer. */
public interface RetentionRules {

    /** Every rule that may stand against deleting such a record, in no particular order. */
    List<RetentionRule> standing(RuleQuery query);

    /** Names the very table that was asked, to be recorded with each decision. */
    String version();
}
