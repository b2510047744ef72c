package io.shouxin.record.internal;

import io.shouxin.document.FileStore;
import io.shouxin.platform.DataDirectory;
import io.shouxin.platform.Failpoints;
import io.shouxin.platform.Firm;
import io.shouxin.platform.Firms;
import io.shouxin.platform.KeyScope;
import io.shouxin.record.ImportState;
import io.shouxin.record.ReadingChoice;
import io.shouxin.record.imports.ReadingInterrupted;
import io.shouxin.record.imports.UnreadableFile;
import io.shouxin.shared.ChinaTime;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Works through imports one after the other in the background. Whatever stops it, the next attempt goes on with the row that was
 * reached; an import that cannot get any further fails after three attempts, so that it never stops those behind it.
 */
@Component
class ImportRunner implements DisposableBean {

    static final String UPLOAD = "UPLOAD";

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
    private static final int ROWS_PER_BATCH = 2_000;
    private static final int WAITING = 100;
    private static final int RETRY_MS = 5_000;

    private final ImportJobs jobs;
    private final ImportWriter writer;
    private final FileStore files;
    private final Firms firms;
    private final Failpoints failpoints;
    private final Path directory;
    private final int sharedBy;
    private final Set<UUID> here = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor executor;
    private volatile boolean stopping;

    /**
     * @param sharedBy how many people may have one phone before it is no sign any more that two of them are one: a family has a
     *     handful at most, a shop's or an agent's own number stands in every row that somebody had no other for
     */
    ImportRunner(
            ImportJobs jobs,
            ImportWriter writer,
            FileStore files,
            Firms firms,
            Failpoints failpoints,
            DataDirectory data,
            @Value("${shouxin.match.shared-number:5}") int sharedBy) {
        this.sharedBy = sharedBy;
        this.jobs = jobs;
        this.writer = writer;
        this.files = files;
        this.firms = firms;
        this.failpoints = failpoints;
        this.directory = data.directory("imports");
        this.executor = new ThreadPoolExecutor(
                0,
                1,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING),
                task -> {
                    Thread thread = new Thread(task, "imports");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.AbortPolicy());
    }

    /** Hands an import to the background; one too many waits in its table for the next look. */
    void submit(UUID id) {
        if (stopping || !here.add(id)) {
            return;
        }
        try {
            executor.execute(() -> {
                try {
                    run(id);
                } finally {
                    here.remove(id);
                }
            });
        } catch (RejectedExecutionException full) {
            here.remove(id);
        }
    }

    /** The process that had claimed them is gone: this one has only just started. */
    @EventListener(ApplicationReadyEvent.class)
    void resumeAll() {
        jobs.unfinished(true).forEach(this::submit);
    }

    @Scheduled(fixedDelay = RETRY_MS, initialDelay = RETRY_MS)
    void resumeWhatNobodyRuns() {
        jobs.unfinished(false).forEach(this::submit);
    }

    private void run(UUID id) {
        try {
            if (!stopping && writer.start(id)) {
                attempt(id);
            }
        } catch (UnreadableFile unreadable) {
            writer.fail(id, new ImportFailure(unreadable.textKey(), Arrays.asList(unreadable.arguments())));
        } catch (RuntimeException | OutOfMemoryError broken) {
            // Only the kind: a message could quote what stands in the file.
            Throwable kind =
                    broken instanceof ReadingInterrupted && broken.getCause() != null ? broken.getCause() : broken;
            LOG.warn("Import {} was interrupted by {}", id, kind.getClass().getName());
            writer.released(id);
        }
    }

    private void attempt(UUID id) {
        Optional<Upload> upload = upload(id);
        if (upload.isEmpty()) {
            writer.fail(id, ImportFailure.UPLOAD_MISSING);
            return;
        }
        try (SpilledRows rows = SpilledRows.in(directory)) {
            attempt(id, upload.orElseThrow(), rows);
        }
    }

    private void attempt(UUID id, Upload upload, SpilledRows rows) {
        ImportDetails details = jobs.details(id);
        ReadFile file = ReadFile.read(upload, details, returned(details), rows::add);
        boolean looked = !details.chosen().isEmpty();
        ImportDetails read = details.withRead(file, mended(file, details));
        if (!file.runs(looked) || (details.shown() && !looked)) {
            writer.askForMapping(id, read);
            return;
        }
        ImportJob job = jobs.get(id);
        RowBranches branches = new RowBranches(
                job.branchId(),
                details.branches(),
                firms.branches(),
                firms.find().map(Firm::name).orElse(""));
        ImportPlan plan = new ImportPlan(id, file, rows, branches, ChinaTime.dayOf(job.createdAt()), looked, sharedBy);
        writer.sized(id, plan.size(), read);
        if (job.state() == ImportState.TRYING) {
            tryOut(id, plan, read);
            return;
        }
        int done = job.rowsDone();
        try (BatchesAhead batches = new BatchesAhead(id, plan, ROWS_PER_BATCH)) {
            while (done < plan.size() && !stopping) {
                failpoints.pass("import.batch.planned");
                done = writer.write(id, plan, batches.from(done));
                failpoints.pass("import.batch.committed");
            }
        }
        if (done >= plan.size()) {
            writer.complete(id, upload.sha256());
        }
    }

    private Optional<Upload> upload(UUID id) {
        return files.openInPieces(KeyScope.upload(id), UPLOAD).map(Upload::new);
    }

    /** From the first row each time: what it remembers of earlier rows is nowhere stored. */
    private void tryOut(UUID id, ImportPlan plan, ImportDetails details) {
        TrialRegister trial = writer.trial();
        TrialCount count = new TrialCount();
        int done = 0;
        try (BatchesAhead batches = new BatchesAhead(id, plan, ROWS_PER_BATCH)) {
            while (done < plan.size()) {
                failpoints.pass("import.trial.planned");
                ImportBatch batch = batches.from(done);
                if (stopping || !writer.tryRows(id, trial, count, batch)) {
                    return;
                }
                done = batch.to();
            }
        }
        writer.tried(id, count.result(details.columns()));
    }

    /** What waits for its columns, for a screen that shows samples. */
    Optional<ReadFile> waiting(UUID id) {
        return waiting(id, jobs.details(id));
    }

    /** As {@link #waiting(UUID)}, as if somebody had said whether the first row is the header. */
    Optional<ReadFile> waiting(UUID id, boolean headed) {
        return waiting(id, jobs.details(id).withHeaded(headed));
    }

    /**
     * What is known of a waiting file that is read as somebody wants it.
     *
     * @throws UnreadableFile where it cannot be read so
     */
    Optional<ImportDetails> reread(UUID id, ReadingChoice choice) {
        ImportDetails details = jobs.details(id).withReading(choice);
        return waiting(id, details).map(file -> details.withRead(file, mended(file, details)));
    }

    /** Only imports of branches for which whoever brought the list may import themselves. */
    private ReadFile.Returned returned(ImportDetails details) {
        return (importId, sheet) -> jobs
                .find(importId)
                .filter(job -> details.branches().contains(job.branchId()))
                .map(job -> jobs.details(importId).columns())
                .orElse(List.of())
                .stream()
                .filter(column -> column.sheet() == sheet)
                .toList();
    }

    private @Nullable UUID mended(ReadFile file, ImportDetails details) {
        return file.mended()
                .flatMap(jobs::find)
                .filter(job -> details.branches().contains(job.branchId()))
                .map(ImportJob::id)
                .orElse(null);
    }

    private Optional<ReadFile> waiting(UUID id, ImportDetails details) {
        return jobs.get(id).state() == ImportState.NEEDS_MAPPING
                ? upload(id).map(content -> ReadFile.read(content, details, returned(details), row -> {}))
                : Optional.empty();
    }

    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        executor.shutdown();
        if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("An import is still in its batch; it goes on from there at the next start");
        }
    }
}
