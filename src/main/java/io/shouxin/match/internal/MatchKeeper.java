package io.shouxin.match.internal;

import io.shouxin.deadline.Clocks;
import io.shouxin.match.MatchWorkflow;
import io.shouxin.match.PossibleMatch;
import io.shouxin.shared.ChinaTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens a task for each pair that an import has left, and ends those of which one is not there any more. */
@Component
class MatchKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(MatchKeeper.class);
    private static final int MOST = 50;

    private final MatchRows matches;
    private final Merger merger;
    private final MatchWorkflow workflow;
    private final Clocks clocks;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final int workingDays;

    MatchKeeper(
            MatchRows matches,
            Merger merger,
            MatchWorkflow workflow,
            Clocks clocks,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${shouxin.match.working-days:10}") int workingDays) {
        this.matches = matches;
        this.merger = merger;
        this.workflow = workflow;
        this.clocks = clocks;
        this.transaction = transaction;
        this.clock = clock;
        this.workingDays = workingDays;
    }

    /** Ends what is over before it asks anew. What fails is tried again at the next look. */
    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT20S")
    void keep() {
        endOfNobody();
        while (ask() == MOST) {
            endOfNobody();
        }
    }

    /** A few in each transaction. */
    private int ask() {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<PossibleMatch> found = matches.lockNew(MOST);
            if (!found.isEmpty()) {
                LocalDate dueOn = clocks.workingDaysAfter(ChinaTime.today(clock), workingDays);
                found.forEach(match -> {
                    matches.asked(match.id(), dueOn);
                    workflow.start(match.id());
                });
            }
            return found.size();
        }));
    }

    /** Each by itself, so that one that fails holds back no other. */
    private void endOfNobody() {
        for (UUID id : matches.ofNobody(MOST)) {
            try {
                transaction.executeWithoutResult(status -> merger.end(id));
            } catch (RuntimeException e) {
                LOG.warn(
                        "The question of match {} could not be ended: {}",
                        id,
                        e.getClass().getName());
            }
        }
    }
}
