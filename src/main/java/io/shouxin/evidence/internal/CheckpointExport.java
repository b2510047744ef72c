package io.shouxin.evidence.internal;

import io.shouxin.evidence.Checkpoint;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Copies committed checkpoints to {@code <shouxin.data>/checkpoints/checkpoints.txt}, other nodes' too, so that every node
 * with a disk of its own is a witness. Without that property nothing is exported.
 */
@Component
class CheckpointExport {

    private static final int AT_ONCE = 10_000;

    private final JdbcClient jdbc;
    private final @Nullable CheckpointFile file;
    private long exported = -1;

    CheckpointExport(JdbcClient jdbc, @Value("${shouxin.data:}") String data) {
        this.jdbc = jdbc;
        this.file = data.isBlank() ? null : new CheckpointFile(Path.of(data).resolve("checkpoints/checkpoints.txt"));
    }

    /** What has been exported up to now; nothing where nothing is exported. */
    CheckpointFileReader read() {
        return file == null ? CheckpointFileReader.empty() : file.read();
    }

    synchronized void exportMissing() {
        if (file == null) {
            return;
        }
        long latest = latest();
        while (exported != latest) {
            long before = exported;
            file.append(this::after);
            exported = Math.min(latest, file.end().size());
            if (exported == before) {
                return;
            }
        }
    }

    private long latest() {
        return jdbc.sql("SELECT coalesce(max(size), 0) FROM evidence_checkpoint")
                .query(Long.class)
                .single();
    }

    private List<Checkpoint> after(long size) {
        return jdbc.sql("SELECT " + EvidenceRows.CHECKPOINT_COLUMNS
                        + " FROM evidence_checkpoint WHERE size > :size ORDER BY size LIMIT :limit")
                .param("size", size)
                .param("limit", AT_ONCE)
                .query(EvidenceRows::checkpoint)
                .list();
    }
}
