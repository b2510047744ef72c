package io.shouxin.platform.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.shouxin.platform.DataDirectory;
import io.shouxin.platform.backup.LastBackup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an operator must not forget: back-ups, wrapping keys, space. */
@Component
class InstallationMetrics implements MeterBinder {

    private final DataDirectory data;
    private final WrappingKeys keys;
    private final Clock clock;

    InstallationMetrics(DataDirectory data, WrappingKeys keys, Clock clock) {
        this.data = data;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "shouxin.backup.age",
                        this,
                        metrics -> metrics.age(LastBackup.of(data.path()).orElse(null)))
                .description("Seconds since the last back-up began; not a number where none was made")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("shouxin.keys.epochs", keys, WrappingKeys::count)
                .description("Wrapping keys in use or waiting for their end")
                .register(registry);
        Gauge.builder("shouxin.keys.epoch.age", this, metrics -> metrics.age(keys.currentSince()))
                .description("Seconds since the current wrapping key began")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder(
                        "shouxin.data.free",
                        this,
                        metrics -> metrics.data.path().toFile().getUsableSpace())
                .description("Bytes free where the data directory lies")
                .baseUnit("bytes")
                .register(registry);
    }

    private double age(@Nullable Instant since) {
        return since == null
                ? Double.NaN
                : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }
}
