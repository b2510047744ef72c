package io.shouxin.inbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Marks tasks that stand at or past their date, or that nobody of their role may decide: from then on they are the privacy officer's to
 * see and to take as well.
 */
@Service
public class Escalations {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public Escalations(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void escalate(UUID caseId) {
        jdbc.sql("""
                        UPDATE task SET escalated_at = ? WHERE case_id = ? AND state <> 'DONE' AND escalated_at IS NULL
                        RETURNING branch_id
                        """)
                .params(Timestamp.from(clock.instant()), caseId)
                .query(UUID.class)
                .list()
                .forEach(branch -> events.publishEvent(new TasksChanged(branch)));
    }
}
