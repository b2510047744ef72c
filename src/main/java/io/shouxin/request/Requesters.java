package io.shouxin.request;

import io.shouxin.subject.SubjectKind;
import java.util.List;
import java.util.UUID;

/**
 * Who may be behind a request that names nobody on file: people of the firm, of whatever branch, with exactly the telephone or identity
 * number that was given. While one of them is not ruled out, nobody is answered that nothing is held of them.
 */
public interface Requesters {

    /**
     * Somebody who must be looked at, masked.
     *
     * @param sameName whether the name given is the one on file
     */
    record Candidate(UUID subject, SubjectKind kind, String name, String phone, String idNumber, boolean sameName) {}

    /** Whether somebody must look who is behind the case; says nothing about whom. */
    boolean mustLook(RequestId id);

    /** Those who may be behind the case, for whoever handles those of its branch, and nobody for others; each look is logged. */
    List<Candidate> candidates(RequestId id);

    /**
     * Notes that somebody is not the person who asks.
     *
     * @param why kept in the case file
     * @throws io.shouxin.shared.InvalidInput without a reason, or if the person is no candidate
     */
    void ruleOut(RequestId id, UUID subject, String why);

    /** As {@link #ruleOut}, of all who are called otherwise: a number may be that of a shop or agency on the files of hundreds. */
    void ruleOutOthers(RequestId id, String why);
}
