package io.shouxin.request.internal;

import io.shouxin.document.FileProblem;
import io.shouxin.platform.Parameters;
import io.shouxin.request.Paper;
import io.shouxin.request.ProofFile;
import io.shouxin.request.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of proof files. Whoever changes one has locked its case. */
@Repository
class ProofFileRows {

    private static final String SELECT = """
            SELECT id, case_id, number, state, problem, by_staff, file_id, media_type, size_bytes, received_at,
                submitted_at, judgement, paper
            FROM proof_file
            """;

    private final JdbcClient jdbc;

    ProofFileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ProofFile> of(RequestId request) {
        return jdbc.sql(SELECT + " WHERE case_id = ? ORDER BY number")
                .param(request.value())
                .query(ProofFileRows::read)
                .list();
    }

    Optional<ProofFile> find(UUID id) {
        return jdbc.sql(SELECT + " WHERE id = ?")
                .param(id)
                .query(ProofFileRows::read)
                .optional();
    }

    /** The longest-waiting first. */
    List<ProofFile> quarantined(int limit) {
        return jdbc.sql(SELECT + " WHERE state = 'QUARANTINED' ORDER BY received_at LIMIT ?")
                .param(limit)
                .query(ProofFileRows::read)
                .list();
    }

    /** Came in before that moment and were never sent. */
    List<ProofFile> unsentSince(Instant before, int limit) {
        return jdbc.sql(SELECT + """
                         WHERE submitted_at IS NULL AND state IN ('RECEIVED', 'QUARANTINED', 'CLEARED') AND received_at < ?
                        ORDER BY received_at LIMIT ?
                        """)
                .params(Timestamp.from(before), limit)
                .query(ProofFileRows::read)
                .list();
    }

    void add(ProofFile file) {
        ProofFile.Snapshot s = file.snapshot();
        jdbc.sql("""
                        INSERT INTO proof_file (id, case_id, number, state, by_staff, received_at, paper) VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        s.id(),
                        s.request().value(),
                        s.number(),
                        s.state().name(),
                        s.byStaff(),
                        Timestamp.from(s.receivedAt()),
                        Parameters.text(name(s.paper())))
                .update();
    }

    void update(ProofFile file) {
        ProofFile.Snapshot s = file.snapshot();
        Instant submitted = s.submittedAt();
        jdbc.sql("""
                        UPDATE proof_file SET state = ?, problem = ?, file_id = ?, media_type = ?, size_bytes = ?,
                            submitted_at = ?, judgement = ?
                        WHERE id = ?
                        """)
                .params(
                        s.state().name(),
                        Parameters.text(name(s.problem())),
                        Parameters.id(s.fileId()),
                        Parameters.text(s.mediaType()),
                        s.size(),
                        submitted == null ? null : Timestamp.from(submitted),
                        Parameters.text(name(s.judgement())),
                        s.id())
                .update();
    }

    /** The case files of these cases end, and what they hold with them. */
    void destroyAll(Collection<UUID> cases) {
        jdbc.sql("""
                        UPDATE proof_file SET state = 'DESTROYED', problem = NULL, file_id = NULL
                        WHERE case_id = ANY (?) AND state IN ('RECEIVED', 'QUARANTINED', 'CLEARED')
                        """).param(cases.toArray(UUID[]::new)).update();
    }

    private static ProofFile read(ResultSet rs, int row) throws SQLException {
        String problem = rs.getString("problem");
        String judgement = rs.getString("judgement");
        Timestamp submitted = rs.getTimestamp("submitted_at");
        String paper = rs.getString("paper");
        return new ProofFile(new ProofFile.Snapshot(
                rs.getObject("id", UUID.class),
                new RequestId(rs.getObject("case_id", UUID.class)),
                rs.getInt("number"),
                ProofFile.State.valueOf(rs.getString("state")),
                problem == null ? null : FileProblem.valueOf(problem),
                rs.getBoolean("by_staff"),
                rs.getObject("file_id", UUID.class),
                rs.getString("media_type"),
                rs.getLong("size_bytes"),
                rs.getTimestamp("received_at").toInstant(),
                submitted == null ? null : submitted.toInstant(),
                judgement == null ? null : ProofFile.Judgement.valueOf(judgement),
                paper == null ? null : Paper.valueOf(paper)));
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
