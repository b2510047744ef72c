package io.shouxin.record.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import io.shouxin.record.EndedRow;
import io.shouxin.record.ImporterNames;
import io.shouxin.record.LeaveOutReason;
import io.shouxin.record.LeftOutRow;
import io.shouxin.record.LeftOutRows;
import io.shouxin.record.RowPlace;
import io.shouxin.record.RowProblem;
import io.shouxin.record.imports.FieldLabels;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.Toast;
import io.shouxin.shared.ui.UiTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One left-out row to be corrected: a field for each column, with the reason at the field that caused it. Enter saves and goes on to the
 * next row. Whoever comes second to a row is told, with what they typed still before them.
 */
final class RowForm extends Div {

    private static final int LONG = 80;

    private final LeftOutRows rows;
    private final ImporterNames names;
    private final UUID importId;
    private final LeftOutRow row;
    private final Runnable settled;
    private final Texts texts = UiTexts.current();
    private final List<TextFieldBase<?, String>> fields = new ArrayList<>();
    private final Div problems = new Div();
    private final Select<LeaveOutReason> reason = new Select<>();
    private final Button save;
    private final Button leave;

    /** @param settled what happens once the row is imported or left out for good */
    RowForm(LeftOutRows rows, ImporterNames names, UUID importId, LeftOutRow row, Runnable settled) {
        this.rows = rows;
        this.names = names;
        this.importId = importId;
        this.row = row;
        this.settled = settled;
        addClassName("stacked-fields");
        add(new H3(place(row.place(), row.sheetName(), texts)));
        problems.getElement().setAttribute("role", "alert");
        save = Buttons.primary(texts.get(row.next() == null ? "imports.row.save" : "imports.row.saveNext"), this::save);
        for (int i = 0; i < row.cells().size(); i++) {
            TextFieldBase<?, String> field = field(row.cells().get(i), i);
            fields.add(field);
            add(field);
        }
        said(row.reasonKeys());
        reason.setLabel(texts.get("imports.row.reason"));
        reason.setItems(LeaveOutReason.values());
        reason.setItemLabelGenerator(texts::label);
        leave = Buttons.quiet(texts.get("imports.row.leaveOut"), this::leaveOut);
        Div actions = new Div(save);
        actions.addClassName("actions");
        Div apart = new Div(reason, leave);
        apart.addClassName("actions");
        add(problems, new Paragraph(texts.get("imports.row.keys")), actions, apart);
    }

    static String place(RowPlace place, @Nullable String sheetName, Texts texts) {
        return sheetName == null
                ? texts.get("imports.row.title", String.valueOf(place.row()))
                : texts.get("imports.row.title.sheet", sheetName, String.valueOf(place.row()));
    }

    private TextFieldBase<?, String> field(LeftOutRow.Cell cell, int index) {
        boolean lines = cell.value().length() > LONG || cell.value().contains("\n");
        TextFieldBase<?, String> field = lines ? new TextArea() : new TextField();
        field.setManualValidation(true);
        field.setLabel(cell.header().isEmpty() ? texts.get("imports.mapping.no-header", index + 1) : cell.header());
        String means = FieldLabels.label(texts, cell.field());
        if (!means.equals(cell.header())) {
            field.setHelperText(means);
        }
        field.setValue(cell.value());
        field.setWidthFull();
        mark(field, cell.reasonKeys());
        if (!lines) {
            // The value of the field that has the focus comes along.
            save.addClickShortcut(Key.ENTER).listenOn(field).resetFocusOnActiveElement();
        }
        return field;
    }

    private void mark(TextFieldBase<?, String> field, List<String> reasonKeys) {
        field.setInvalid(!reasonKeys.isEmpty());
        field.setErrorMessage(reasonKeys.stream().map(texts::get).distinct().collect(Collectors.joining(" ")));
    }

    /** What is wrong with the row as a whole stands below its fields. */
    private void said(List<String> reasonKeys) {
        problems.removeAll();
        if (!reasonKeys.isEmpty()) {
            problems.add(new ErrorBox(
                    texts.get("imports.row.wrong"),
                    reasonKeys.stream().map(texts::get).distinct().toList()));
        }
    }

    /** The first field in question, or the first of all. */
    void focusFirst() {
        fields.stream()
                .filter(TextFieldBase::isInvalid)
                .findFirst()
                .or(() -> fields.stream().findFirst())
                .ifPresent(TextFieldBase::focus);
    }

    private void save() {
        settle(() -> {
            List<RowProblem> wrong = rows.mend(
                    importId,
                    row.place(),
                    fields.stream().map(TextFieldBase::getValue).toList());
            if (wrong.isEmpty()) {
                Toast.done(texts.get(
                        "imports.row.mended", String.valueOf(row.place().row())));
                settled.run();
                return;
            }
            for (int i = 0; i < fields.size(); i++) {
                mark(fields.get(i), reasons(wrong, i));
            }
            said(reasons(wrong, RowProblem.WHOLE_ROW));
            focusFirst();
        });
    }

    private static List<String> reasons(List<RowProblem> wrong, int column) {
        return wrong.stream()
                .filter(problem -> problem.column() == column)
                .map(RowProblem::reasonKey)
                .distinct()
                .toList();
    }

    private void leaveOut() {
        LeaveOutReason why = reason.getValue();
        reason.setInvalid(why == null);
        reason.setErrorMessage(texts.get("imports.row.reason.missing"));
        if (why != null) {
            settle(() -> {
                rows.leaveOut(importId, row.place(), why);
                Toast.done(texts.get(
                        "imports.row.leftOut", String.valueOf(row.place().row())));
                settled.run();
            });
        }
    }

    private void settle(Runnable step) {
        problems.removeAll();
        try {
            step.run();
        } catch (InvalidInput refused) {
            problems.add(ErrorBox.of(refused));
        } catch (StateRefused | NotFound late) {
            save.setEnabled(false);
            leave.setEnabled(false);
            problems.add(late());
        }
    }

    private Component late() {
        return rows.ended(importId).stream()
                .filter(ended -> ended.place().equals(row.place()))
                .findFirst()
                .map(ended -> new Notice(
                        Chip.Tone.WARN,
                        texts.get("imports.row.late"),
                        outcome(ended, names, texts) + " " + texts.get("imports.row.late.kept")))
                .orElseGet(
                        () -> new Notice(Chip.Tone.WARN, texts.get("imports.row.late"), texts.get("imports.row.gone")));
    }

    /** Who settled a row, when and how. */
    static String outcome(EndedRow ended, ImporterNames names, Texts texts) {
        String when = TimeText.text(texts, ended.at());
        LeaveOutReason why = ended.reason();
        UUID by = ended.by();
        String who = by == null ? texts.get("imports.paused.system") : names.nameOf(by);
        if (why != null) {
            return texts.get("imports.row.outcome.leftOut", who, when, lower(texts.label(why), texts));
        }
        return ended.byImport() == null
                ? texts.get("imports.row.outcome.mended", who, when)
                : texts.get("imports.row.outcome.brought", when);
    }

    private static String lower(String label, Texts texts) {
        return texts.locale().getLanguage().equals("en")
                ? label.substring(0, 1).toLowerCase(Locale.ENGLISH) + label.substring(1)
                : label;
    }
}
