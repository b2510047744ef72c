package io.shouxin.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.shouxin.platform.backup.LastBackup;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What an operator must not forget about the installation's directory: back-ups and space. */
@Component
class InstallationMetrics implements MeterBinder {

    private final DataDirectory data;
    private final Clock clock;

    InstallationMetrics(DataDirectory data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("shouxin.backup.age", this, InstallationMetrics::backupAge)
                .description("Seconds since the last back-up began; not a number where none was made")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder(
                        "shouxin.data.free",
                        data,
                        directory -> directory.path().toFile().getUsableSpace())
                .description("Bytes free where the data directory lies")
                .baseUnit("bytes")
                .register(registry);
    }

    private double backupAge() {
        return LastBackup.of(data.path())
                .map(began -> Duration.between(began, clock.instant()).toMillis() / 1000.0)
                .orElse(Double.NaN);
    }
}
