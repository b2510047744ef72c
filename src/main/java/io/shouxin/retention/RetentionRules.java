package io.shouxin.retention;

import java.time.LocalDate;
import java.util.List;

/** The retention table; previews, cases and sweeps ask it through this port, so that they give one answer. */
public interface RetentionRules {

    /** Every rule that may stand against deleting such a record, in no particular order. */
    List<RetentionRule> standing(RuleQuery query);

    /**
     * The longest period of any rule, counted from this day. Who keeps a record by hand keeps it no longer: keeping is to be the
     * shortest that its purpose needs (PIPL 19), and no duty that the table knows asks for more.
     */
    LocalDate longestFrom(LocalDate day);

    /** Names the very table that was asked, to be recorded with each decision. */
    String version();
}
