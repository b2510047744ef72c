package io.shouxin.record.ui;

import io.shouxin.record.FindingPlace;
import io.shouxin.record.ImportFinding;
import io.shouxin.record.ImportView;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.PlainTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where something was found in a list, said alike of what was imported and of what would be. */
final class Places {

    private Places() {}

    /** One place a row: sheet, row, column and what was found. */
    static PlainTable table(ImportView view, List<FindingPlace> places, Texts texts) {
        SheetColumn sheets = new SheetColumn(view, texts);
        PlainTable table = new PlainTable(sheets.head(
                texts.get("imports.rejects.row"),
                texts.get("imports.rejects.column"),
                texts.get("imports.rejects.reason")));
        places.forEach(place -> table.row(sheets.row(
                place.sheetName(),
                PlainTable.cell(String.valueOf(place.row())),
                PlainTable.cell(column(place.column(), texts)),
                PlainTable.cell(texts.get(place.reasonKey())))));
        return table.cardsWhenNarrow();
    }

    /** @param column null where the whole row is meant */
    static String column(@Nullable String column, Texts texts) {
        return column == null ? texts.get("imports.whole-row") : column;
    }

    static String columns(ImportFinding finding, Texts texts) {
        return finding.columns().isEmpty()
                ? texts.get("imports.whole-row")
                : String.join(texts.get("ui.list-separator"), finding.columns());
    }
}
