package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.record.ContactForms;
import io.shouxin.request.AuthorityRules;
import io.shouxin.request.AuthorityTexts;
import io.shouxin.request.Capacity;
import io.shouxin.request.OnBehalf;
import io.shouxin.request.RequestType;
import io.shouxin.request.Ward;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.TextLimits;
import io.shouxin.shared.ui.UiTexts;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** As whom somebody asks; of whoever asks for another person who both are, and which papers they are to show. */
final class OthersForm extends Div {

    private final Texts texts = UiTexts.current();
    private final AuthorityRules rules;
    private final RadioButtonGroup<Capacity> capacity = Choices.one(UiTexts.text("staff.new.capacity"));
    private final RadioButtonGroup<Ward> ward = Choices.one(UiTexts.text("staff.new.ward"));
    private final Checkbox lawyer = Choices.single(UiTexts.text("staff.new.lawyer"));
    private final TextField name = new TextField(UiTexts.text("staff.new.requesterName"));
    private final TextField phone = new TextField(UiTexts.text("staff.new.requesterPhone"));
    private final TextField personName = new TextField(UiTexts.text("staff.new.personName"));
    private final TextField personPhone = new TextField(UiTexts.text("staff.new.personPhone"));
    private final TextField personId = new TextField(UiTexts.text("staff.new.personId"));
    private final TextField relation = new TextField(UiTexts.text("staff.new.relation"));
    private final TextArea interest = TextForms.area("staff.new.interest", "staff.new.interest.help");
    private final Div papers = new Div();
    private final Div more =
            new Div(ward, lawyer, name, phone, personName, personPhone, personId, relation, interest, papers);
    private Runnable changed = () -> {};

    OthersForm(AuthorityRules rules) {
        this.rules = rules;
        addClassName("new-request");
        capacity.setItems(Capacity.values());
        capacity.setItemLabelGenerator(texts::label);
        capacity.setValue(Capacity.SELF);
        ward.setItems(Ward.values());
        ward.setItemLabelGenerator(texts::label);
        more.addClassName("new-request");
        Stream.of(name, personName, relation).forEach(field -> limit(field, 100));
        Stream.of(phone, personPhone, personId).forEach(field -> limit(field, 40));
        phone.setHelperText(texts.get("staff.new.requesterPhone.help"));
        capacity.addValueChangeListener(change -> show());
        ward.addValueChangeListener(change -> {
            ward.setInvalid(false);
            show();
        });
        lawyer.addValueChangeListener(change -> show());
        show();
        add(capacity, more);
    }

    private static void limit(TextField field, int most) {
        TextLimits.tellEarly(field);
        field.setMaxLength(most);
        field.setWidthFull();
    }

    /** Calls back when the kind of the request, and so its date and what proof it takes, is another. */
    void onChange(Runnable told) {
        changed = told;
    }

    void onEdit(Runnable told) {
        Stream.<HasValue<?, ?>>of(
                        capacity, ward, lawyer, name, phone, personName, personPhone, personId, relation, interest)
                .forEach(field -> field.addValueChangeListener(change -> told.run()));
    }

    private Capacity as() {
        Capacity chosen = capacity.getValue();
        return chosen == null ? Capacity.SELF : chosen;
    }

    private @Nullable Ward ofWhom() {
        return as() == Capacity.GUARDIAN ? ward.getValue() : null;
    }

    private boolean isLawyer() {
        return as() == Capacity.AGENT && Boolean.TRUE.equals(lawyer.getValue());
    }

    boolean isForAnother() {
        return as().isForAnother();
    }

    /** Under which name the table of response periods has it. */
    String clockType() {
        return as().clockType(RequestType.DELETION, ofWhom());
    }

    private void show() {
        more.setVisible(isForAnother());
        ward.setVisible(as() == Capacity.GUARDIAN);
        lawyer.setVisible(as() == Capacity.AGENT);
        relation.setVisible(as() == Capacity.GUARDIAN || as() == Capacity.RELATIVE);
        interest.setVisible(as() == Capacity.RELATIVE);
        papers.removeAll();
        if (isForAnother() && (as() != Capacity.GUARDIAN || ofWhom() != null)) {
            UnorderedList list = new UnorderedList();
            rules.papers(as(), ofWhom(), isLawyer())
                    .forEach(need -> list.add(new ListItem(AuthorityTexts.need(need, texts))));
            papers.add(new Paragraph(texts.get("staff.new.papers")), list);
        }
        changed.run();
    }

    void check(FieldChecks checks) {
        if (!isForAnother()) {
            return;
        }
        checks.require(as() != Capacity.GUARDIAN || ofWhom() != null, ward, "/onBehalf/ward", "staff.new.error.ward")
                .require(!name.getValue().isBlank(), name, "/contactName", "request.error.fieldMissing.requester")
                .require(
                        ContactForms.phone(phone.getValue()).isPresent(),
                        phone,
                        "/contactPhone",
                        "request.error.phoneUnreadable")
                .require(
                        !personName.getValue().isBlank(),
                        personName,
                        "/onBehalf/person/name",
                        "request.error.fieldMissing.personName")
                .require(
                        personPhone.getValue().isBlank()
                                || ContactForms.phone(personPhone.getValue()).isPresent(),
                        personPhone,
                        "/onBehalf/person/phone",
                        "request.error.phoneUnreadable")
                .require(
                        as() != Capacity.RELATIVE || !interest.getValue().isBlank(),
                        interest,
                        "/onBehalf/interest",
                        "request.error.interestOfRelative")
                .fits(interest, "/onBehalf/interest");
    }

    String requesterName() {
        return name.getValue().strip();
    }

    String requesterPhone() {
        return phone.getValue().strip();
    }

    /** What was said; null where somebody asks for themselves. */
    @Nullable OnBehalf read() {
        return isForAnother()
                ? new OnBehalf(
                        as(),
                        ofWhom(),
                        isLawyer(),
                        new OnBehalf.Person(personName.getValue(), personPhone.getValue(), personId.getValue()),
                        relation.isVisible() ? relation.getValue() : "",
                        interest.isVisible() ? interest.getValue() : "")
                : null;
    }

    /** What was entered, to be gone on with later; null where somebody asks for themselves. */
    @Nullable Draft draft() {
        return isForAnother()
                ? new Draft(
                        as(),
                        ward.getValue(),
                        Boolean.TRUE.equals(lawyer.getValue()),
                        name.getValue(),
                        phone.getValue(),
                        personName.getValue(),
                        personPhone.getValue(),
                        personId.getValue(),
                        relation.getValue(),
                        interest.getValue())
                : null;
    }

    void restore(@Nullable Draft left) {
        if (left == null) {
            return;
        }
        capacity.setValue(left.capacity());
        ward.setValue(left.ward());
        lawyer.setValue(left.lawyer());
        name.setValue(left.name());
        phone.setValue(left.phone());
        personName.setValue(left.personName());
        personPhone.setValue(left.personPhone());
        personId.setValue(left.personId());
        relation.setValue(left.relation());
        interest.setValue(left.interest());
    }

    /** Lies with the draft of the request. */
    record Draft(
            Capacity capacity,
            @Nullable Ward ward,
            boolean lawyer,
            String name,
            String phone,
            String personName,
            String personPhone,
            String personId,
            String relation,
            String interest) {}
}
