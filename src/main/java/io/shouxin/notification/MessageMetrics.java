package io.shouxin.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.shouxin.platform.Figures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages that no channel has taken yet, and those of which somebody must tell the client otherwise. */
@Component
class MessageMetrics implements MeterBinder {

    private final Figures.Counted<Long> waiting;
    private final Figures.Counted<Long> undelivered;

    MessageMetrics(JdbcClient jdbc, Figures figures) {
        this.waiting = figures.counted(() -> jdbc.sql("SELECT count(*) FROM message WHERE state = 'QUEUED'")
                .query(Long.class)
                .single());
        this.undelivered = figures.counted(() -> jdbc.sql("""
                        SELECT count(*) FROM message WHERE case_id IS NOT NULL AND settled_at IS NULL
                          AND state IN ('UNKNOWN', 'FAILED', 'NO_CHANNEL')
                        """).query(Long.class).single());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("shouxin.messages.waiting", waiting, all -> all.read(Long::doubleValue))
                .description("Messages to clients that no channel has taken yet")
                .register(registry);
        Gauge.builder("shouxin.messages.undelivered", undelivered, all -> all.read(Long::doubleValue))
                .description(
                        "Messages that did not, or perhaps not, reach their clients, and nobody has told them otherwise")
                .register(registry);
    }
}
