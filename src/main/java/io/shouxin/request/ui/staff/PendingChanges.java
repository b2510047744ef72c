package io.shouxin.request.ui.staff;

import io.shouxin.request.RecordDecision;
import io.shouxin.retention.Outcome;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes to decisions that a person has noted, maybe in two browsers, and not yet sent; they go with the decision of the task. */
final class PendingChanges {

    private final Map<UUID, Change> changes = new LinkedHashMap<>();
    private final UUID by;
    private Runnable changed = () -> {};

    PendingChanges(UUID by) {
        this.by = by;
    }

    /**
     * @param id names this change where one reason serves several records
     * @param code the coded reason, where the rules give none for keeping the record
     */
    record Change(
            UUID id,
            Outcome outcome,
            @Nullable LocalDate until,
            @Nullable String code,
            String reason) {

        static Change of(Outcome outcome, @Nullable LocalDate until, @Nullable String code, String reason) {
            return new Change(UUID.randomUUID(), outcome, until, code, reason);
        }
    }

    /** Calls back whenever a change was noted or taken back. */
    void onChange(Runnable told) {
        changed = told;
    }

    void put(Collection<UUID> records, Change change) {
        synchronized (this) {
            records.forEach(record -> changes.put(record, change));
        }
        changed.run();
    }

    void drop(Collection<UUID> records) {
        synchronized (this) {
            changes.keySet().removeAll(records);
        }
        changed.run();
    }

    synchronized Map<UUID, Change> all() {
        return new LinkedHashMap<>(changes);
    }

    /** Notes again what was noted before. */
    synchronized void restore(Map<UUID, Change> noted) {
        changes.putAll(noted);
    }

    synchronized void clear() {
        changes.clear();
    }

    synchronized boolean isEmpty() {
        return changes.isEmpty();
    }

    synchronized @Nullable Change of(UUID record) {
        return changes.get(record);
    }

    /** The decision as it would be after sending. */
    synchronized RecordDecision seen(RecordDecision decision) {
        Change change = changes.get(decision.recordId());
        if (change == null || decision.outcome() == Outcome.HELD) {
            return decision;
        }
        String own = decision.proposed().codeIfKept(change.outcome());
        return decision.changed(change.outcome(), change.until(), by, change.id(), own == null ? change.code() : own);
    }

    /** As the task's field {@code decisions} wants them. */
    synchronized List<Map<String, Object>> fields() {
        return changes.entrySet().stream()
                .map(entry -> {
                    Change change = entry.getValue();
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("recordId", entry.getKey().toString());
                    fields.put("outcome", change.outcome().name());
                    if (change.until() != null) {
                        fields.put("until", change.until().toString());
                    }
                    if (change.code() != null) {
                        fields.put("code", change.code());
                    }
                    fields.put("reason", change.reason());
                    return fields;
                })
                .toList();
    }
}
