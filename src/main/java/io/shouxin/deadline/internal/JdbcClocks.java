package io.shouxin.deadline.internal;

import io.shouxin.deadline.ClockState;
import io.shouxin.deadline.ClockView;
import io.shouxin.deadline.Clocks;
import io.shouxin.deadline.DeadlineCount;
import io.shouxin.deadline.DeadlineRule;
import io.shouxin.deadline.DueDate;
import io.shouxin.deadline.DueDateMoved.Cause;
import io.shouxin.deadline.Pause;
import io.shouxin.deadline.ResponseDeadline;
import io.shouxin.deadline.WorkDates;
import io.shouxin.deadline.WorkingCalendar;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The clocks in PostgreSQL. A clock is changed under its row lock and under a calendar that cannot change meanwhile. */
@Service
@Transactional
class JdbcClocks implements Clocks {

    private static final String CLOSED = "CLOSED";

    private final ClockStore clocks;
    private final CalendarStore calendars;
    private final ClockRecount recount;
    private final ResponseDeadline rules;
    private final WorkDates workDates;
    private final Clock clock;

    JdbcClocks(
            ClockStore clocks,
            CalendarStore calendars,
            ClockRecount recount,
            ResponseDeadline rules,
            WorkDates workDates,
            Clock clock) {
        this.clocks = clocks;
        this.calendars = calendars;
        this.recount = recount;
        this.rules = rules;
        this.workDates = workDates;
        this.clock = clock;
    }

    @Override
    public ClockView start(UUID caseId, String requestType, String jurisdiction, Instant receivedAt) {
        if (DeadlineCount.dayOf(receivedAt).isAfter(today())) {
            throw new IllegalArgumentException("case " + caseId + " cannot be received in the future");
        }
        calendars.hold();
        DeadlineRule rule = rules.rule(requestType, jurisdiction);
        WorkingCalendar calendar = calendars.read();
        DeadlineCount count = new DeadlineCount(calendar);
        DueDate due = count.due(receivedAt, rule, List.of()).orElseThrow();
        ClockRow row = new ClockRow(caseId, requestType, jurisdiction, receivedAt, rule, ClockState.RUNNING, null, due);
        if (!clocks.insert(row)) {
            throw new StateRefused("clock", caseId, locked(caseId).state(), "start");
        }
        recount.schedule(row, count, List.of());
        recount.announce(caseId, null, due.on(), Cause.STARTED);
        return new ClockReading(calendar, today(), workDates.lead()).view(row, List.of());
    }

    @Override
    public ClockView pause(UUID caseId, String reason) {
        calendars.hold();
        ClockRow row = locked(caseId, "pause", ClockState.RUNNING);
        clocks.insertPause(caseId, new Pause(today(), null, reason));
        return change(row.in(ClockState.PAUSED, null), Cause.PAUSED);
    }

    @Override
    public ClockView resume(UUID caseId) {
        calendars.hold();
        ClockRow row = locked(caseId, "resume", ClockState.PAUSED);
        clocks.endPause(caseId, today());
        return change(row.in(ClockState.RUNNING, null), Cause.RESUMED);
    }

    @Override
    public void stop(UUID caseId) {
        stop(locked(caseId, "stop", ClockState.RUNNING, ClockState.PAUSED));
    }

    @Override
    public void stopOnce(UUID caseId) {
        ClockRow row = locked(caseId);
        if (row.state() != ClockState.STOPPED) {
            stop(row);
        }
    }

    private void stop(ClockRow row) {
        clocks.update(row.in(ClockState.STOPPED, today()));
    }

    @Override
    public ClockView reopen(UUID caseId) {
        calendars.hold();
        ClockRow row = locked(caseId, "reopen", ClockState.STOPPED);
        LocalDate stoppedOn = row.stoppedOn();
        if (!clocks.endPause(caseId, today()) && stoppedOn != null) {
            clocks.insertPause(caseId, new Pause(stoppedOn, today(), CLOSED));
        }
        return change(row.in(ClockState.RUNNING, null), Cause.REOPENED);
    }

    @Override
    @Transactional(readOnly = true)
    public ClockView view(UUID caseId) {
        return find(caseId).orElseThrow(() -> new NotFound("clock", caseId));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ClockView> find(UUID caseId) {
        return Optional.ofNullable(views(Set.of(caseId)).get(caseId));
    }

    @Override
    @Transactional(readOnly = true)
    public ClockState state(UUID caseId) {
        return clocks.find(caseId).map(ClockRow::state).orElseThrow(() -> new NotFound("clock", caseId));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<LocalDate> dueOn(UUID caseId) {
        return clocks.find(caseId).map(ClockRow::dueOn);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, ClockView> views(Collection<UUID> caseIds) {
        Map<UUID, ClockView> views = new HashMap<>();
        read(clocks.find(caseIds)).forEach(view -> views.put(view.caseId(), view));
        return views;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ClockView> dueBefore(LocalDate day, int limit) {
        return read(clocks.dueBefore(day, limit));
    }

    @Override
    @Transactional(readOnly = true)
    public DueDate preview(String requestType, Instant receivedAt) {
        return new DeadlineCount(calendars.read())
                .due(receivedAt, rules.rule(requestType, CHINA), List.of())
                .orElseThrow();
    }

    @Override
    @Transactional(readOnly = true)
    public LocalDate workingDaysAfter(LocalDate day, int count) {
        return calendars.read().plusWorkingDays(day, count);
    }

    private ClockView change(ClockRow row, Cause cause) {
        List<Pause> pauses = clocks.pauses(Set.of(row.caseId())).getOrDefault(row.caseId(), List.of());
        WorkingCalendar calendar = calendars.read();
        ClockRow counted = recount.store(row, pauses, calendar, cause);
        return new ClockReading(calendar, today(), workDates.lead()).view(counted, pauses);
    }

    private List<ClockView> read(List<ClockRow> rows) {
        Map<UUID, List<Pause>> pauses =
                clocks.pauses(rows.stream().map(ClockRow::caseId).toList());
        ClockReading reading = new ClockReading(calendars.read(), today(), workDates.lead());
        return rows.stream()
                .map(row -> reading.view(row, pauses.getOrDefault(row.caseId(), List.of())))
                .toList();
    }

    private ClockRow locked(UUID caseId, String action, ClockState... allowed) {
        ClockRow row = locked(caseId);
        if (!List.of(allowed).contains(row.state())) {
            throw new StateRefused("clock", caseId, row.state(), action);
        }
        return row;
    }

    private ClockRow locked(UUID caseId) {
        return clocks.lock(caseId).orElseThrow(() -> new NotFound("clock", caseId));
    }

    private LocalDate today() {
        return DeadlineCount.dayOf(clock.instant());
    }
}
