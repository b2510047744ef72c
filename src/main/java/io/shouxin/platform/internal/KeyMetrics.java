package io.shouxin.platform.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Whether wrapping keys change and end when they should. */
@Component
class KeyMetrics implements MeterBinder {

    private final WrappingKeys keys;
    private final Clock clock;

    KeyMetrics(WrappingKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("shouxin.keys.epochs", keys, WrappingKeys::count)
                .description("Wrapping keys in use or waiting for their end")
                .register(registry);
        Gauge.builder("shouxin.keys.epoch.age", this, KeyMetrics::epochAge)
                .description("Seconds since the current wrapping key began")
                .baseUnit("seconds")
                .register(registry);
    }

    private double epochAge() {
        return Duration.between(keys.currentSince(), clock.instant()).toMillis() / 1000.0;
    }
}
