package io.shouxin.request.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.shouxin.platform.Figures;
import io.shouxin.request.RequestStatus;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many requests stand at which step. Steps are all that tells them apart: no branch, no person, no number. */
@Component
class RequestMetrics implements MeterBinder {

    private final JdbcClient jdbc;
    private final Figures.Counted<Map<String, Long>> byStep;

    RequestMetrics(JdbcClient jdbc, Figures figures) {
        this.jdbc = jdbc;
        this.byStep = figures.counted(this::count);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        EnumSet.complementOf(EnumSet.of(RequestStatus.CLOSED)).forEach(step -> Gauge.builder(
                        "shouxin.requests.open",
                        byStep,
                        all -> all.read(counts -> counts.getOrDefault(step.name(), 0L)))
                .tag("step", step.name().toLowerCase(Locale.ROOT))
                .description("Requests that are not answered, by the step at which they stand")
                .register(registry));
    }

    private Map<String, Long> count() {
        return jdbc
                .sql("SELECT status, count(*) FROM request WHERE closed_at IS NULL GROUP BY status")
                .query((rs, n) -> Map.entry(rs.getString(1), rs.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
