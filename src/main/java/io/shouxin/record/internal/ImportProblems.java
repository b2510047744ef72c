package io.shouxin.record.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.platform.Cell;
import io.shouxin.platform.DataKey;
import io.shouxin.platform.Inserts;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import io.shouxin.record.FindingPlace;
import io.shouxin.record.ImportColumn;
import io.shouxin.record.ImportFinding;
import io.shouxin.record.ImportTrial;
import io.shouxin.record.RejectView;
import io.shouxin.record.RowPlace;
import io.shouxin.record.imports.Problem;
import io.shouxin.record.imports.ProblemCode;
import io.shouxin.record.imports.Row;
import io.shouxin.record.imports.SheetCell;
import java.io.IOException;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code import_problem}: what was found in rows, and the cells of the rows that were left out. */
@Component
class ImportProblems {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};

    private static final int PAGE = 1_000;

    private final JdbcClient jdbc;
    private final KeyVault keys;

    ImportProblems(JdbcClient jdbc, KeyVault keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** @param leftOut whether the row was left out, wholly or in part, so that its cells are to be kept */
    record Finding(int sheet, Row row, List<Problem> problems, boolean leftOut) {}

    void store(UUID importId, List<Finding> findings) {
        DataKey key = null;
        List<Object[]> rows = new ArrayList<>();
        for (Finding finding : findings) {
            int position = 0;
            for (Problem problem : finding.problems()) {
                UUID id = UUID.randomUUID();
                byte[] cells = null;
                if (finding.leftOut() ? position == 0 : !problem.arguments().isEmpty()) {
                    key = key == null ? keys.open(KeyScope.rejects(importId)) : key;
                    cells = key.encrypt(finding.leftOut() ? json(finding.row()) : json(problem.arguments()), cell(id));
                }
                rows.add(new Object[] {
                    id,
                    importId,
                    finding.sheet(),
                    finding.row().number(),
                    position++,
                    problem.column() == Problem.WHOLE_ROW ? null : problem.column(),
                    problem.code().name(),
                    problem.severity().name(),
                    finding.leftOut(),
                    cells
                });
            }
        }
        Inserts.all(
                jdbc,
                "import_problem (id, import_id, sheet_no, row_number, position, column_no, code, severity, left_out,"
                        + " ciphertext)",
                "uuid, uuid, integer, integer, integer, integer, text, text, boolean, bytea",
                rows);
    }

    /** What was found in rows that were taken over, most frequent first. */
    List<ImportFinding> findings(UUID importId, List<ImportColumn> columns) {
        ColumnNames names = new ColumnNames(columns);
        record Part(String code, @Nullable String column, int count) {}
        Map<String, List<Part>> parts = jdbc
                .sql("""
                        SELECT code, sheet_no, column_no, count(*) FROM import_problem WHERE import_id = ? AND NOT left_out
                        GROUP BY code, sheet_no, column_no ORDER BY sheet_no, column_no
                        """)
                .param(importId)
                .query((rs, n) ->
                        new Part(rs.getString(1), names.column(rs.getInt(2), (Integer) rs.getObject(3)), rs.getInt(4)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Part::code));
        List<ImportFinding> named = named(importId);
        if (!named.isEmpty()) {
            parts.remove(ProblemCode.NUMBER_SHARED.name());
        }
        return Stream.concat(
                        named.stream(),
                        parts.entrySet().stream()
                                .map(found -> new ImportFinding(
                                        found.getKey(),
                                        found.getValue().stream()
                                                .mapToInt(Part::count)
                                                .sum(),
                                        found.getValue().stream()
                                                .map(Part::column)
                                                .filter(Objects::nonNull)
                                                .distinct()
                                                .toList())))
                .sorted(Comparator.comparingInt(ImportFinding::count).reversed().thenComparing(ImportFinding::code))
                .toList();
    }

    /** Findings whose sentence names something, each by itself, as long as the import's own data are there. */
    private List<ImportFinding> named(UUID importId) {
        Optional<DataKey> key = keys.find(KeyScope.rejects(importId));
        return key.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                SELECT id, code, ciphertext FROM import_problem
                                WHERE import_id = ? AND NOT left_out AND ciphertext IS NOT NULL
                                ORDER BY sheet_no, row_number, position LIMIT ?
                                """)
                        .params(importId, ImportTrial.PLACES)
                        .query((rs, n) -> new ImportFinding(
                                rs.getString(2),
                                1,
                                List.of(),
                                cells(key.get().decrypt(rs.getBytes(3), cell(rs.getObject(1, UUID.class))))))
                        .list();
    }

    /** Where all findings in rows that were taken over are, one by one in the order of the file; a page of them is read at a time. */
    void eachFound(UUID importId, List<ImportColumn> columns, Consumer<FindingPlace> each) {
        ColumnNames names = new ColumnNames(columns);
        eachPage(
                importId,
                false,
                stored -> each.accept(new FindingPlace(
                        names.sheet(stored.sheet()),
                        stored.row(),
                        names.column(stored.sheet(), stored.column()),
                        stored.code())));
    }

    /** @param code null for all */
    List<FindingPlace> foundIn(
            UUID importId, @Nullable String code, int offset, int limit, List<ImportColumn> columns) {
        ColumnNames names = new ColumnNames(columns);
        return jdbc.sql("""
                        SELECT sheet_no, row_number, column_no, code FROM import_problem
                        WHERE import_id = ? AND NOT left_out AND (?::boolean OR code = ?)
                        ORDER BY sheet_no, row_number, position OFFSET ? LIMIT ?
                        """)
                .params(Arrays.asList(importId, code == null, code, offset, limit))
                .query((rs, n) -> new FindingPlace(
                        names.sheet(rs.getInt(1)),
                        rs.getInt(2),
                        names.column(rs.getInt(1), (Integer) rs.getObject(3)),
                        rs.getString(4)))
                .list();
    }

    List<RejectView> rejects(UUID importId, List<ImportColumn> columns) {
        return rejects(importId, columns, Integer.MAX_VALUE);
    }

    /** The first of them, in the order of the file: the cells of a row stand with its first problem. */
    List<RejectView> rejects(UUID importId, List<ImportColumn> columns, int most) {
        Optional<DataKey> key = keys.find(KeyScope.rejects(importId));
        if (key.isEmpty()) {
            return List.of();
        }
        List<RejectView> rejects = new ArrayList<>();
        Opened opened = new Opened(key.orElseThrow(), columns);
        page(importId, true, Stored.BEFORE_ALL, most).forEach(each -> rejects.add(opened.view(each)));
        return rejects;
    }

    /** All of them one by one; a page of them is read at a time. */
    void eachReject(UUID importId, List<ImportColumn> columns, Consumer<RejectView> each) {
        keys.find(KeyScope.rejects(importId)).ifPresent(key -> {
            Opened opened = new Opened(key, columns);
            eachPage(importId, true, stored -> each.accept(opened.view(stored)));
        });
    }

    private record Stored(
            UUID id,
            int sheet,
            int row,
            int position,
            @Nullable Integer column,
            String code,
            byte @Nullable [] sealed) {

        static final Stored BEFORE_ALL = new Stored(new UUID(0, 0), -1, -1, -1, null, "", null);
    }

    private void eachPage(UUID importId, boolean leftOut, Consumer<Stored> each) {
        List<Stored> page = page(importId, leftOut, Stored.BEFORE_ALL, PAGE);
        while (!page.isEmpty()) {
            page.forEach(each);
            page = page(importId, leftOut, page.get(page.size() - 1), PAGE);
        }
    }

    private List<Stored> page(UUID importId, boolean leftOut, Stored after, int most) {
        return jdbc.sql("""
                        SELECT id, sheet_no, row_number, position, column_no, code, ciphertext FROM import_problem
                        WHERE import_id = ? AND left_out = ? AND (sheet_no, row_number, position) > (?, ?, ?)
                        ORDER BY sheet_no, row_number, position LIMIT ?
                        """)
                .params(importId, leftOut, after.sheet(), after.row(), after.position(), most)
                .query((rs, n) -> new Stored(
                        rs.getObject(1, UUID.class),
                        rs.getInt(2),
                        rs.getInt(3),
                        rs.getInt(4),
                        (Integer) rs.getObject(5),
                        rs.getString(6),
                        rs.getBytes(7)))
                .list();
    }

    /** Opens rejected rows in their order: the cells of one stand with its first problem. */
    private static final class Opened {

        private final DataKey key;
        private final ColumnNames names;
        private List<String> cells = List.of();

        private Opened(DataKey key, List<ImportColumn> columns) {
            this.key = key;
            this.names = new ColumnNames(columns);
        }

        private RejectView view(Stored each) {
            byte[] sealed = each.sealed();
            if (sealed != null) {
                cells = cells(key.decrypt(sealed, cell(each.id())));
            }
            Integer column = each.column();
            return new RejectView(
                    each.sheet(),
                    names.sheet(each.sheet()),
                    each.row(),
                    names.column(each.sheet(), column),
                    each.code(),
                    column == null ? joined(cells) : column < cells.size() ? cells.get(column) : "",
                    cells);
        }
    }

    /** @param column from 0, null where the whole row is meant */
    record RowProblem(@Nullable Integer column, String code) {}

    /** A row that was left out. */
    record LeftOut(List<String> cells, List<RowProblem> problems) {}

    /** Empty where it was not left out, or its cells are destroyed. */
    Optional<LeftOut> leftOut(UUID importId, RowPlace place) {
        Optional<DataKey> key = keys.find(KeyScope.rejects(importId));
        List<RowProblem> found = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        key.ifPresent(open -> jdbc.sql("""
                        SELECT id, column_no, code, ciphertext FROM import_problem
                        WHERE import_id = ? AND left_out AND sheet_no = ? AND row_number = ? ORDER BY position
                        """)
                .params(importId, place.sheet(), place.row())
                .query((ResultSet rs) -> {
                    found.add(new RowProblem((Integer) rs.getObject(2), rs.getString(3)));
                    if (rs.getBytes(4) != null) {
                        cells.addAll(cells(open.decrypt(rs.getBytes(4), cell(rs.getObject(1, UUID.class)))));
                    }
                }));
        return found.isEmpty() ? Optional.empty() : Optional.of(new LeftOut(List.copyOf(cells), List.copyOf(found)));
    }

    /** @param ofErased those of people who were erased, or the others */
    List<RowPlace> leftOut(UUID importId, boolean ofErased) {
        return jdbc.sql("""
                        SELECT sheet_no, row_number FROM import_problem WHERE import_id = ? AND left_out
                        GROUP BY sheet_no, row_number HAVING bool_or(code = 'ERASED_EARLIER') = ?
                        ORDER BY sheet_no, row_number
                        """)
                .params(importId, ofErased)
                .query((rs, n) -> new RowPlace(rs.getInt(1), rs.getInt(2)))
                .list();
    }

    /** Whether a row is left out and nobody of it was erased: then whoever works with lists may settle it. */
    boolean isClerks(UUID importId, RowPlace place) {
        return jdbc.sql("""
                        SELECT COALESCE(bool_and(code <> 'ERASED_EARLIER'), false) FROM import_problem
                        WHERE import_id = ? AND left_out AND sheet_no = ? AND row_number = ?
                        """)
                .params(importId, place.sheet(), place.row())
                .query(Boolean.class)
                .single();
    }

    void deleteRow(UUID importId, RowPlace place) {
        jdbc.sql("DELETE FROM import_problem WHERE import_id = ? AND sheet_no = ? AND row_number = ? AND left_out")
                .params(importId, place.sheet(), place.row())
                .update();
    }

    int deleteRejects(UUID importId) {
        return jdbc.sql("DELETE FROM import_problem WHERE import_id = ? AND left_out")
                .param(importId)
                .update();
    }

    private static String joined(List<String> cells) {
        return String.join(" · ", cells.stream().filter(cell -> !cell.isBlank()).toList());
    }

    private static byte[] json(Row row) {
        return json(row.cells().stream().map(SheetCell::text).toList());
    }

    private static byte[] json(List<String> texts) {
        try {
            return JSON.writeValueAsBytes(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cells cannot be written as JSON", e);
        }
    }

    private static List<String> cells(byte[] json) {
        try {
            return JSON.readValue(json, CELLS);
        } catch (IOException e) {
            throw new IllegalStateException("Rejected cells are not readable JSON");
        }
    }

    private static Cell cell(UUID id) {
        return new Cell("import_problem", "ciphertext", id);
    }
}
