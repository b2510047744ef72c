package io.shouxin.identity;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.KeyBackup;
import io.shouxin.platform.KeyBackup.Verdict;
import io.shouxin.shared.Actor;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Administrators prove that the copy of the wrapping keys opens; each try is logged, the last good one is remembered. */
@Service
public class KeyBackups {

    /** The last copy that opened. */
    public record Proof(int epoch, Instant provedAt) {}

    private final KeyBackup backup;
    private final AdministratorsOnly administrators;
    private final JdbcClient jdbc;
    private final EvidenceLog evidence;
    private final Clock clock;

    public KeyBackups(
            KeyBackup backup, AdministratorsOnly administrators, JdbcClient jdbc, EvidenceLog evidence, Clock clock) {
        this.backup = backup;
        this.administrators = administrators;
        this.jdbc = jdbc;
        this.evidence = evidence;
        this.clock = clock;
    }

    public Path place() {
        return backup.place();
    }

    public Instant nextEpoch() {
        return backup.nextEpoch();
    }

    public Optional<Proof> lastProof() {
        return jdbc.sql("SELECT epoch, proved_at FROM key_backup_proof ORDER BY proved_at DESC, id LIMIT 1")
                .query((rs, n) -> new Proof(rs.getInt(1), rs.getTimestamp(2).toInstant()))
                .optional();
    }

    /** Whether a copy was proved that holds the wrapping key in use. */
    public boolean isProved() {
        return lastProof()
                .filter(proof -> proof.epoch() == backup.currentEpoch())
                .isPresent();
    }

    @Transactional
    public Verdict check(byte[] copy) {
        Actor by = administrators.require("check the backup of the keys");
        return noted(backup.check(copy), by);
    }

    /** As {@link #check(byte[])}, of a file on this machine. */
    @Transactional
    public Verdict check(String path) {
        Actor by = administrators.require("check the backup of the keys");
        return noted(verdict(path), by);
    }

    /** What a file on this machine is good for; whatever cannot be a path is no file. */
    public Verdict verdict(String path) {
        try {
            return path.isBlank() ? Verdict.NO_FILE : backup.check(Path.of(path.strip()));
        } catch (InvalidPathException e) {
            return Verdict.NO_FILE;
        }
    }

    /** Writes down what came of a try. Runs in the caller's transaction. */
    @Transactional
    public Verdict noted(Verdict verdict, Actor by) {
        int epoch = backup.currentEpoch();
        if (verdict == Verdict.OPENS) {
            jdbc.sql("INSERT INTO key_backup_proof (id, epoch, proved_at, proved_by) VALUES (?, ?, ?, ?)")
                    .params(Arrays.asList(UUID.randomUUID(), epoch, Timestamp.from(clock.instant()), by.id()))
                    .update();
        }
        evidence.append(EvidenceEvent.of(EvidenceKind.SETTING_CHANGED, by)
                .target("setting", "key-backup")
                .outcome(verdict.name())
                .detail("epoch", epoch)
                .build());
        return verdict;
    }
}
