package io.shouxin.shared.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;

/** Choices as big rows for the thumb (at least 44 px); nothing is chosen beforehand. */
public final class Choices {

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

    public static Checkbox single(String statement) {
        Checkbox box = new Checkbox(statement);
        box.addClassName("choice-card");
        return box;
    }
}
