package io.shouxin.sweep.internal;

import io.shouxin.platform.Firms;
import io.shouxin.record.DueDates;
import io.shouxin.record.DueDates.Due;
import io.shouxin.retention.RetentionRules;
import io.shouxin.subject.Subjects;
import io.shouxin.sweep.DueRecount;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts a few thousand changes a transaction; of several nodes one counts at a time. */
@Component
class DueRecounter implements DueRecount {

    private static final Logger LOG = LoggerFactory.getLogger(DueRecounter.class);
    private static final int CHANGES = 2_000;
    private static final int NOBODY = -1;

    private final DueDates dates;
    private final DueFacts facts;
    private final Subjects subjects;
    private final RetentionRules rules;
    private final Firms firms;
    private final TransactionTemplate transaction;

    DueRecounter(
            DueDates dates,
            DueFacts facts,
            Subjects subjects,
            RetentionRules rules,
            Firms firms,
            TransactionTemplate transaction) {
        this.dates = dates;
        this.facts = facts;
        this.subjects = subjects;
        this.rules = rules;
        this.firms = firms;
        this.transaction = transaction;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT5M")
    void recountOnSchedule() {
        int counted = recountNow();
        if (counted > 0) {
            LOG.info("Days of destruction counted again: {} records", counted);
        }
    }

    @Override
    public int recountNow() {
        if (firms.find().isEmpty()) {
            return 0;
        }
        int counted = 0;
        for (int more = recountSome(); more != NOBODY; more = recountSome()) {
            counted += more;
        }
        return counted;
    }

    /** What the days of all records rest on. */
    String basis() {
        return rules.version() + "/" + firms.firm().jurisdiction();
    }

    private int recountSome() {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!dates.beginRecount()) {
                return NOBODY;
            }
            String basis = basis();
            dates.basis(basis);
            if (!dates.isStale()) {
                return NOBODY;
            }
            Set<UUID> changed = dates.takeStale(CHANGES);
            Set<UUID> people = new HashSet<>(changed);
            subjects.thirdParties(changed).values().forEach(people::addAll);
            List<Due> dues = facts.of(subjects.lockAll(people));
            dates.save(dues, basis);
            return dues.size();
        }));
    }
}
