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
import io.shouxin.subject.Subject;
import io.shouxin.subject.Subjects;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private final Subjects subjects;
    private final KeyVault keys;
    private final EvidenceLog evidence;
    private final Clock clock;

    public StaffDrafts(JdbcClient jdbc, Subjects subjects, KeyVault keys, EvidenceLog evidence, Clock clock) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.keys = keys;
        this.evidence = evidence;
        this.clock = clock;
    }

    /**
     * Whose draft of what.
     *
     * @param id of the draft: of a case everybody has one, of requests that are being entered each window its own
     * @param request the case that it is about; null for a request that is being entered
     */
    public record Place(UUID id, UUID account, @Nullable RequestId request) {

        /** What somebody began about a case. */
        public Place(UUID account, RequestId request) {
            this(
                    UUID.nameUUIDFromBytes(
                            ("staff-draft:" + account + ":" + request.value()).getBytes(StandardCharsets.UTF_8)),
                    account,
                    request);
        }

        /** A request that somebody begins to enter. */
        public static Place entering(UUID account) {
            return new Place(UUID.randomUUID(), account, null);
        }
    }

    /** A request that somebody began to enter, and when they last changed it. */
    public record Entered(Place place, Instant changedAt, String content) {}

    /** What was left there within a day. */
    @Transactional(readOnly = true)
    public Optional<String> find(Place place) {
        return jdbc.sql("SELECT ciphertext FROM staff_draft WHERE id = ? AND account_id = ? AND updated_at >= ?")
                .params(place.id(), place.account(), oldest())
                .query((rs, n) -> rs.getBytes(1))
                .optional()
                .flatMap(ciphertext -> read(place.id(), ciphertext));
    }

    /** The requests that somebody began to enter within a day and has not sent, the last touched first. */
    @Transactional(readOnly = true)
    public List<Entered> entered(UUID account) {
        record Row(UUID id, Instant changedAt, byte[] ciphertext) {}
        return jdbc
                .sql("""
                        SELECT id, updated_at, ciphertext FROM staff_draft
                        WHERE account_id = ? AND case_id IS NULL AND updated_at >= ? ORDER BY updated_at DESC, id
                        """)
                .params(account, oldest())
                .query((rs, n) ->
                        new Row(rs.getObject(1, UUID.class), rs.getTimestamp(2).toInstant(), rs.getBytes(3)))
                .list()
                .stream()
                .flatMap(row -> read(row.id(), row.ciphertext())
                        .map(content -> new Entered(new Place(row.id(), account, null), row.changedAt(), content))
                        .stream())
                .toList();
    }

    /**
     * Lets another window go on with a request that is being entered. It gets a place of its own, so that the window which wrote so far
     * writes over nothing.
     *
     * @return empty if it has been sent, given up or taken over meanwhile, is too old, or is about somebody whose data has been erased
     */
    @Transactional
    public Optional<Entered> takeOver(Place from) {
        record Row(@Nullable UUID subject, byte[] ciphertext) {}
        Optional<Row> left = jdbc.sql("SELECT subject_id, ciphertext FROM staff_draft WHERE id = ?")
                .param(from.id())
                .query((rs, n) -> new Row(rs.getObject(1, UUID.class), rs.getBytes(2)))
                .optional();
        if (left.isEmpty() || isErased(left.get().subject())) {
            return Optional.empty();
        }
        UUID subject = left.get().subject();
        return jdbc.sql("SELECT ciphertext FROM staff_draft WHERE id = ? AND account_id = ? AND updated_at >= ?"
                        + " AND subject_id IS NOT DISTINCT FROM ? FOR UPDATE")
                .params(from.id(), from.account(), oldest(), Parameters.id(subject))
                .query((rs, n) -> rs.getBytes(1))
                .optional()
                .flatMap(ciphertext -> read(from.id(), ciphertext).map(content -> {
                    Place to = Place.entering(from.account());
                    write(to, subject, content);
                    forget(from);
                    return new Entered(to, clock.instant(), content);
                }));
    }

    private Optional<String> read(UUID id, byte[] ciphertext) {
        return keys.find(KeyScope.draft(id)).flatMap(key -> {
            try {
                return Optional.of(key.decryptText(ciphertext, cell(id)));
            } catch (CannotDecrypt e) {
                return Optional.empty();
            }
        });
    }

    /**
     * @param subject whom the draft is about, so that it goes with their data; null where that is nobody on file
     * @return whether it is kept: about somebody whose data has been erased nothing is, nor what lay there before
     */
    @Transactional
    public boolean save(Place place, @Nullable UUID subject, String content) {
        if (isErased(subject)) {
            forget(place);
            return false;
        }
        write(place, subject, content);
        return true;
    }

    /** The person is locked before any draft, as an erasure locks them: it either sees the draft or is seen here. */
    private boolean isErased(@Nullable UUID subject) {
        if (subject == null) {
            return false;
        }
        Subject person = subjects.lockAll(List.of(subject)).get(subject);
        return person == null || person.erased();
    }

    private void write(Place place, @Nullable UUID subject, String content) {
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
     * @param subject as in {@link #save}
     * @return whether it was there: what has ended meanwhile, with the data it was about or by its age, does not come back
     */
    @Transactional
    public boolean saveAgain(Place place, @Nullable UUID subject, String content) {
        if (isErased(subject)) {
            forget(place);
            return false;
        }
        UUID id = place.id();
        return jdbc.sql("SELECT id FROM staff_draft WHERE id = ? AND updated_at >= ? FOR UPDATE")
                .params(id, oldest())
                .query(UUID.class)
                .optional()
                .flatMap(there -> keys.find(KeyScope.draft(id)))
                .map(key ->
                        jdbc.sql("UPDATE staff_draft SET subject_id = ?, ciphertext = ?, updated_at = ? WHERE id = ?")
                                        .params(
                                                Parameters.id(subject),
                                                key.encrypt(content, cell(id)),
                                                Timestamp.from(clock.instant()),
                                                id)
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
