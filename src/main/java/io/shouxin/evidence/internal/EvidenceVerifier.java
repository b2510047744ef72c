package io.shouxin.evidence.internal;

import io.shouxin.evidence.VerifyResult;
import io.shouxin.evidence.VerifyResult.Problem;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks the whole log against itself, its signatures and its exported checkpoints, in one snapshot. */
@Component
class EvidenceVerifier {

    private final JdbcClient jdbc;
    private final CheckpointKeys keys;
    private final CheckpointExport export;
    private final TransactionTemplate snapshot;

    EvidenceVerifier(
            JdbcClient jdbc, CheckpointKeys keys, CheckpointExport export, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.export = export;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    VerifyResult verify() {
        try (CheckpointFileReader exported = export.read()) {
            return check(exported);
        } catch (IllegalArgumentException e) {
            return new VerifyResult(0, 0, Problem.EXPORT_UNREADABLE, 0L);
        }
    }

    /** The end of the file was taken before this snapshot, so all that it holds is in the snapshot. */
    private VerifyResult check(CheckpointFileReader exported) {
        return Objects.requireNonNull(snapshot.execute(status -> {
            LogWalk walk = new LogWalk(jdbc, keys, exported);
            Optional<LogWalk.Finding> finding = walk.run();
            return new VerifyResult(
                    walk.size(),
                    pending(),
                    finding.map(LogWalk.Finding::problem).orElse(null),
                    finding.map(LogWalk.Finding::seq).orElse(null));
        }));
    }

    private long pending() {
        return jdbc.sql("SELECT count(*) FROM evidence_pending")
                .query(Long.class)
                .single();
    }
}
