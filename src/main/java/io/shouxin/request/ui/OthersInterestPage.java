package io.shouxin.request.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.request.BehalfDraft;
import io.shouxin.request.BehalfStep;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.UiTexts;

/** A relative's own lawful and proper interest, without which the law gives them no say (PIPL 49). */
@Route("others/interest")
@AnonymousAllowed
class OthersInterestPage extends BehalfPage {

    OthersInterestPage(Behalf behalf) {
        super(behalf, BehalfStep.INTEREST);
    }

    @Override
    QuestionPage ask(BehalfDraft draft) {
        Div problem = new Div();
        TextArea interest = OthersNotePage.area(
                UiTexts.text("client.others.interest.question"),
                draft.interest(),
                problem,
                words -> behalf.save(answers -> answers.interestedBy(words)));
        return page(draft, UiTexts.text("client.others.interest.title"))
                .lead(UiTexts.text("client.others.interest.lead"))
                .content(problem, interest)
                .primary(UiTexts.text("client.continue"), () -> {
                    if (interest.getValue().isBlank()) {
                        interest.setErrorMessage(UiTexts.text("client.others.interest.missing"));
                        interest.setInvalid(true);
                        interest.focus();
                    } else if (LongText.canBeSent(interest)) {
                        behalf.save(answers -> answers.interestedBy(interest.getValue()));
                        goOn();
                    }
                });
    }
}
