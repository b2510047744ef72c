package io.shouxin.sweep;

import io.shouxin.shared.StateRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch of records of one branch that nothing keeps any more and nobody asked about. It refuses what its status does not allow, and
 * never lets one person be both of the two who approve.
 */
public final class RetentionSweep {

    private final Proposal proposal;
    private SweepStatus status;
    private @Nullable UUID approvedBy;
    private @Nullable Instant approvedAt;
    private @Nullable UUID confirmedBy;
    private @Nullable Instant confirmedAt;
    private @Nullable SweepDoubt returnedFor;
    private @Nullable UUID rejectedBy;
    private @Nullable SweepDoubt rejectedFor;
    private @Nullable LocalDate restUntil;
    private @Nullable Instant erasureBeganAt;
    private @Nullable Instant verifiedAt;
    private @Nullable Instant closedAt;
    private @Nullable String certificateNo;
    private @Nullable String verificationCode;

    /**
     * What was proposed, which never changes.
     *
     * @param proposedBy null where the clock did
     * @param sharePerMille of the branch's records, rounded up
     * @param approvals how many people must approve
     * @param approvalRule the row of the table that said so
     * @param retentionBasis names the retention table and what else the days were counted by
     * @param manifest SHA-256 over the sorted ids of the records
     */
    public record Proposal(
            UUID id,
            String reference,
            UUID branchId,
            String system,
            Instant proposedAt,
            @Nullable UUID proposedBy,
            int people,
            int records,
            int sharePerMille,
            int approvals,
            String approvalRule,
            String approvalTable,
            String retentionBasis,
            String manifest) {}

    /** What has become of it, for the repository. */
    public record Course(
            SweepStatus status,
            @Nullable UUID approvedBy,
            @Nullable Instant approvedAt,
            @Nullable UUID confirmedBy,
            @Nullable Instant confirmedAt,
            @Nullable SweepDoubt returnedFor,
            @Nullable UUID rejectedBy,
            @Nullable SweepDoubt rejectedFor,
            @Nullable LocalDate restUntil,
            @Nullable Instant erasureBeganAt,
            @Nullable Instant verifiedAt,
            @Nullable Instant closedAt,
            @Nullable String certificateNo,
            @Nullable String verificationCode) {}

    public static RetentionSweep propose(Proposal proposal) {
        return new RetentionSweep(
                proposal,
                new Course(
                        SweepStatus.PROPOSED,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    /** As it stands in the database; only the repository and {@link #propose} build one. */
    public RetentionSweep(Proposal proposal, Course course) {
        this.proposal = proposal;
        this.status = course.status();
        this.approvedBy = course.approvedBy();
        this.approvedAt = course.approvedAt();
        this.confirmedBy = course.confirmedBy();
        this.confirmedAt = course.confirmedAt();
        this.returnedFor = course.returnedFor();
        this.rejectedBy = course.rejectedBy();
        this.rejectedFor = course.rejectedFor();
        this.restUntil = course.restUntil();
        this.erasureBeganAt = course.erasureBeganAt();
        this.verifiedAt = course.verifiedAt();
        this.closedAt = course.closedAt();
        this.certificateNo = course.certificateNo();
        this.verificationCode = course.verificationCode();
    }

    /** @return whether a second person must approve too */
    public boolean approve(UUID by, Instant now) {
        require(status == SweepStatus.PROPOSED, "approve");
        approvedBy = by;
        approvedAt = now;
        boolean second = proposal.approvals() > 1;
        status = second ? SweepStatus.CONFIRMING : SweepStatus.APPROVED;
        return second;
    }

    /** Whoever approved it, or had it proposed, is not the second person. */
    public boolean mayConfirm(UUID person) {
        return !person.equals(approvedBy) && !person.equals(proposal.proposedBy());
    }

    public void confirm(UUID by, Instant now) {
        require(status == SweepStatus.CONFIRMING && mayConfirm(by), "confirm");
        confirmedBy = by;
        confirmedAt = now;
        status = SweepStatus.APPROVED;
    }

    /** The second person has a doubt; the first looks again. */
    public void giveBack(UUID by, SweepDoubt doubt) {
        require(status == SweepStatus.CONFIRMING && mayConfirm(by), "return");
        approvedBy = null;
        approvedAt = null;
        returnedFor = doubt;
        status = SweepStatus.PROPOSED;
    }

    /** @param until on this day nothing of the branch is proposed yet, so that the doubt can be cleared */
    public void reject(UUID by, SweepDoubt doubt, LocalDate until, Instant now) {
        require(status == SweepStatus.PROPOSED, "reject");
        rejectedBy = by;
        rejectedFor = doubt;
        restUntil = until;
        closedAt = now;
        status = SweepStatus.REJECTED;
    }

    public void destroy(Instant now) {
        require(status == SweepStatus.APPROVED || status == SweepStatus.DESTROYING, "destroy");
        if (erasureBeganAt == null) {
            erasureBeganAt = now;
        }
        status = SweepStatus.DESTROYING;
    }

    public void verified(Instant now) {
        require(status == SweepStatus.DESTROYING || status == SweepStatus.VERIFIED, "verify");
        verifiedAt = now;
        status = SweepStatus.VERIFIED;
    }

    public void certify(String number, String code) {
        require(status == SweepStatus.VERIFIED && certificateNo == null, "certify");
        certificateNo = number;
        verificationCode = code;
    }

    public void complete(Instant now) {
        require(status == SweepStatus.VERIFIED, "complete");
        closedAt = now;
        status = SweepStatus.COMPLETED;
    }

    private void require(boolean allowed, String action) {
        if (!allowed) {
            throw new StateRefused("Sweep", proposal.reference(), status, action);
        }
    }

    public Proposal proposal() {
        return proposal;
    }

    public Course course() {
        return new Course(
                status,
                approvedBy,
                approvedAt,
                confirmedBy,
                confirmedAt,
                returnedFor,
                rejectedBy,
                rejectedFor,
                restUntil,
                erasureBeganAt,
                verifiedAt,
                closedAt,
                certificateNo,
                verificationCode);
    }

    public UUID id() {
        return proposal.id();
    }

    public SweepStatus status() {
        return status;
    }
}
