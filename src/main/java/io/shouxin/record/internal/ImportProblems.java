package io.shouxin.record.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.platform.Cell;
import io.shouxin.platform.DataKey;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import io.shouxin.record.ImportColumn;
import io.shouxin.record.ImportFinding;
import io.shouxin.record.RejectView;
import io.shouxin.record.imports.Problem;
import io.shouxin.record.imports.Row;
import io.shouxin.record.imports.SheetCell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code import_problem}: what was found in rows, and the cells of the rows that were left out. */
@Component
class ImportProblems {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final KeyVault keys;

    ImportProblems(JdbcClient jdbc, JdbcTemplate batch, KeyVault keys) {
        this.jdbc = jdbc;
        this.batch = batch;
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
                if (finding.leftOut() && position == 0) {
                    key = key == null ? keys.open(KeyScope.rejects(importId)) : key;
                    cells = key.encrypt(json(finding.row()), cell(id));
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
        batch.batchUpdate("""
                INSERT INTO import_problem (id, import_id, sheet_no, row_number, position, column_no, code, severity,
                                            left_out, ciphertext)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    List<ImportFinding> findings(UUID importId) {
        return jdbc.sql("""
                        SELECT code, count(*) FROM import_problem WHERE import_id = ? AND NOT left_out
                        GROUP BY code ORDER BY count(*) DESC, code
                        """)
                .param(importId)
                .query((rs, n) -> new ImportFinding(rs.getString(1), rs.getInt(2)))
                .list();
    }

    /** @param column what the column is called; null where the whole row is meant */
    record Place(int row, @Nullable String column, String code) {}

    /** Where the findings in rows that were taken over are, in the order of the file. */
    List<Place> foundIn(UUID importId, List<ImportColumn> columns) {
        Map<Integer, List<ImportColumn>> bySheet = bySheet(columns);
        return jdbc.sql("""
                        SELECT sheet_no, row_number, column_no, code FROM import_problem
                        WHERE import_id = ? AND NOT left_out ORDER BY sheet_no, row_number, position
                        """)
                .param(importId)
                .query((rs, n) -> {
                    Integer column = (Integer) rs.getObject(3);
                    return new Place(
                            rs.getInt(2),
                            column == null ? null : header(bySheet.getOrDefault(rs.getInt(1), List.of()), column),
                            rs.getString(4));
                })
                .list();
    }

    private static Map<Integer, List<ImportColumn>> bySheet(List<ImportColumn> columns) {
        Map<Integer, List<ImportColumn>> bySheet = new HashMap<>();
        columns.forEach(column -> bySheet.computeIfAbsent(column.sheet(), sheet -> new ArrayList<>())
                .add(column));
        return bySheet;
    }

    List<RejectView> rejects(UUID importId, List<ImportColumn> columns) {
        Optional<DataKey> key = keys.find(KeyScope.rejects(importId));
        if (key.isEmpty()) {
            return List.of();
        }
        record Stored(
                UUID id,
                int sheet,
                int row,
                int position,
                @Nullable Integer column,
                String code,
                byte @Nullable [] sealed) {}
        List<Stored> stored = jdbc.sql("""
                        SELECT id, sheet_no, row_number, position, column_no, code, ciphertext FROM import_problem
                        WHERE import_id = ? AND left_out ORDER BY sheet_no, row_number, position
                        """)
                .param(importId)
                .query((rs, n) -> new Stored(
                        rs.getObject(1, UUID.class),
                        rs.getInt(2),
                        rs.getInt(3),
                        rs.getInt(4),
                        (Integer) rs.getObject(5),
                        rs.getString(6),
                        rs.getBytes(7)))
                .list();
        Map<Integer, List<ImportColumn>> bySheet = bySheet(columns);
        List<RejectView> rejects = new ArrayList<>();
        List<String> cells = List.of();
        for (Stored each : stored) {
            if (each.sealed() != null) {
                cells = cells(key.orElseThrow().decrypt(each.sealed(), cell(each.id())));
            }
            Integer column = each.column();
            rejects.add(new RejectView(
                    each.sheet(),
                    each.row(),
                    column == null ? null : header(bySheet.getOrDefault(each.sheet(), List.of()), column),
                    each.code(),
                    column == null ? joined(cells) : column < cells.size() ? cells.get(column) : "",
                    cells));
        }
        return rejects;
    }

    int deleteRejects(UUID importId) {
        return jdbc.sql("DELETE FROM import_problem WHERE import_id = ? AND left_out")
                .param(importId)
                .update();
    }

    private static String header(List<ImportColumn> columns, int index) {
        String header = index < columns.size() ? columns.get(index).header() : "";
        return header.isEmpty() ? String.valueOf(index + 1) : header;
    }

    private static String joined(List<String> cells) {
        return String.join(" · ", cells.stream().filter(cell -> !cell.isBlank()).toList());
    }

    private static byte[] json(Row row) {
        try {
            return JSON.writeValueAsBytes(
                    row.cells().stream().map(SheetCell::text).toList());
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
