package io.shouxin.record.ui;

import com.vaadin.flow.component.Component;
import io.shouxin.record.ImportView;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.PlainTable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first column of a table of rows: the sheet's name, where a file has more than one sheet with data. */
final class SheetColumn {

    private final boolean shown;
    private final Texts texts;

    SheetColumn(ImportView view, Texts texts) {
        this.shown = view.columns().stream().anyMatch(column -> column.sheetName() != null);
        this.texts = texts;
    }

    String[] head(String... others) {
        return shown
                ? Stream.concat(Stream.of(texts.get("imports.sheet")), Stream.of(others))
                        .toArray(String[]::new)
                : others;
    }

    Component[] row(@Nullable String sheetName, Component... others) {
        return shown
                ? Stream.concat(Stream.of(PlainTable.cell(sheetName == null ? "" : sheetName)), Stream.of(others))
                        .toArray(Component[]::new)
                : others;
    }
}
