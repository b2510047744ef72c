package io.shouxin.shared.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/**
 * The six digits of a one-time code. One field, so that the phone can fill it in from the message and a code can be
 * pasted as it was sent ("482 913", full-width digits); no puzzle and no six boxes (WCAG 3.3.8). The sixth digit does not
 * send it (WCAG 3.2.2): whoever looked for the button meanwhile would tap on the next page.
 */
public final class CodeField extends TextField {

    public static final int LENGTH = 6;
    private static final int ROOM_FOR_PASTED_SPACES = 16;

    public CodeField(String label) {
        super(label);
        addClassName("code-field");
        getElement().setProperty("autocomplete", "one-time-code");
        setMaxLength(ROOM_FOR_PASTED_SPACES);
        setValueChangeMode(ValueChangeMode.EAGER);
        addAttachListener(attached -> getElement()
                .executeJs("this.inputElement.setAttribute('inputmode','numeric');"
                        + "this.inputElement.setAttribute('spellcheck','false');"));
        addValueChangeListener(change -> {
            String digits = digits(change.getValue());
            if (!digits.equals(change.getValue())) {
                setValue(digits);
            }
            if (!digits.isEmpty()) {
                setInvalid(false);
            }
        });
    }

    /** Empties the field for another try, marks it and says in it what is wrong, until something is typed. */
    public void refuse(String message) {
        clear();
        setErrorMessage(message);
        setInvalid(true);
        focus();
    }

    public boolean isComplete() {
        return getValue().length() == LENGTH;
    }

    /** The first six digits of what was typed or pasted, as ASCII. */
    static String digits(String typed) {
        StringBuilder digits = new StringBuilder(LENGTH);
        typed.codePoints()
                .filter(Character::isDigit)
                .limit(LENGTH)
                .forEach(point -> digits.append(Character.digit(point, 10)));
        return digits.toString();
    }
}
