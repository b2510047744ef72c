package io.shouxin.deadline.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.shouxin.platform.Figures;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests whose promised date is past, or near. */
@Component
class DeadlineMetrics implements MeterBinder {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int SOON_DAYS = 3;

    private record State(long late, long soon) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Figures.Counted<State> figures;

    DeadlineMetrics(JdbcClient jdbc, Figures figures, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.figures = figures.counted(this::count);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("shouxin.requests.late", figures, all -> all.read(State::late))
                .description("Open requests whose last day is past")
                .register(registry);
        Gauge.builder("shouxin.requests.due.soon", figures, all -> all.read(State::soon))
                .description("Open requests whose last day is today or within three days")
                .register(registry);
    }

    private State count() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), CHINA);
        return jdbc.sql("""
                        SELECT count(*) FILTER (WHERE due_on < :today), count(*) FILTER (WHERE due_on >= :today)
                        FROM case_clock WHERE state = 'RUNNING' AND due_on <= :soon
                        """)
                .param("today", today)
                .param("soon", today.plusDays(SOON_DAYS))
                .query((rs, n) -> new State(rs.getLong(1), rs.getLong(2)))
                .single();
    }
}
