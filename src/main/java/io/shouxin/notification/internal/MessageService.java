package io.shouxin.notification.internal;

import io.shouxin.effect.Effects;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.notification.Address;
import io.shouxin.notification.Medium;
import io.shouxin.notification.Messages;
import io.shouxin.notification.Notices;
import io.shouxin.notification.Outgoing;
import io.shouxin.notification.StaffMessage;
import io.shouxin.platform.KeyScope;
import io.shouxin.shared.Actor;
import io.shouxin.shared.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class MessageService implements Messages {

    /** One-time codes and other messages of no case are of no use after a day. */
    private static final Duration LIFE_WITHOUT_CASE = Duration.ofDays(1);

    private static final String STAFF = "staff";
    private static final String CHINESE = "zh";
    private static final KeyScope STAFF_SCOPE = KeyScope.firm("staff-messages");

    private final JdbcClient jdbc;
    private final MessageRows rows;
    private final Envelopes envelopes;
    private final Ways ways;
    private final Effects effects;
    private final EvidenceLog evidence;
    private final Clock clock;

    MessageService(
            JdbcClient jdbc,
            MessageRows rows,
            Envelopes envelopes,
            Ways ways,
            Effects effects,
            EvidenceLog evidence,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.envelopes = envelopes;
        this.ways = ways;
        this.effects = effects;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Override
    public boolean canReach(Medium medium) {
        return ways.isThere(medium);
    }

    @Override
    public boolean canSendCodes() {
        return ways.isThere(Medium.SMS, Notices.CODE, CHINESE);
    }

    @Override
    @Transactional
    public UUID send(Outgoing outgoing) {
        Texts texts = Texts.of(outgoing.language().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
        Object[] arguments = outgoing.arguments().toArray();
        Map<String, String> named = Notices.named(outgoing.template(), outgoing.arguments());
        Envelope envelope = new Envelope(
                outgoing.to().phone(),
                outgoing.to().email(),
                texts.get("notification.subject", named.getOrDefault("firm", ""), named.getOrDefault("number", "")),
                texts.get("notification." + outgoing.template(), arguments),
                named);
        Duration life = outgoing.life();
        return keep(
                outgoing.caseId(),
                outgoing.template(),
                outgoing.language(),
                outgoing.to(),
                outgoing.scope(),
                envelope,
                life == null ? null : clock.instant().plus(life),
                null);
    }

    @Override
    @Transactional
    public UUID sendToStaff(StaffMessage message, String mailbox) {
        return keep(
                null,
                STAFF,
                CHINESE,
                Address.ofEmail(mailbox),
                STAFF_SCOPE,
                new Envelope("", mailbox, message.subject(), message.text(), Map.of()),
                clock.instant().plus(LIFE_WITHOUT_CASE),
                message.account());
    }

    private UUID keep(
            @Nullable UUID caseId,
            String template,
            String language,
            Address to,
            KeyScope scope,
            Envelope envelope,
            @Nullable Instant expires,
            @Nullable UUID account) {
        UUID id = UUID.randomUUID();
        Medium medium = ways.choose(template, language, to, account != null).orElse(null);
        rows.insert(
                id,
                caseId,
                medium,
                template,
                language,
                scope.kind().name(),
                scope.id(),
                envelopes.close(id, scope, envelope),
                expires);
        evidence.append(EvidenceEvent.of(EvidenceKind.MESSAGE_SENT, Actor.SYSTEM)
                .caseId(caseId)
                .target("message", id)
                .outcome(medium == null ? "NO_CHANNEL" : "QUEUED")
                .detail("template", template)
                .detail("account", account)
                .build());
        return id;
    }

    @Override
    @Transactional
    public int deleteAll(Collection<UUID> cases) {
        return rows.delete(cases);
    }

    /** Messages that belong to no case are deleted after a day, and what is known of their sending with them. */
    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    public void purge() {
        Instant before = clock.instant().minus(LIFE_WITHOUT_CASE);
        rows.purge(before);
        effects.forgetWithoutCase(before);
    }

    @Override
    public List<Delivered> newest(int limit) {
        record Row(UUID id, Instant at) {}
        return jdbc
                .sql("""
                        SELECT id, created_at FROM message WHERE state IN ('SENT', 'SENDING', 'QUEUED')
                        ORDER BY created_at DESC LIMIT ?
                        """)
                .param(limit)
                .query((rs, n) ->
                        new Row(rs.getObject(1, UUID.class), rs.getTimestamp(2).toInstant()))
                .list()
                .stream()
                .flatMap(row -> envelopes.open(row.id()).stream()
                        .map(envelope -> new Delivered(
                                row.id(),
                                envelope.phone().isEmpty() ? envelope.email() : envelope.phone(),
                                envelope.text(),
                                row.at())))
                .toList();
    }
}
