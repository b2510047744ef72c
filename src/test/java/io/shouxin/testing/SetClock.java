package io.shouxin.testing;

import io.shouxin.shared.ChinaTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that goes on only when a test says so; its views in other zones go with it. */
public final class SetClock extends Clock {

    /** What a clock and its views share. */
    private static final class Hand {

        private volatile Instant now;

        Hand(Instant start) {
            this.now = start;
        }
    }

    private final Hand hand;
    private final ZoneId zone;

    public SetClock() {
        this(Instant.parse("2026-11-23T01:12:00Z"));
    }

    public SetClock(Instant start) {
        this(new Hand(start), ChinaTime.ZONE);
    }

    private SetClock(Hand hand, ZoneId zone) {
        this.hand = hand;
        this.zone = zone;
    }

    public void set(Instant instant) {
        hand.now = instant;
    }

    public void advance(Duration by) {
        hand.now = hand.now.plus(by);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SetClock(hand, other);
    }

    @Override
    public Instant instant() {
        return hand.now;
    }
}
