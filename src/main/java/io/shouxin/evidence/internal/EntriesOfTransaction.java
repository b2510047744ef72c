package io.shouxin.evidence.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The entries of the running transaction. They are written together just before it commits: one round trip to the database
 * instead of one each. If they cannot be written, the transaction does not commit; if it rolls back, they were never there.
 */
final class EntriesOfTransaction implements TransactionSynchronization {

    /** A long transaction, such as an import's, holds no more than these in memory. */
    private static final int MOST = 500;

    private final EntryRows rows;
    private final List<NewEntry> waiting = new ArrayList<>();
    private boolean committing;

    private EntriesOfTransaction(EntryRows rows) {
        this.rows = rows;
    }

    /** Those of the transaction that runs now; one that is suspended meanwhile keeps its own. */
    static EntriesOfTransaction of(EntryRows rows) {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(EntriesOfTransaction.class::isInstance)
                .map(EntriesOfTransaction.class::cast)
                .filter(entries -> entries.rows == rows)
                .findFirst()
                .orElseGet(() -> {
                    EntriesOfTransaction fresh = new EntriesOfTransaction(rows);
                    TransactionSynchronizationManager.registerSynchronization(fresh);
                    return fresh;
                });
    }

    void add(NewEntry entry) {
        waiting.add(entry);
        if (committing || waiting.size() >= MOST) {
            write();
        }
    }

    /** Writes where a salt of one of these people still waits: it must be in the table to be destroyed there. */
    void writeIfCommitted(Collection<UUID> subjects) {
        if (waiting.stream()
                .map(NewEntry::event)
                .anyMatch(event -> !event.commitments().isEmpty() && subjects.contains(event.subjectId()))) {
            write();
        }
    }

    void write() {
        if (!waiting.isEmpty()) {
            rows.insert(List.copyOf(waiting));
            waiting.clear();
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        committing = true;
        write();
    }
}
