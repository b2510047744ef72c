package io.shouxin.evidence.internal;

import static java.util.stream.Collectors.toMap;

import io.shouxin.evidence.Commitment;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Inserts entries and the salts of their commitments, in their order: one statement each, however many there are, since each
 * statement also queues its entries for the sequencer.
 */
@Repository
class EntryRows {

    private static final String ENTRIES = """
            INSERT INTO evidence_entry (id, at, kind, actor_kind, actor_id, case_id, subject_id,
                                        target_type, target_id, outcome, details, commitments)
            SELECT id, at::timestamptz, kind, actor_kind, actor_id, case_id, subject_id,
                   target_type, target_id, outcome, details::jsonb, commitments::jsonb
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::uuid[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                WITH ORDINALITY AS entry (id, at, kind, actor_kind, actor_id, case_id, subject_id,
                                          target_type, target_id, outcome, details, commitments, place)
            ORDER BY place
            """;
    private static final String SALTS = """
            INSERT INTO evidence_salt (entry_id, name, subject_id, salt)
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::bytea[])
            """;

    private final JdbcClient jdbc;

    EntryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<NewEntry> entries) {
        jdbc.sql(ENTRIES)
                .params(
                        ids(entries, NewEntry::id),
                        texts(entries, entry -> entry.at().toString()),
                        texts(entries, entry -> entry.event().kind().name()),
                        texts(entries, entry -> entry.event().actor().kind().name()),
                        ids(entries, entry -> entry.event().actor().id()),
                        ids(entries, entry -> entry.event().caseId()),
                        ids(entries, entry -> entry.event().subjectId()),
                        texts(entries, entry -> entry.event().targetType()),
                        texts(entries, entry -> entry.event().targetId()),
                        texts(entries, entry -> entry.event().outcome()),
                        texts(entries, entry -> EvidenceRows.json(entry.event().details())),
                        texts(entries, EntryRows::commitments))
                .update();
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
