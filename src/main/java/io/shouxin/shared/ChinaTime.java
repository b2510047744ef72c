package io.shouxin.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days in which every limit and period is counted and every date is written: those of China, whatever the machine's zone is. */
public final class ChinaTime {

    /** For annotations, which take no {@link ZoneId}. */
    public static final String ID = "Asia/Shanghai";

    public static final ZoneId ZONE = ZoneId.of(ID);

    private ChinaTime() {}

    public static LocalDate today(Clock clock) {
        return dayOf(clock.instant());
    }

    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The first moment of the day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
