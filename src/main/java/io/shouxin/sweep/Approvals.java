package io.shouxin.sweep;

/** How many people must approve a sweep; the table is counsel's to change. */
public interface Approvals {

    /**
     * @param people one or two
     * @param ruleId the row that said so
     */
    record Needed(int people, String ruleId, String source) {}

    /**
     * @param sharePerMille of the branch's records, rounded up
     * @param sensitive whether statutory sensitive data, or a child's, are among them
     */
    Needed forSweep(int sharePerMille, boolean sensitive);

    /** Names the very table that was asked. */
    String version();
}
