package io.shouxin.record.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.record.FittingTemplate;
import io.shouxin.record.ImportColumn;
import io.shouxin.record.ImportTemplates;
import io.shouxin.record.ImportView;
import io.shouxin.record.Imports;
import io.shouxin.record.imports.FieldCatalogue;
import io.shouxin.record.imports.FieldLabels;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.FieldErrors;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.Toast;
import io.shouxin.shared.ui.UiTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each column means: to be looked at and corrected before a list is tried or imported. */
final class MappingPanel extends Div {

    private static final String KEEP = "UNKNOWN";

    private final Imports imports;
    private final ImportTemplates templates;
    private final ImportView view;
    private final Runnable saved;
    private final Map<Integer, ComboBox<String>> choices = new HashMap<>();
    private final Checkbox header = new Checkbox(UiTexts.text("imports.mapping.header"));
    private final List<FittingTemplate> fitting;
    private final Div offers = new Div();
    private final Div problems = new Div();

    MappingPanel(Imports imports, ImportTemplates templates, ImportView view, Runnable saved) {
        this.imports = imports;
        this.templates = templates;
        this.view = view;
        this.saved = saved;
        Texts texts = UiTexts.current();
        header.setValue(view.headed());
        header.setVisible(view.headed()
                || view.columns().stream().allMatch(column -> column.header().isEmpty()));
        Panel panel = new Panel(
                texts.get("imports.mapping.title"),
                new Paragraph(texts.get(view.isRecognised() ? "imports.mapping.recognised" : "imports.mapping.text")),
                header);
        if (!view.sheets().isEmpty()) {
            add(new ReadingPanel(imports, view, saved));
        }
        fitting = templates.fitting(view.id());
        offers.setVisible(!fitting.isEmpty());
        showOffers(null, texts);
        panel.add(offers);
        Map<Integer, List<String>> samples = imports.samples(view.id());
        List<String> fields = fields(texts);
        ImportResult.bySheet(view).forEach(columns -> {
            String sheetName = columns.get(0).sheetName();
            if (sheetName != null) {
                panel.add(new Paragraph(texts.get("imports.sheet.named", sheetName)));
            }
            panel.add(table(columns, samples, fields, texts));
        });
        Div actions = new Div(
                Buttons.primary(texts.get("imports.mapping.try"), () -> save(imports::tryFirst)),
                Buttons.quiet(texts.get("imports.mapping.save"), () -> save(imports::map)),
                Discard.button(this::discard));
        actions.addClassName("actions");
        panel.add(keep(texts), problems, new Paragraph(texts.get("imports.mapping.try.text")), actions);
        add(panel);
    }

    /**
     * What was taken is said in the place of its offer; another that fits may still be taken instead.
     *
     * @param used null while none was
     */
    private void showOffers(@Nullable FittingTemplate used, Texts texts) {
        offers.removeAll();
        for (FittingTemplate template : fitting) {
            offers.add(
                    template.equals(used)
                            ? Notice.done(
                                    texts.get("imports.template.used", template.name()),
                                    texts.get("imports.template.used.text"))
                            : offer(template, texts));
        }
    }

    /** A template that fits is offered, not used unseen: the same headers may have come to mean something else. */
    private Notice offer(FittingTemplate template, Texts texts) {
        Button use = Buttons.small(texts.get("imports.template.use"), () -> use(template, texts));
        use.setAriaLabel(texts.get("imports.template.use.aria", template.name()));
        return new Notice(
                Chip.Tone.PLAIN,
                texts.get("imports.template.fits", template.name()),
                texts.get("imports.template.fits.text"),
                use);
    }

    private void use(FittingTemplate template, Texts texts) {
        template.columnToField().forEach((number, field) -> {
            ComboBox<String> choice = choices.get(number);
            if (choice != null) {
                choice.setValue(field);
            }
        });
        header.setValue(template.firstRowIsHeader());
        showOffers(template, texts);
    }

    private Component keep(Texts texts) {
        TextField name = new TextField(texts.get("imports.template.name"));
        name.setHelperText(texts.get("imports.template.name.help"));
        Button keep = Buttons.small(texts.get("imports.template.save"), () -> keep(name));
        Div form = new Div(new Paragraph(texts.get("imports.template.keep")), name, keep);
        form.addClassName("stacked-fields");
        return form;
    }

    private void keep(TextField name) {
        problems.removeAll();
        name.setInvalid(false);
        try {
            templates.save(view.id(), name.getValue(), chosen(), header.getValue());
            Toast.done(UiTexts.text("imports.template.saved", name.getValue().strip()));
            name.clear();
        } catch (InvalidInput refused) {
            if (!FieldErrors.mark(refused, Map.of("/name", name))) {
                problems.add(ErrorBox.of(refused));
            }
        } catch (StateRefused | NotFound gone) {
            Toast.problem(UiTexts.text("imports.mapping.gone"));
            saved.run();
        }
    }

    private PlainTable table(
            List<ImportColumn> columns, Map<Integer, List<String>> samples, List<String> fields, Texts texts) {
        PlainTable table = new PlainTable(
                texts.get("imports.mapping.column"),
                texts.get("imports.mapping.samples"),
                texts.get("imports.mapping.means"));
        for (ImportColumn column : columns) {
            ComboBox<String> choice = new ComboBox<>();
            choice.setItems(fields);
            choice.setItemLabelGenerator(field -> label(field, texts));
            choice.setValue(column.isUnknown() ? KEEP : column.field());
            choice.addClassName("column-choice");
            wholeName(choice, texts);
            choice.addValueChangeListener(chosen -> wholeName(choice, texts));
            choice.setAriaLabel(texts.get("imports.mapping.means") + " " + ImportResult.header(column, texts));
            choices.put(column.number(), choice);
            table.row(
                    PlainTable.cell(ImportResult.header(column, texts)),
                    PlainTable.cell(String.join(" · ", samples.getOrDefault(column.number(), List.of()))),
                    choice);
        }
        return table.cardsWhenNarrow();
    }

    /** A long name is cut off where the screen is narrow. */
    private static void wholeName(ComboBox<String> choice, Texts texts) {
        String field = choice.getValue();
        choice.getElement().setAttribute("title", field == null ? "" : label(field, texts));
    }

    private static List<String> fields(Texts texts) {
        List<String> fields = new ArrayList<>(List.of(KEEP));
        fields.addAll(List.of("NAME", "PHONE", "ID_NUMBER"));
        FieldCatalogue.standard().codes().stream()
                .filter(code -> !fields.contains(code))
                .sorted((a, b) -> label(a, texts).compareTo(label(b, texts)))
                .toList()
                .forEach(fields::add);
        return fields;
    }

    private static String label(String field, Texts texts) {
        return field.equals(KEEP) ? texts.get("imports.mapping.keep") : FieldLabels.label(texts, field);
    }

    private void discard() {
        try {
            imports.discard(view.id());
        } catch (StateRefused | NotFound gone) {
            Toast.problem(UiTexts.text("imports.mapping.gone"));
        }
        saved.run();
    }

    /** What is done with a list once its columns are named. */
    private interface Next {

        void with(UUID id, Map<Integer, String> columnToField, boolean firstRowIsHeader);
    }

    private Map<Integer, String> chosen() {
        Map<Integer, String> chosen = new HashMap<>();
        choices.forEach((number, choice) -> chosen.put(number, choice.getValue() == null ? KEEP : choice.getValue()));
        return chosen;
    }

    private void save(Next next) {
        problems.removeAll();
        try {
            next.with(view.id(), chosen(), header.getValue());
            saved.run();
        } catch (InvalidInput refused) {
            problems.add(ErrorBox.of(refused));
        } catch (StateRefused | NotFound gone) {
            saved.run();
        }
    }
}
