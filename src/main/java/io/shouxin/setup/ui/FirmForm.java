package io.shouxin.setup.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.shouxin.setup.FirmField;
import io.shouxin.setup.FirmParticulars;
import io.shouxin.setup.Headcount;
import io.shouxin.setup.ScaleTiers;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.FieldErrors;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The firm's particulars as fields; what the law asks of a firm of the typed size is said before anything is saved. */
final class FirmForm extends Div {

    private final Map<FirmField, TextField> fields = new EnumMap<>(FirmField.class);
    private final Div follows = new Div();
    private final ScaleTiers tiers;
    private FirmParticulars seen;

    FirmForm(FirmParticulars particulars, ScaleTiers tiers) {
        this.tiers = tiers;
        this.seen = particulars;
        addClassName("stacked-fields");
        for (FirmField each : FirmField.values()) {
            TextField field = SetUpPage.field(each.textKey(), particulars.get(each));
            fields.put(each, field);
            add(field);
            if (each == FirmField.PEOPLE) {
                field.setValueChangeMode(ValueChangeMode.LAZY);
                field.addAttachListener(attached ->
                        field.getElement().executeJs("this.inputElement.setAttribute('inputmode','numeric')"));
                field.addValueChangeListener(change -> foretell(change.getValue()));
            }
        }
        add(follows);
        foretell(particulars.get(FirmField.PEOPLE));
    }

    private void foretell(String people) {
        follows.removeAll();
        Headcount.read(people).ifPresent(number -> follows.add(PeoplePage.notice(tiers.of(number))));
    }

    FirmParticulars typed() {
        FieldErrors.clear(byPointer());
        return new FirmParticulars(
                fields.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                        .getValue())),
                seen.version());
    }

    /**
     * Takes over what a colleague saved meanwhile wherever nothing was typed here; what was typed stays.
     *
     * @return what the colleague changed
     */
    Set<FirmField> meet(FirmParticulars now) {
        FirmParticulars mine = typed();
        Set<FirmField> theirs = now.differingFrom(seen);
        Set<FirmField> own = mine.differingFrom(seen);
        seen = now;
        theirs.stream().filter(field -> !own.contains(field)).forEach(field -> fill(field, now));
        return theirs;
    }

    /** Drops what was typed. */
    void show(FirmParticulars particulars) {
        seen = particulars;
        FieldErrors.clear(byPointer());
        fields.keySet().forEach(field -> fill(field, particulars));
    }

    private void fill(FirmField field, FirmParticulars particulars) {
        TextField shown = fields.get(field);
        if (shown != null) {
            shown.setValue(particulars.get(field));
        }
    }

    /** Shows what is wrong at its field; false where it is about none of them. */
    boolean mark(InvalidInput refused) {
        return FieldErrors.mark(refused, byPointer());
    }

    private Map<String, HasValidation> byPointer() {
        return fields.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().pointer(), Map.Entry::getValue));
    }
}
