package io.shouxin.deadline.internal;

import io.shouxin.deadline.ClockState;
import io.shouxin.deadline.DeadlineCount;
import io.shouxin.deadline.DeadlineRule;
import io.shouxin.deadline.DueDate;
import io.shouxin.deadline.DueDate.Explanation;
import io.shouxin.deadline.Limb;
import io.shouxin.deadline.Pause;
import io.shouxin.platform.TransactionMemory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code case_clock} and {@code case_clock_pause}. */
@Repository
class ClockStore {

    private final JdbcClient jdbc;
    private final TransactionMemory<UUID, ClockRow> read = new TransactionMemory<>();

    ClockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if the case has a clock already */
    boolean insert(ClockRow row) {
        return write(row, """
                        INSERT INTO case_clock (case_id, request_type, jurisdiction, received_at, working_days,
                            calendar_days, rule_id, rule_source, rule_certainty, state, stopped_on, due_on, decided_by,
                            provisional, working_limb_on, calendar_limb_on, rolled, paused_days)
                        VALUES (:caseId, :requestType, :jurisdiction, :receivedAt, :workingDays,
                            :calendarDays, :ruleId, :ruleSource, :ruleCertainty, :state, :stoppedOn, :dueOn, :decidedBy,
                            :provisional, :workingLimbOn, :calendarLimbOn, :rolled, :pausedDays)
                        ON CONFLICT (case_id) DO NOTHING
                        """) == 1;
    }

    void update(ClockRow row) {
        write(row, """
                UPDATE case_clock SET state = :state, stopped_on = :stoppedOn, due_on = :dueOn,
                    decided_by = :decidedBy, provisional = :provisional, working_limb_on = :workingLimbOn,
                    calendar_limb_on = :calendarLimbOn, rolled = :rolled, paused_days = :pausedDays
                WHERE case_id = :caseId
                """);
    }

    Optional<ClockRow> lock(UUID caseId) {
        Optional<ClockRow> row = jdbc.sql("SELECT * FROM case_clock WHERE case_id = :caseId FOR UPDATE")
                .param("caseId", caseId)
                .query(ClockStore::row)
                .optional();
        row.ifPresent(locked -> read.keep(caseId, locked));
        return row;
    }

    Optional<ClockRow> find(UUID caseId) {
        Optional<ClockRow> known = read.find(caseId);
        if (known.isPresent()) {
            return known;
        }
        Optional<ClockRow> row = jdbc.sql("SELECT * FROM case_clock WHERE case_id = :case")
                .param("case", caseId)
                .query(ClockStore::row)
                .optional();
        row.ifPresent(found -> read.keep(caseId, found));
        return row;
    }

    List<ClockRow> lockOpen() {
        return jdbc.sql("SELECT * FROM case_clock WHERE state <> 'STOPPED' ORDER BY case_id FOR UPDATE")
                .query(ClockStore::row)
                .list();
    }

    /** As {@link #lockOpen}, to look at only. */
    List<ClockRow> open() {
        return jdbc.sql("SELECT * FROM case_clock WHERE state <> 'STOPPED' ORDER BY due_on NULLS LAST, case_id")
                .query(ClockStore::row)
                .list();
    }

    List<ClockRow> find(Collection<UUID> caseIds) {
        return jdbc.sql("SELECT * FROM case_clock WHERE case_id = ANY (CAST(:ids AS uuid[]))")
                .param("ids", array(caseIds))
                .query(ClockStore::row)
                .list();
    }

    List<ClockRow> dueBefore(LocalDate day, int limit) {
        return jdbc.sql("""
                        SELECT * FROM case_clock WHERE state = 'RUNNING' AND due_on < :day
                        ORDER BY due_on, case_id LIMIT :limit
                        """)
                .param("day", day)
                .param("limit", limit)
                .query(ClockStore::row)
                .list();
    }

    /** The pauses of each case in their order; a case without pauses is left out. */
    Map<UUID, List<Pause>> pauses(Collection<UUID> caseIds) {
        Map<UUID, List<Pause>> byCase = new HashMap<>();
        jdbc.sql("""
                        SELECT case_id, paused_on, resumed_on, reason FROM case_clock_pause
                        WHERE case_id = ANY (CAST(:ids AS uuid[]))
                        ORDER BY case_id, paused_on, resumed_on NULLS LAST
                        """).param("ids", array(caseIds)).query(rs -> {
            byCase.computeIfAbsent(rs.getObject("case_id", UUID.class), id -> new ArrayList<>())
                    .add(new Pause(
                            rs.getObject("paused_on", LocalDate.class),
                            rs.getObject("resumed_on", LocalDate.class),
                            rs.getString("reason")));
        });
        return byCase;
    }

    void insertPause(UUID caseId, Pause pause) {
        jdbc.sql("""
                        INSERT INTO case_clock_pause (id, case_id, paused_on, resumed_on, reason)
                        VALUES (:id, :caseId, :pausedOn, :resumedOn, :reason)
                        """)
                .param("id", UUID.randomUUID())
                .param("caseId", caseId)
                .param("pausedOn", pause.pausedOn())
                .param("resumedOn", pause.resumedOn())
                .param("reason", pause.reason())
                .update();
    }

    /** @return false if no pause is open */
    boolean endPause(UUID caseId, LocalDate resumedOn) {
        return jdbc.sql("""
                                UPDATE case_clock_pause SET resumed_on = :resumedOn
                                WHERE case_id = :caseId AND resumed_on IS NULL
                                """)
                        .param("resumedOn", resumedOn)
                        .param("caseId", caseId)
                        .update()
                == 1;
    }

    private int write(ClockRow row, String sql) {
        read.forget(row.caseId());
        DueDate due = row.due();
        Explanation how = due == null ? null : due.explanation();
        return jdbc.sql(sql)
                .param("caseId", row.caseId())
                .param("requestType", row.requestType())
                .param("jurisdiction", row.jurisdiction())
                .param("receivedAt", row.receivedAt().atOffset(ZoneOffset.UTC))
                .param("workingDays", row.rule().workingDays())
                .param("calendarDays", row.rule().calendarDays())
                .param("ruleId", row.rule().ruleId())
                .param("ruleSource", row.rule().source())
                .param("ruleCertainty", row.rule().certainty())
                .param("state", row.state().name())
                .param("stoppedOn", row.stoppedOn())
                .param("dueOn", row.dueOn())
                .param("decidedBy", due == null ? null : due.decidedBy().name())
                .param("provisional", due != null && due.provisional())
                .param("workingLimbOn", how == null ? null : how.workingLimbOn())
                .param("calendarLimbOn", how == null ? null : how.calendarLimbOn())
                .param("rolled", how != null && how.rolled())
                .param("pausedDays", how == null ? 0 : how.pausedDays())
                .update();
    }

    private static ClockRow row(ResultSet rs, int number) throws SQLException {
        Instant receivedAt = rs.getObject("received_at", OffsetDateTime.class).toInstant();
        DeadlineRule rule = new DeadlineRule(
                rs.getInt("working_days"),
                rs.getInt("calendar_days"),
                rs.getString("rule_id"),
                rs.getString("rule_source"),
                rs.getString("rule_certainty"));
        return new ClockRow(
                rs.getObject("case_id", UUID.class),
                rs.getString("request_type"),
                rs.getString("jurisdiction"),
                receivedAt,
                rule,
                ClockState.valueOf(rs.getString("state")),
                rs.getObject("stopped_on", LocalDate.class),
                due(rs, receivedAt, rule));
    }

    private static @Nullable DueDate due(ResultSet rs, Instant receivedAt, DeadlineRule rule) throws SQLException {
        LocalDate on = rs.getObject("due_on", LocalDate.class);
        if (on == null) {
            return null;
        }
        return new DueDate(
                on,
                Limb.valueOf(rs.getString("decided_by")),
                rs.getBoolean("provisional"),
                new Explanation(
                        DeadlineCount.dayOf(receivedAt),
                        rule.workingDays(),
                        rule.calendarDays(),
                        rs.getObject("working_limb_on", LocalDate.class),
                        rs.getObject("calendar_limb_on", LocalDate.class),
                        rs.getBoolean("rolled"),
                        rs.getInt("paused_days")));
    }

    private static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
