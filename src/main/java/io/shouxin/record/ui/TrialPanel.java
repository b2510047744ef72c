package io.shouxin.record.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.shouxin.record.FindingPlace;
import io.shouxin.record.ImportFinding;
import io.shouxin.record.ImportTrial;
import io.shouxin.record.ImportView;
import io.shouxin.record.imports.PersonRole;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.DefinitionTable;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.PlainTable;
import java.util.List;

/** What a dry run found, in figures and words; places only, the values lie in the firm's own file. */
final class TrialPanel extends Div {

    private final ImportView view;
    private final ImportTrial trial;
    private final Texts texts;

    TrialPanel(ImportView view, ImportTrial trial, Texts texts) {
        this.view = view;
        this.trial = trial;
        this.texts = texts;
        add(ImportResult.figures(view.as(trial), "imports.trial.figures", texts));
        if (!trial.newOthers().isEmpty()) {
            add(others());
        }
        if (trial.rejected() > 0) {
            add(places("imports.trial.rejects", trial.rejected(), trial.leftOut()));
        }
        if (!trial.doubtful().isEmpty()) {
            add(places("imports.trial.doubtful", doubts(), trial.doubtful()));
        }
        if (!trial.findings().isEmpty()) {
            add(findings());
        }
    }

    private int doubts() {
        return trial.findings().stream()
                .filter(finding -> finding.code().equals(trial.doubtful().get(0).code()))
                .mapToInt(ImportFinding::count)
                .sum();
    }

    private Panel others() {
        DefinitionTable table = new DefinitionTable();
        trial.newOthers().keySet().stream()
                .map(PersonRole::valueOf)
                .sorted()
                .forEach(role -> table.row(
                        texts.label(role), ImportResult.number(trial.newOthers().getOrDefault(role.name(), 0), texts)));
        return new Panel(
                texts.get("imports.trial.others"), new Paragraph(texts.get("imports.trial.others.text")), table);
    }

    /** @param key of the title; with {@code .text}, of the sentence below it */
    private Panel places(String key, int rows, List<FindingPlace> places) {
        SheetColumn sheets = new SheetColumn(view, texts);
        PlainTable table = new PlainTable(sheets.head(
                texts.get("imports.rejects.row"),
                texts.get("imports.rejects.column"),
                texts.get("imports.rejects.reason")));
        places.forEach(place -> table.row(sheets.row(
                place.sheetName(),
                PlainTable.cell(String.valueOf(place.row())),
                PlainTable.cell(place.column() == null ? texts.get("imports.whole-row") : place.column()),
                PlainTable.cell(texts.get(place.reasonKey())))));
        Panel panel = new Panel(texts.get(key), new Paragraph(texts.get(key + ".text", rows)), table.cardsWhenNarrow());
        if (places.size() == ImportTrial.PLACES) {
            panel.add(new Paragraph(texts.get("imports.trial.more", ImportTrial.PLACES)));
        }
        return panel;
    }

    private Panel findings() {
        PlainTable table = new PlainTable(
                texts.get("imports.findings.what"),
                texts.get("imports.rejects.column"),
                texts.get("imports.findings.count"));
        trial.findings()
                .forEach(finding -> table.row(
                        PlainTable.cell(texts.get(finding.textKey())),
                        PlainTable.cell(
                                finding.columns().isEmpty()
                                        ? texts.get("imports.whole-row")
                                        : String.join(texts.get("ui.list-separator"), finding.columns())),
                        PlainTable.cell(ImportResult.number(finding.count(), texts))));
        return new Panel(texts.get("imports.trial.findings"), table.cardsWhenNarrow());
    }
}
