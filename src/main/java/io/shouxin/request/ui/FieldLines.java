package io.shouxin.request.ui;

import io.shouxin.record.imports.FieldLabels;
import io.shouxin.record.imports.FieldValues;
import io.shouxin.request.SubjectOverview;
import io.shouxin.shared.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is in a record, as its person may see it: a label and a value for each field, masked where anybody beside them could read it. */
final class FieldLines {

    record Line(String label, String value) {}

    private FieldLines() {}

    /** What a yes or no column was taken to say is no line of its own, and said only where it is not what is written. */
    static List<Line> of(List<SubjectOverview.Field> fields, Texts texts) {
        Map<String, String> lines = new LinkedHashMap<>();
        fields.stream()
                .filter(field -> !FieldValues.isReading(field.code()))
                .forEach(field -> lines.put(field.code(), shown(field, texts)));
        fields.stream()
                .filter(field -> FieldValues.isReading(field.code()))
                .forEach(field -> lines.merge(
                        FieldValues.read(field.code()),
                        shown(field, texts),
                        (written, reading) ->
                                written.equals(reading) ? written : texts.get("client.mine.readAs", written, reading)));
        return lines.entrySet().stream()
                .map(line -> new Line(FieldLabels.label(texts, line.getKey()), line.getValue()))
                .toList();
    }

    /** All of it in one line, short enough for a list of records. */
    static String inOneLine(List<SubjectOverview.Field> fields, Texts texts) {
        return of(fields, texts).stream()
                .map(line -> texts.get("client.preview.field", line.label(), line.value()))
                .collect(Collectors.joining(" · "));
    }

    private static String shown(SubjectOverview.Field field, Texts texts) {
        return field.whole() ? FieldValues.text(texts, field.code(), field.shown()) : field.shown();
    }
}
