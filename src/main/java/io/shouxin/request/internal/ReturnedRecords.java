package io.shouxin.request.internal;

import io.shouxin.record.Hold;
import io.shouxin.request.RequestId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code request_record}: which records a case of the clock is about. */
@Repository
class ReturnedRecords {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    ReturnedRecords(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** @param ended the duties to store that are over; of several on one record the first names the case that kept it */
    void add(RequestId request, Collection<Hold> ended) {
        batch.batchUpdate(
                """
                INSERT INTO request_record (request_id, record_id, kept_by) VALUES (?, ?, ?)
                ON CONFLICT (request_id, record_id) DO NOTHING
                """,
                ended.stream()
                        .map(hold -> Arrays.asList(request.value(), hold.recordId(), hold.caseId())
                                .toArray())
                        .toList());
    }

    Set<UUID> of(RequestId request) {
        return new HashSet<>(jdbc.sql("SELECT record_id FROM request_record WHERE request_id = ?")
                .param(request.value())
                .query(UUID.class)
                .list());
    }

    /** The cases that had these records kept, in the order of their numbers. */
    List<RequestId> keptBy(RequestId request) {
        return jdbc.sql("""
                        SELECT q.id FROM request q
                        WHERE q.id IN (SELECT kept_by FROM request_record WHERE request_id = ?) ORDER BY q.reference
                        """).param(request.value()).query(UUID.class).list().stream()
                .map(RequestId::new)
                .toList();
    }

    /** Those of these records that an open case is about already: one of the clock, or one that the client began. */
    Set<UUID> underWay(UUID client, Collection<UUID> records) {
        return new HashSet<>(jdbc.sql("""
                        SELECT r.id FROM record r WHERE r.id = ANY (:records)
                        AND (EXISTS (SELECT 1 FROM request_record back JOIN request q ON q.id = back.request_id
                                     WHERE back.record_id = r.id AND q.closed_at IS NULL)
                          OR EXISTS (SELECT 1 FROM request q
                                     WHERE q.subject_id = :client AND q.channel <> 'CLOCK' AND q.type = 'DELETION'
                                     AND q.closed_at IS NULL AND (q.categories IS NULL OR r.category = ANY (q.categories))))
                        """)
                .param("records", records.toArray(UUID[]::new))
                .param("client", client)
                .query(UUID.class)
                .list());
    }
}
