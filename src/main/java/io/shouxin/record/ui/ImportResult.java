package io.shouxin.record.ui;

import com.vaadin.flow.component.html.Paragraph;
import io.shouxin.record.ImportColumn;
import io.shouxin.record.ImportView;
import io.shouxin.record.imports.FieldLabels;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.DefinitionTable;
import io.shouxin.shared.ui.Panel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What became of a list, in figures and words. */
final class ImportResult {

    private ImportResult() {}

    static Panel figures(ImportView view, Texts texts) {
        return figures(view, "imports.result", "title", texts);
    }

    /** What an import would come to: nothing of it has happened yet, and its words say so. */
    static Panel trialFigures(ImportView view, Texts texts) {
        return figures(view, "imports.trial", "figures", texts);
    }

    private static Panel figures(ImportView view, String words, String title, Texts texts) {
        DefinitionTable table = new DefinitionTable()
                .row(texts.get("imports.result.rows"), number(view.rows(), texts))
                .row(
                        texts.get("imports.result.people"),
                        texts.get(
                                "imports.result.people.value",
                                view.people(),
                                view.people() - view.peopleKnown(),
                                view.peopleKnown()));
        if (view.thirdParties() > 0) {
            table.row(texts.get("imports.result.third"), texts.get("imports.result.third.value", view.thirdParties()));
        }
        table.row(
                texts.get("imports.result.records"),
                texts.get(words + ".records.value", view.records(), view.recordsKnown()));
        if (view.duplicates() > 0) {
            table.row(
                    texts.get("imports.result.duplicates"), texts.get(words + ".duplicates.value", view.duplicates()));
        }
        table.row(texts.get("imports.result.warnings"), texts.get("imports.result.warnings.value", view.warnings()));
        table.row(texts.get(words + ".rejected"), number(view.rejected(), texts));
        if (view.rowsNotReached() > 0) {
            table.row(texts.get("imports.result.notReached"), number(view.rowsNotReached(), texts));
        }
        return new Panel(texts.get(words + "." + title), table);
    }

    static Panel categories(ImportView view, Texts texts) {
        return categories(view, "imports.result.categories", texts);
    }

    static Panel trialCategories(ImportView view, Texts texts) {
        return categories(view, "imports.trial.categories", texts);
    }

    private static Panel categories(ImportView view, String title, Texts texts) {
        if (view.recordsByCategory().isEmpty()) {
            return new Panel(texts.get(title), new Paragraph(texts.get(title + ".none", view.recordsKnown())));
        }
        DefinitionTable table = new DefinitionTable();
        view.recordsByCategory().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> table.row(texts.label(each.getKey()), number(each.getValue(), texts)));
        return new Panel(texts.get(title), table);
    }

    static Panel columns(ImportView view, Texts texts) {
        Panel panel = new Panel(texts.get("imports.result.columns"));
        for (List<ImportColumn> columns : bySheet(view)) {
            String sheetName = columns.get(0).sheetName();
            if (sheetName != null) {
                panel.add(new Paragraph(texts.get("imports.sheet.named", sheetName)));
            }
            DefinitionTable table = new DefinitionTable();
            columns.forEach(column -> table.row(header(column, texts), FieldLabels.label(texts, column.field())));
            panel.add(table);
        }
        return panel;
    }

    /** The columns of each sheet, in the order of the file. */
    static Collection<List<ImportColumn>> bySheet(ImportView view) {
        return view.columns().stream()
                .collect(Collectors.groupingBy(ImportColumn::sheet, TreeMap::new, Collectors.toList()))
                .values();
    }

    static String header(ImportColumn column, Texts texts) {
        return column.header().isEmpty()
                ? texts.get("imports.mapping.no-header", column.number() + 1)
                : column.header();
    }

    static String number(int value, Texts texts) {
        return String.format(texts.locale(), "%,d", value);
    }
}
