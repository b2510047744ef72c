package io.shouxin.shared.ui;

import com.vaadin.flow.component.textfield.TextField;

/** Asks for a telephone number, with the keys of a telephone; it says how a number looks, never whether this one is known. */
public final class PhoneField extends TextField {

    private static final int MOBILE_DIGITS = 11;

    public PhoneField(String label, String help) {
        super(label);
        setWidthFull();
        setHelperText(help);
        getElement().setProperty("autocomplete", "tel");
        addAttachListener(attached -> getElement().executeJs("this.inputElement.setAttribute('inputmode','tel')"));
        addValueChangeListener(change -> setInvalid(false));
    }

    /** What was typed is no number. */
    public void refuse() {
        setErrorMessage(whatIsWrong(getValue()));
        setInvalid(true);
    }

    private static String whatIsWrong(String typed) {
        if (typed.isBlank()) {
            return UiTexts.text("client.signin.phoneMissing");
        }
        long digits = typed.codePoints().filter(Character::isDigit).count();
        return digits > 0 && digits < MOBILE_DIGITS
                ? UiTexts.text("client.signin.phoneShort", MOBILE_DIGITS, digits)
                : UiTexts.text("client.signin.phoneUnreadable");
    }
}
