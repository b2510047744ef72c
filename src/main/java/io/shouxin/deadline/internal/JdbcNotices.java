package io.shouxin.deadline.internal;

import io.shouxin.deadline.CalendarDay;
import io.shouxin.deadline.DeadlineCount;
import io.shouxin.deadline.DueDateMoved;
import io.shouxin.deadline.HolidayNotices;
import io.shouxin.deadline.LoadedYear;
import io.shouxin.deadline.NoticeCheck;
import io.shouxin.deadline.NoticeFinding;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.StateRefused;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over what was checked, under the lock of the calendar, so that of two people who load a year one is told. */
@Service
@Transactional
class JdbcNotices implements HolidayNotices {

    private static final String NOT_LOADED = "-";
    private static final int LONGEST_SOURCE = 100;

    private final CalendarStore calendars;
    private final JdbcCalendars loader;
    private final ClockRecount recount;
    private final EvidenceLog evidence;
    private final CurrentActor current;
    private final Clock clock;

    JdbcNotices(
            CalendarStore calendars,
            JdbcCalendars loader,
            ClockRecount recount,
            EvidenceLog evidence,
            CurrentActor current,
            Clock clock) {
        this.calendars = calendars;
        this.loader = loader;
        this.recount = recount;
        this.evidence = evidence;
        this.current = current;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<LoadedYear> years() {
        return calendars.years();
    }

    @Override
    @Transactional(readOnly = true)
    public List<CalendarDay> days(int year) {
        return calendars.days(year);
    }

    @Override
    public List<Integer> importable() {
        int now = DeadlineCount.dayOf(clock.instant()).getYear();
        return List.of(now - 1, now, now + 1);
    }

    @Override
    @Transactional(readOnly = true)
    public NoticeCheck check(int year, byte[] file) {
        List<Integer> years = importable();
        if (!years.contains(year)) {
            NoticeFinding far = new NoticeFinding(
                    0,
                    "clock.notice.farYear",
                    List.of(
                            String.valueOf(year),
                            years.get(0).toString(),
                            years.get(2).toString()));
            return new NoticeCheck(year, List.of(), List.of(far), stateOf(year));
        }
        NoticeReader.Read read = NoticeReader.read(year, file);
        return new NoticeCheck(year, read.days(), read.findings(), stateOf(year));
    }

    @Override
    @Transactional(readOnly = true)
    public List<DueDateMoved> wouldMove(NoticeCheck notice) {
        return recount.wouldMove(calendars.readWith(notice.year(), notice.days()));
    }

    @Override
    public int takeOver(NoticeCheck notice, String source) {
        Actor actor = current.get();
        if (!actor.hasAny(KEEPERS)) {
            throw new AccessRefused("Loading a holiday notice");
        }
        if (!notice.isGood()) {
            throw new InvalidInput("/notice", "clock.notice.hasFindings");
        }
        String named = source.strip();
        if (named.isEmpty() || named.length() > LONGEST_SOURCE) {
            throw new InvalidInput("/source", "clock.notice.source", LONGEST_SOURCE);
        }
        calendars.lockForChange();
        if (!stateOf(notice.year()).equals(notice.against())) {
            throw new StateRefused("calendar", notice.year(), "loaded anew", "load");
        }
        int moved = loader.load(notice.year(), notice.days(), named);
        evidence.append(EvidenceEvent.of(EvidenceKind.CALENDAR_LOADED, actor)
                .target("calendar", notice.year())
                .detail("days", notice.days().size())
                .detail("moved", moved)
                .commit("notice", written(notice.days()))
                .commit("source", named)
                .build());
        return moved;
    }

    private String stateOf(int year) {
        return calendars.years().stream()
                .filter(loaded -> loaded.year() == year)
                .map(loaded -> loaded.loadedAt() + " " + loaded.source())
                .findFirst()
                .orElse(NOT_LOADED);
    }

    private static String written(List<CalendarDay> days) {
        return days.stream()
                .map(day -> day.day() + "," + day.kind() + "," + day.name())
                .collect(Collectors.joining("\n"));
    }
}
