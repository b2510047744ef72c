package io.shouxin.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** From when on looking at people's data is unusual; the table is the firm's to change. */
public interface UnusualRules {

    /** The stretches of time in which is counted. */
    enum Period {
        HOUR,
        DAY
    }

    /**
     * What one colleague did in one stretch of time.
     *
     * @param amount people or times, see {@link Act#isOfPeople}
     * @param chinaHour 0 to 23, null for a whole day
     * @param closedDay whether the working calendar has this day free
     */
    record Measure(
            Period period, Act act, int amount, @Nullable Integer chinaHour, boolean closedDay) {}

    /**
     * A row of the table.
     *
     * @param threshold what must be exceeded
     */
    record Rule(String ruleId, int threshold, String source) {}

    /** The rows that find this unusual. */
    List<Rule> broken(Measure measure);

    /** Every row, in the order of the table. */
    List<Rule> all();

    /** Names the very table that was asked. */
    String version();
}
