package io.shouxin.deadline.internal;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.shouxin.deadline.CalendarDay;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Loads the holiday notices that ship with the product, before the first request or job is served. */
@Component
class ShippedCalendar implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedCalendar.class);
    private static final String RESOURCE = "/calendar/cn-working-calendar.csv";
    private static final int BEFORE_EVERYTHING_THAT_SERVES = Integer.MIN_VALUE + 100;

    private final JdbcCalendars calendars;
    private volatile boolean running;

    ShippedCalendar(JdbcCalendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public void start() {
        read().forEach((year, days) -> {
            if (calendars.loadShipped(year, days, "国务院办公厅关于 " + year + " 年部分节假日安排的通知", digest(days))) {
                LOG.info("Loaded the working calendar of {}: {} days", year, days.size());
            }
        });
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_EVERYTHING_THAT_SERVES;
    }

    /** The shipped days by year. */
    static Map<Integer, List<CalendarDay>> read() {
        Map<Integer, List<CalendarDay>> byYear = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(ShippedCalendar.class.getResourceAsStream(RESOURCE), RESOURCE);
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : csv) {
                CalendarDay day = new CalendarDay(
                        LocalDate.parse(row.getField("date")),
                        CalendarDay.Kind.valueOf(row.getField("kind").toUpperCase(Locale.ROOT)),
                        row.getField("name"));
                byYear.computeIfAbsent(day.day().getYear(), year -> new ArrayList<>())
                        .add(day);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return byYear;
    }

    private static String digest(List<CalendarDay> days) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            days.forEach(day -> sha.update(
                    (day.day() + "," + day.kind() + "," + day.name() + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
