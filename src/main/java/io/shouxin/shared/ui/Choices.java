package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;

/** Choices as big rows for the thumb (at least 44 px); nothing is chosen beforehand. */
public final class Choices {

    private static final String FOCUS_FIRST =
            "const first = this.querySelector('vaadin-checkbox, vaadin-radio-button');" + " if (first) first.focus();";

    private Choices() {}

    public static <T> RadioButtonGroup<T> one(String question) {
        RadioButtonGroup<T> group = new RadioButtonGroup<>(question);
        group.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        group.addClassName("choice-cards");
        return group;
    }

    public static <T> CheckboxGroup<T> many(String question) {
        CheckboxGroup<T> group = new CheckboxGroup<>(question);
        group.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        group.addClassName("choice-cards");
        return group;
    }

    /** Says at the top of a group, and not only under its last row, that an answer is missing, and leads to its first row. */
    public static <G extends Component & HasValidation> void missing(G group, Div problem, String message) {
        group.setErrorMessage(message);
        group.setInvalid(true);
        problem.removeAll();
        problem.add(new ErrorBox(UiTexts.text("ui.error.check"), message));
        group.getElement().executeJs(FOCUS_FIRST);
    }

    public static Checkbox single(String statement) {
        Checkbox box = new Checkbox(statement);
        box.addClassName("choice-card");
        return box;
    }
}
