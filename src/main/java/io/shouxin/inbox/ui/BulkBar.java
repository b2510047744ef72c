package io.shouxin.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.shouxin.inbox.BulkActs;
import io.shouxin.inbox.HandOvers.Colleague;
import io.shouxin.inbox.HandOvers.Obstacle;
import io.shouxin.inbox.StaffNames;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may be done to the rows that are ticked: a look at what would happen to each, and afterwards what came of each. Decisions are
 * not offered; see {@link BulkActs}.
 */
final class BulkBar extends Div {

    /** What the bar asks of the list. */
    interface Picked {

        List<UUID> tasks();

        void all();

        /** Ends the picking and reads the list anew. */
        void end();
    }

    private final BulkActs bulk;
    private final ListTools tools;
    private final StaffNames names;
    private final Picked picked;
    private final Span count = new Span();

    BulkBar(ListTools tools, StaffNames names, Picked picked) {
        this.bulk = tools.bulk();
        this.tools = tools;
        this.names = names;
        this.picked = picked;
        Texts texts = UiTexts.current();
        addClassName("bulk-bar");
        getElement().setAttribute("role", "region").setAttribute("aria-label", texts.get("inbox.bulk"));
        count.getElement().setAttribute("role", "status");
        Div buttons = new Div(
                Buttons.small(texts.get("inbox.bulk.back"), this::giveBack),
                Buttons.small(texts.get("inbox.bulk.pass"), this::passOn),
                Buttons.link(texts.get("inbox.bulk.all"), picked::all),
                Buttons.link(texts.get("inbox.bulk.end"), picked::end));
        buttons.addClassName("actions");
        add(count, buttons);
        setVisible(false);
    }

    void draw(boolean picking) {
        setVisible(picking);
        count.setText(UiTexts.text("inbox.bulk.count", picked.tasks().size()));
    }

    private boolean isUsable(int tasks) {
        if (tasks == 0) {
            count.setText(UiTexts.text("inbox.bulk.nothing"));
        } else if (tasks > BulkActs.MOST) {
            count.setText(UiTexts.text("inbox.bulk.many", BulkActs.MOST));
        }
        return tasks > 0 && tasks <= BulkActs.MOST;
    }

    private void giveBack() {
        List<UUID> tasks = picked.tasks();
        if (!isUsable(tasks.size())) {
            return;
        }
        Dialog dialog = new Dialog(UiTexts.text("inbox.bulk.back"));
        Div content = new Div();
        dialog.add(content);
        preview(dialog, content, tasks, null);
        dialog.open();
    }

    private void passOn() {
        List<UUID> tasks = picked.tasks();
        if (!isUsable(tasks.size())) {
            return;
        }
        Texts texts = UiTexts.current();
        Dialog dialog = new Dialog(texts.get("inbox.bulk.pass"));
        Select<Colleague> to = new Select<>();
        to.setLabel(texts.get("inbox.bulk.to"));
        to.setItems(tools.handOvers().colleagues());
        to.setItemLabelGenerator(Colleague::name);
        to.setWidthFull();
        Div content = new Div(new Paragraph(texts.get("inbox.bulk.choose")));
        to.addValueChangeListener(chosen -> {
            if (chosen.getValue() != null) {
                preview(dialog, content, tasks, chosen.getValue());
            }
        });
        dialog.add(to, content);
        dialog.getFooter().add(Buttons.quiet(texts.get("ui.cancel"), dialog::close));
        dialog.open();
    }

    private void preview(Dialog dialog, Div content, List<UUID> tasks, @Nullable Colleague to) {
        Texts texts = UiTexts.current();
        List<BulkActs.Line> lines = bulk.preview(tasks, to == null ? null : to.id());
        long fine = lines.stream().filter(BulkActs.Line::isFine).count();
        content.removeAll();
        content.add(
                new Paragraph(texts.get("inbox.bulk.preview", fine, lines.size() - fine)),
                table(
                        lines,
                        to == null ? texts.get("inbox.bulk.will.back") : texts.get("inbox.bulk.will.pass", to.name())));
        dialog.getFooter().removeAll();
        dialog.getFooter().add(Buttons.quiet(texts.get("ui.cancel"), dialog::close));
        if (fine > 0) {
            Button act = Buttons.primary(
                    to == null
                            ? texts.get("inbox.bulk.do.back", fine)
                            : texts.get("inbox.bulk.do.pass", fine, to.name()),
                    () -> run(dialog, content, lines, to));
            dialog.getFooter().add(act);
        }
    }

    private void run(Dialog dialog, Div content, List<BulkActs.Line> seen, @Nullable Colleague to) {
        Texts texts = UiTexts.current();
        List<BulkActs.Line> lines = bulk.run(seen, to == null ? null : to.id());
        long fine = lines.stream().filter(BulkActs.Line::isFine).count();
        Paragraph sum = new Paragraph(texts.get("inbox.bulk.result", fine, lines.size() - fine));
        sum.getElement().setAttribute("role", "status");
        dialog.removeAll();
        content.removeAll();
        content.add(
                sum,
                table(
                        lines,
                        to == null ? texts.get("inbox.bulk.was.back") : texts.get("inbox.bulk.was.pass", to.name())));
        dialog.add(content);
        dialog.getFooter().removeAll();
        dialog.getFooter().add(Buttons.primary(texts.get("ui.close"), dialog::close));
        picked.end();
    }

    private PlainTable table(List<BulkActs.Line> lines, String fine) {
        Texts texts = UiTexts.current();
        PlainTable table = new PlainTable(texts.get("inbox.bulk.case"), texts.get("inbox.bulk.what"));
        lines.forEach(line -> table.row(
                PlainTable.cell(line.reference().isEmpty() ? "—" : line.reference()),
                PlainTable.cell(words(line, fine, texts))));
        return table.cardsWhenNarrow();
    }

    private String words(BulkActs.Line line, String fine, Texts texts) {
        Obstacle obstacle = line.obstacle();
        UUID holder = line.holder();
        return obstacle == null
                ? fine
                : texts.get("inbox.bulk.not." + obstacle, holder == null ? "" : names.nameOf(holder));
    }
}
