package io.shouxin.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ways to reach people, as an administrator sets them up and tries them. Every method refuses anybody else. */
public interface Channels {

    /** In the order in which they are used: the first that works sends. */
    List<Channel> all();

    /** @throws io.shouxin.shared.NotFound if there is none, or it was removed */
    Channel get(UUID id);

    /**
     * Adds a channel that is not used yet.
     *
     * @throws io.shouxin.shared.InvalidInput if something is missing
     */
    UUID add(Draft draft);

    /**
     * Changes a channel; secrets that are left empty stay as they are, unless they would go to another machine.
     *
     * @param version of the channel as it was read
     * @throws io.shouxin.shared.StateRefused if somebody else has changed it since
     */
    void change(UUID id, int version, Draft draft);

    void activate(UUID id, boolean active);

    /** Removes the channel and destroys what it knew; the messages that went through it stay. */
    void remove(UUID id);

    /**
     * Sends a test message through the channel, active or not, and waits for the answer: up to half a minute.
     *
     * @param to a number for SMS, an address for mail
     * @throws io.shouxin.shared.InvalidInput if that is none
     */
    Trial tryOut(UUID id, String to, String language);

    /**
     * What an administrator enters.
     *
     * @param perMinute how many messages at most, or null
     */
    record Draft(
            String name,
            ChannelSettings settings,
            @Nullable Integer perMinute,
            @Nullable Integer perDay) {}

    /**
     * A channel for a screen.
     *
     * @param settings without secrets
     */
    record Channel(
            UUID id,
            String name,
            ChannelSettings settings,
            boolean active,
            @Nullable Integer perMinute,
            @Nullable Integer perDay,
            Health health,
            int version) {}

    /**
     * How the channel does.
     *
     * @param sentToday messages handed over in the last 24 hours
     * @param lastFailure the newest failure since the last success, or null
     * @param restsUntil when it is used again after failures, or null
     */
    record Health(
            int sentToday,
            @Nullable Failure lastFailure,
            String providerCode,
            @Nullable Instant failedAt,
            @Nullable Instant restsUntil) {}

    /**
     * How a test went: taken by the other side, or why not.
     *
     * @param reference the provider's number of the message, or ""
     */
    record Trial(@Nullable Failure failure, String providerCode, String reference) {

        public boolean taken() {
            return failure == null;
        }
    }
}
