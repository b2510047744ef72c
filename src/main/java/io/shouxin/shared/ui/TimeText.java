package io.shouxin.shared.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import io.shouxin.shared.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** A moment or a day as {@code <time datetime>}, in China time whatever the machine's or the browser's zone is. */
@Tag("time")
public final class TimeText extends HtmlContainer {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    public TimeText(Instant moment) {
        this(moment.atZone(CHINA).toOffsetDateTime().toString(), text(UiTexts.current(), moment));
    }

    public TimeText(LocalDate day) {
        this(day.toString(), text(UiTexts.current(), day));
    }

    /** When something was received: the day, which is what counts; of what came in by hand nobody knows the hour. */
    public static TimeText received(Instant moment) {
        return new TimeText(LocalDate.ofInstant(moment, CHINA));
    }

    /** A text of the caller's own over a machine-readable moment. */
    public TimeText(String datetime, String shown) {
        getElement().setAttribute("datetime", datetime);
        setText(shown);
    }

    /** For papers, which are read years later: 2026 年 11 月 23 日 09:12. */
    public static TimeText withYear(Instant moment) {
        ZonedDateTime there = moment.atZone(CHINA);
        return new TimeText(
                there.toOffsetDateTime().toString(),
                formatter(UiTexts.current(), "ui.moment-year-pattern").format(there));
    }

    /** 11 月 23 日 09:12, or 23 Nov 09:12. */
    public static String text(Texts texts, Instant moment) {
        return formatter(texts, "ui.moment-pattern").format(moment.atZone(CHINA));
    }

    /** 2026 年 11 月 23 日, or 23 November 2026. */
    public static String text(Texts texts, LocalDate day) {
        return formatter(texts, "ui.day-pattern").format(day);
    }

    /** The day of a moment, in the same words. */
    public static String day(Texts texts, Instant moment) {
        return text(texts, LocalDate.ofInstant(moment, CHINA));
    }

    private static DateTimeFormatter formatter(Texts texts, String key) {
        return DateTimeFormatter.ofPattern(texts.get(key), texts.locale());
    }
}
