package io.shouxin.record.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.shouxin.platform.Figures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Imports under way, and whether erasures reach their record outside the database. */
@Component
class RecordMetrics implements MeterBinder {

    private record State(long running, long waitingForPerson) {}

    private final JdbcClient jdbc;
    private final ErasureExport export;
    private final Figures.Counted<State> imports;

    RecordMetrics(JdbcClient jdbc, ErasureExport export, Figures figures) {
        this.jdbc = jdbc;
        this.export = export;
        this.imports = figures.counted(this::count);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("shouxin.imports.running", imports, all -> all.read(State::running))
                .description("Imports under way or waiting for their turn")
                .register(registry);
        Gauge.builder("shouxin.imports.waiting", imports, all -> all.read(State::waitingForPerson))
                .description(
                        "Imports that wait for somebody: for their columns, for a decision after a dry run, or paused")
                .register(registry);
        Gauge.builder("shouxin.erasures.unrecorded", export, ErasureExport::missing)
                .description(
                        "Erasures that could not be written to their record outside; must be 0 when a back-up is made")
                .register(registry);
    }

    private State count() {
        return jdbc.sql("""
                        SELECT count(*) FILTER (WHERE state IN ('RECEIVED', 'TRYING', 'RUNNING')),
                               count(*) FILTER (WHERE state IN ('NEEDS_MAPPING', 'TRIED', 'PAUSED'))
                        FROM import_job WHERE finished_at IS NULL
                        """)
                .query((rs, n) -> new State(rs.getLong(1), rs.getLong(2)))
                .single();
    }
}
