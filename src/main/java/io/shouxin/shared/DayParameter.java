package io.shouxin.shared;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A day in a query: {@code 2026-12-14}, or a time with offset, which means its day in China. */
public final class DayParameter {

    private DayParameter() {}

    /**
     * @throws InvalidInput if it is neither
     */
    public static @Nullable LocalDate read(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return text.length() <= 10
                    ? LocalDate.parse(text)
                    : OffsetDateTime.parse(text.replace(' ', '+'))
                            .atZoneSameInstant(ChinaTime.ZONE)
                            .toLocalDate();
        } catch (DateTimeParseException e) {
            throw new InvalidInput("?" + name, "api.error.day");
        }
    }
}
