package io.shouxin.record.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.shouxin.record.ImportColumn;
import io.shouxin.record.ImportSheet;
import io.shouxin.record.ImportView;
import io.shouxin.record.Imports;
import io.shouxin.record.ReadingChoice;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.Toast;
import io.shouxin.shared.ui.UiTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a waiting file was read: its sheets, the rows of their heads and its charset. What is chosen otherwise is read anew at once. */
final class ReadingPanel extends Div {

    private static final int HEADS = 6;

    private final Imports imports;
    private final ImportView view;
    private final Runnable changed;
    private final Map<Integer, Checkbox> taken = new HashMap<>();
    private final Map<Integer, IntegerField> headers = new HashMap<>();
    private final Select<String> charset = new Select<>();
    private final Div problems = new Div();

    ReadingPanel(Imports imports, ImportView view, Runnable changed) {
        this.imports = imports;
        this.view = view;
        this.changed = changed;
        Texts texts = UiTexts.current();
        Panel panel = new Panel(texts.get("imports.reading.title"));
        if (view.sheets().stream().anyMatch(ImportSheet::hidden)) {
            panel.add(new Paragraph(texts.get("imports.reading.hidden")));
        }
        Div fields = new Div();
        fields.addClassName("stacked-fields");
        charset(fields, texts);
        view.sheets().forEach(sheet -> sheet(sheet, fields, texts));
        Div actions = new Div(Buttons.small(texts.get("imports.reading.again"), this::again));
        actions.addClassName("actions");
        panel.add(fields, problems, actions);
        add(panel);
    }

    private void charset(Div fields, Texts texts) {
        ImportSheet first = view.sheets().get(0);
        if (!first.isText()) {
            return;
        }
        List<String> offered = new ArrayList<>(ReadingChoice.CHARSETS);
        if (!offered.contains(first.charset())) {
            offered.add(0, first.charset());
        }
        charset.setLabel(texts.get("imports.reading.charset"));
        charset.setItems(offered);
        charset.setValue(first.charset());
        charset.setHelperText(texts.get("imports.reading.charset.found", first.charset(), line(texts)));
        fields.add(charset);
    }

    /** A line of the file as it was read: its heads; where it has none, what columns hold, masked. */
    private String line(Texts texts) {
        String heads = view.columns().stream()
                .map(ImportColumn::header)
                .filter(header -> !header.isEmpty())
                .limit(HEADS)
                .collect(Collectors.joining(texts.get("ui.list-separator")));
        return heads.isEmpty()
                ? imports.samples(view.id()).values().stream()
                        .flatMap(List::stream)
                        .limit(HEADS)
                        .collect(Collectors.joining(texts.get("ui.list-separator")))
                : heads;
    }

    private void sheet(ImportSheet sheet, Div fields, Texts texts) {
        Checkbox take = new Checkbox(texts.get(
                sheet.hidden() ? "imports.reading.sheet.hidden" : "imports.reading.sheet", sheet.name(), sheet.rows()));
        take.setValue(sheet.taken());
        take.setVisible(view.sheets().size() > 1 || sheet.hidden());
        taken.put(sheet.number(), take);
        IntegerField header = new IntegerField(texts.get("imports.reading.header", sheet.name()));
        header.setMin(0);
        header.setStepButtonsVisible(true);
        header.setValue(sheet.taken() ? Integer.valueOf(sheet.headerRow()) : null);
        header.setVisible(sheet.taken());
        headers.put(sheet.number(), header);
        fields.add(take, header);
    }

    private void again() {
        problems.removeAll();
        Map<Integer, Boolean> sheets = new HashMap<>();
        Map<Integer, Integer> rows = new HashMap<>();
        ImportSheet first = view.sheets().get(0);
        // Heads that were found in words of another charset are found anew.
        boolean otherCharset = first.isText() && !first.charset().equals(charset.getValue());
        for (ImportSheet sheet : view.sheets()) {
            Checkbox take = taken.get(sheet.number());
            IntegerField header = headers.get(sheet.number());
            if (take != null) {
                sheets.put(sheet.number(), take.getValue());
            }
            Integer row = header == null ? null : header.getValue();
            boolean moved = row != null && row != sheet.headerRow();
            if (row != null && sheet.taken() && (moved || (row > 0 && !otherCharset))) {
                rows.put(sheet.number(), row);
            }
        }
        if (!sheets.containsValue(true)) {
            problems.add(new ErrorBox(UiTexts.text("ui.error.check"), UiTexts.text("imports.reading.nothing")));
            return;
        }
        String wanted = charset.getValue();
        boolean offered = wanted != null && ReadingChoice.CHARSETS.contains(wanted);
        try {
            imports.readAs(view.id(), new ReadingChoice(offered ? wanted : null, sheets, rows));
            changed.run();
        } catch (InvalidInput refused) {
            problems.add(ErrorBox.of(refused));
        } catch (StateRefused | NotFound gone) {
            Toast.problem(UiTexts.text("imports.mapping.gone"));
            changed.run();
        }
    }
}
