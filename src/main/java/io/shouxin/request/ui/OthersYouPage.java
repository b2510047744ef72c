package io.shouxin.request.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.record.ContactForms;
import io.shouxin.request.BehalfDraft;
import io.shouxin.request.BehalfStep;
import io.shouxin.request.RequesterSession.Requester;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.PhoneField;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.UiTexts;
import java.util.Optional;

/**
 * Who asks: a name, and a telephone to which a code goes, whether or not the firm knows it. It must be a mainland mobile: a code to a
 * landline does not arrive, and codes to any country could be asked for at the firm's cost.
 */
@Route("others/you")
@AnonymousAllowed
class OthersYouPage extends BehalfPage {

    OthersYouPage(Behalf behalf) {
        super(behalf, BehalfStep.REQUESTER);
    }

    @Override
    QuestionPage ask(BehalfDraft draft) {
        TextField name = NameFields.name(UiTexts.text("client.others.you.name"));
        name.getElement().setProperty("autocomplete", "name");
        PhoneField phone =
                new PhoneField(UiTexts.text("client.others.you.phone"), UiTexts.text("client.others.you.phoneHelp"));
        behalf.requesters().typed().ifPresent(typed -> {
            name.setValue(typed.name());
            phone.setValue(typed.phone());
        });
        Div problem = new Div();
        Runnable go = () -> {
            problem.removeAll();
            Optional<String> number = ContactForms.phone(phone.getValue()).filter(ContactForms::isMobile);
            boolean named = NameFields.check(name, UiTexts.text("client.others.you.nameMissing"));
            if (number.isEmpty()) {
                phone.refuse();
            }
            if (named && number.isPresent()) {
                answer(draft, new Requester(name.getValue().strip(), number.get()), problem);
            } else {
                (named ? phone : name).focus();
            }
        };
        phone.addKeyPressListener(Key.ENTER, enter -> go.run());
        QuestionPage page = page(draft, UiTexts.text("client.others.you.title"))
                .lead(UiTexts.text("client.others.you.lead"))
                .content(problem, name, phone);
        boolean proved = behalf.requesters().current().isPresent();
        return page.content(
                        Notice.info(UiTexts.text("client.others.you.why"), UiTexts.text("client.others.you.whyText")))
                .primary(UiTexts.text(proved ? "client.continue" : "client.signin.send"), go);
    }

    private void answer(BehalfDraft draft, Requester who, Div problem) {
        Optional<Requester> before = behalf.requesters().current();
        if (before.filter(proved -> proved.phone().equals(who.phone())).isPresent()) {
            if (!before.get().name().equals(who.name())) {
                behalf.rename(before.get(), who.name());
            }
            goOn();
            return;
        }
        switch (behalf.askCode(who, next(draft))) {
            case SENT -> UI.getCurrent().navigate("signin/code");
            case TOO_MANY ->
                problem.add(new ErrorBox(
                        UiTexts.text("client.signin.tooMany"), UiTexts.text("client.others.you.tooManyText")));
            // the page for signing in says how the firm is reached then
            case NO_CHANNEL -> UI.getCurrent().navigate("signin");
        }
    }
}
