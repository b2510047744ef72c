package io.shouxin.request.internal;

import io.shouxin.request.RequestId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks once a day for case files whose time is over, and ends them. Any number of nodes may run one: a lock in the database lets one
 * at a time through. Each batch is a transaction, so that a process that is killed has ended a file wholly or not at all.
 */
@Component
class CaseFileJob {

    private static final Logger LOG = LoggerFactory.getLogger(CaseFileJob.class);
    private static final int BATCH = 100;
    /** The letters "casefile" as a number, so that no other lock of the product has it. */
    private static final long LOCK = 0x6361736566696c65L;

    private final JdbcClient jdbc;
    private final CaseWords words;
    private final CaseFileEnding ending;
    private final TransactionTemplate transaction;

    CaseFileJob(JdbcClient jdbc, CaseWords words, CaseFileEnding ending, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.words = words;
        this.ending = ending;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Closed(RequestId id, Instant at, UUID branch) {}

    /** Some minutes after the start and then every day, so that a machine that is off at night does it too. */
    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT24H")
    void endDaily() {
        endDue();
    }

    /** @return how many files it ended */
    int endDue() {
        int ended = 0;
        Closed last = null;
        List<Closed> page;
        do {
            page = closedAfter(Optional.ofNullable(last));
            ended += endOf(page);
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (page.size() == BATCH);
        return ended;
    }

    /** Oldest first; a file that cannot end yet is passed by. */
    private List<Closed> closedAfter(Optional<Closed> last) {
        return jdbc.sql("""
                        SELECT id, closed_at, branch_id FROM request
                        WHERE file_ended_at IS NULL AND closed_at IS NOT NULL AND (closed_at, id) > (?, ?)
                        ORDER BY closed_at, id LIMIT ?
                        """)
                .params(
                        Timestamp.from(last.map(Closed::at).orElse(Instant.EPOCH)),
                        last.map(each -> each.id().value()).orElse(new UUID(0, 0)),
                        BATCH)
                .query((rs, n) -> new Closed(
                        new RequestId(rs.getObject(1, UUID.class)),
                        rs.getTimestamp(2).toInstant(),
                        rs.getObject(3, UUID.class)))
                .list();
    }

    private int endOf(List<Closed> page) {
        List<RequestId> over =
                page.stream().filter(this::isOver).map(Closed::id).toList();
        if (over.isEmpty()) {
            return 0;
        }
        try {
            return inTransaction(over);
        } catch (RuntimeException e) {
            return over.stream().mapToInt(this::alone).sum();
        }
    }

    /** A case for which no rule says how long its file is kept does not keep the others from their end. */
    private boolean isOver(Closed closed) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> words.isFileOver(closed.at(), closed.branch())));
        } catch (RuntimeException e) {
            warn(closed.id(), e);
            return false;
        }
    }

    /** One case that cannot be ended does not keep its neighbours from their end. */
    private int alone(RequestId id) {
        try {
            return inTransaction(List.of(id));
        } catch (RuntimeException e) {
            warn(id, e);
            return 0;
        }
    }

    private static void warn(RequestId id, RuntimeException e) {
        LOG.warn(
                "The file of case {} stays for another day: {}",
                id,
                e.getClass().getName());
    }

    private int inTransaction(List<RequestId> over) {
        Integer ended = transaction.execute(status -> locked() ? ending.end(over) : 0);
        return ended == null ? 0 : ended;
    }

    private boolean locked() {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }
}
