package io.shouxin.record.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import io.shouxin.record.FindingPlace;
import io.shouxin.record.ImportFinding;
import io.shouxin.record.ImportTrial;
import io.shouxin.record.ImportTrial.FoundRows;
import io.shouxin.record.ImportView;
import io.shouxin.record.imports.PersonRole;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.DefinitionTable;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.PlainTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a dry run found, in figures and words; places only, the values lie in the firm's own file. */
final class TrialPanels {

    private static final FoundRows NOWHERE = new FoundRows(0, List.of());

    private final ImportView view;
    private final ImportTrial trial;
    private final Texts texts;

    private TrialPanels(ImportView view, ImportTrial trial, Texts texts) {
        this.view = view;
        this.trial = trial;
        this.texts = texts;
    }

    /** In the order in which they are read. */
    static Component[] of(ImportView view, ImportTrial trial, Texts texts) {
        return new TrialPanels(view, trial, texts).all().toArray(Component[]::new);
    }

    private List<Panel> all() {
        List<Panel> panels = new ArrayList<>();
        panels.add(ImportResult.trialFigures(view.as(trial), texts));
        if (!trial.newOthers().isEmpty()) {
            panels.add(others());
        }
        if (trial.rejected() > 0) {
            panels.add(places("imports.trial.rejects", trial.rejected(), trial.leftOut()));
        }
        if (!trial.doubtful().isEmpty()) {
            panels.add(places("imports.trial.doubtful", doubts(), trial.doubtful()));
        }
        if (!trial.findings().isEmpty()) {
            panels.add(findings());
        }
        return panels;
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
        Panel panel = new Panel(
                texts.get(key), new Paragraph(texts.get(key + ".text", rows)), Places.table(view, places, texts));
        if (places.size() == ImportTrial.PLACES) {
            panel.add(new Paragraph(texts.get("imports.trial.more", ImportTrial.PLACES)));
        }
        return panel;
    }

    private Panel findings() {
        PlainTable table = new PlainTable(
                texts.get("imports.findings.what"),
                texts.get("imports.rejects.column"),
                texts.get("imports.findings.rows"),
                texts.get("imports.findings.count"));
        trial.findings()
                .forEach(finding -> table.row(
                        PlainTable.cell(
                                texts.get(finding.textKey(), finding.arguments().toArray())),
                        PlainTable.cell(Places.columns(finding, texts)),
                        PlainTable.cell(rows(trial.rowsFound().getOrDefault(finding.code(), NOWHERE))),
                        PlainTable.cell(ImportResult.number(finding.count(), texts))));
        return new Panel(texts.get("imports.trial.findings"), table.cardsWhenNarrow());
    }

    /** The first rows by their numbers, sheet by sheet, and how many there are where these are not all. */
    private String rows(FoundRows found) {
        Map<String, List<FindingPlace>> bySheet = found.first().stream()
                .collect(Collectors.groupingBy(
                        place -> place.sheetName() == null ? "" : place.sheetName(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        String named = bySheet.entrySet().stream()
                .map(sheet -> onSheet(sheet.getKey(), sheet.getValue()))
                .collect(Collectors.joining(texts.get("ui.list-separator")));
        return found.count() > found.first().size()
                ? texts.get("imports.trial.rows.more", named, found.count())
                : named;
    }

    private String onSheet(String sheet, List<FindingPlace> places) {
        String numbers = places.stream()
                .map(place -> String.valueOf(place.row()))
                .collect(Collectors.joining(texts.get("ui.list-separator")));
        String rows = texts.get("imports.trial.rows", numbers, places.size());
        return sheet.isEmpty() ? rows : texts.get("imports.trial.rows.sheet", sheet, rows);
    }
}
