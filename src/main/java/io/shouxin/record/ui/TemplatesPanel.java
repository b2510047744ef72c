package io.shouxin.record.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.record.ImportTemplate;
import io.shouxin.record.ImportTemplates;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.FieldErrors;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.Toast;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The firm's templates: what each is for, to be renamed or deleted; nothing is shown while there are none. */
final class TemplatesPanel extends Div {

    private static final int HEADERS = 6;

    private final ImportTemplates templates;
    private final Div form = new Div();

    TemplatesPanel(ImportTemplates templates) {
        this.templates = templates;
        show();
    }

    private void show() {
        Texts texts = UiTexts.current();
        removeAll();
        form.removeAll();
        List<ImportTemplate> all = templates.all();
        setVisible(!all.isEmpty());
        PlainTable table = new PlainTable(
                texts.get("imports.template.name"),
                texts.get("imports.template.columns"),
                texts.get("imports.list.when"),
                texts.get("imports.template.change"));
        for (ImportTemplate template : all) {
            Button rename = Buttons.small(texts.get("imports.template.rename"), () -> ask(template));
            rename.setAriaLabel(texts.get("imports.template.rename.aria", template.name()));
            Button delete = Buttons.small(texts.get("imports.template.delete"), () -> ComponentTexts.confirm(
                            texts.get("imports.template.delete.title", template.name()),
                            texts.get("imports.template.delete.text"),
                            texts.get("imports.template.delete"),
                            () -> delete(template))
                    .open());
            delete.setAriaLabel(texts.get("imports.template.delete.aria", template.name()));
            Div actions = new Div(rename, delete);
            actions.addClassName("actions");
            table.row(
                    PlainTable.cell(template.name()),
                    PlainTable.cell(headers(template, texts)),
                    new TimeText(template.createdAt()),
                    actions);
        }
        add(new Panel(
                texts.get("imports.template.title"),
                new Paragraph(texts.get("imports.template.text")),
                table.cardsWhenNarrow(),
                form));
    }

    private static String headers(ImportTemplate template, Texts texts) {
        String first = template.headers().stream()
                .filter(header -> !header.isEmpty())
                .limit(HEADERS)
                .collect(Collectors.joining(texts.get("ui.list-separator")));
        return template.headers().size() <= HEADERS
                ? first
                : texts.get(
                        "imports.template.columns.more",
                        first,
                        template.headers().size());
    }

    private void ask(ImportTemplate template) {
        Texts texts = UiTexts.current();
        TextField name = new TextField(texts.get("imports.template.rename.name", template.name()));
        name.setValue(template.name());
        name.setHelperText(texts.get("imports.template.name.help"));
        Div actions = new Div(
                Buttons.small(texts.get("imports.template.rename.save"), () -> rename(template, name)),
                Buttons.small(texts.get("ui.cancel"), form::removeAll));
        actions.addClassName("actions");
        form.removeAll();
        form.add(name, actions);
        name.focus();
    }

    private void rename(ImportTemplate template, TextField name) {
        Map<String, TextField> fields = Map.of("/name", name);
        FieldErrors.clear(fields);
        try {
            templates.rename(template.id(), name.getValue());
            Toast.done(UiTexts.text("imports.template.renamed"));
        } catch (InvalidInput refused) {
            if (!FieldErrors.mark(refused, fields)) {
                form.add(ErrorBox.of(refused));
            }
            return;
        } catch (NotFound gone) {
            Toast.problem(UiTexts.text("imports.template.gone"));
        }
        show();
    }

    private void delete(ImportTemplate template) {
        try {
            templates.delete(template.id());
            Toast.done(UiTexts.text("imports.template.deleted"));
        } catch (NotFound gone) {
            Toast.problem(UiTexts.text("imports.template.gone"));
        }
        show();
    }
}
