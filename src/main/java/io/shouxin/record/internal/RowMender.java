package io.shouxin.record.internal;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.DataDirectory;
import io.shouxin.platform.Firm;
import io.shouxin.platform.Firms;
import io.shouxin.record.ImportColumn;
import io.shouxin.record.ImportSheet;
import io.shouxin.record.LeaveOutReason;
import io.shouxin.record.RowPlace;
import io.shouxin.record.imports.ColumnMap;
import io.shouxin.record.imports.FieldCode;
import io.shouxin.record.imports.MappedColumn;
import io.shouxin.record.imports.Problem;
import io.shouxin.record.imports.ProblemCode;
import io.shouxin.record.imports.Row;
import io.shouxin.record.imports.RowMark;
import io.shouxin.record.imports.Sheet;
import io.shouxin.record.imports.SheetCell;
import io.shouxin.record.internal.ImportPlan.PlannedRow;
import io.shouxin.record.internal.ImportProblems.Finding;
import io.shouxin.record.internal.ReadFile.ReadSheet;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Settles rows that an import left out. A corrected row is a list of one row, read with the columns of its own list, and goes through
 * {@link ImportPlan} and {@link ImportBatch} as every row does: first against a register that only remembers, so that a row which is
 * still wrong writes nothing, then against the firm's.
 */
@Component
class RowMender {

    private final ImportJobs jobs;
    private final ImportProblems problems;
    private final RowEnds ends;
    private final PersonMatcher matcher;
    private final FirmRegister register;
    private final Firms firms;
    private final EvidenceLog evidence;
    private final Path directory;
    private final int sharedBy;

    RowMender(
            ImportJobs jobs,
            ImportProblems problems,
            RowEnds ends,
            PersonMatcher matcher,
            FirmRegister register,
            Firms firms,
            EvidenceLog evidence,
            DataDirectory data,
            @Value("${shouxin.match.shared-number:5}") int sharedBy) {
        this.jobs = jobs;
        this.problems = problems;
        this.ends = ends;
        this.matcher = matcher;
        this.register = register;
        this.firms = firms;
        this.evidence = evidence;
        this.directory = data.directory("imports");
        this.sharedBy = sharedBy;
    }

    /**
     * @param mayGoTo the branches for which whoever corrects the row may import
     * @return why it is still left out; empty where it was imported
     * @throws StateRefused where it is settled
     */
    @Transactional
    List<Problem> mend(UUID importId, RowPlace place, List<String> cells, Actor by, Set<UUID> mayGoTo) {
        ImportJob job = open(importId, place);
        ImportDetails details = jobs.details(importId);
        try (SpilledRows spilled = SpilledRows.in(directory)) {
            spilled.add(new Row(place.row(), cells.stream().map(SheetCell::text).toList()));
            RowBranches branches = new RowBranches(
                    job.branchId(),
                    details.branchesWith(mayGoTo),
                    firms.branches(),
                    firms.find().map(Firm::name).orElse(""));
            // People of the row get ids of their own: those of its first reading may be somebody else's by now.
            ImportPlan plan = new ImportPlan(
                    UUID.randomUUID(),
                    only(place, details),
                    spilled,
                    branches,
                    ChinaTime.dayOf(job.createdAt()),
                    !details.chosen().isEmpty(),
                    sharedBy);
            if (plan.size() == 0) {
                return List.of(Problem.ofRow(place.row(), ProblemCode.NOBODY_IN_ROW));
            }
            ImportBatch tried = new ImportBatch(importId, plan, 0, 1);
            tried.write(matcher, register.trial());
            List<Problem> wrong = leftOut(tried);
            if (wrong.isEmpty()) {
                imported(job, place, plan, by);
            }
            return wrong;
        }
    }

    private void imported(ImportJob job, RowPlace place, ImportPlan plan, Actor by) {
        ImportBatch batch = new ImportBatch(job.id(), plan, 0, 1);
        batch.branches().forEach(branch -> firms.requireOpen(branch, "/branch"));
        List<@Nullable UUID> stored = batch.write(matcher, register);
        if (!leftOut(batch).isEmpty()) {
            throw new StateRefused("Row of import", job.id(), "CHANGED", "import what was tried");
        }
        ImportJob.Counts counts = batch.counts(stored);
        problems.deleteRow(job.id(), place);
        problems.store(job.id(), batch.findings);
        jobs.mended(job.id(), counts);
        ends.mended(job.id(), place, null, by.id());
        evidence.append(event("ROW_MENDED", job.id(), place, by)
                .detail("records", counts.records())
                .detail("records_sha256", ImportWriter.digest(stored))
                .build());
    }

    /** Ends a row without importing it. */
    @Transactional
    void leaveOut(UUID importId, RowPlace place, LeaveOutReason reason, Actor by) {
        open(importId, place);
        problems.deleteRow(importId, place);
        ends.leftOut(importId, place, reason, by.id());
        evidence.append(event("ROW_LEFT_OUT", importId, place, by)
                .detail("reason", reason.name())
                .build());
    }

    /**
     * Notes of rows which a later list has brought, and which were taken over, that they are mended where they were left out before.
     * What was erased stays away whatever a list says.
     */
    @Transactional
    void brought(UUID byImport, Set<UUID> branches, ImportPlan plan, ImportBatch batch) {
        Set<RowPlace> leftOutAgain = new HashSet<>();
        batch.findings.stream()
                .filter(Finding::leftOut)
                .forEach(each ->
                        leftOutAgain.add(new RowPlace(each.sheet(), each.row().number())));
        for (PlannedRow row : batch.planned()) {
            RowMark mark =
                    leftOutAgain.contains(new RowPlace(row.sheet(), row.row().number()))
                            ? null
                            : plan.mark(row).orElse(null);
            if (mark != null && !mark.importId().equals(byImport)) {
                brought(byImport, branches, mark);
            }
        }
    }

    private void brought(UUID byImport, Set<UUID> branches, RowMark mark) {
        RowPlace place = new RowPlace(mark.sheet(), mark.row());
        ImportJob job = jobs.find(mark.importId()).orElse(null);
        if (job == null || !branches.contains(job.branchId())) {
            return;
        }
        jobs.lock(job.id());
        if (problems.isClerks(job.id(), place) && !ends.has(job.id(), place)) {
            problems.deleteRow(job.id(), place);
            jobs.mended(job.id(), new ImportJob.Counts(0, 0, 0, 0, 0, 0, 0, 0));
            ends.mended(job.id(), place, byImport, null);
            evidence.append(event("ROW_MENDED", job.id(), place, Actor.SYSTEM)
                    .detail("by_import", byImport)
                    .build());
        }
    }

    private static EvidenceEvent.Builder event(String outcome, UUID importId, RowPlace place, Actor by) {
        return EvidenceEvent.of(EvidenceKind.IMPORTED, by)
                .target("import", importId)
                .outcome(outcome)
                .detail("sheet", place.sheet())
                .detail("row", place.row());
    }

    private ImportJob open(UUID importId, RowPlace place) {
        ImportJob job = jobs.lock(importId);
        if (ends.has(importId, place)) {
            throw new StateRefused("Row of import", importId, "ENDED", "settle");
        }
        if (!job.state().isFinished() || job.purgedAt() != null) {
            throw new StateRefused("Import", importId, job.state(), "settle rows");
        }
        if (!problems.isClerks(importId, place)) {
            throw new NotFound("row of import", importId);
        }
        return job;
    }

    private static List<Problem> leftOut(ImportBatch batch) {
        return batch.findings.stream()
                .filter(Finding::leftOut)
                .flatMap(finding -> finding.problems().stream())
                .toList();
    }

    /** The file as if it had this row only, with what was known of its columns. */
    private static ReadFile only(RowPlace place, ImportDetails details) {
        List<ImportSheet> taken =
                details.sheets().stream().filter(ImportSheet::taken).toList();
        List<ReadSheet> sheets = new ArrayList<>();
        for (int number = 0; number < taken.size(); number++) {
            int sheet = number;
            List<ImportColumn> columns = details.columns().stream()
                    .filter(column -> column.sheet() == sheet)
                    .toList();
            int offset = columns.isEmpty() ? 0 : columns.get(0).number();
            ColumnMap map = ColumnMap.remembered(
                    columns.stream().map(column -> mapped(column, offset)).toList(),
                    taken.get(number).sector());
            Sheet empty = new Sheet(taken.get(number).name(), taken.get(number).encoding(), List.of());
            sheets.add(new ReadSheet(number, offset, empty, number == place.sheet() ? 1 : 0, map));
        }
        return new ReadFile(sheets, details.sheets(), false);
    }

    private static MappedColumn mapped(ImportColumn column, int offset) {
        return new MappedColumn(
                column.number() - offset,
                column.header(),
                new FieldCode(Objects.requireNonNull(column.field())),
                1,
                column.confidence(),
                MappedColumn.How.valueOf(column.how()),
                1);
    }
}
