package io.shouxin.sweep.internal;

import io.shouxin.shared.NotFound;
import io.shouxin.sweep.RetentionSweep;
import io.shouxin.sweep.RetentionSweep.Course;
import io.shouxin.sweep.RetentionSweep.Proposal;
import io.shouxin.sweep.SweepDoubt;
import io.shouxin.sweep.SweepStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code sweep}. */
@Repository
class SweepRows {

    private final JdbcClient jdbc;

    SweepRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String nextReference(int year) {
        return "QL-%d-%06d"
                .formatted(
                        year,
                        jdbc.sql("SELECT nextval('sweep_number')")
                                .query(Long.class)
                                .single());
    }

    void insert(RetentionSweep sweep) {
        Proposal p = sweep.proposal();
        jdbc.sql("""
                        INSERT INTO sweep (id, reference, branch_id, system, status, proposed_at, proposed_by, people, records,
                            share_per_mille, approvals, approval_rule, approval_table, retention_basis, manifest)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        p.id(),
                        p.reference(),
                        p.branchId(),
                        p.system(),
                        sweep.status().name(),
                        Timestamp.from(p.proposedAt()),
                        p.proposedBy(),
                        p.people(),
                        p.records(),
                        p.sharePerMille(),
                        p.approvals(),
                        p.approvalRule(),
                        p.approvalTable(),
                        p.retentionBasis(),
                        p.manifest()))
                .update();
    }

    void update(RetentionSweep sweep) {
        Course c = sweep.course();
        jdbc.sql("""
                        UPDATE sweep SET status = ?, approved_by = ?, approved_at = ?, confirmed_by = ?, confirmed_at = ?,
                            returned_for = ?, rejected_by = ?, rejected_for = ?, rest_until = ?, erasure_began_at = ?,
                            verified_at = ?, closed_at = ?, certificate_no = ?, verification_code = ?, version = version + 1
                        WHERE id = ?
                        """)
                .params(Arrays.asList(
                        c.status().name(),
                        c.approvedBy(),
                        time(c.approvedAt()),
                        c.confirmedBy(),
                        time(c.confirmedAt()),
                        name(c.returnedFor()),
                        c.rejectedBy(),
                        name(c.rejectedFor()),
                        c.restUntil(),
                        time(c.erasureBeganAt()),
                        time(c.verifiedAt()),
                        time(c.closedAt()),
                        c.certificateNo(),
                        c.verificationCode(),
                        sweep.id()))
                .update();
    }

    RetentionSweep get(UUID id) {
        return one("SELECT * FROM sweep WHERE id = ?", id).orElseThrow(() -> new NotFound("sweep", id));
    }

    List<RetentionSweep> of(Collection<UUID> ids) {
        return jdbc.sql("SELECT * FROM sweep WHERE id = ANY (?)")
                .param(ids.toArray(UUID[]::new))
                .query(SweepRows::read)
                .list();
    }

    /** For the rest of the transaction nobody else changes it. */
    RetentionSweep lock(UUID id) {
        return one("SELECT * FROM sweep WHERE id = ? FOR UPDATE", id).orElseThrow(() -> new NotFound("sweep", id));
    }

    Optional<RetentionSweep> underWay(UUID branch) {
        return one("SELECT * FROM sweep WHERE branch_id = ? AND status NOT IN ('COMPLETED', 'REJECTED')", branch);
    }

    Optional<RetentionSweep> newest(UUID branch) {
        return one("SELECT * FROM sweep WHERE branch_id = ? ORDER BY proposed_at DESC, reference DESC LIMIT 1", branch);
    }

    Optional<RetentionSweep> byCode(String code) {
        return one("SELECT * FROM sweep WHERE verification_code = ?", code);
    }

    List<RetentionSweep> ofBranches(Collection<UUID> branches, int limit) {
        return jdbc.sql(
                        "SELECT * FROM sweep WHERE branch_id = ANY (?) ORDER BY proposed_at DESC, reference DESC LIMIT ?")
                .params(branches.toArray(UUID[]::new), limit)
                .query(SweepRows::read)
                .list();
    }

    private Optional<RetentionSweep> one(String sql, Object parameter) {
        return jdbc.sql(sql).param(parameter).query(SweepRows::read).optional();
    }

    private static RetentionSweep read(ResultSet rs, int n) throws SQLException {
        String returned = rs.getString("returned_for");
        String rejected = rs.getString("rejected_for");
        return new RetentionSweep(
                new Proposal(
                        rs.getObject("id", UUID.class),
                        rs.getString("reference"),
                        rs.getObject("branch_id", UUID.class),
                        rs.getString("system"),
                        rs.getTimestamp("proposed_at").toInstant(),
                        rs.getObject("proposed_by", UUID.class),
                        rs.getInt("people"),
                        rs.getInt("records"),
                        rs.getInt("share_per_mille"),
                        rs.getInt("approvals"),
                        rs.getString("approval_rule"),
                        rs.getString("approval_table"),
                        rs.getString("retention_basis"),
                        rs.getString("manifest")),
                new Course(
                        SweepStatus.valueOf(rs.getString("status")),
                        rs.getObject("approved_by", UUID.class),
                        instant(rs.getTimestamp("approved_at")),
                        rs.getObject("confirmed_by", UUID.class),
                        instant(rs.getTimestamp("confirmed_at")),
                        returned == null ? null : SweepDoubt.valueOf(returned),
                        rs.getObject("rejected_by", UUID.class),
                        rejected == null ? null : SweepDoubt.valueOf(rejected),
                        rs.getObject("rest_until", LocalDate.class),
                        instant(rs.getTimestamp("erasure_began_at")),
                        instant(rs.getTimestamp("verified_at")),
                        instant(rs.getTimestamp("closed_at")),
                        rs.getString("certificate_no"),
                        rs.getString("verification_code")));
    }

    private static @Nullable Timestamp time(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
