package io.shouxin.evidence.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.shouxin.evidence.Checkpoint;
import io.shouxin.evidence.EvidenceView;
import io.shouxin.evidence.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How rows become values. */
final class EvidenceRows {

    static final String ENTRY_COLUMNS = """
            e.id, l.seq, e.at, e.kind, e.actor_kind, e.actor_id, e.case_id, e.subject_id,
            e.target_type, e.target_id, e.outcome, e.details, e.commitments\
            """;
    static final String CHECKPOINT_COLUMNS = "origin, size, root, at, key_id, signature";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private EvidenceRows() {}

    static String json(Map<String, String> texts) {
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The details of an entry cannot be written", e);
        }
    }

    static EvidenceView entry(ResultSet row, int number) throws SQLException {
        long seq = row.getLong("seq");
        Long place = row.wasNull() ? null : seq;
        return new EvidenceView(
                row.getObject("id", UUID.class),
                place,
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getString("actor_kind"),
                uuid(row, "actor_id"),
                uuid(row, "case_id"),
                uuid(row, "subject_id"),
                row.getString("target_type"),
                row.getString("target_id"),
                row.getString("outcome"),
                texts(row.getString("details")),
                texts(row.getString("commitments")));
    }

    static Checkpoint checkpoint(ResultSet row, int number) throws SQLException {
        return new Checkpoint(
                row.getString("origin"),
                row.getLong("size"),
                Hash.of(row.getBytes("root")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("key_id"),
                Base64.getEncoder().encodeToString(row.getBytes("signature")));
    }

    private static @Nullable UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Map<String, String> texts(String json) {
        try {
            return JSON.readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The details of a stored entry are not texts", e);
        }
    }
}
