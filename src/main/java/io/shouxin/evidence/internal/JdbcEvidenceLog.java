package io.shouxin.evidence.internal;

import io.shouxin.evidence.Commitment;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.evidence.Hash;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcEvidenceLog implements EvidenceLog {

    private final JdbcClient jdbc;
    private final EntryRows rows;
    private final Clock clock;
    private final TransactionTemplate callers;
    private final TransactionTemplate own;

    JdbcEvidenceLog(JdbcClient jdbc, EntryRows rows, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
        this.callers = with(transactions, TransactionDefinition.PROPAGATION_MANDATORY);
        this.own = with(transactions, TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private static TransactionTemplate with(PlatformTransactionManager transactions, int propagation) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(propagation);
        return template;
    }

    @Override
    public UUID append(EvidenceEvent event) {
        NewEntry entry = entry(event);
        callers.executeWithoutResult(status -> EntriesOfTransaction.of(rows).add(entry));
        return entry.id();
    }

    @Override
    public UUID appendRefused(EvidenceEvent event) {
        NewEntry entry = entry(event);
        own.executeWithoutResult(status -> rows.insert(List.of(entry)));
        return entry.id();
    }

    /** For what reads the log in the very transaction that adds to it. */
    void writeWaiting() {
        EntriesOfTransaction.of(rows).write();
    }

    private NewEntry entry(EvidenceEvent event) {
        return new NewEntry(UUID.randomUUID(), clock.instant().truncatedTo(ChronoUnit.MICROS), event);
    }

    @Override
    public int destroySalts(Collection<UUID> subjects) {
        Integer destroyed = callers.execute(status -> {
            EntriesOfTransaction.of(rows).writeIfCommitted(subjects);
            return jdbc.sql("DELETE FROM evidence_salt WHERE subject_id = ANY (?)")
                    .param(subjects.toArray(UUID[]::new))
                    .update();
        });
        return destroyed == null ? 0 : destroyed;
    }

    @Override
    public boolean matches(UUID entryId, String commitment, byte[] personalData) {
        return jdbc.sql("""
                        SELECT s.salt, e.commitments ->> s.name AS hash
                        FROM evidence_salt s JOIN evidence_entry e ON e.id = s.entry_id
                        WHERE s.entry_id = :entryId AND s.name = :name
                        """)
                .param("entryId", entryId)
                .param("name", commitment)
                .query((row, number) ->
                        Commitment.opens(row.getBytes("salt"), Hash.ofHex(row.getString("hash")), personalData))
                .optional()
                .orElse(false);
    }
}
