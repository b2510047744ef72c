package io.shouxin.sweep;

import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import io.shouxin.retention.DecisionReason;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record of a sweep.
 *
 * @param dueOn since when nothing keeps it
 * @param why what the rules say, see {@link io.shouxin.retention.DueDays}
 * @param sparedFor why it was left when the others of the sweep were destroyed
 */
public record SweepItem(
        UUID recordId,
        UUID subjectId,
        Category category,
        Classification classification,
        LocalDate dueOn,
        DecisionReason why,
        String ruleId,
        State state,
        @Nullable String sparedFor) {

    /** What has become of it. */
    public enum State {
        PENDING,
        /** It is in the part that is being destroyed. */
        PLANNED,
        DESTROYED,
        /** Something stood against it at the last moment. */
        SPARED
    }
}
