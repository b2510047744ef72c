package io.shouxin.request.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.request.BehalfDraft;
import io.shouxin.request.BehalfStep;
import io.shouxin.request.Capacity;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.UiTexts;

/** As whom somebody asks for another person. */
@Route("others")
@AnonymousAllowed
class OthersCapacityPage extends BehalfPage {

    OthersCapacityPage(Behalf behalf) {
        super(behalf, BehalfStep.CAPACITY);
    }

    @Override
    QuestionPage ask(BehalfDraft draft) {
        RadioButtonGroup<Capacity> choice = Choices.one(UiTexts.text("client.others.capacity.question"));
        choice.setItems(OthersGuidePage.CAPACITIES);
        choice.setItemLabelGenerator(capacity -> UiTexts.text("client.others.capacity." + capacity.name()));
        if (draft.capacity() != null) {
            choice.setValue(draft.capacity());
        }
        Div problem = new Div();
        choice.addValueChangeListener(change -> {
            choice.setInvalid(false);
            problem.removeAll();
        });
        return page(draft, UiTexts.text("client.others.capacity.title"))
                .lead(UiTexts.text("client.others.capacity.lead"))
                .content(problem, choice, new RouteLink("guide/deletion", UiTexts.text("client.others.capacity.self")))
                .primary(UiTexts.text("client.continue"), () -> {
                    Capacity capacity = choice.getValue();
                    if (capacity == null) {
                        Choices.missing(choice, problem, UiTexts.text("client.scope.missing"));
                        return;
                    }
                    behalf.save(answers -> answers.as(capacity));
                    goOn();
                });
    }
}
