package io.shouxin.workflow.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days on which a date column of a table changes its answer. All days between two of them are answered alike, so that one
 * remembered answer serves them all: evaluating FEEL takes milliseconds, a deletion case asks for every record.
 */
final class DateSteps {

    private static final String DATE = "date\\(\"(\\d{4}-\\d{2}-\\d{2})\"\\)";
    private static final Pattern ONE_DATE = Pattern.compile(DATE);
    private static final String TEST = "(null|(<|<=|>|>=)?\\s*" + DATE + "|[\\[(]" + DATE + "\\.\\." + DATE + "[\\])])";
    private static final Pattern COMPARES_ONLY = Pattern.compile("-?|" + TEST + "(\\s*,\\s*" + TEST + ")*");

    private final boolean comparesOnly;
    private final NavigableSet<LocalDate> steps = new TreeSet<>();

    /** The cells of the column; one that does more than compare with fixed days makes every day its own. */
    DateSteps(List<String> cells) {
        this.comparesOnly = cells.stream()
                .allMatch(cell -> COMPARES_ONLY.matcher(cell.strip()).matches());
        for (String cell : cells) {
            Matcher dates = ONE_DATE.matcher(cell);
            while (dates.find()) {
                steps.add(LocalDate.parse(dates.group(1)));
            }
        }
    }

    /** The same day for all days that the column answers alike. */
    LocalDate representative(LocalDate day) {
        if (!comparesOnly || steps.isEmpty()) {
            return day;
        }
        LocalDate step = steps.floor(day);
        if (step == null) {
            return steps.first().minusDays(1);
        }
        return step.equals(day) ? day : step.plusDays(1);
    }
}
