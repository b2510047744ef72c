package io.shouxin.record.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.shouxin.record.FindingPlace;
import io.shouxin.record.ImportFinding;
import io.shouxin.record.ImportView;
import io.shouxin.record.Imports;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;

/**
 * What was found in rows that were taken over: each finding with its columns and, opened, the single rows page by page. Places only;
 * the values lie in the people's records.
 */
final class FindingsPanel extends Div {

    private static final int PAGE = 50;

    private final Imports imports;
    private final ImportView view;
    private final Div rows = new Div();

    FindingsPanel(Imports imports, ImportView view) {
        this.imports = imports;
        this.view = view;
        Texts texts = UiTexts.current();
        PlainTable table = new PlainTable(
                texts.get("imports.findings.what"),
                texts.get("imports.rejects.column"),
                texts.get("imports.findings.count"),
                texts.get("imports.findings.rows"));
        for (ImportFinding finding : view.findings()) {
            String reason = texts.get(finding.textKey(), finding.arguments().toArray());
            Button open = Buttons.small(texts.get("imports.findings.show"), () -> show(finding, 0));
            open.setAriaLabel(texts.get("imports.findings.show.aria", reason));
            table.row(
                    PlainTable.cell(reason),
                    PlainTable.cell(Places.columns(finding, texts)),
                    PlainTable.cell(ImportResult.number(finding.count(), texts)),
                    open);
        }
        add(new Panel(
                texts.get("imports.findings.title"),
                new Paragraph(texts.get("imports.findings.text")),
                table.cardsWhenNarrow(),
                rows,
                new CsvLink(
                        texts.get("imports.findings.download"),
                        texts.get("imports.findings.file"),
                        () -> imports.findingsCsv(view.id(), texts.locale()))));
    }

    private void show(ImportFinding finding, int offset) {
        Texts texts = UiTexts.current();
        List<FindingPlace> places = imports.findings(view.id(), finding.code(), offset, PAGE);
        Paragraph extent =
                new Paragraph(texts.get("imports.findings.page", offset + 1, offset + places.size(), finding.count()));
        extent.getElement().setAttribute("role", "status");
        rows.removeAll();
        rows.add(extent, Places.table(view, places, texts), pages(finding, offset, texts));
    }

    private Component pages(ImportFinding finding, int offset, Texts texts) {
        Button back = Buttons.small(texts.get("imports.findings.back"), () -> show(finding, offset - PAGE));
        back.setEnabled(offset > 0);
        Button on = Buttons.small(texts.get("imports.findings.on"), () -> show(finding, offset + PAGE));
        on.setEnabled(offset + PAGE < finding.count());
        Div pages = new Div(back, on);
        pages.addClassName("actions");
        pages.setVisible(finding.count() > PAGE);
        return pages;
    }
}
