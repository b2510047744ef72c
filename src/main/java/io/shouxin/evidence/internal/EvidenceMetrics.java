package io.shouxin.evidence.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.shouxin.platform.Figures;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the log keeps up: how much waits for its place, and when the last checkpoint was signed. */
@Component
class EvidenceMetrics implements MeterBinder {

    private record State(long pending, double checkpointAge) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Figures.Counted<State> figures;

    EvidenceMetrics(JdbcClient jdbc, Figures figures, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.figures = figures.counted(this::count);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("shouxin.evidence.pending", figures, all -> all.read(State::pending))
                .description("Entries that wait for their place in the log")
                .register(registry);
        Gauge.builder("shouxin.evidence.checkpoint.age", figures, all -> all.read(State::checkpointAge))
                .description("Seconds since the last signed checkpoint; it is signed only when something was added")
                .baseUnit("seconds")
                .register(registry);
    }

    private State count() {
        long pending = jdbc.sql("SELECT count(*) FROM evidence_pending")
                .query(Long.class)
                .single();
        Optional<Timestamp> last = jdbc.sql("SELECT at FROM evidence_checkpoint ORDER BY size DESC LIMIT 1")
                .query(Timestamp.class)
                .optional();
        return new State(
                pending,
                last.map(at -> (clock.millis() - at.getTime()) / 1000.0).orElse(Double.NaN));
    }
}
