package io.shouxin.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.shouxin.platform.Figures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages that no channel has taken yet. */
@Component
class MessageMetrics implements MeterBinder {

    private final Figures.Counted<Long> waiting;

    MessageMetrics(JdbcClient jdbc, Figures figures) {
        this.waiting = figures.counted(() -> jdbc.sql("SELECT count(*) FROM message WHERE state = 'QUEUED'")
                .query(Long.class)
                .single());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("shouxin.messages.waiting", waiting, all -> all.read(Long::doubleValue))
                .description("Messages to clients that no channel has taken yet")
                .register(registry);
    }
}
