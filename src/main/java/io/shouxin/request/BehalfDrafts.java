package io.shouxin.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.BlindIndex;
import io.shouxin.platform.CannotDecrypt;
import io.shouxin.platform.Cell;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import io.shouxin.request.RequesterSession.Requester;
import io.shouxin.shared.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what people answered who ask for others and have not sent it yet. A draft belongs to a name and a proved telephone: of two people
 * who share the telephone neither sees the other's. It speaks of a third person who knows nothing of it, so that it is kept for a week
 * only, as ciphertext under a key of its own, which is destroyed with it.
 */
@Service
public class BehalfDrafts {

    /** From the last change. */
    public static final int KEPT_DAYS = 7;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final BlindIndex blind;
    private final KeyVault keys;
    private final EvidenceLog evidence;
    private final Clock clock;

    public BehalfDrafts(JdbcClient jdbc, BlindIndex blind, KeyVault keys, EvidenceLog evidence, Clock clock) {
        this.jdbc = jdbc;
        this.blind = blind;
        this.keys = keys;
        this.evidence = evidence;
        this.clock = clock;
    }

    private record Row(UUID id, byte[] ciphertext) {}

    /** The requester's draft; what is older than a week counts as none. */
    @Transactional(readOnly = true)
    public Optional<BehalfDraft> find(Requester who) {
        return read("SELECT id, ciphertext FROM behalf_draft WHERE requester_hmac = ? AND updated_at >= ?", who);
    }

    /** The same, for one who sends it: of two who do at a time the second waits, and finds none. */
    @Transactional
    Optional<BehalfDraft> take(Requester who) {
        Optional<BehalfDraft> draft = read(
                "SELECT id, ciphertext FROM behalf_draft WHERE requester_hmac = ? AND updated_at >= ? FOR UPDATE", who);
        discard(who);
        return draft;
    }

    private Optional<BehalfDraft> read(String query, Requester who) {
        return jdbc.sql(query)
                .params(owner(who), oldest())
                .query((rs, n) -> new Row(rs.getObject(1, UUID.class), rs.getBytes(2)))
                .optional()
                .flatMap(row -> keys.find(KeyScope.draft(row.id())).flatMap(key -> {
                    try {
                        return Optional.of(read(key.decryptText(row.ciphertext(), cell(row.id()))));
                    } catch (CannotDecrypt e) {
                        return Optional.empty();
                    }
                }));
    }

    @Transactional
    public void save(Requester who, BehalfDraft draft) {
        UUID id = jdbc.sql("SELECT id FROM behalf_draft WHERE requester_hmac = ? FOR UPDATE")
                .param(owner(who))
                .query(UUID.class)
                .optional()
                .orElseGet(UUID::randomUUID);
        jdbc.sql("""
                        INSERT INTO behalf_draft (requester_hmac, id, ciphertext, updated_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (requester_hmac) DO UPDATE SET id = EXCLUDED.id, ciphertext = EXCLUDED.ciphertext,
                            updated_at = EXCLUDED.updated_at
                        """)
                .params(
                        owner(who),
                        id,
                        keys.open(KeyScope.draft(id)).encrypt(write(draft), cell(id)),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** It was sent, or moved to another name or telephone. */
    @Transactional
    public void discard(Requester who) {
        end(jdbc.sql("DELETE FROM behalf_draft WHERE requester_hmac = ? RETURNING id")
                .param(owner(who))
                .query(UUID.class)
                .list());
    }

    /** Throws away what nobody touched for a week. */
    @Scheduled(initialDelayString = "PT4M", fixedDelayString = "PT1H")
    @Transactional
    public void purge() {
        end(jdbc.sql("DELETE FROM behalf_draft WHERE updated_at < ? RETURNING id")
                .param(oldest())
                .query(UUID.class)
                .list());
    }

    private void end(List<UUID> drafts) {
        if (drafts.isEmpty()) {
            return;
        }
        keys.destroyAll(KeyScope.Kind.DRAFT, drafts)
                .forEach((draft, key) -> evidence.append(EvidenceEvent.of(EvidenceKind.KEY_DESTROYED, Actor.SYSTEM)
                        .target("key", key.keyId())
                        .detail("draft", draft)
                        .build()));
    }

    private Timestamp oldest() {
        return Timestamp.from(clock.instant().minus(Duration.ofDays(KEPT_DAYS)));
    }

    private byte[] owner(Requester who) {
        return blind.of("BEHALF_REQUESTER", who.phone() + "|" + who.name().replaceAll("\\s+", ""));
    }

    private static Cell cell(UUID id) {
        return new Cell("behalf_draft", "ciphertext", id);
    }

    private static String write(BehalfDraft draft) {
        try {
            return JSON.writeValueAsString(draft);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft cannot be written as JSON", e);
        }
    }

    private static BehalfDraft read(String json) {
        try {
            return JSON.readValue(json, BehalfDraft.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft is not readable JSON");
        }
    }
}
