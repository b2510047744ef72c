package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.request.Authorities;
import io.shouxin.request.Authority;
import io.shouxin.request.Capacity;
import io.shouxin.request.RequestId;
import io.shouxin.request.Ward;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.UiTexts;
import java.util.Objects;
import java.util.stream.Stream;

/** As whom a requester asks, to be corrected by the clerk who looks at the papers. */
final class CapacityForm {

    private final RadioButtonGroup<Capacity> capacity = Choices.one(UiTexts.text("staff.new.capacity"));
    private final RadioButtonGroup<Ward> ward = Choices.one(UiTexts.text("staff.new.ward"));
    private final Checkbox lawyer = Choices.single(UiTexts.text("staff.new.lawyer"));
    private final TextArea interest = TextForms.area("staff.new.interest", "staff.others.correct.interest");

    CapacityForm(Authority authority) {
        Texts texts = UiTexts.current();
        capacity.setItems(
                Stream.of(Capacity.values()).filter(Capacity::isForAnother).toList());
        capacity.setItemLabelGenerator(texts::label);
        capacity.setValue(authority.capacity());
        ward.setItems(Ward.values());
        ward.setItemLabelGenerator(texts::label);
        ward.setValue(authority.ward());
        lawyer.setValue(authority.lawyer());
        capacity.addValueChangeListener(change -> show());
        show();
    }

    private void show() {
        ward.setVisible(capacity.getValue() == Capacity.GUARDIAN);
        lawyer.setVisible(capacity.getValue() == Capacity.AGENT);
        interest.setVisible(capacity.getValue() == Capacity.RELATIVE);
    }

    Component[] parts() {
        return new Component[] {
            new Paragraph(UiTexts.text("staff.others.correct.lead")), capacity, ward, lawyer, interest
        };
    }

    /** @throws io.shouxin.shared.InvalidInput if what was chosen does not go together */
    void send(Authorities authorities, RequestId id) {
        Capacity as = Objects.requireNonNull(capacity.getValue());
        authorities.correct(
                id,
                as,
                as == Capacity.GUARDIAN ? ward.getValue() : null,
                as == Capacity.AGENT && lawyer.getValue(),
                as == Capacity.RELATIVE ? interest.getValue() : "");
    }
}
