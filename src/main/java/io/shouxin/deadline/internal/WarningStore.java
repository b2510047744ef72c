package io.shouxin.deadline.internal;

import io.shouxin.deadline.DeadlineWarning;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code clock_warning}: one row per case and share of its time. */
@Repository
class WarningStore {

    static final List<Integer> PERCENTS = List.of(50, 75, 90, 100);

    private final JdbcClient jdbc;

    WarningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sets the days of a case's warnings that are not sent; one without a day waits for the next count. */
    void schedule(UUID caseId, Map<Integer, LocalDate> firesOn) {
        jdbc.sql("""
                        INSERT INTO clock_warning (case_id, percent, fires_on)
                        SELECT ?, w.percent, w.fires_on FROM unnest(?::int[], ?::date[]) AS w (percent, fires_on)
                        ON CONFLICT (case_id, percent) DO UPDATE SET fires_on = excluded.fires_on
                        WHERE clock_warning.sent_at IS NULL
                        """)
                .params(
                        caseId,
                        PERCENTS.toArray(Integer[]::new),
                        PERCENTS.stream()
                                .map(firesOn::get)
                                .map(day -> day == null ? null : day.toString())
                                .toArray(String[]::new))
                .update();
    }

    List<DeadlineWarning> pending(LocalDate today, int limit) {
        return jdbc.sql("""
                        SELECT w.case_id, w.percent FROM clock_warning w JOIN case_clock c ON c.case_id = w.case_id
                        WHERE w.sent_at IS NULL AND w.fires_on <= :today AND c.state = 'RUNNING'
                        ORDER BY w.fires_on, w.case_id, w.percent LIMIT :limit
                        """)
                .param("today", today)
                .param("limit", limit)
                .query((rs, row) -> new DeadlineWarning(rs.getObject("case_id", UUID.class), rs.getInt("percent")))
                .list();
    }

    /** Marks a warning sent if it still has to be; the caller whom this tells true is the only one. */
    boolean claim(DeadlineWarning warning, LocalDate today, Instant now) {
        return jdbc.sql("""
                                UPDATE clock_warning w SET sent_at = :now FROM case_clock c
                                WHERE c.case_id = w.case_id AND c.state = 'RUNNING'
                                  AND w.case_id = :caseId AND w.percent = :percent
                                  AND w.sent_at IS NULL AND w.fires_on <= :today
                                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("caseId", warning.caseId())
                        .param("percent", warning.percent())
                        .param("today", today)
                        .update()
                == 1;
    }
}
