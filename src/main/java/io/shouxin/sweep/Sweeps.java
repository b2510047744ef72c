package io.shouxin.sweep;

import io.shouxin.platform.Branch;
import io.shouxin.record.AnonymousCounts;
import io.shouxin.record.Category;
import io.shouxin.record.PersonData;
import io.shouxin.retention.DecisionReason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sweeps as the privacy officer, the second person and the auditor see them, each in their branches. */
public interface Sweeps {

    /**
     * Looks for what is due in a branch and proposes it.
     *
     * @return the sweep, empty where nothing is due
     * @throws io.shouxin.shared.StateRefused if one of the branch is under way
     */
    Optional<UUID> proposeNow(UUID branch);

    /** The newest first. */
    List<RetentionSweep> list(int limit);

    /** @throws io.shouxin.shared.NotFound if there is none in the actor's branches */
    View get(UUID id);

    /** How a branch stands. */
    List<BranchState> branches();

    /** What is left of records that were anonymised. */
    List<AnonymousCounts.Count> anonymised();

    /** The certificate, {@code zh} or {@code en}. */
    byte[] certificate(UUID id, String language);

    /**
     * @param due what is due, counted to {@value #COUNTED} at most
     * @param undated records without a day, by the reason why
     * @param restUntil until when nothing is proposed since the last proposal was rejected
     */
    record BranchState(
            Branch branch,
            int due,
            Map<String, Long> undated,
            @Nullable UUID underWay,
            @Nullable LocalDate restUntil) {}

    int COUNTED = 100_000;

    /**
     * The dry run, and what has become of it.
     *
     * @param groups what would be destroyed, by category and reason
     * @param samples a few of the people, masked when shown
     * @param spared what was left at the last moment, by reason
     * @param destroyed how many records are gone
     */
    record View(
            RetentionSweep sweep,
            Branch branch,
            List<Group> groups,
            List<Sample> samples,
            Map<String, Integer> spared,
            int destroyed,
            int keys) {}

    /** Records of one category that are due for one reason. */
    record Group(
            Category category,
            DecisionReason why,
            String ruleId,
            int people,
            int records,
            LocalDate dueFrom,
            LocalDate dueTo) {}

    /** One of the people whose records are due; the card is empty when nothing is held any more. */
    record Sample(PersonData.@Nullable Card card, List<Category> categories, LocalDate dueSince) {}
}
