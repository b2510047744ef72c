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
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the record of erasures outside the database complete: an erasure is written there as soon as it is committed, by a thread of
 * its own, so that several share one write to the disk and nobody waits for it; what a crash left out, or another node erased,
 * follows within a minute.
 */
@Component
public class ErasureExport implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureExport.class);
    /** No transaction that erases is open longer, so nothing older is still to come. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofDays(1);

    private static final int AT_ONCE = 1_000;

    private static final Duration TIME_TO_END = Duration.ofSeconds(30);

    private record Known(UUID id, Instant at) {}

    private final JdbcClient jdbc;
    private final ErasureFile file;
    private final Deque<Known> newest = new ArrayDeque<>();
    private final Set<UUID> known = new HashSet<>();
    private final Queue<ErasureEntry> waiting = new ConcurrentLinkedQueue<>();
    private final ExecutorService writer;
    private boolean read;
    private volatile long missing;

    ErasureExport(JdbcClient jdbc, LedgerProperties properties) {
        this.jdbc = jdbc;
        this.file = new ErasureFile(properties.file());
        this.writer = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> new Thread(task, "erasure-record"),
                (task, ended) -> task.run());
    }

    /** How many committed erasures the file lacked when it was last looked at, and still does. */
    public long missing() {
        return missing;
    }

    /** After the commit. A file that cannot be written does not undo what is done: it is told and tried again. */
    public void committed(ErasureEntry entry) {
        waiting.add(entry);
        writer.execute(this::writeWaiting);
    }

    private synchronized void writeWaiting() {
        List<ErasureEntry> entries = Stream.generate(waiting::poll)
                .takeWhile(Objects::nonNull)
                .filter(entry -> !known.contains(entry.id()))
                .toList();
        if (entries.isEmpty()) {
            return;
        }
        try {
            readOnce();
            append(entries);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            missing += entries.size();
            LOG.error("Erasures cannot be written to {}; they are tried again: {}", file.path(), e.getMessage());
        }
    }

    /** What is committed is written before the product ends. */
    @Override
    public void destroy() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(TIME_TO_END.toSeconds(), TimeUnit.SECONDS)) {
                LOG.error("Erasures could not be written to {} in time; they are at the next start", file.path());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
