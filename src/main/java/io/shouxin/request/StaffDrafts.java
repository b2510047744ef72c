package io.shouxin.request;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.inbox.TaskDecided;
import io.shouxin.platform.CannotDecrypt;
import io.shouxin.platform.Cell;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import io.shouxin.platform.Parameters;
import io.shouxin.shared.Actor;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what a member of the firm entered and has not sent yet, for a day: a reload, a lost connection, signing out or a restart of the
 * server loses nothing. A draft is ciphertext under a key of its own, which is destroyed with it.
 */
@Service
public class StaffDrafts {

    /** From the last change. */
    public static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final KeyVault keys;
    private final EvidenceLog evidence;
    private final Clock clock;

    public StaffDrafts(JdbcClient jdbc, KeyVault keys, EvidenceLog evidence, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.evidence = evidence;
        this.clock = clock;
    }

    /**
     * Whose draft of what.
     *
     * @param request the case that it is about; null for a request that is being entered
     */
    public record Place(UUID account, @Nullable RequestId request) {

        private UUID id() {
            String name = "staff-draft:" + account + ":" + (request == null ? "new" : request.value());
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What was left there within a day. */
    @Transactional(readOnly = true)
    public Optional<String> find(Place place) {
        UUID id = place.id();
        return jdbc.sql("SELECT ciphertext FROM staff_draft WHERE id = ? AND updated_at >= ?")
                .params(id, oldest())
                .query((rs, n) -> rs.getBytes(1))
                .optional()
                .flatMap(ciphertext -> keys.find(KeyScope.draft(id)).flatMap(key -> {
                    try {
                        return Optional.of(key.decryptText(ciphertext, cell(id)));
                    } catch (CannotDecrypt e) {
                        return Optional.empty();
                    }
                }));
    }

    /** @param subject whom the draft is about, so that it goes with their data; null where that is nobody on file */
    @Transactional
    public void save(Place place, @Nullable UUID subject, String content) {
        UUID id = place.id();
        RequestId request = place.request();
        jdbc.sql("""
                        INSERT INTO staff_draft (id, account_id, case_id, subject_id, ciphertext, updated_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET subject_id = EXCLUDED.subject_id, ciphertext = EXCLUDED.ciphertext,
                            updated_at = EXCLUDED.updated_at
                        """)
                .params(
                        id,
                        place.account(),
                        Parameters.id(request == null ? null : request.value()),
                        Parameters.id(subject),
                        keys.open(KeyScope.draft(id)).encrypt(content, cell(id)),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Writes on where something was left.
     *
     * @return whether it was there: what has ended meanwhile, with the data it was about or by its age, does not come back
     */
    @Transactional
    public boolean saveAgain(Place place, String content) {
        UUID id = place.id();
        return jdbc.sql("SELECT id FROM staff_draft WHERE id = ? FOR UPDATE")
                .param(id)
                .query(UUID.class)
                .optional()
                .flatMap(there -> keys.find(KeyScope.draft(id)))
                .map(key -> jdbc.sql("UPDATE staff_draft SET ciphertext = ?, updated_at = ? WHERE id = ?")
                                .params(key.encrypt(content, cell(id)), Timestamp.from(clock.instant()), id)
                                .update()
                        == 1)
                .orElse(false);
    }

    /** It was sent, or given up. */
    @Transactional
    public void forget(Place place) {
        end(jdbc.sql("DELETE FROM staff_draft WHERE id = ? RETURNING id")
                .param(place.id())
                .query(UUID.class)
                .list());
    }

    /** What anybody began about the case serves nobody any more, wherever its task was decided. */
    @EventListener
    @Transactional
    public void on(TaskDecided event) {
        forgetAll(new RequestId(event.caseId()));
    }

    /** The case goes on without anybody's decision. */
    @Transactional
    public void forgetAll(RequestId request) {
        end(jdbc.sql("DELETE FROM staff_draft WHERE case_id = ? RETURNING id")
                .param(request.value())
                .query(UUID.class)
                .list());
    }

    /** The data of these people is being erased. */
    @Transactional
    public void discard(Collection<UUID> subjects) {
        end(jdbc.sql("DELETE FROM staff_draft WHERE subject_id = ANY (?) RETURNING id")
                .param(subjects.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** The data of these people is being erased in this case: what was begun about the one or the other ends. */
    @Transactional
    public void discard(Collection<UUID> subjects, RequestId request) {
        end(jdbc.sql("DELETE FROM staff_draft WHERE case_id = ? OR subject_id = ANY (?) RETURNING id")
                .params(request.value(), subjects.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** Throws away what nobody touched for a day. */
    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT15M")
    @Transactional
    public void purge() {
        end(jdbc.sql("DELETE FROM staff_draft WHERE updated_at < ? RETURNING id")
                .param(oldest())
                .query(UUID.class)
                .list());
    }

    private Timestamp oldest() {
        return Timestamp.from(clock.instant().minus(KEPT));
    }

    private void end(List<UUID> drafts) {
        if (drafts.isEmpty()) {
            return;
        }
        Map<UUID, KeyVault.Destroyed> destroyed = keys.destroyAll(KeyScope.Kind.DRAFT, drafts);
        destroyed.forEach((draft, key) -> evidence.append(EvidenceEvent.of(EvidenceKind.KEY_DESTROYED, Actor.SYSTEM)
                .target("key", key.keyId())
                .detail("draft", draft)
                .build()));
    }

    private static Cell cell(UUID id) {
        return new Cell("staff_draft", "ciphertext", id);
    }
}
