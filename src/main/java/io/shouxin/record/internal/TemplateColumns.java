package io.shouxin.record.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.evidence.Hash;
import io.shouxin.record.ImportColumn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of a template: each told by its sheet, its header and which of those headers it is. */
record TemplateColumns(List<Column> columns) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Column>> COLUMNS = new TypeReference<>() {};

    /**
     * @param sheet the sheet's place among those with data
     * @param occurrence 1 for the first column of this header, 2 for the next
     */
    record Column(int sheet, String header, int occurrence, String field) {

        String key() {
            return sheet + "\u0000" + header + "\u0000" + occurrence;
        }
    }

    /** @param fields by column number */
    static TemplateColumns of(List<ImportColumn> read, Map<Integer, String> fields) {
        Map<String, Integer> seen = new HashMap<>();
        List<Column> columns = new ArrayList<>();
        for (ImportColumn column : read) {
            String header = column.header().strip();
            int occurrence = seen.merge(column.sheet() + "\u0000" + header, 1, Integer::sum);
            columns.add(new Column(
                    column.sheet(), header, occurrence, fields.getOrDefault(column.number(), ReadFile.KEEP)));
        }
        return new TemplateColumns(columns);
    }

    /** Alike for files of the same headers, in whatever order. */
    byte[] print() {
        String all = columns.stream().map(Column::key).sorted().collect(Collectors.joining("\n"));
        return Hash.sha256(all.getBytes(StandardCharsets.UTF_8)).bytes();
    }

    /** What these columns say of a file that has the same headers, by its own column numbers. */
    Map<Integer, String> fieldsOf(List<ImportColumn> read) {
        Map<String, String> byKey = columns.stream().collect(Collectors.toMap(Column::key, Column::field));
        List<Column> own = of(read, Map.of()).columns();
        Map<Integer, String> fields = new HashMap<>();
        for (int i = 0; i < own.size(); i++) {
            fields.put(read.get(i).number(), byKey.getOrDefault(own.get(i).key(), ReadFile.KEEP));
        }
        return fields;
    }

    List<String> headers() {
        return columns.stream().map(Column::header).toList();
    }

    String json() {
        try {
            return JSON.writeValueAsString(columns);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Columns cannot be written as JSON", e);
        }
    }

    static TemplateColumns of(String json) {
        try {
            return new TemplateColumns(JSON.readValue(json, COLUMNS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A template's columns are not readable JSON", e);
        }
    }
}
