package io.shouxin.evidence.internal;

import static java.util.stream.Collectors.toMap;

import io.shouxin.evidence.Commitment;
import io.shouxin.evidence.EvidenceEvent;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Inserts entries and the salts of their commitments, in their order. */
@Repository
class EntryRows {

    private static final String ENTRY = """
            INSERT INTO evidence_entry (id, at, kind, actor_kind, actor_id, case_id, subject_id,
                                        target_type, target_id, outcome, details, commitments)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), CAST(? AS jsonb))
            """;
    private static final String SALT =
            "INSERT INTO evidence_salt (entry_id, name, subject_id, salt) VALUES (?, ?, ?, ?)";

    private final JdbcTemplate jdbc;

    EntryRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<NewEntry> entries) {
        jdbc.batchUpdate(ENTRY, entries.stream().map(EntryRows::row).toList());
        List<Object[]> salts = entries.stream()
                .flatMap(entry -> entry.event().commitments().stream().map(commitment -> salt(entry, commitment)))
                .toList();
        if (!salts.isEmpty()) {
            jdbc.batchUpdate(SALT, salts);
        }
    }

    private static @Nullable Object[] row(NewEntry entry) {
        EvidenceEvent event = entry.event();
        return new @Nullable Object[] {
            entry.id(),
            entry.at().atOffset(ZoneOffset.UTC),
            event.kind().name(),
            event.actor().kind().name(),
            event.actor().id(),
            event.caseId(),
            event.subjectId(),
            event.targetType(),
            event.targetId(),
            event.outcome(),
            EvidenceRows.json(event.details()),
            EvidenceRows.json(event.commitments().stream()
                    .collect(toMap(
                            Commitment::name, commitment -> commitment.hash().hex())))
        };
    }

    private static @Nullable Object[] salt(NewEntry entry, Commitment commitment) {
        return new @Nullable Object[] {
            entry.id(), commitment.name(), entry.event().subjectId(), commitment.salt()
        };
    }
}
