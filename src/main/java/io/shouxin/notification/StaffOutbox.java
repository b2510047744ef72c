package io.shouxin.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes messages to members of the firm in the caller's transaction, one of a topic for each person, and hands them over
 * afterwards. A message being handed over is locked, so that nodes do not send it side by side.
 */
@Service
public class StaffOutbox {

    private static final Logger LOG = LoggerFactory.getLogger(StaffOutbox.class);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 100;
    private static final String COLUMNS = "id, account_id, addressee, subject, body, created_at";

    private final JdbcClient jdbc;
    private final Optional<StaffMessages> way;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public StaffOutbox(
            JdbcClient jdbc, Optional<StaffMessages> way, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.way = way;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * @param topic what it is about, such as {@code digest:2026-11-23}; a second message of a topic to the same person is left out
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(UUID account, String addressee, String topic, String subject, String text) {
        jdbc.sql("""
                        INSERT INTO staff_message (id, account_id, addressee, topic, subject, body, state, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, topic) DO NOTHING
                        """)
                .params(
                        UUID.randomUUID(),
                        account,
                        addressee,
                        topic,
                        subject,
                        text,
                        way.filter(open -> open.reaches(account)).isPresent() ? "QUEUED" : "NO_CHANNEL",
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** Hands queued messages over; one that cannot be handed over stays queued and is tried again. */
    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT10S")
    public void deliverQueued() {
        way.ifPresent(
                open -> jdbc.sql("SELECT id FROM staff_message WHERE state = 'QUEUED' ORDER BY created_at LIMIT ?")
                        .param(AT_ONCE)
                        .query(UUID.class)
                        .list()
                        .forEach(id -> deliver(open, id)));
    }

    private void deliver(StaffMessages open, UUID id) {
        try {
            transaction.executeWithoutResult(status -> jdbc.sql("SELECT " + COLUMNS
                            + " FROM staff_message WHERE id = ? AND state = 'QUEUED' FOR UPDATE SKIP LOCKED")
                    .param(id)
                    .query(StaffOutbox::read)
                    .optional()
                    .ifPresent(message -> {
                        if (open.reaches(message.account())) {
                            open.deliver(message);
                            sent(id);
                        } else {
                            jdbc.sql("UPDATE staff_message SET state = 'NO_CHANNEL' WHERE id = ?")
                                    .param(id)
                                    .update();
                        }
                    }));
        } catch (RuntimeException e) {
            LOG.warn(
                    "Message {} to a member of the firm could not be handed over: {}",
                    id,
                    e.getClass().getSimpleName());
        }
    }

    private void sent(UUID id) {
        jdbc.sql("UPDATE staff_message SET state = 'SENT', sent_at = ? WHERE id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT6H")
    public void purge() {
        jdbc.sql("DELETE FROM staff_message WHERE created_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    /** The newest messages: for the mailbox page of the demo only. */
    public List<StaffMessage> newest(int limit) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM staff_message WHERE state <> 'NO_CHANNEL' ORDER BY created_at DESC, addressee LIMIT ?")
                .param(limit)
                .query(StaffOutbox::read)
                .list();
    }

    private static StaffMessage read(ResultSet rs, int row) throws SQLException {
        return new StaffMessage(
                rs.getObject("id", UUID.class),
                rs.getObject("account_id", UUID.class),
                rs.getString("addressee"),
                rs.getString("subject"),
                rs.getString("body"),
                rs.getTimestamp("created_at").toInstant());
    }
}
