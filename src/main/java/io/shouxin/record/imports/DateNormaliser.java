package io.shouxin.record.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates as they stand in one column of a grown spreadsheet: five notations and Excel's numbers side by side. */
public final class DateNormaliser {

    private static final String TIME = "(?:[ T日]*\\d{1,2}[:时点].*)?";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})\\s*[-/.年_]\\s*(\\d{1,2})\\s*[-/.月_]\\s*(\\d{1,2})\\s*[日号]?" + TIME);
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_AND_MONTH = Pattern.compile("\\d{4}\\s*[-/.年]\\s*\\d{1,2}\\s*月?|\\d{4}\\s*年?");
    private static final Pattern SHORT =
            Pattern.compile("\\d{1,2}\\s*[-/.年月]\\s*\\d{1,2}\\s*([-/.月日]\\s*(\\d{1,4})\\s*日?)?");
    private static final Pattern SERIAL = Pattern.compile("[1-5]\\d{4}(\\.\\d+)?");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2150;

    private DateNormaliser() {}

    /** The date of a cell: a number through its workbook's epoch, a text through its notation. */
    public static Normalised<LocalDate> normalise(SheetCell cell) {
        LocalDate date = cell.date();
        if (date == null || looksCompact(cell)) {
            return normalise(cell.text());
        }
        return plausible(date) ? Normalised.of(date) : Normalised.rejected(ProblemCode.DATE_UNREADABLE);
    }

    /** The date of a text. */
    public static Normalised<LocalDate> normalise(String text) {
        String plain = Chars.trim(Chars.halfWidth(text)).replaceAll("^['‘’`]+", "");
        if (plain.isEmpty() || plain.equals("-") || plain.equals("无")) {
            return Normalised.nothing();
        }
        Matcher yearFirst = YEAR_FIRST.matcher(plain);
        if (yearFirst.matches()) {
            return date(yearFirst);
        }
        Matcher compact = COMPACT.matcher(plain);
        if (compact.matches()) {
            return date(compact);
        }
        if (SERIAL.matcher(plain).matches()) {
            LocalDate date = SerialDates.date(new BigDecimal(plain), false);
            if (date != null && plausible(date)) {
                return Normalised.of(date);
            }
        }
        if (YEAR_AND_MONTH.matcher(plain).matches()) {
            return Normalised.rejected(ProblemCode.DATE_INCOMPLETE);
        }
        return Normalised.rejected(
                SHORT.matcher(plain).matches() ? ProblemCode.DATE_AMBIGUOUS : ProblemCode.DATE_UNREADABLE);
    }

    private static Normalised<LocalDate> date(Matcher parts) {
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
            return plausible(date) ? Normalised.of(date) : Normalised.rejected(ProblemCode.DATE_IMPOSSIBLE);
        } catch (DateTimeException e) {
            return Normalised.rejected(ProblemCode.DATE_IMPOSSIBLE);
        }
    }

    /** A number such as 20240131 is a date typed without separators, not day twenty million. */
    private static boolean looksCompact(SheetCell cell) {
        return cell.kind() == SheetCell.Kind.NUMBER && cell.text().length() >= 8;
    }

    private static boolean plausible(LocalDate date) {
        return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }
}
