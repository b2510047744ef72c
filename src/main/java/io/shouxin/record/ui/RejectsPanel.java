package io.shouxin.record.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.shouxin.record.ImportView;
import io.shouxin.record.Imports;
import io.shouxin.record.RejectView;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.Toast;
import io.shouxin.shared.ui.UiTexts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The rows that were left out: shown on request only, because they are personal data and every look is logged. */
final class RejectsPanel extends Div {

    private static final int SHOWN = 200;
    private static final Duration KEPT = Duration.ofDays(30);

    private final Imports imports;
    private final ImportView view;
    private final Runnable changed;
    private final Div rows = new Div();

    RejectsPanel(Imports imports, ImportView view, Runnable changed) {
        this.imports = imports;
        this.view = view;
        this.changed = changed;
        Texts texts = UiTexts.current();
        Panel panel = new Panel(texts.get("imports.rejects.title"));
        if (view.purgedAt() != null) {
            panel.add(new Paragraph(texts.get("imports.rejects.purged")));
        } else if (view.rejected() == 0) {
            panel.add(new Paragraph(texts.get("imports.rejects.none")));
        } else {
            offer(panel, texts);
        }
        add(panel);
    }

    private void offer(Panel panel, Texts texts) {
        Instant finished = view.finishedAt() == null ? view.createdAt() : view.finishedAt();
        LocalDate until = ChinaTime.dayOf(finished.plus(KEPT));
        Button show = Buttons.small(texts.get("imports.rejects.show"), this::show);
        Button purge = Buttons.small(texts.get("imports.rejects.purge"), () -> ComponentTexts.confirm(
                        texts.get("imports.rejects.purge.title"),
                        texts.get("imports.rejects.purge.text"),
                        texts.get("imports.rejects.purge"),
                        this::purge)
                .open());
        Div actions = new Div(show, download(texts), purge);
        actions.addClassName("actions");
        panel.add(
                new Paragraph(texts.get("imports.rejects.text", view.rejected(), TimeText.text(texts, until))),
                actions,
                rows);
    }

    private CsvLink download(Texts texts) {
        return new CsvLink(
                texts.get("imports.rejects.download"),
                texts.get("imports.rejects.file"),
                () -> imports.rejectsCsv(view.id(), texts.locale()));
    }

    private void show() {
        Texts texts = UiTexts.current();
        List<RejectView> rejects = imports.rejects(view.id(), SHOWN);
        SheetColumn sheets = new SheetColumn(view, texts);
        PlainTable table = new PlainTable(sheets.head(
                texts.get("imports.rejects.row"),
                texts.get("imports.rejects.column"),
                texts.get("imports.rejects.reason"),
                texts.get("imports.rejects.value")));
        rejects.forEach(reject -> table.row(sheets.row(
                reject.sheetName(),
                PlainTable.cell(String.valueOf(reject.row())),
                PlainTable.cell(Places.column(reject.column(), texts)),
                PlainTable.cell(texts.get(reject.reasonKey())),
                PlainTable.cell(reject.value()))));
        rows.removeAll();
        rows.add(table.cardsWhenNarrow());
        if (view.rejected() > rejects.size()) {
            rows.add(new Paragraph(texts.get("imports.rejects.more", SHOWN)));
        }
    }

    private void purge() {
        imports.purge(view.id());
        Toast.done(UiTexts.text("imports.rejects.purge.done"));
        changed.run();
    }
}
