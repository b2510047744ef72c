package io.shouxin.record.internal;

import io.shouxin.platform.LedgerProperties;
import io.shouxin.record.ErasureEntry;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the record of erasures outside the database complete: an erasure is written there as soon as it is committed, and what a
 * crash left out, or another node erased, follows within a minute.
 */
@Component
public class ErasureExport {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureExport.class);
    /** No transaction that erases is open longer, so nothing older is still to come. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofDays(1);

    private static final int AT_ONCE = 1_000;

    private record Known(UUID id, Instant at) {}

    private final JdbcClient jdbc;
    private final ErasureFile file;
    private final Deque<Known> newest = new ArrayDeque<>();
    private final Set<UUID> known = new HashSet<>();
    private boolean read;
    private volatile long missing;

    ErasureExport(JdbcClient jdbc, LedgerProperties properties) {
        this.jdbc = jdbc;
        this.file = new ErasureFile(properties.file());
    }

    /** How many committed erasures the file lacked when it was last looked at, and still does. */
    public long missing() {
        return missing;
    }

    /** After the commit. A file that cannot be written does not undo what is done: it is told and tried again. */
    public synchronized void committed(ErasureEntry entry) {
        try {
            readOnce();
            append(List.of(entry));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            missing++;
            LOG.error("An erasure cannot be written to {}; it is tried again: {}", file.path(), e.getMessage());
        }
    }

    /** What the file does not have yet. */
    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT1M")
    public synchronized void exportMissing() {
        try {
            readOnce();
            List<ErasureEntry> rows = lacking();
            while (!rows.isEmpty()) {
                missing = rows.size();
                append(rows);
                rows = lacking();
            }
            missing = 0;
        } catch (UncheckedIOException | IllegalArgumentException e) {
            LOG.error("The record of erasures {} cannot be written: {}", file.path(), e.getMessage());
        }
    }

    private List<ErasureEntry> lacking() {
        Instant since = newest.isEmpty() ? Instant.EPOCH : newest.getLast().at().minus(LONGEST_TRANSACTION);
        return jdbc
                .sql("SELECT entry FROM erasure_journal WHERE at >= ? AND NOT id = ANY (?) ORDER BY at, id LIMIT ?")
                .params(Timestamp.from(since), known.toArray(UUID[]::new), AT_ONCE)
                .query(String.class)
                .list()
                .stream()
                .map(ErasureEntry::read)
                .toList();
    }

    private void append(List<ErasureEntry> entries) {
        file.append(entries);
        entries.forEach(this::remember);
    }

    private void readOnce() {
        if (!read) {
            file.forEach(this::remember);
            read = true;
        }
    }

    private void remember(ErasureEntry entry) {
        if (known.add(entry.id())) {
            newest.addLast(new Known(entry.id(), entry.at()));
        }
        Instant needed = newest.getLast().at().minus(LONGEST_TRANSACTION).minus(LONGEST_TRANSACTION);
        while (newest.getFirst().at().isBefore(needed)) {
            known.remove(newest.removeFirst().id());
        }
    }
}
