package io.shouxin.deadline.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.shouxin.deadline.CalendarDay;
import io.shouxin.deadline.CalendarDay.Kind;
import io.shouxin.deadline.NoticeFinding;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one holiday notice and finds what cannot be right in it: every finding, not the first only. */
final class NoticeReader {

    private static final List<String> HEADER = List.of("date", "kind", "name");
    private static final String FIXED = "/calendar/cn-fixed-holidays.csv";
    private static final int LARGEST = 64 * 1024;
    private static final int LONGEST_NAME = 40;

    private final int year;
    private final List<NoticeFinding> findings = new ArrayList<>();
    /** By day, in the order of the year. */
    private final Map<LocalDate, CalendarDay> days = new TreeMap<>();
    /** How many lines name which other year. */
    private final Map<Integer, List<Integer>> otherYears = new TreeMap<>();

    private @Nullable LocalDate before;

    private NoticeReader(int year) {
        this.year = year;
    }

    /** What a notice says and what is wrong with it. */
    record Read(List<CalendarDay> days, List<NoticeFinding> findings) {}

    static Read read(int year, byte[] file) {
        NoticeReader reader = new NoticeReader(year);
        if (file.length > LARGEST) {
            reader.find(0, "clock.notice.tooLong");
        } else {
            reader.read(decode(file));
        }
        List<NoticeFinding> sorted = new ArrayList<>(reader.findings);
        sorted.sort(Comparator.comparingInt(NoticeFinding::line));
        return new Read(List.copyOf(reader.days.values()), sorted);
    }

    /** What is not UTF-8 was saved by a Chinese spreadsheet. */
    private static String decode(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(file, Charset.forName("GB18030"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void read(String text) {
        boolean header = true;
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text)) {
            for (CsvRecord row : csv) {
                int line = (int) row.getStartingLineNumber();
                List<String> fields =
                        row.getFields().stream().map(String::strip).toList();
                if (header) {
                    header = false;
                    if (!fields.stream()
                            .map(name -> name.toLowerCase(Locale.ROOT))
                            .toList()
                            .equals(HEADER)) {
                        find(line, "clock.notice.header", String.join(",", HEADER));
                        return;
                    }
                } else {
                    line(line, fields);
                }
            }
        } catch (CsvParseException e) {
            find(0, "clock.notice.unreadable");
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        otherYears();
        if (findings.isEmpty()) {
            whole();
        }
    }

    private void line(int line, List<String> fields) {
        if (fields.size() != HEADER.size()) {
            find(line, "clock.notice.columns", fields.size());
            return;
        }
        LocalDate day = date(line, fields.get(0));
        Optional<Kind> kind = kind(line, fields.get(1));
        String name = fields.get(2);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            find(line, "clock.notice.name", LONGEST_NAME);
        }
        if (day == null) {
            return;
        }
        if (day.getYear() != year) {
            otherYears
                    .computeIfAbsent(day.getYear(), other -> new ArrayList<>())
                    .add(line);
            return;
        }
        if (days.containsKey(day)) {
            find(line, "clock.notice.twice", day.toString());
        } else if (before != null && day.isBefore(before)) {
            find(line, "clock.notice.order", day.toString(), before.toString());
        }
        before = day;
        if (kind.isPresent() && !name.isEmpty()) {
            weekday(line, day, kind.get());
            days.putIfAbsent(day, new CalendarDay(day, kind.get(), name));
        }
    }

    private @Nullable LocalDate date(int line, String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException e) {
            find(line, "clock.notice.date", shortened(written));
            return null;
        }
    }

    private Optional<Kind> kind(int line, String written) {
        Optional<Kind> kind = List.of(Kind.values()).stream()
                .filter(each -> each.name().equalsIgnoreCase(written))
                .findFirst();
        if (kind.isEmpty()) {
            find(line, "clock.notice.kind", shortened(written));
        }
        return kind;
    }

    /** Only departures are listed: a weekend that is worked (调休), a weekday that is not. */
    private void weekday(int line, LocalDate day, Kind kind) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (kind == Kind.WORKDAY && !weekend) {
            find(line, "clock.notice.workedAnyway", day.toString(), "clock.weekday." + day.getDayOfWeek());
        } else if (kind == Kind.HOLIDAY && weekend) {
            find(line, "clock.notice.freeAnyway", day.toString(), "clock.weekday." + day.getDayOfWeek());
        }
    }

    /** A file of another year is told as that, not line by line. */
    private void otherYears() {
        if (days.isEmpty() && otherYears.size() == 1) {
            findings.clear();
            find(
                    0,
                    "clock.notice.otherYear",
                    otherYears.keySet().iterator().next().toString(),
                    String.valueOf(year));
            return;
        }
        otherYears.forEach((other, lines) ->
                lines.forEach(line -> find(line, "clock.notice.wrongYear", other.toString(), String.valueOf(year))));
    }

    private void whole() {
        if (days.isEmpty()) {
            find(0, "clock.notice.empty");
            return;
        }
        fixedHolidays().forEach((day, name) -> {
            CalendarDay listed = days.get(day);
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (!weekend && (listed == null || listed.kind() != Kind.HOLIDAY)) {
                find(0, "clock.notice.missing", day.toString(), name);
            }
        });
    }

    /** The statutory holidays that have the same date every year (全国年节及纪念日放假办法第 2 条). */
    private Map<LocalDate, String> fixedHolidays() {
        Map<LocalDate, String> fixed = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(NoticeReader.class.getResourceAsStream(FIXED), FIXED);
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : csv) {
                if (Integer.parseInt(row.getField("since")) <= year) {
                    fixed.put(MonthDay.parse("--" + row.getField("month_day")).atYear(year), row.getField("name"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fixed;
    }

    private static String shortened(String written) {
        return written.codePointCount(0, written.length()) > 20
                ? written.substring(0, written.offsetByCodePoints(0, 20)) + "…"
                : written;
    }

    private void find(int line, String key, Object... arguments) {
        findings.add(new NoticeFinding(line, key, List.of(arguments)));
    }
}
