package io.shouxin.record.internal;

import io.shouxin.record.ImportState;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Rows that nobody could match with a person may not lie about for ever (PIPL 19): thirty days are enough to correct them. A file
 * whose columns nobody named, whose dry run nobody decided on or which nobody let go on goes after the same time.
 */
@Component
class ImportPurge {

    private static final Duration KEPT = Duration.ofDays(30);

    private final ImportJobs jobs;
    private final ImportWriter writer;
    private final Clock clock;

    ImportPurge(ImportJobs jobs, ImportWriter writer, Clock clock) {
        this.jobs = jobs;
        this.writer = writer;
        this.clock = clock;
    }

    @Scheduled(cron = "0 20 3 * * *", zone = ChinaTime.ID)
    void purgeOld() {
        Instant before = clock.instant().minus(KEPT);
        jobs.olderThan(before, ImportState.NEEDS_MAPPING, ImportState.TRIED)
                .forEach(id -> writer.fail(id, ImportFailure.ABANDONED));
        jobs.olderThan(before, ImportState.PAUSED)
                .forEach(id ->
                        writer.fail(id, ImportFailure.notResumed(jobs.get(id).rowsDone())));
        jobs.olderThan(before, ImportState.COMPLETED, ImportState.FAILED).forEach(id -> writer.purge(id, Actor.SYSTEM));
    }
}
