package io.shouxin.evidence.internal;

import static java.util.stream.Collectors.toMap;

import io.shouxin.evidence.Commitment;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.evidence.Hash;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcEvidenceLog implements EvidenceLog {

    private static final String ENTRY = """
            INSERT INTO evidence_entry (id, at, kind, actor_kind, actor_id, case_id, subject_id,
                                        target_type, target_id, outcome, details, commitments)
            VALUES (:id, :at, :kind, :actorKind, :actorId, :caseId, :subjectId,
                    :targetType, :targetId, :outcome, CAST(:details AS jsonb), CAST(:commitments AS jsonb))
            """;
    private static final String SALTS = """
            INSERT INTO evidence_salt (entry_id, name, subject_id, salt)
            SELECT :id, s.name, CAST(:subjectId AS uuid), s.salt
            FROM unnest(CAST(:names AS text[]), CAST(:salts AS bytea[])) AS s (name, salt)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate callers;
    private final TransactionTemplate own;

    JdbcEvidenceLog(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
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
        UUID id = UUID.randomUUID();
        callers.executeWithoutResult(status -> insert(id, event));
        return id;
    }

    @Override
    public UUID appendRefused(EvidenceEvent event) {
        UUID id = UUID.randomUUID();
        own.executeWithoutResult(status -> insert(id, event));
        return id;
    }

    private void insert(UUID id, EvidenceEvent event) {
        OffsetDateTime at = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        jdbc.sql(event.commitments().isEmpty() ? ENTRY : "WITH entry AS (" + ENTRY + ") " + SALTS)
                .param("id", id)
                .param("at", at)
                .param("kind", event.kind().name())
                .param("actorKind", event.actor().kind().name())
                .param("actorId", event.actor().id())
                .param("caseId", event.caseId())
                .param("subjectId", event.subjectId())
                .param("targetType", event.targetType())
                .param("targetId", event.targetId())
                .param("outcome", event.outcome())
                .param("details", EvidenceRows.json(event.details()))
                .param(
                        "commitments",
                        EvidenceRows.json(
                                event.commitments().stream().collect(toMap(Commitment::name, commitment -> commitment
                                        .hash()
                                        .hex()))))
                .param(
                        "names",
                        event.commitments().stream().map(Commitment::name).toArray(String[]::new))
                .param(
                        "salts",
                        event.commitments().stream().map(Commitment::salt).toArray(byte[][]::new))
                .update();
    }

    @Override
    public int destroySalts(UUID subjectId) {
        Integer destroyed =
                callers.execute(status -> jdbc.sql("DELETE FROM evidence_salt WHERE subject_id = :subjectId")
                        .param("subjectId", subjectId)
                        .update());
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
