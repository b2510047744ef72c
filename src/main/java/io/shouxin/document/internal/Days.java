package io.shouxin.document.internal;

import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as people write them, in the time of the People's Republic. */
final class Days {

    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy 年 M 月 d 日", Locale.CHINA);
    private static final DateTimeFormatter CHINESE_WEEKDAY =
            DateTimeFormatter.ofPattern("yyyy 年 M 月 d 日（EEE）", Locale.CHINA);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter ENGLISH_WEEKDAY =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ChinaTime.ZONE);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ChinaTime.ZONE);

    private Days() {}

    static String day(LocalDate date, Texts texts) {
        return (texts.isChinese() ? CHINESE : ENGLISH).format(date);
    }

    static String dayOfWeek(LocalDate date, Texts texts) {
        return (texts.isChinese() ? CHINESE_WEEKDAY : ENGLISH_WEEKDAY).format(date);
    }

    /** To the minute; the beginning of a day stands for the whole day, where nobody knows the hour. */
    static String minute(Instant instant, Texts texts) {
        LocalDate date = ChinaTime.dayOf(instant);
        return instant.equals(ChinaTime.startOf(date))
                ? day(date, texts)
                : day(date, texts) + " " + MINUTE.format(instant);
    }

    /** To the second, as a protocol needs it. */
    static String stamp(Instant instant) {
        return STAMP.format(instant);
    }
}
