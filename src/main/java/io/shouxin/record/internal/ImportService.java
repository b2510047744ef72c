package io.shouxin.record.internal;

import io.shouxin.document.FileStore;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.Firms;
import io.shouxin.platform.KeyScope;
import io.shouxin.record.CsvFile;
import io.shouxin.record.FindingPlace;
import io.shouxin.record.ImportColumn;
import io.shouxin.record.ImportState;
import io.shouxin.record.ImportView;
import io.shouxin.record.Imports;
import io.shouxin.record.ReadingChoice;
import io.shouxin.record.RejectView;
import io.shouxin.record.internal.ReadFile.ReadSheet;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Service
class ImportService implements Imports {

    private static final Logger LOG = LoggerFactory.getLogger(ImportService.class);
    private static final int SAMPLES = 3;

    private final ImportJobs jobs;
    private final ImportProblems problems;
    private final ImportWriter writer;
    private final ImportRunner runner;
    private final FileStore files;
    private final Firms firms;
    private final ImportAccess access;
    private final EvidenceLog evidence;
    private final CurrentActor current;

    ImportService(
            ImportJobs jobs,
            ImportProblems problems,
            ImportWriter writer,
            ImportRunner runner,
            FileStore files,
            Firms firms,
            ImportAccess access,
            EvidenceLog evidence,
            CurrentActor current) {
        this.jobs = jobs;
        this.problems = problems;
        this.writer = writer;
        this.runner = runner;
        this.files = files;
        this.firms = firms;
        this.access = access;
        this.evidence = evidence;
        this.current = current;
    }

    @Override
    @Transactional
    public UUID receive(String fileName, byte[] content, UUID branch, @Nullable Map<String, String> mapping) {
        return receive(fileName, content, branch, mapping, current.get());
    }

    @Override
    @Transactional
    public UUID receive(String fileName, byte[] content, UUID branch, @Nullable Map<String, String> mapping, Actor by) {
        return receive(fileName, content, branch, mapping, by, false, ReadingChoice.NONE);
    }

    @Override
    @Transactional
    public UUID receive(
            String fileName,
            byte[] content,
            UUID branch,
            @Nullable Map<String, String> mapping,
            ReadingChoice reading) {
        return receive(fileName, content, branch, mapping, current.get(), false, checked(reading));
    }

    @Override
    @Transactional
    public void readAs(UUID id, ReadingChoice reading) {
        locked(id, "read otherwise", ImportState.NEEDS_MAPPING);
        runner.reread(id, checked(reading)).ifPresent(read -> jobs.moveTo(id, ImportState.NEEDS_MAPPING, read));
    }

    private static ReadingChoice checked(ReadingChoice reading) {
        String charset = reading.charset();
        if (charset != null && !ReadingChoice.CHARSETS.contains(charset)) {
            throw new InvalidInput("/charset", "imports.reading.no-such-charset");
        }
        if (reading.headers().values().stream().anyMatch(row -> row < 0)) {
            throw new InvalidInput("/headers", "imports.reading.no-such-row");
        }
        return reading;
    }

    @Override
    @Transactional
    public UUID prepare(String fileName, byte[] content, UUID branch) {
        return receive(fileName, content, branch, null, current.get(), true, ReadingChoice.NONE);
    }

    private UUID receive(
            String fileName,
            byte[] content,
            UUID branch,
            @Nullable Map<String, String> mapping,
            Actor by,
            boolean shown,
            ReadingChoice reading) {
        if (!access.may(by, branch)) {
            throw new AccessRefused("Import for branch " + branch);
        }
        UUID branchId = firms.branch(branch).id();
        firms.requireOpen(branchId, "/branch");
        Map<String, String> requested = mapping == null ? Map.of() : mapping;
        requested.forEach((column, field) -> {
            if (!ReadFile.isField(field)) {
                throw new InvalidInput("/mapping", "imports.mapping.no-such-field");
            }
        });
        UUID id = UUID.randomUUID();
        jobs.insert(
                id,
                branchId,
                by.id(),
                ImportDetails.received(baseName(fileName), access.branches(by), requested, shown, reading));
        files.storeInPieces(KeyScope.upload(id), ImportRunner.UPLOAD, "application/octet-stream", content);
        afterCommit(id);
        return id;
    }

    private void afterCommit(UUID id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                runner.submit(id);
            }
        });
    }

    /** Browsers may send a path; only the last part is the file's name. */
    private static String baseName(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        return name.substring(0, Math.min(name.length(), 200));
    }

    @Override
    public ImportView get(UUID id) {
        ImportJob job = visible(id);
        return view(job, jobs.details(id), true);
    }

    @Override
    public List<ImportView> list(int offset, int limit) {
        Actor actor = current.get();
        List<ImportJob> newest = jobs.newest(access.toWholeFirm(actor) ? null : actor.branches(), offset, limit);
        Map<UUID, ImportDetails> details =
                jobs.details(newest.stream().map(ImportJob::id).toList());
        return newest.stream()
                .map(job -> view(job, details.getOrDefault(job.id(), ImportDetails.PURGED), false))
                .toList();
    }

    private ImportView view(ImportJob job, ImportDetails details, boolean whole) {
        ImportJob.Counts counts = job.counts();
        ImportFailure failure = job.failure() == null ? null : ImportFailure.of(job.failure());
        return new ImportView(
                job.id(),
                job.branchId(),
                job.state(),
                details.fileName(),
                job.createdBy(),
                job.createdAt(),
                job.finishedAt(),
                job.rowCount(),
                job.rowsDone(),
                counts.people(),
                counts.peopleKnown(),
                counts.thirdParties(),
                counts.records(),
                counts.recordsKnown(),
                counts.duplicates(),
                counts.rejected(),
                counts.warnings(),
                whole ? jobs.recordsByCategory(job.id()) : Map.of(),
                whole ? problems.findings(job.id(), details.columns()) : List.of(),
                whole ? details.columns() : List.of(),
                failure == null ? null : failure.key(),
                failure == null ? List.of() : failure.arguments(),
                job.purgedAt(),
                job.rowsTried(),
                whole && job.state() == ImportState.TRIED ? jobs.trial(job.id()) : null,
                details.headed(),
                job.pausedBy(),
                job.pausedAt(),
                whole ? details.sheets() : List.of(),
                details.mends());
    }

    @Override
    @Transactional
    public Map<Integer, List<String>> samples(UUID id) {
        visible(id);
        Map<Integer, List<String>> samples = new HashMap<>();
        runner.waiting(id).ifPresent(file -> {
            for (ReadSheet sheet : file.sheets()) {
                sheet.map()
                        .columns()
                        .forEach(column -> samples.put(
                                sheet.offset() + column.index(),
                                sheet.sampleRows().stream()
                                        .map(row -> row.cell(column.index()))
                                        .filter(cell -> !cell.isBlank())
                                        .limit(SAMPLES)
                                        .map(cell -> SampleMask.of(cell.text()))
                                        .toList()));
            }
            evidence.append(viewed(id, "SAMPLES")
                    .detail("columns", samples.size())
                    .detail("each", SAMPLES)
                    .build());
        });
        return samples;
    }

    @Override
    @Transactional
    public void map(UUID id, Map<Integer, String> columnToField, boolean firstRowIsHeader) {
        explained(id, columnToField, firstRowIsHeader, ImportState.RECEIVED);
    }

    @Override
    @Transactional
    public void tryFirst(UUID id, Map<Integer, String> columnToField, boolean firstRowIsHeader) {
        explained(id, columnToField, firstRowIsHeader, ImportState.TRYING);
    }

    private void explained(UUID id, Map<Integer, String> columnToField, boolean firstRowIsHeader, ImportState next) {
        locked(id, "map", ImportState.NEEDS_MAPPING);
        ImportDetails details = jobs.details(id);
        Map<Integer, String> fields = ChosenColumns.of(details.columns(), columnToField);
        jobs.moveTo(id, next, details.withChosen(fields, firstRowIsHeader, access.branches(current.get())));
        afterCommit(id);
    }

    @Override
    @Transactional
    public void run(UUID id) {
        locked(id, "run", ImportState.TRIED);
        jobs.run(id);
        afterCommit(id);
    }

    @Override
    @Transactional
    public void columnsAgain(UUID id) {
        locked(id, "choose columns again", ImportState.TRYING, ImportState.TRIED);
        jobs.moveTo(id, ImportState.NEEDS_MAPPING, jobs.details(id).unchosen());
    }

    @Override
    @Transactional
    public void pause(UUID id) {
        visible(id);
        writer.pause(id, current.get());
    }

    @Override
    @Transactional
    public void resume(UUID id) {
        visible(id);
        writer.resume(id, current.get());
        afterCommit(id);
    }

    @Override
    @Transactional
    public void giveUp(UUID id) {
        visible(id);
        writer.giveUp(id, current.get());
    }

    private void locked(UUID id, String action, ImportState... from) {
        visible(id);
        ImportJob job = jobs.lock(id);
        if (!Set.of(from).contains(job.state())) {
            throw new StateRefused("Import", id, job.state(), action);
        }
    }

    @Override
    @Transactional
    public void discard(UUID id) {
        locked(id, "discard", ImportState.NEEDS_MAPPING, ImportState.TRIED);
        writer.fail(id, ImportFailure.DISCARDED);
        writer.purge(id, current.get());
    }

    @Override
    public List<FindingPlace> findings(UUID id, String code, int offset, int limit) {
        visible(id);
        return problems.foundIn(id, code, offset, limit, jobs.details(id).columns());
    }

    @Override
    @Transactional
    public List<RejectView> rejects(UUID id) {
        ImportJob job = visible(id);
        evidence.append(
                viewed(id, "REJECTS").detail("rows", job.counts().rejected()).build());
        return problems.rejects(job.id(), jobs.details(id).columns());
    }

    @Override
    @Transactional
    public List<RejectView> rejects(UUID id, int most) {
        ImportJob job = visible(id);
        List<RejectView> shown = problems.rejects(job.id(), jobs.details(id).columns(), most);
        evidence.append(RowNumbers.of(shown).note(viewed(id, "REJECTS")).build());
        return shown;
    }

    /** A look at what a file says, which is people's data before it has become anybody's record. */
    private EvidenceEvent.Builder viewed(UUID id, String what) {
        return EvidenceEvent.of(EvidenceKind.VIEWED, current.get())
                .target("import", id)
                .outcome(what);
    }

    @Override
    @Transactional
    public CsvFile rejectsCsv(UUID id, Locale locale) {
        List<ImportColumn> columns = exported(id, "REJECTS", ImportJob.Counts::rejected);
        return logged(id, "REJECTS", out -> {
            RejectsCsv csv = new RejectsCsv(out, id, columns, Texts.of(locale));
            problems.eachReject(id, columns, csv::add);
            csv.end();
        });
    }

    @Override
    @Transactional
    public CsvFile findingsCsv(UUID id, Locale locale) {
        List<ImportColumn> columns = exported(id, "FINDINGS", ImportJob.Counts::warnings);
        return logged(id, "FINDINGS", out -> {
            FindingsCsv csv = new FindingsCsv(out, columns, Texts.of(locale));
            problems.eachFound(id, columns, csv::add);
            csv.end();
        });
    }

    /** The evidence says that the list was to leave; where it did not leave whole, the log of the program says so. */
    private static CsvFile logged(UUID id, String what, CsvFile file) {
        return out -> {
            try {
                file.writeTo(out);
            } catch (IOException | RuntimeException broken) {
                LOG.warn(
                        "The list {} of import {} broke off: {}",
                        what,
                        id,
                        broken.getClass().getName());
                throw broken;
            }
        };
    }

    /** Notes that something of an import leaves as a file; the columns that it is written in. */
    private List<ImportColumn> exported(UUID id, String what, ToIntFunction<ImportJob.Counts> rows) {
        ImportJob job = visible(id);
        evidence.append(EvidenceEvent.of(EvidenceKind.EXPORTED, current.get())
                .target("import", id)
                .outcome(what)
                .detail("rows", rows.applyAsInt(job.counts()))
                .build());
        return jobs.details(id).columns();
    }

    @Override
    @Transactional
    public void purge(UUID id) {
        ImportJob job = visible(id);
        if (!job.state().isFinished()) {
            throw new StateRefused("Import", id, job.state(), "purge");
        }
        writer.purge(id, current.get());
    }

    @Override
    public void resumeUnfinished() {
        runner.resumeAll();
    }

    private ImportJob visible(UUID id) {
        ImportJob job = jobs.get(id);
        if (!access.may(current.get(), job.branchId())) {
            throw new NotFound("import", id);
        }
        return job;
    }
}
