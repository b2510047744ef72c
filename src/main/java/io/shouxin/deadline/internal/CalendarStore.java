package io.shouxin.deadline.internal;

import io.shouxin.deadline.CalendarDay;
import io.shouxin.deadline.LoadedYear;
import io.shouxin.deadline.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the working calendar. A year adds some 27 rows, so they are read whole and never cached. */
@Repository
class CalendarStore {

    private static final long LOCK = 0x53485843414cL;
    private static final int NONE = -1;

    private final JdbcClient jdbc;

    CalendarStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the calendar as it is until the transaction ends: what counts a date calls this first. */
    void hold() {
        jdbc.sql("SELECT pg_advisory_xact_lock_shared(:lock)")
                .param("lock", LOCK)
                .query((rs, row) -> true)
                .single();
    }

    /** Waits until nobody counts a date, and lets nobody begin before the transaction ends. */
    void lockForChange() {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((rs, row) -> true)
                .single();
    }

    WorkingCalendar read() {
        return read(NONE, List.of());
    }

    /** The calendar as it would be with these days in place of what is loaded for the year. */
    WorkingCalendar readWith(int year, Collection<CalendarDay> instead) {
        return read(year, instead);
    }

    private WorkingCalendar read(int replaced, Collection<CalendarDay> instead) {
        Collection<CalendarDay> days = new ArrayList<>(instead);
        Set<Integer> years = new HashSet<>();
        if (replaced != NONE) {
            years.add(replaced);
        }
        jdbc.sql("""
                        SELECT day, kind, name, NULL::int AS year FROM calendar_day
                        UNION ALL SELECT NULL, NULL, NULL, year FROM calendar_year WHERE published
                        """).query(rs -> {
            LocalDate day = rs.getObject("day", LocalDate.class);
            if (day == null) {
                years.add(rs.getInt("year"));
            } else if (day.getYear() != replaced) {
                days.add(new CalendarDay(day, CalendarDay.Kind.valueOf(rs.getString("kind")), rs.getString("name")));
            }
        });
        return new WorkingCalendar(days, years);
    }

    List<LoadedYear> years() {
        return jdbc.sql("""
                        SELECT y.year, y.source, y.loaded_at, y.digest,
                            (SELECT count(*) FROM calendar_day d WHERE extract(year FROM d.day) = y.year) AS days
                        FROM calendar_year y WHERE y.published ORDER BY y.year DESC
                        """)
                .query((rs, n) -> new LoadedYear(
                        rs.getInt("year"),
                        rs.getInt("days"),
                        rs.getString("source"),
                        rs.getObject("loaded_at", OffsetDateTime.class).toInstant(),
                        rs.getString("digest").isEmpty()))
                .list();
    }

    List<CalendarDay> days(int year) {
        return jdbc.sql("SELECT day, kind, name FROM calendar_day WHERE extract(year FROM day) = :year ORDER BY day")
                .param("year", year)
                .query((rs, n) -> new CalendarDay(
                        rs.getObject("day", LocalDate.class),
                        CalendarDay.Kind.valueOf(rs.getString("kind")),
                        rs.getString("name")))
                .list();
    }

    /** The digest of a loaded year; empty text for a year that a person loaded. */
    Optional<String> digest(int year) {
        return jdbc.sql("SELECT digest FROM calendar_year WHERE year = :year AND published")
                .param("year", year)
                .query(String.class)
                .optional();
    }

    void replace(int year, Collection<CalendarDay> days, String source, String digest, Instant now) {
        jdbc.sql("DELETE FROM calendar_day WHERE day >= :first AND day <= :last")
                .param("first", LocalDate.of(year, 1, 1))
                .param("last", LocalDate.of(year, 12, 31))
                .update();
        for (CalendarDay day : days) {
            jdbc.sql("INSERT INTO calendar_day (day, kind, name, source) VALUES (:day, :kind, :name, :source)")
                    .param("day", day.day())
                    .param("kind", day.kind().name())
                    .param("name", day.name())
                    .param("source", source)
                    .update();
        }
        jdbc.sql("""
                        INSERT INTO calendar_year (year, published, loaded_at, source, digest)
                        VALUES (:year, true, :now, :source, :digest)
                        ON CONFLICT (year) DO UPDATE SET published = true, loaded_at = excluded.loaded_at,
                            source = excluded.source, digest = excluded.digest
                        """)
                .param("year", year)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("source", source)
                .param("digest", digest)
                .update();
    }
}
