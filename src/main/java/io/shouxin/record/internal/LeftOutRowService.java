package io.shouxin.record.internal;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.record.EndedRow;
import io.shouxin.record.ImportColumn;
import io.shouxin.record.LeaveOutReason;
import io.shouxin.record.LeftOutRow;
import io.shouxin.record.LeftOutRows;
import io.shouxin.record.RowPlace;
import io.shouxin.record.RowProblem;
import io.shouxin.record.imports.Problem;
import io.shouxin.record.imports.Severity;
import io.shouxin.record.internal.ImportProblems.LeftOut;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class LeftOutRowService implements LeftOutRows {

    /** As in a file. */
    private static final int LONGEST = 32_767;

    private final ImportJobs jobs;
    private final ImportProblems problems;
    private final RowEnds ends;
    private final RowMender mender;
    private final ImportAccess access;
    private final EvidenceLog evidence;
    private final CurrentActor current;

    LeftOutRowService(
            ImportJobs jobs,
            ImportProblems problems,
            RowEnds ends,
            RowMender mender,
            ImportAccess access,
            EvidenceLog evidence,
            CurrentActor current) {
        this.jobs = jobs;
        this.problems = problems;
        this.ends = ends;
        this.mender = mender;
        this.access = access;
        this.evidence = evidence;
        this.current = current;
    }

    @Override
    public List<RowPlace> open(UUID importId) {
        visible(importId);
        return problems.leftOut(importId, false);
    }

    @Override
    public List<RowPlace> ofErased(UUID importId) {
        visible(importId);
        return problems.leftOut(importId, true);
    }

    @Override
    @Transactional
    public LeftOutRow get(UUID importId, RowPlace place) {
        visible(importId);
        LeftOut row = problems.leftOut(importId, place).orElseThrow(() -> new NotFound("row of import", importId));
        List<ImportColumn> columns = columns(importId, place.sheet());
        List<LeftOutRow.Cell> cells = new ArrayList<>();
        for (int i = 0; i < Math.max(columns.size(), row.cells().size()); i++) {
            ImportColumn column = i < columns.size() ? columns.get(i) : null;
            cells.add(new LeftOutRow.Cell(
                    column == null ? "" : column.header(),
                    column == null ? "UNKNOWN_" + (i + 1) : column.field(),
                    i < row.cells().size() ? row.cells().get(i) : "",
                    reasons(row, i)));
        }
        List<RowPlace> open = problems.leftOut(importId, false);
        evidence.append(EvidenceEvent.of(EvidenceKind.VIEWED, current.get())
                .target("import", importId)
                .outcome("REJECTS")
                .detail("rows", 1)
                .numbers("sheet." + place.sheet() + ".rows", List.of(place.row()))
                .build());
        return new LeftOutRow(
                place,
                new ColumnNames(jobs.details(importId).columns()).sheet(place.sheet()),
                cells,
                reasons(row, null),
                after(open, place));
    }

    /** @param column null for what is wrong with the row as a whole */
    private static List<String> reasons(LeftOut row, @Nullable Integer column) {
        return row.problems().stream()
                .filter(problem -> column == null ? problem.column() == null : column.equals(problem.column()))
                .map(problem -> "imports.problem." + problem.code())
                .distinct()
                .toList();
    }

    /** The first one after it; behind the last, the first that is open at all. */
    private static @Nullable RowPlace after(List<RowPlace> open, RowPlace place) {
        Stream<RowPlace> later = open.stream()
                .filter(each ->
                        each.sheet() > place.sheet() || (each.sheet() == place.sheet() && each.row() > place.row()));
        Stream<RowPlace> earlier = open.stream().filter(each -> !each.equals(place));
        return Stream.concat(later, earlier).findFirst().orElse(null);
    }

    private List<ImportColumn> columns(UUID importId, int sheet) {
        return jobs.details(importId).columns().stream()
                .filter(column -> column.sheet() == sheet)
                .toList();
    }

    @Override
    @Transactional
    public List<RowProblem> mend(UUID importId, RowPlace place, List<String> cells) {
        visible(importId);
        if (cells.size() > columns(importId, place.sheet()).size()) {
            throw new InvalidInput("/cells", "imports.row.too-many");
        }
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).length() > LONGEST) {
                throw new InvalidInput("/cells/" + i, "imports.row.too-long");
            }
        }
        Actor by = current.get();
        return mender.mend(importId, place, cells, by, access.branches(by)).stream()
                .sorted((a, b) -> Boolean.compare(b.severity() == Severity.REJECT, a.severity() == Severity.REJECT))
                .map(LeftOutRowService::told)
                .toList();
    }

    private static RowProblem told(Problem problem) {
        return new RowProblem(problem.column(), problem.code().name());
    }

    @Override
    @Transactional
    public void leaveOut(UUID importId, RowPlace place, LeaveOutReason reason) {
        visible(importId);
        mender.leaveOut(importId, place, reason, current.get());
    }

    @Override
    public List<EndedRow> ended(UUID importId) {
        visible(importId);
        return ends.of(importId, new ColumnNames(jobs.details(importId).columns()));
    }

    private void visible(UUID importId) {
        if (!access.may(current.get(), jobs.get(importId).branchId())) {
            throw new NotFound("import", importId);
        }
    }
}
