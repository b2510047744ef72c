package io.shouxin.notification.internal;

import io.shouxin.notification.Address;
import io.shouxin.notification.Medium;
import io.shouxin.notification.MessageChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Chooses how a message goes: by what the person has, what is set up, and what works now. */
@Component
class Ways {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration UNTIL_NEXT_MINUTE = Duration.ofSeconds(5);
    private static final Duration UNTIL_NEXT_DAY = Duration.ofMinutes(10);

    private final Optional<MessageChannel> builtIn;
    private final ChannelRows channels;
    private final Clock clock;

    Ways(Optional<MessageChannel> builtIn, ChannelRows channels, Clock clock) {
        this.builtIn = builtIn;
        this.channels = channels;
        this.clock = clock;
    }

    /** What to do with a message whose turn it is. */
    sealed interface Choice {

        record BuiltIn(MessageChannel channel) implements Choice {}

        record Use(ChannelRows.Row channel) implements Choice {}

        /** There is a channel, and it rests, or its limit is reached. */
        record Wait(Instant until) implements Choice {}

        /** No channel has a template for it. */
        record Unsupported() implements Choice {}

        record None() implements Choice {}
    }

    boolean isThere(Medium medium) {
        return builtIn.isPresent() || !channels.active(medium).isEmpty();
    }

    boolean isThere(Medium medium, String template, String language) {
        return builtIn.isPresent()
                || channels.active(medium).stream()
                        .anyMatch(row -> row.settings().supports(template, language));
    }

    /**
     * The medium that reaches the person: clients by number before address, staff the other way round. It takes as long for somebody
     * without either, so that asking for a code tells nobody which numbers are known.
     */
    Optional<Medium> choose(String template, String language, Address to, boolean mailFirst) {
        Set<Medium> there = builtIn.isPresent() ? EnumSet.allOf(Medium.class) : supporting(template, language);
        Stream<Medium> order = mailFirst ? Stream.of(Medium.MAIL, Medium.SMS) : Stream.of(Medium.SMS, Medium.MAIL);
        return order.filter(there::contains)
                .filter(medium -> !to.of(medium).isBlank())
                .findFirst();
    }

    private Set<Medium> supporting(String template, String language) {
        return channels.active().stream()
                .map(ChannelRows.Row::settings)
                .filter(settings -> settings.supports(template, language))
                .map(settings -> settings.kind().medium())
                .collect(Collectors.toSet());
    }

    /**
     * The first channel that works now.
     *
     * @param only the one that must be used, or null
     */
    Choice now(Medium medium, String template, String language, @Nullable UUID only) {
        if (builtIn.isPresent()) {
            return new Choice.BuiltIn(builtIn.get());
        }
        List<ChannelRows.Row> active = channels.active(medium).stream()
                .filter(row -> only == null || row.id().equals(only))
                .toList();
        if (active.isEmpty()) {
            return new Choice.None();
        }
        List<ChannelRows.Row> able = active.stream()
                .filter(row -> row.settings().supports(template, language))
                .toList();
        if (able.isEmpty()) {
            return new Choice.Unsupported();
        }
        Instant now = clock.instant();
        Instant earliest = Instant.MAX;
        for (ChannelRows.Row row : able) {
            Instant free = freeFrom(row, now);
            if (!free.isAfter(now)) {
                return new Choice.Use(row);
            }
            earliest = free.isBefore(earliest) ? free : earliest;
        }
        return new Choice.Wait(earliest);
    }

    private Instant freeFrom(ChannelRows.Row row, Instant now) {
        Instant rests = row.restsUntil();
        if (rests != null && rests.isAfter(now)) {
            return rests;
        }
        if (row.perMinute() != null || row.perDay() != null) {
            channels.lock(row.id());
        }
        if (isFull(row, row.perMinute(), now.minus(MINUTE))) {
            return now.plus(UNTIL_NEXT_MINUTE);
        }
        return isFull(row, row.perDay(), now.minus(DAY)) ? now.plus(UNTIL_NEXT_DAY) : now;
    }

    private boolean isFull(ChannelRows.Row row, @Nullable Integer limit, Instant since) {
        return limit != null && channels.handedOver(row.id(), since) >= limit;
    }
}
