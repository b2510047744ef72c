package io.shouxin.evidence.internal;

import static java.util.stream.Collectors.toMap;

import io.shouxin.evidence.Commitment;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.platform.Parameters;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Inserts entries, in their order, and the salts of their commitments: one round trip each, however many there are.
 */
@Repository
class EntryRows {

    private static final String ENTRY = """
            INSERT INTO evidence_entry (id, at, kind, actor_kind, actor_id, case_id, subject_id,
                                        target_type, target_id, outcome, details, commitments)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
            """;
    private static final String SALTS = """
            INSERT INTO evidence_salt (entry_id, name, subject_id, salt)
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::bytea[])
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    EntryRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void insert(List<NewEntry> entries) {
        if (entries.size() == 1) {
            // The driver never keeps the prepared statement of a batch of one.
            batch.update(ENTRY, row(entries.get(0)));
        } else {
            batch.batchUpdate(ENTRY, entries.stream().map(EntryRows::row).toList());
        }
        List<Salt> salts = entries.stream().flatMap(EntryRows::salts).toList();
        if (!salts.isEmpty()) {
            jdbc.sql(SALTS)
                    .params(
                            ids(salts, Salt::entry),
                            texts(salts, Salt::name),
                            ids(salts, Salt::subject),
                            salts.stream().map(Salt::salt).toArray(byte[][]::new))
                    .update();
        }
    }

    private static @Nullable Object[] row(NewEntry entry) {
        EvidenceEvent event = entry.event();
        return new @Nullable Object[] {
            entry.id(),
            Timestamp.from(entry.at()),
            event.kind().name(),
            event.actor().kind().name(),
            Parameters.id(event.actor().id()),
            Parameters.id(event.caseId()),
            Parameters.id(event.subjectId()),
            Parameters.text(event.targetType()),
            Parameters.text(event.targetId()),
            Parameters.text(event.outcome()),
            EvidenceRows.json(event.details()),
            commitments(entry)
        };
    }

    private record Salt(UUID entry, String name, @Nullable UUID subject, byte[] salt) {}

    private static Stream<Salt> salts(NewEntry entry) {
        return entry.event().commitments().stream()
                .map(commitment ->
                        new Salt(entry.id(), commitment.name(), entry.event().subjectId(), commitment.salt()));
    }

    private static String commitments(NewEntry entry) {
        return EvidenceRows.json(entry.event().commitments().stream()
                .collect(toMap(Commitment::name, commitment -> commitment.hash().hex())));
    }

    private static <T> @Nullable UUID[] ids(List<T> rows, Function<T, @Nullable UUID> column) {
        return rows.stream().map(column).toArray(UUID[]::new);
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
