package io.shouxin.notification.internal;

import io.shouxin.notification.Failure;
import io.shouxin.notification.Medium;
import io.shouxin.notification.internal.MessageRows.Due;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Hands messages over, on threads of its own for each medium, so that a mail server that hangs holds up no code and no clock. "Sent,
 * perhaps" is committed before the outside is called (docs/adr/0008).
 */
@Component
class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final int AT_ONCE = 4;
    private static final int LOOKUPS = 3;
    private static final Duration ABANDONED = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKUPS = Duration.ofMinutes(10);
    private static final int SECONDS_TO_END = 5;
    private static final int TRIES_TO_NOTE = 6;

    private final MessageRows rows;
    private final Envelopes envelopes;
    private final Outbox outbox;
    private final ChannelRows channels;
    private final Carriers carriers;
    private final Clock clock;
    private final Map<Medium, ThreadPoolExecutor> threads = new EnumMap<>(Medium.class);
    private final ThreadPoolExecutor lookups = pool("messages-lookups", 1);

    Dispatch(
            MessageRows rows,
            Envelopes envelopes,
            Outbox outbox,
            ChannelRows channels,
            Carriers carriers,
            Clock clock) {
        this.rows = rows;
        this.envelopes = envelopes;
        this.outbox = outbox;
        this.channels = channels;
        this.carriers = carriers;
        this.clock = clock;
        for (Medium medium : Medium.values()) {
            threads.put(medium, pool("messages-" + medium, AT_ONCE));
        }
    }

    private static ThreadPoolExecutor pool(String name, int most) {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(
                0,
                most,
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> {
                    Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Sets as many threads to work as there are messages whose turn it is. */
    @Scheduled(fixedDelayString = "PT1S")
    public void tick() {
        Map<Medium, Integer> waiting = rows.waiting();
        threads.forEach((medium, pool) -> {
            for (int i = 0; i < Math.min(waiting.getOrDefault(medium, 0), AT_ONCE); i++) {
                pool.execute(() -> handOverAll(medium));
            }
        });
    }

    private void handOverAll(Medium medium) {
        try {
            while (!Thread.currentThread().isInterrupted() && handOverNext(medium)) {
                // one after the other
            }
        } catch (RuntimeException e) {
            LOG.warn("Messages wait: {}", e.getClass().getSimpleName());
        }
    }

    /** @return whether there was one */
    private boolean handOverNext(Medium medium) {
        Optional<Outbox.Taken> taken = outbox.take(medium);
        taken.ifPresent(message -> message.way().ifPresent(way -> handOver(message.message(), way)));
        return taken.isPresent();
    }

    private void handOver(Due message, Ways.Choice way) {
        if (way instanceof Ways.Choice.Use use) {
            handOver(
                    message,
                    carriers.of(use.channel().settings()),
                    use.channel().id());
        } else if (way instanceof Ways.Choice.BuiltIn builtIn) {
            handOver(message, new BuiltInCarrier(builtIn.channel()), null);
        }
    }

    private void handOver(Due message, Carrier carrier, @Nullable UUID channel) {
        Optional<Parcel> parcel = parcel(message, clock.instant());
        if (parcel.isEmpty()) {
            outbox.note(message, new Handover.Failed(Failure.EXPIRED), channel, carrier);
            return;
        }
        if (outbox.handOver(message)) {
            Handover handover = send(carrier, parcel.get(), message);
            insist(() -> outbox.note(message, handover, channel, carrier));
        }
    }

    /**
     * What is known of a hand-over must not be lost because the database is away for a while; the pool makes each try wait for a
     * connection.
     */
    static void insist(Runnable note) {
        for (int tries = 1; true; tries++) {
            try {
                note.run();
                return;
            } catch (DataAccessException | TransactionException e) {
                if (tries == TRIES_TO_NOTE) {
                    throw e;
                }
                LOG.warn(
                        "What became of a message waits to be noted: {}",
                        e.getClass().getSimpleName());
            }
        }
    }

    private static Handover send(Carrier carrier, Parcel parcel, Due message) {
        try {
            return carrier.send(parcel);
        } catch (RuntimeException e) {
            LOG.warn(
                    "Message {} failed on its way: {}",
                    message.id(),
                    e.getClass().getSimpleName());
            return new Handover.Failed(Failure.INTERRUPTED);
        }
    }

    /** On a thread of its own: a provider that hangs must not hold up what else goes by the clock. */
    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1M")
    public void reconcileApart() {
        lookups.execute(this::reconcile);
    }

    /** Asks the other side for what may have gone out, and takes up again what a process that is gone had in hand. */
    void reconcile() {
        try {
            rows.abandoned(clock.instant().minus(ABANDONED))
                    .forEach(message -> each(message, () -> outbox.recover(message, carrierOf(message))));
            rows.toLookUp().forEach(message -> each(message, () -> lookUp(message)));
        } catch (RuntimeException e) {
            LOG.warn("Messages wait to be looked up: {}", e.getClass().getSimpleName());
        }
    }

    /** One that cannot be reconciled keeps no other waiting. */
    private static void each(Due message, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warn(
                    "Message {} waits to be looked up: {}",
                    message.id(),
                    e.getClass().getSimpleName());
        }
    }

    private void lookUp(Due message) {
        Carrier carrier = carrierOf(message);
        Instant handedOver = Objects.requireNonNullElse(message.claimedAt(), message.queuedAt());
        Optional<String> found = parcel(message, handedOver).flatMap(carrier::find);
        if (found.isPresent()) {
            outbox.found(message, found.get());
        } else {
            boolean again = carrier.canLookUp() && message.lookups() + 1 < LOOKUPS;
            rows.lookedUp(message.id(), again ? clock.instant().plus(BETWEEN_LOOKUPS) : null);
        }
    }

    private Carrier carrierOf(Due message) {
        UUID channel = message.channel();
        return Optional.ofNullable(channel)
                .flatMap(channels::find)
                .map(row -> carriers.of(row.settings()))
                .orElse(parcel -> new Handover.Failed(Failure.NO_CHANNEL));
    }

    private Optional<Parcel> parcel(Due message, Instant handedOverAt) {
        return envelopes
                .open(message.id())
                .map(envelope -> new Parcel(
                        message.key(),
                        message.medium() == Medium.SMS ? envelope.phone() : envelope.email(),
                        envelope.subject(),
                        envelope.text(),
                        message.template(),
                        message.language(),
                        envelope.arguments(),
                        handedOverAt));
    }

    @PreDestroy
    void stop() throws InterruptedException {
        List<ThreadPoolExecutor> all =
                Stream.concat(threads.values().stream(), Stream.of(lookups)).toList();
        all.forEach(ThreadPoolExecutor::shutdown);
        for (ThreadPoolExecutor pool : all) {
            if (!pool.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                pool.shutdownNow();
            }
        }
    }
}
