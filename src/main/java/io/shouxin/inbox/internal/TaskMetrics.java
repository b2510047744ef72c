package io.shouxin.inbox.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.shouxin.platform.Figures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lies in the inbox, and for how long the oldest task has been waiting for somebody. */
@Component
class TaskMetrics implements MeterBinder {

    private record State(long open, long taken, double oldestUntaken) {}

    private final JdbcClient jdbc;
    private final Figures.Counted<State> figures;

    TaskMetrics(JdbcClient jdbc, Figures figures) {
        this.jdbc = jdbc;
        this.figures = figures.counted(this::count);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("shouxin.tasks.open", figures, all -> all.read(State::open))
                .description("Tasks of people that are not done")
                .register(registry);
        Gauge.builder("shouxin.tasks.taken", figures, all -> all.read(State::taken))
                .description("Open tasks that somebody has in hand")
                .register(registry);
        Gauge.builder("shouxin.tasks.oldest.untaken", figures, all -> all.read(State::oldestUntaken))
                .description("Seconds that the oldest task has been waiting for somebody to take it; 0 if none waits")
                .baseUnit("seconds")
                .register(registry);
    }

    private State count() {
        return jdbc.sql("""
                        SELECT count(*), count(assignee),
                               coalesce(extract(epoch FROM now() - min(created_at)
                                   FILTER (WHERE assignee IS NULL AND state = 'OPEN')), 0)
                        FROM task WHERE state <> 'DONE'
                        """)
                .query((rs, n) -> new State(rs.getLong(1), rs.getLong(2), rs.getDouble(3)))
                .single();
    }
}
