package io.shouxin.notification.internal;

import io.shouxin.effect.Effect;
import io.shouxin.effect.Effects;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.notification.Failure;
import io.shouxin.notification.Medium;
import io.shouxin.notification.internal.MessageRows.Due;
import io.shouxin.shared.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes messages out in their turn and notes what became of them, each step in a transaction of its own. */
@Component
class Outbox {

    private static final String KIND = "MESSAGE";
    private static final int TRIES = 6;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration WITHOUT_CHANNEL = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final Duration FIRST_LOOKUP = Duration.ofMinutes(2);

    private final MessageRows rows;
    private final ChannelRows channels;
    private final Ways ways;
    private final Effects effects;
    private final EvidenceLog evidence;
    private final Clock clock;

    Outbox(MessageRows rows, ChannelRows channels, Ways ways, Effects effects, EvidenceLog evidence, Clock clock) {
        this.rows = rows;
        this.channels = channels;
        this.ways = ways;
        this.effects = effects;
        this.evidence = evidence;
        this.clock = clock;
    }

    /**
     * A message taken out.
     *
     * @param way how it is handed over; empty if there is nothing to hand over now
     */
    record Taken(Due message, Optional<Ways.Choice> way) {}

    /** Takes the next message whose turn it is; empty if there is none. */
    @Transactional
    public Optional<Taken> take(Medium medium) {
        return rows.next(medium).map(this::begin);
    }

    private Taken begin(Due message) {
        Instant now = clock.instant();
        Instant expires = message.expiresAt();
        if (expires != null && !expires.isAfter(now)) {
            fail(message, Failure.EXPIRED, "");
            return new Taken(message, Optional.empty());
        }
        Ways.Choice choice = ways.now(
                message.medium(),
                message.template(),
                message.language(),
                message.doubtful() ? message.channel() : null);
        if (choice instanceof Ways.Choice.Use use) {
            claim(message, use.channel().id(), use.channel().settings().kind().name());
            return new Taken(message, Optional.of(choice));
        }
        if (choice instanceof Ways.Choice.BuiltIn) {
            claim(message, null, "BUILT_IN");
            return new Taken(message, Optional.of(choice));
        }
        if (choice instanceof Ways.Choice.Unsupported) {
            fail(message, Failure.TEMPLATE_MISSING, "");
        } else if (isTooOld(message, now) || (message.doubtful() && choice instanceof Ways.Choice.None)) {
            fail(message, Failure.NO_CHANNEL, "");
        } else {
            rows.postpone(
                    message.id(), choice instanceof Ways.Choice.Wait wait ? wait.until() : now.plus(WITHOUT_CHANNEL));
        }
        return new Taken(message, Optional.empty());
    }

    private void claim(Due message, @Nullable UUID channel, String target) {
        rows.claim(message.id(), channel);
        effects.plan(message.key(), KIND, message.caseId(), target);
    }

    /**
     * Notes that the outside is about to be called. False if the message is in other hands: a process that stood still for minutes may
     * go on after another has taken up what it had.
     */
    @Transactional
    public boolean handOver(Due message) {
        if (!rows.hold(message)) {
            return false;
        }
        effects.aboutToSend(message.key());
        return true;
    }

    /** Notes what became of the hand-over. While its channel rests, another may send it at once. */
    @Transactional
    public void note(Due message, Handover handover, @Nullable UUID channel, Carrier carrier) {
        if (handover instanceof Handover.Taken taken) {
            taken(message, taken.reference(), channel);
        } else if (handover instanceof Handover.Failed failed) {
            if (failed.failure().isUnknown()) {
                unknown(message, failed, channel, carrier);
            } else {
                notSent(message, failed, channel);
            }
        }
    }

    /** The other side knows the message after all. */
    @Transactional
    public void found(Due message, String reference) {
        taken(message, reference, message.channel());
    }

    private void taken(Due message, String reference, @Nullable UUID channel) {
        rows.sent(message.id(), reference);
        effects.confirmed(message.key());
        if (channel != null) {
            channels.worked(channel);
            log(message, EvidenceKind.MESSAGE_SENT, "TAKEN", channel);
        }
    }

    private void unknown(Due message, Handover.Failed failed, @Nullable UUID channel, Carrier carrier) {
        if (channel != null) {
            channels.failed(channel, failed.failure(), failed.code());
        }
        if (carrier.recognisesRepeats() && message.attempts() + 1 < TRIES) {
            rows.requeueDoubtful(message.id(), clock.instant().plus(pause(message)));
            return;
        }
        rows.unknown(
                message.id(),
                failed.failure(),
                failed.code(),
                carrier.canLookUp() ? clock.instant().plus(FIRST_LOOKUP) : null);
        log(message, EvidenceKind.MESSAGE_FAILED, failed.failure().name(), channel);
    }

    private void notSent(Due message, Handover.Failed failed, @Nullable UUID channel) {
        if (!message.doubtful()) {
            effects.notSent(message.key());
        }
        Instant now = clock.instant();
        boolean rests = failed.failure().restsChannel();
        if (channel != null && rests) {
            channels.rest(channel, failed.failure(), failed.code(), failed.retryAfter());
        } else if (channel != null) {
            channels.failed(channel, failed.failure(), failed.code());
        }
        boolean enough = !rests && message.attempts() + 1 >= TRIES;
        if (failed.failure().isForGood() || enough || isTooOld(message, now)) {
            fail(message, failed.failure(), failed.code());
        } else if (rests) {
            rows.requeueUncounted(message.id(), channel == null ? now.plus(pause(message)) : now);
        } else {
            rows.requeue(message.id(), now.plus(pause(message)));
        }
    }

    /** Begun by a process that is gone: sent again only if the outside was certainly not called yet. */
    @Transactional
    public void recover(Due message, Carrier carrier) {
        if (!rows.lockAbandoned(message)) {
            return;
        }
        boolean called = effects.find(message.key())
                .filter(effect -> effect.state() != Effect.State.PLANNED)
                .isPresent();
        if (called) {
            unknown(message, new Handover.Failed(Failure.INTERRUPTED), null, carrier);
        } else {
            rows.requeue(message.id(), clock.instant());
        }
    }

    /** Given up: it did not go out, unless an earlier try may have. */
    private void fail(Due message, Failure failure, String code) {
        if (message.doubtful()) {
            rows.unknown(message.id(), failure, code, null);
        } else {
            rows.failed(message.id(), failure, code);
        }
        log(message, EvidenceKind.MESSAGE_FAILED, failure.name(), message.channel());
    }

    private boolean isTooOld(Due message, Instant now) {
        return message.queuedAt().plus(PATIENCE).isBefore(now);
    }

    /** 15 s, 1 min, 4 min, 16 min, about an hour. */
    private static Duration pause(Due message) {
        return FIRST_PAUSE.multipliedBy(1L << (2 * Math.min(message.attempts(), TRIES)));
    }

    private void log(Due message, EvidenceKind kind, String outcome, @Nullable UUID channel) {
        evidence.append(EvidenceEvent.of(kind, Actor.SYSTEM)
                .caseId(message.caseId())
                .target("message", message.id())
                .outcome(outcome)
                .detail("channel", channel)
                .detail("round", message.round())
                .build());
    }
}
