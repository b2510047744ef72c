package io.shouxin.audit;

import io.shouxin.shared.StateRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * What a rule found a colleague did on a day in China. It grows while the day goes on; one that has grown is open again, so that nobody
 * has looked at more than they saw.
 *
 * @param threshold what the rule had exceeded
 * @param amount people or times, by the acts of the rule
 * @param entries how many entries of the log it rests on
 * @param hours the hours of the day that count; empty if the whole day does
 * @param branches those of the colleague when it was found
 */
public record Finding(
        UUID id,
        UUID account,
        String ruleId,
        int threshold,
        String tableVersion,
        LocalDate day,
        Instant firstAt,
        Instant lastAt,
        int amount,
        int entries,
        Set<Act> acts,
        Set<Integer> hours,
        Set<UUID> branches,
        FindingState state) {

    public Finding {
        acts = Set.copyOf(acts);
        hours = Set.copyOf(hours);
        branches = Set.copyOf(branches);
    }

    /**
     * Refuses what may not be concluded now: what is closed stays so unless it grows, and what is to be followed up can only
     * be closed.
     *
     * @param entriesSeen how many entries it rested on when it was read
     */
    public void requireOpenFor(Conclusion conclusion, int entriesSeen) {
        if (entriesSeen != entries) {
            throw new StateRefused("Finding", id, "grown", conclusion.name());
        }
        if (state.isClosed() || state == conclusion.state()) {
            throw new StateRefused("Finding", id, state, conclusion.name());
        }
    }
}
