package io.shouxin.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.inbox.ListFilter;
import io.shouxin.inbox.SavedView;
import io.shouxin.inbox.SavedView.Audience;
import io.shouxin.inbox.SavedViews;
import io.shouxin.platform.Branch;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Toast;
import io.shouxin.shared.ui.UiTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Naming a view, and putting the views in order. */
final class ViewDialogs {

    private static final String DELETE = "inbox.view.delete";

    private record For(Audience audience, @Nullable UUID branch, String label) {}

    private final ListTools tools;
    private final Texts texts = UiTexts.current();
    private final Map<String, Button> buttons = new HashMap<>();

    ViewDialogs(ListTools tools) {
        this.tools = tools;
    }

    void save(ListFilter filter, Consumer<SavedView> saved) {
        Dialog dialog = new Dialog(texts.get("inbox.view.save"));
        Div problems = new Div();
        TextField name = nameField(texts.get("inbox.view.name"));
        name.setHelperText(texts.get("inbox.view.name.help"));
        RadioButtonGroup<For> audience = new RadioButtonGroup<>(texts.get("inbox.view.for"));
        audience.setItems(audiences());
        audience.setItemLabelGenerator(For::label);
        audience.setValue(audiences().get(0));
        audience.setVisible(tools.saved().mayShare());
        Div fields = new Div(problems, name, audience);
        fields.addClassName("stacked-fields");
        dialog.add(fields);
        Runnable save = () -> {
            problems.removeAll();
            name.setInvalid(false);
            For chosen = audience.getValue();
            try {
                SavedView view = tools.saved().save(name.getValue(), chosen.audience(), chosen.branch(), filter);
                dialog.close();
                saved.accept(view);
            } catch (InvalidInput e) {
                tell(e, name, problems);
            }
        };
        dialog.getFooter()
                .add(
                        Buttons.quiet(texts.get("ui.cancel"), dialog::close),
                        Buttons.primary(texts.get("inbox.view.save.do"), save));
        dialog.open();
        name.focus();
    }

    /** @param changed told which view is not what it was */
    void arrange(List<SavedView> views, Consumer<UUID> changed) {
        Dialog dialog = new Dialog(texts.get("inbox.view.arrange"));
        Div rows = new Div();
        rows.addClassName("view-rows");
        draw(rows, views, changed);
        dialog.add(rows);
        dialog.getFooter().add(Buttons.quiet(texts.get("ui.close"), dialog::close));
        dialog.open();
    }

    private void draw(Div rows, List<SavedView> views, Consumer<UUID> changed) {
        rows.removeAll();
        buttons.clear();
        if (views.isEmpty()) {
            rows.add(new Paragraph(texts.get("inbox.view.none")));
        }
        views.forEach(view -> rows.add(row(rows, view, changed)));
    }

    private Div row(Div rows, SavedView view, Consumer<UUID> changed) {
        TextField name = nameField(texts.get("inbox.view.shared", texts.get("inbox.view.name"), audience(view)));
        name.setValue(view.name());
        Div problems = new Div();
        name.addValueChangeListener(typed -> {
            name.setInvalid(false);
            problems.removeAll();
            try {
                tools.saved().rename(view.id(), typed.getValue());
                changed.accept(view.id());
            } catch (InvalidInput e) {
                tell(e, name, problems);
            } catch (NotFound e) {
                gone(rows, changed, view);
            }
        });
        Div row = new Div(
                name,
                act(rows, view, changed, "inbox.view.up", () -> tools.saved().move(view.id(), -1)),
                act(rows, view, changed, "inbox.view.down", () -> tools.saved().move(view.id(), 1)),
                act(rows, view, changed, DELETE, () -> tools.saved().delete(view.id())),
                problems);
        row.addClassName("view-row");
        return row;
    }

    private Button act(Div rows, SavedView view, Consumer<UUID> changed, String words, Runnable act) {
        Runnable now = () -> {
            try {
                act.run();
            } catch (NotFound e) {
                Toast.problem(texts.get("inbox.view.lost"));
            }
            again(rows, changed, view);
            focusAgain(words + view.id());
        };
        boolean ends = words.equals(DELETE) && view.audience() != Audience.OWN;
        Button button = Buttons.small(texts.get(words), () -> {
            if (ends) {
                confirm(view, now);
            } else {
                now.run();
            }
        });
        buttons.put(words + view.id(), button);
        button.setAriaLabel(texts.get("inbox.view.act", texts.get(words), view.name()));
        return button;
    }

    /** Others lose it as well, and did not ask for it. */
    private void confirm(SavedView view, Runnable delete) {
        ConfirmDialog ask = new ConfirmDialog(
                texts.get("inbox.view.delete.title", view.name()),
                texts.get("inbox.view.delete.what"),
                texts.get(DELETE),
                confirmed -> delete.run(),
                texts.get("ui.cancel"),
                cancelled -> {});
        ask.open();
    }

    /** The rows are made anew; whoever pressed a key on a button goes on from the same one. */
    private void focusAgain(String button) {
        Button same = buttons.get(button);
        if (same != null && same.getParent().isPresent()) {
            same.focus();
        }
    }

    private void gone(Div rows, Consumer<UUID> changed, SavedView view) {
        Toast.problem(texts.get("inbox.view.lost"));
        again(rows, changed, view);
    }

    private void again(Div rows, Consumer<UUID> changed, SavedView view) {
        changed.accept(view.id());
        SavedViews saved = tools.saved();
        draw(rows, saved.all().stream().filter(saved::mayChange).toList(), changed);
    }

    private List<For> audiences() {
        List<For> all = new ArrayList<>();
        all.add(new For(Audience.OWN, null, texts.get("inbox.view.for.OWN")));
        for (Branch branch : tools.firms().branches()) {
            if (tools.current().get().sees(branch.id())) {
                all.add(new For(Audience.BRANCH, branch.id(), texts.get("inbox.view.for.BRANCH", branch.label(texts))));
            }
        }
        all.add(new For(Audience.FIRM, null, texts.get("inbox.view.for.FIRM")));
        return all;
    }

    private String audience(SavedView view) {
        return audiences().stream()
                .filter(each -> each.audience() == view.audience() && Objects.equals(each.branch(), view.sharedIn()))
                .map(For::label)
                .findFirst()
                .orElse(texts.get("inbox.view.name"));
    }

    private static TextField nameField(String label) {
        TextField field = new TextField(label);
        field.setMaxLength(SavedViews.LONGEST_NAME);
        field.setWidthFull();
        return field;
    }

    private void tell(InvalidInput refused, TextField name, Div problems) {
        if (refused.pointer().equals("/name")) {
            name.setErrorMessage(texts.get(refused.textKey(), refused.arguments()));
            name.setInvalid(true);
        } else {
            problems.add(ErrorBox.of(refused));
        }
    }
}
