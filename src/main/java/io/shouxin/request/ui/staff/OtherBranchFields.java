package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.request.OtherBranchEntry;
import io.shouxin.request.OtherBranchEntry.Purpose;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.UiTexts;

/** For what, and why, somebody is entered whom only another branch knows. */
final class OtherBranchFields extends Div {

    private final RadioButtonGroup<Purpose> purpose = Choices.one(UiTexts.text("staff.new.elsewhere.purpose"));
    private final TextArea reason = TextForms.area("staff.new.elsewhere.reason", "staff.new.elsewhere.reason.help");
    private String idNumber = "";

    OtherBranchFields() {
        purpose.setItems(Purpose.values());
        purpose.setItemLabelGenerator(each -> UiTexts.text("staff.new.elsewhere.purpose." + each.name()));
        purpose.addValueChangeListener(change -> purpose.setInvalid(false));
        reason.setMaxLength(500);
        add(new Paragraph(UiTexts.text("staff.new.elsewhere.known.what")), purpose, reason);
        setVisible(false);
    }

    /** @param number of the identity document by which they are known; empty where it is a telephone number */
    void knownBy(String number) {
        idNumber = number;
    }

    void check(FieldChecks checks) {
        checks.require(purpose.getValue() != null, purpose, "/purpose", "request.error.otherBranch.purpose")
                .require(!reason.getValue().isBlank(), reason, "/reason", "request.error.fieldMissing.text")
                .fits(reason, "/reason");
    }

    OtherBranchEntry read() {
        return OtherBranchEntry.of(purpose.getValue(), reason.getValue(), idNumber);
    }
}
