package io.shouxin.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.platform.CannotDecrypt;
import io.shouxin.platform.Cell;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import io.shouxin.record.Category;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what clients typed before they sent it, so that a lost connection or a closed page loses nothing. A draft is ciphertext
 * under its person's own key: with the key it is gone, also from backups.
 */
@Service
public class DraftStore {

    /** From the last change. */
    public static final int KEPT_DAYS = 30;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final KeyVault keys;
    private final Clock clock;

    public DraftStore(JdbcClient jdbc, KeyVault keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    private record Stored(
            String token,
            @Nullable Boolean everything,
            Set<Category> categories,
            String note,
            boolean skipped,
            @Nullable DraftStep reached) {}

    /** The person's draft; one whose key has been replaced meanwhile counts as none. */
    @Transactional(readOnly = true)
    public Optional<Draft> find(UUID subject) {
        return keys.find(KeyScope.subject(subject))
                .flatMap(key -> jdbc.sql("SELECT ciphertext FROM request_draft WHERE subject_id = ?")
                        .param(subject)
                        .query((rs, n) -> rs.getBytes(1))
                        .optional()
                        .flatMap(ciphertext -> {
                            try {
                                return Optional.of(read(key.decrypt(ciphertext, cell(subject))));
                            } catch (CannotDecrypt e) {
                                return Optional.empty();
                            }
                        }));
    }

    @Transactional
    public void save(UUID subject, Draft draft) {
        byte[] ciphertext = keys.open(KeyScope.subject(subject)).encrypt(write(draft), cell(subject));
        jdbc.sql("""
                        INSERT INTO request_draft (subject_id, ciphertext, updated_at)
                        SELECT id, ?, ? FROM subject WHERE id = ? AND state = 'ACTIVE'
                        ON CONFLICT (subject_id) DO UPDATE SET ciphertext = EXCLUDED.ciphertext, updated_at = EXCLUDED.updated_at
                        """)
                .params(ciphertext, Timestamp.from(clock.instant()), subject)
                .update();
    }

    /** Throws the drafts of these people away: sent, given up, or the people's data is being erased. */
    @Transactional
    public void discard(Collection<UUID> subjects) {
        jdbc.sql("DELETE FROM request_draft WHERE subject_id = ANY (?)")
                .param(subjects.toArray(UUID[]::new))
                .update();
    }

    /** A draft that nobody touched for a month is not needed any more. */
    @Scheduled(initialDelayString = "PT4M", fixedDelayString = "PT12H")
    public void purge() {
        jdbc.sql("DELETE FROM request_draft WHERE updated_at < ?")
                .param(Timestamp.from(clock.instant().minus(Duration.ofDays(KEPT_DAYS))))
                .update();
    }

    private static Cell cell(UUID subject) {
        return new Cell("request_draft", "ciphertext", subject);
    }

    private static byte[] write(Draft draft) {
        try {
            return JSON.writeValueAsBytes(new Stored(
                    draft.token(),
                    draft.everything(),
                    draft.categories(),
                    draft.note(),
                    draft.proofSkipped(),
                    draft.reached()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft cannot be written as JSON", e);
        }
    }

    private static Draft read(byte[] json) {
        try {
            Stored stored = JSON.readValue(json, Stored.class);
            return new Draft(
                    stored.token(),
                    stored.everything(),
                    stored.categories(),
                    stored.note(),
                    stored.skipped(),
                    stored.reached());
        } catch (IOException e) {
            throw new IllegalStateException("A draft is not readable JSON");
        }
    }
}
