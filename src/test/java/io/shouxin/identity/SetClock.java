package io.shouxin.identity;

import io.shouxin.notification.MessageChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that goes on only when a test says so. */
public final class SetClock extends Clock {

    private volatile Instant now = Instant.parse("2026-11-23T01:12:00Z");

    @TestConfiguration
    static class Stage {

        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock();
        }

        @Bean
        MessageChannel channel() {
            return (phone, text) -> {};
        }
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
