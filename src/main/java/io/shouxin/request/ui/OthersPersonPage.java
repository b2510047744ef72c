package io.shouxin.request.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.record.ContactForms;
import io.shouxin.record.imports.IdentityNumber;
import io.shouxin.record.imports.ProblemCode;
import io.shouxin.request.BehalfDraft;
import io.shouxin.request.BehalfStep;
import io.shouxin.request.Capacity;
import io.shouxin.request.Ward;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.PhoneField;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.UiTexts;
import java.util.Optional;

/**
 * For whom somebody asks, and by what the firm may know that person. What is typed is looked at for its form alone: nothing here tells
 * whether anybody was found.
 */
@Route("others/person")
@AnonymousAllowed
class OthersPersonPage extends BehalfPage {

    OthersPersonPage(Behalf behalf) {
        super(behalf, BehalfStep.PERSON);
    }

    @Override
    QuestionPage ask(BehalfDraft draft) {
        TextField name = NameFields.name(UiTexts.text("client.others.person.name"));
        TextField relation = NameFields.name(UiTexts.text("client.others.person.relation"));
        relation.setHelperText(UiTexts.text("client.others.person.relationHelp"));
        PhoneField phone = new PhoneField(
                UiTexts.text("client.others.person.phone"), UiTexts.text("client.others.person.phoneHelp"));
        phone.getElement().setProperty("autocomplete", "off");
        TextField idNumber = NameFields.name(UiTexts.text("client.others.person.idNumber"));
        idNumber.setHelperText(UiTexts.text("client.others.person.idNumberHelp"));
        name.setValue(draft.personName());
        relation.setValue(draft.relation());
        phone.setValue(draft.personPhone());
        idNumber.setValue(draft.personIdNumber());
        boolean related = draft.capacity() != Capacity.AGENT;
        Div problem = new Div();
        QuestionPage page = page(draft, UiTexts.text("client.others.person.title." + draft.capacity()))
                .lead(UiTexts.text("client.others.person.lead"))
                .content(problem, name);
        if (related) {
            page.content(relation);
        }
        return page.content(
                        phone,
                        idNumber,
                        Notice.info(
                                UiTexts.text("client.others.person.why"),
                                UiTexts.text(
                                        mayLackNumber(draft)
                                                ? "client.others.person.whyMinor"
                                                : "client.others.person.whyText")))
                .primary(UiTexts.text("client.continue"), () -> {
                    problem.removeAll();
                    if (check(draft, name, relation, phone, idNumber, problem)) {
                        String number = ContactForms.phone(phone.getValue()).orElse("");
                        String said = related ? relation.getValue().strip() : "";
                        behalf.save(answers -> answers.about(
                                name.getValue().strip(),
                                number,
                                idNumber.getValue().strip(),
                                said));
                        goOn();
                    }
                });
    }

    /** A child often has no number of their own and stands in the records of a parent. */
    private static boolean mayLackNumber(BehalfDraft draft) {
        Ward ward = draft.ward();
        return draft.capacity() == Capacity.GUARDIAN && ward != null && ward.isMinor();
    }

    private static boolean check(
            BehalfDraft draft, TextField name, TextField relation, PhoneField phone, TextField idNumber, Div problem) {
        boolean named = NameFields.check(name, UiTexts.text("client.others.person.nameMissing"));
        boolean related = NameFields.check(relation);
        boolean read = phone.getValue().isBlank()
                || ContactForms.phone(phone.getValue()).isPresent();
        if (!read) {
            phone.refuse();
        }
        boolean numbered = checkIdNumber(idNumber);
        if (!(named && related && read && numbered)) {
            Optional.of(name)
                    .filter(field -> !named)
                    .or(() -> Optional.of(relation).filter(field -> !related))
                    .or(() -> Optional.<TextField>of(phone).filter(field -> !read))
                    .orElse(idNumber)
                    .focus();
            return false;
        }
        if (phone.getValue().isBlank() && idNumber.getValue().isBlank() && !mayLackNumber(draft)) {
            problem.add(
                    new ErrorBox(UiTexts.text("ui.error.check"), UiTexts.text("client.others.person.numberMissing")));
            phone.focus();
            return false;
        }
        return true;
    }

    private static boolean checkIdNumber(TextField field) {
        String typed = field.getValue();
        if (typed.isBlank()) {
            return true;
        }
        var number = IdentityNumber.normalise(typed);
        boolean readable = number.values().size() == 1
                && number.problems().stream().allMatch(found -> found == ProblemCode.ID_OTHER_DOCUMENT);
        return readable || NameFields.refuse(field, UiTexts.text("client.others.person.idNumberUnreadable"));
    }
}
