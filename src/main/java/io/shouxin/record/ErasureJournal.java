package io.shouxin.record;

import io.shouxin.record.internal.ErasureExport;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes down each erasure in its own transaction, and outside the database as soon as that is committed. */
@Component
class ErasureJournal {

    private final JdbcClient jdbc;
    private final ErasureExport export;

    ErasureJournal(JdbcClient jdbc, ErasureExport export) {
        this.jdbc = jdbc;
        this.export = export;
    }

    void write(ErasureEntry entry) {
        jdbc.sql("INSERT INTO erasure_journal (id, at, entry) VALUES (?, ?, ?)")
                .params(entry.id(), Timestamp.from(entry.at()), entry.write())
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                export.committed(entry);
            }
        });
    }
}
