package io.shouxin.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.Cell;
import io.shouxin.platform.DataKey;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import io.shouxin.shared.Actor;
import io.shouxin.shared.Texts;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes messages in the business transaction and hands them to the channel afterwards: each at least once, and again where the
 * process died between handing one over and noting it.
 */
@Service
public class Messages {

    /** One-time codes and other messages of no case are of no use after a day. */
    private static final Duration LIFE_WITHOUT_CASE = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final KeyVault keys;
    private final EvidenceLog evidence;
    private final Optional<MessageChannel> channel;
    private final Clock clock;

    public Messages(
            JdbcClient jdbc, KeyVault keys, EvidenceLog evidence, Optional<MessageChannel> channel, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.evidence = evidence;
        this.channel = channel;
        this.clock = clock;
    }

    record Envelope(String phone, String text) {}

    /** A message as a mailbox shows it. */
    public record Delivered(UUID id, String phone, String text, Instant at) {}

    /** Whether the portal can reach people at all. */
    public boolean canDeliver() {
        return channel.isPresent();
    }

    /** Writes the message in the caller's transaction. */
    @Transactional
    public UUID send(Outgoing outgoing) {
        Texts texts = Texts.of(outgoing.language().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
        String text = texts.get(
                "notification." + outgoing.template(), outgoing.arguments().toArray());
        UUID id = UUID.randomUUID();
        boolean deliverable = channel.isPresent() && !outgoing.phone().isBlank();
        jdbc.sql("""
                        INSERT INTO message (id, case_id, channel, template, language, scope_kind, scope_id, ciphertext, state,
                                             created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        id,
                        outgoing.caseId(),
                        deliverable ? "SMS" : "NONE",
                        outgoing.template(),
                        outgoing.language(),
                        outgoing.scope().kind().name(),
                        outgoing.scope().id(),
                        keys.open(outgoing.scope()).encrypt(write(new Envelope(outgoing.phone(), text)), cell(id)),
                        deliverable ? "QUEUED" : "NO_CHANNEL",
                        Timestamp.from(clock.instant())))
                .update();
        evidence.append(EvidenceEvent.of(EvidenceKind.MESSAGE_SENT, Actor.SYSTEM)
                .caseId(outgoing.caseId())
                .target("message", id)
                .outcome(deliverable ? "QUEUED" : "NO_CHANNEL")
                .detail("template", outgoing.template())
                .build());
        return id;
    }

    /** Hands queued messages over; one that cannot be handed over stays queued and is tried again. */
    @Scheduled(fixedDelayString = "PT1S")
    public void deliverQueued() {
        channel.ifPresent(way -> jdbc.sql("SELECT id FROM message WHERE state = 'QUEUED' ORDER BY created_at LIMIT 100")
                .query(UUID.class)
                .list()
                .forEach(id -> deliver(way, id)));
    }

    private void deliver(MessageChannel way, UUID id) {
        Optional<Envelope> envelope = open(id);
        if (envelope.isEmpty()) {
            return;
        }
        try {
            way.deliver(envelope.get().phone(), envelope.get().text());
            jdbc.sql("UPDATE message SET state = 'SENT', sent_at = ? WHERE id = ? AND state = 'QUEUED'")
                    .params(Timestamp.from(clock.instant()), id)
                    .update();
        } catch (RuntimeException e) {
            LOG.warn("Message {} could not be handed over: {}", id, e.getClass().getSimpleName());
        }
    }

    /**
     * Deletes every message of these cases, whose keys the caller destroys; one that was never handed over is not sent any more.
     *
     * @return how many there were
     */
    @Transactional
    public int deleteAll(Collection<UUID> cases) {
        return jdbc.sql("DELETE FROM message WHERE case_id = ANY (?)")
                .param(cases.toArray(UUID[]::new))
                .update();
    }

    /** Messages that belong to no case are deleted after a day. */
    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    public void purge() {
        jdbc.sql("DELETE FROM message WHERE case_id IS NULL AND created_at < ?")
                .param(Timestamp.from(clock.instant().minus(LIFE_WITHOUT_CASE)))
                .update();
    }

    /** The newest messages, opened: for the mailbox page of the demo only. */
    public List<Delivered> newest(int limit) {
        return jdbc
                .sql(
                        "SELECT id, created_at FROM message WHERE state IN ('SENT', 'QUEUED') ORDER BY created_at DESC LIMIT ?")
                .param(limit)
                .query((rs, n) -> new Delivered(
                        rs.getObject(1, UUID.class), "", "", rs.getTimestamp(2).toInstant()))
                .list()
                .stream()
                .flatMap(row -> open(row.id()).stream()
                        .map(envelope -> new Delivered(row.id(), envelope.phone(), envelope.text(), row.at())))
                .toList();
    }

    private Optional<Envelope> open(UUID id) {
        record Row(String kind, UUID scope, byte[] ciphertext) {}
        return jdbc.sql("SELECT scope_kind, scope_id, ciphertext FROM message WHERE id = ?")
                .param(id)
                .query((rs, n) -> new Row(rs.getString(1), rs.getObject(2, UUID.class), rs.getBytes(3)))
                .optional()
                .flatMap(row -> {
                    Optional<DataKey> key = keys.find(new KeyScope(KeyScope.Kind.valueOf(row.kind()), row.scope()));
                    return key.map(opened -> read(opened.decrypt(row.ciphertext(), cell(id))));
                });
    }

    private static Cell cell(UUID id) {
        return new Cell("message", "ciphertext", id);
    }

    private static byte[] write(Envelope envelope) {
        try {
            return JSON.writeValueAsBytes(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message cannot be written as JSON", e);
        }
    }

    private static Envelope read(byte[] json) {
        try {
            return JSON.readValue(json, Envelope.class);
        } catch (IOException e) {
            throw new IllegalStateException("A message is not readable JSON");
        }
    }
}
