package io.shouxin.record.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Excel's day numbers, in both of its epochs. */
final class SerialDates {

    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST = 2_958_465;

    private SerialDates() {}

    /**
     * The day a number stands for, or null outside Excel's calendar. Excel believes in a 29 February 1900 (number 60), so that days
     * before it count from one day later.
     */
    static @Nullable LocalDate date(BigDecimal number, boolean epoch1904) {
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(LAST)) > 0) {
            return null;
        }
        int days = number.intValue();
        if (epoch1904) {
            return EPOCH_1904.plusDays(days);
        }
        if (days == 0 || days == 60) {
            return null;
        }
        return EPOCH_1900.plusDays(days < 60 ? days + 1 : days);
    }

    /** Built-in date formats by number (the Chinese and Japanese ones included), own formats by their letters. */
    static boolean isDateFormat(@Nullable Integer id, @Nullable String format) {
        if (id != null && ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))) {
            return true;
        }
        if (format == null) {
            return false;
        }
        String letters = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        return letters.contains("y") || (letters.contains("m") && letters.contains("d"));
    }
}
