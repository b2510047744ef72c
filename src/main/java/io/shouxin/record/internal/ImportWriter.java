package io.shouxin.record.internal;

import io.shouxin.document.FileStore;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.evidence.Hash;
import io.shouxin.platform.Firms;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import io.shouxin.record.ImportState;
import io.shouxin.record.ImportTrial;
import io.shouxin.shared.Actor;
import io.shouxin.shared.StateRefused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Each step of an import as one transaction: rows, blind indexes, figures and evidence commit together or not at all. */
@Component
class ImportWriter {

    private static final int MOST_ATTEMPTS = 3;

    private final ImportJobs jobs;
    private final ImportProblems problems;
    private final PersonMatcher matcher;
    private final FirmRegister register;
    private final FileStore files;
    private final KeyVault keys;
    private final Firms firms;
    private final EvidenceLog evidence;
    private final RowMender mender;

    ImportWriter(
            ImportJobs jobs,
            ImportProblems problems,
            PersonMatcher matcher,
            FirmRegister register,
            FileStore files,
            KeyVault keys,
            Firms firms,
            EvidenceLog evidence,
            RowMender mender) {
        this.jobs = jobs;
        this.problems = problems;
        this.matcher = matcher;
        this.register = register;
        this.files = files;
        this.keys = keys;
        this.firms = firms;
        this.evidence = evidence;
        this.mender = mender;
    }

    /** Begins an attempt; false where there is nothing to do, or where too many attempts ended without any progress. */
    @Transactional
    boolean start(UUID id) {
        ImportJob job = jobs.lock(id);
        if (!Set.of(ImportState.RECEIVED, ImportState.RUNNING, ImportState.TRYING)
                .contains(job.state())) {
            return false;
        }
        if (job.attempts() >= MOST_ATTEMPTS) {
            finish(job, ImportState.FAILED, ImportFailure.TOO_MANY_ATTEMPTS, null);
            return false;
        }
        jobs.started(id);
        return true;
    }

    @Transactional
    void sized(UUID id, int rows, ImportDetails details) {
        jobs.sized(id, rows, details);
    }

    @Transactional
    void askForMapping(UUID id, ImportDetails details) {
        if (jobs.lock(id).state() == ImportState.RUNNING) {
            jobs.moveTo(id, ImportState.NEEDS_MAPPING, details);
        }
    }

    @Transactional
    void released(UUID id) {
        jobs.released(id);
    }

    /**
     * Writes a batch where the import has reached its first row.
     *
     * @return how many rows are done; another process may have done these meanwhile
     */
    @Transactional
    int write(UUID id, ImportPlan plan, ImportBatch batch) {
        ImportJob job = jobs.lock(id);
        if (job.state() != ImportState.RUNNING || job.rowsDone() != batch.from()) {
            return job.state() == ImportState.RUNNING ? job.rowsDone() : plan.size();
        }
        requireOpenBranches(batch.branches());
        List<@Nullable UUID> stored = batch.write(matcher, register);
        problems.store(id, batch.findings);
        mender.brought(id, jobs.details(id).branches(), plan, batch);
        ImportJob.Counts counts = batch.counts(stored);
        int done = batch.to();
        jobs.advanced(id, done, counts);
        evidence.append(EvidenceEvent.of(EvidenceKind.IMPORTED, Actor.SYSTEM)
                .target("import", id)
                .outcome("BATCH")
                .detail("rows_from", batch.from())
                .detail("rows_to", done)
                .detail("records", counts.records())
                .detail("rejected", counts.rejected())
                .detail("records_sha256", digest(stored))
                .build());
        return done;
    }

    /** A branch that was closed after the list was planned ends the attempt; the next one plans without it. */
    private void requireOpenBranches(Set<UUID> branches) {
        branches.stream().sorted().forEach(branch -> firms.requireOpen(branch, "/branch"));
    }

    TrialRegister trial() {
        return register.trial();
    }

    /**
     * Takes the same decisions as {@link #write} and counts them.
     *
     * @return false where nobody waits for the dry run any more
     */
    @Transactional
    boolean tryRows(UUID id, TrialRegister trial, TrialCount count, ImportBatch batch) {
        count.add(batch, batch.write(matcher, trial));
        return jobs.tried(id, batch.to());
    }

    @Transactional
    void tried(UUID id, ImportTrial trial) {
        ImportJob job = jobs.lock(id);
        if (job.state() != ImportState.TRYING) {
            return;
        }
        jobs.tried(id, trial);
        evidence.append(EvidenceEvent.of(EvidenceKind.IMPORTED, Actor.SYSTEM)
                .target("import", id)
                .outcome("TRIED")
                .detail("rows", job.rowCount())
                .detail("people", trial.people())
                .detail("records", trial.records())
                .detail("rejected", trial.rejected())
                .build());
    }

    /** Stops an import after the rows under way, which hold its lock until they are written. */
    @Transactional
    void pause(UUID id, Actor by) {
        ImportJob job = jobs.lock(id);
        if (job.state() != ImportState.RECEIVED && job.state() != ImportState.RUNNING) {
            throw new StateRefused("Import", id, job.state(), "pause");
        }
        jobs.paused(id, by.id());
        evidence.append(moved(id, "PAUSED", by, job));
    }

    @Transactional
    void resume(UUID id, Actor by) {
        ImportJob job = jobs.lock(id);
        if (job.state() != ImportState.PAUSED) {
            throw new StateRefused("Import", id, job.state(), "resume");
        }
        jobs.resumed(id);
        evidence.append(moved(id, "RESUMED", by, job));
    }

    /** Ends a paused import for good; what its earlier batches wrote was committed and stays. */
    @Transactional
    void giveUp(UUID id, Actor by) {
        ImportJob job = jobs.lock(id);
        if (job.state() != ImportState.PAUSED) {
            throw new StateRefused("Import", id, job.state(), "give up");
        }
        evidence.append(moved(id, "GIVEN_UP", by, job));
        finish(job, ImportState.FAILED, ImportFailure.givenUp(job.rowsDone()), null);
    }

    private static EvidenceEvent moved(UUID id, String outcome, Actor by, ImportJob job) {
        return EvidenceEvent.of(EvidenceKind.IMPORTED, by)
                .target("import", id)
                .outcome(outcome)
                .detail("rows", job.rowsDone())
                .build();
    }

    static String digest(List<@Nullable UUID> stored) {
        String ids = stored.stream()
                .filter(Objects::nonNull)
                .map(UUID::toString)
                .sorted()
                .collect(Collectors.joining("\n"));
        return Hash.sha256(ids.getBytes(StandardCharsets.UTF_8)).hex();
    }

    @Transactional
    void complete(UUID id, Hash content) {
        ImportJob job = jobs.lock(id);
        if (job.state() == ImportState.RUNNING) {
            finish(job, ImportState.COMPLETED, null, content);
        }
    }

    @Transactional
    void fail(UUID id, ImportFailure failure) {
        ImportJob job = jobs.lock(id);
        if (!job.state().isFinished()) {
            finish(job, ImportState.FAILED, failure, null);
        }
    }

    private void finish(ImportJob job, ImportState state, @Nullable ImportFailure failure, @Nullable Hash content) {
        jobs.finished(job.id(), state, failure);
        ImportJob.Counts counts = job.counts();
        EvidenceEvent.Builder event = EvidenceEvent.of(EvidenceKind.IMPORTED, Actor.SYSTEM)
                .target("import", job.id())
                .outcome(state.name())
                .detail("requested_by", job.createdBy())
                .detail("branch", job.branchId())
                .detail("failure", failure == null ? null : failure.key())
                .detail("rows", job.rowsDone())
                .detail("people", counts.people())
                .detail("people_known", counts.peopleKnown())
                .detail("third_parties", counts.thirdParties())
                .detail("records", counts.records())
                .detail("records_known", counts.recordsKnown())
                .detail("duplicates", counts.duplicates())
                .detail("rejected", counts.rejected())
                .detail("warnings", counts.warnings());
        if (content != null) {
            event.commit("file_sha256", content.bytes());
        }
        evidence.append(event.build());
        files.deleteAll(KeyScope.upload(job.id()));
        destroy(KeyScope.upload(job.id()), job.id(), Actor.SYSTEM);
    }

    /** Destroys what is left of an import's own data. */
    @Transactional
    void purge(UUID id, Actor by) {
        ImportJob job = jobs.lock(id);
        if (job.purgedAt() != null) {
            return;
        }
        int rows = problems.deleteRejects(id);
        jobs.purged(id);
        evidence.append(EvidenceEvent.of(EvidenceKind.IMPORT_PURGED, by)
                .target("import", id)
                .detail("findings", rows)
                .build());
        destroy(KeyScope.rejects(id), id, by);
    }

    private void destroy(KeyScope scope, UUID importId, Actor by) {
        keys.destroy(scope)
                .ifPresent(key -> evidence.append(EvidenceEvent.of(EvidenceKind.KEY_DESTROYED, by)
                        .target("key", key.keyId())
                        .detail("import", importId)
                        .build()));
    }
}
