package io.shouxin.record.internal;

import io.shouxin.platform.Branch;
import io.shouxin.record.imports.BranchNames;
import io.shouxin.record.imports.ColumnMap;
import io.shouxin.record.imports.MappedColumn;
import io.shouxin.record.imports.Problem;
import io.shouxin.record.imports.ProblemCode;
import io.shouxin.record.imports.Row;
import io.shouxin.record.imports.SheetCell;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which branch a row's records go to: the one that its list names, where whoever brought the list may import for it; otherwise the one
 * that the list was uploaded for, and the row says so. A row that names a closed branch goes nowhere: nobody knows where it belongs now.
 */
final class RowBranches {

    private static final String FIELD = "BRANCH";

    private final Branch ofUpload;
    private final Set<UUID> allowed;
    private final Map<UUID, Branch> branches;
    private final BranchNames names;

    /** @param problem why it is not the branch that the row names, or null */
    record RowBranch(Branch branch, @Nullable Problem problem) {}

    /**
     * @param allowed the branches for which whoever brought the list may import
     * @param firm the firm's name, which may stand before a branch's
     */
    RowBranches(UUID ofUpload, Set<UUID> allowed, Collection<Branch> branches, String firm) {
        this.branches = branches.stream().collect(Collectors.toMap(Branch::id, Function.identity()));
        this.ofUpload = branch(ofUpload);
        this.allowed = Set.copyOf(allowed);
        this.names = new BranchNames(firm, branches.stream().collect(Collectors.toMap(Branch::id, Branch::name)));
    }

    private Branch branch(UUID id) {
        return Objects.requireNonNull(branches.get(id), "A branch of the firm");
    }

    /** Where several columns name a branch, the first that says anything counts. */
    RowBranch of(ColumnMap map, Row row) {
        for (MappedColumn column : map.columns()) {
            SheetCell cell = column.field().value().equals(FIELD) ? row.cell(column.index()) : SheetCell.EMPTY;
            if (!cell.isBlank()) {
                return named(row, column, cell.text());
            }
        }
        return new RowBranch(ofUpload, null);
    }

    private RowBranch named(Row row, MappedColumn column, String written) {
        UUID named = names.find(written).orElse(null);
        if (named == null) {
            return ofUpload(row, column, ProblemCode.BRANCH_UNKNOWN);
        }
        if (!branch(named).isOpen()) {
            return ofUpload(row, column, ProblemCode.BRANCH_CLOSED);
        }
        return named.equals(ofUpload.id()) || allowed.contains(named)
                ? new RowBranch(branch(named), null)
                : ofUpload(row, column, ProblemCode.BRANCH_NOT_ALLOWED);
    }

    private RowBranch ofUpload(Row row, MappedColumn column, ProblemCode why) {
        return new RowBranch(ofUpload, Problem.of(row.number(), column.index(), why));
    }
}
