package io.shouxin.record.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.shouxin.record.EndedRow;
import io.shouxin.record.ImportView;
import io.shouxin.record.ImporterNames;
import io.shouxin.record.Imports;
import io.shouxin.record.LeftOutRow;
import io.shouxin.record.LeftOutRows;
import io.shouxin.record.RejectView;
import io.shouxin.record.RowPlace;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.Toast;
import io.shouxin.shared.ui.UiTexts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rows that were left out: shown on request only, because they are personal data and every look is logged. */
final class RejectsPanel extends Div {

    private static final int SHOWN = 200;
    private static final Duration KEPT = Duration.ofDays(30);

    private final Imports imports;
    private final LeftOutRows leftOut;
    private final ImporterNames names;
    private final ImportView view;
    private final Runnable changed;
    private final Div form = new Div();
    private final Div rows = new Div();
    private final Div ended = new Div();

    RejectsPanel(Imports imports, LeftOutRows leftOut, ImporterNames names, ImportView view, Runnable changed) {
        this.imports = imports;
        this.leftOut = leftOut;
        this.names = names;
        this.view = view;
        this.changed = changed;
        Texts texts = UiTexts.current();
        Panel panel = new Panel(texts.get("imports.rejects.title"));
        if (view.purgedAt() != null) {
            panel.add(new Paragraph(texts.get("imports.rejects.purged")));
        } else if (waiting() > 0) {
            offer(panel, texts);
        } else {
            panel.add(new Paragraph(
                    texts.get(view.rejected() == 0 ? "imports.rejects.none" : "imports.rejects.settled")));
        }
        showEnded(texts);
        panel.add(ended);
        add(panel);
    }

    private int waiting() {
        return leftOut.open(view.id()).size() + leftOut.ofErased(view.id()).size();
    }

    /** What became of rows that were left out: places, not values, so that they stand here unasked. */
    private void showEnded(Texts texts) {
        ended.removeAll();
        List<EndedRow> all = leftOut.ended(view.id());
        if (all.isEmpty()) {
            return;
        }
        PlainTable table = new PlainTable(texts.get("imports.rejects.row"), texts.get("imports.row.outcome"));
        all.stream()
                .limit(SHOWN)
                .forEach(each -> table.row(
                        PlainTable.cell(RowForm.place(each.place(), each.sheetName(), texts)), outcome(each, texts)));
        ended.add(new H3(texts.get("imports.row.ended", all.size())), table.cardsWhenNarrow());
        if (all.size() > SHOWN) {
            ended.add(new Paragraph(texts.get("imports.row.ended.more", SHOWN)));
        }
    }

    private Component outcome(EndedRow each, Texts texts) {
        Component words = PlainTable.cell(RowForm.outcome(each, names, texts));
        return each.byImport() == null
                ? words
                : new Div(
                        words,
                        new RouteLink("staff/imports/" + each.byImport(), texts.get("imports.row.outcome.list")));
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
                new Paragraph(texts.get("imports.rejects.text", waiting(), TimeText.text(texts, until))),
                actions,
                form,
                rows);
        int erased = leftOut.ofErased(view.id()).size();
        if (erased > 0) {
            panel.add(new Paragraph(texts.get("imports.row.erased", erased)));
        }
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
                texts.get("imports.rejects.value"),
                texts.get("imports.row.action")));
        Set<RowPlace> open = new HashSet<>(leftOut.open(view.id()));
        rejects.forEach(reject -> table.row(sheets.row(
                reject.sheetName(),
                PlainTable.cell(String.valueOf(reject.row())),
                PlainTable.cell(Places.column(reject.column(), texts)),
                PlainTable.cell(texts.get(reject.reasonKey())),
                PlainTable.cell(reject.value()),
                correct(reject, open, texts))));
        rows.removeAll();
        rows.add(table.cardsWhenNarrow());
        if (rejects.size() == SHOWN) {
            rows.add(new Paragraph(texts.get("imports.rejects.more", SHOWN)));
        }
    }

    /** Once a row, beside the first of its reasons. */
    private Component correct(RejectView reject, Set<RowPlace> open, Texts texts) {
        RowPlace place = new RowPlace(reject.sheet(), reject.row());
        if (!open.remove(place)) {
            return PlainTable.cell("");
        }
        Button correct = Buttons.small(texts.get("imports.row.correct"), () -> open(place));
        correct.setAriaLabel(texts.get("imports.row.correct.aria", RowForm.place(place, reject.sheetName(), texts)));
        return correct;
    }

    private void open(RowPlace place) {
        form.removeAll();
        try {
            LeftOutRow row = leftOut.get(view.id(), place);
            RowForm shown = new RowForm(leftOut, names, view.id(), row, () -> settled(row));
            form.add(shown);
            shown.focusFirst();
        } catch (NotFound gone) {
            Toast.problem(UiTexts.text("imports.row.gone"));
            refreshed();
        }
    }

    /** The next one comes up by itself; behind the last the page shows what became of all. */
    private void settled(LeftOutRow row) {
        RowPlace next = row.next();
        if (next == null || leftOut.open(view.id()).isEmpty()) {
            changed.run();
            return;
        }
        refreshed();
        open(next);
    }

    private void refreshed() {
        form.removeAll();
        showEnded(UiTexts.current());
        show();
    }

    private void purge() {
        imports.purge(view.id());
        Toast.done(UiTexts.text("imports.rejects.purge.done"));
        changed.run();
    }
}
