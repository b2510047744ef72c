package io.shouxin.record.imports;

import io.shouxin.shared.Sector;
import io.shouxin.shared.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says a field's value in the reader's language as far as the product knows what it means: a date, an amount, a word of a
 * short list such as 男 or 租赁. Whatever somebody wrote freely stays as it is.
 */
public final class FieldValues {

    private static final Pattern NUMBER_BEHIND = Pattern.compile("_\\d+$");
    private static final Pattern READING = Pattern.compile(RowDrafts.READ_AS + "(?=(_\\d+)?$)");
    private static final Pattern AMOUNT = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern RANGE = Pattern.compile("(\\d+(?:\\.\\d+)?)-(\\d+(?:\\.\\d+)?)");
    private static final int FRACTION_DIGITS = 2;

    private FieldValues() {}

    public static String text(Texts texts, String field, String value) {
        if (isReading(field)) {
            return known(texts, "Claim." + value, value);
        }
        FieldCode code = new FieldCode(base(field));
        if (!FieldCatalogue.standard().knows(code)) {
            return value;
        }
        return switch (FieldCatalogue.standard()
                .definition(code, Sector.BROKERAGE)
                .normaliser()) {
            case DATE -> date(texts, value);
            case MONEY -> amount(texts, value);
            case CLAIM -> known(texts, "imports.value.CLAIM." + value, value);
            default -> known(texts, "imports.value." + code + "." + value, value);
        };
    }

    /** The field's code without the number that a second value of the same field has behind it. */
    public static String base(String field) {
        return NUMBER_BEHIND.matcher(field).replaceFirst("");
    }

    /** Whether the field holds what a yes or no column was taken to say, and nothing that anybody typed. */
    public static boolean isReading(String field) {
        return base(field).endsWith(RowDrafts.READ_AS);
    }

    /** The field that a reading is of: of {@code CONSENT_READ_AS_2} it is {@code CONSENT_2}. */
    public static String read(String reading) {
        return READING.matcher(reading).replaceFirst("");
    }

    private static String known(Texts texts, String key, String otherwise) {
        return texts.has(key) ? texts.get(key) : otherwise;
    }

    private static String date(Texts texts, String value) {
        try {
            return DateTimeFormatter.ofPattern(texts.get("ui.day-pattern"), texts.locale())
                    .format(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    private static String amount(Texts texts, String value) {
        Matcher range = RANGE.matcher(value);
        if (range.matches()) {
            return texts.get("imports.amount.range", yuan(texts, range.group(1)), yuan(texts, range.group(2)));
        }
        return AMOUNT.matcher(value).matches()
                ? yuan(texts, value)
                : known(texts, "imports.value.MONEY." + value, value);
    }

    /** In the unit in which people of this language count money, where that leaves a short number. */
    private static String yuan(Texts texts, String digits) {
        BigDecimal amount = new BigDecimal(digits);
        BigDecimal unit = new BigDecimal(texts.get("imports.amount.unit"));
        BigDecimal counted = amount.divide(unit, amount.scale() + unit.precision(), RoundingMode.HALF_UP)
                .stripTrailingZeros();
        boolean shorter = amount.compareTo(unit) >= 0 && counted.scale() <= FRACTION_DIGITS;
        NumberFormat format = NumberFormat.getInstance(texts.locale());
        format.setMaximumFractionDigits(Math.max(FRACTION_DIGITS, amount.scale()));
        return shorter
                ? texts.get("imports.amount.counted", format.format(counted))
                : texts.get("imports.amount", format.format(amount));
    }
}
