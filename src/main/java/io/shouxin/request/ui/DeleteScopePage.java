package io.shouxin.request.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.request.Draft;
import io.shouxin.request.DraftStep;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.UiTexts;
import java.util.UUID;
import java.util.function.Consumer;

/** Question 1: everything, or chosen categories. */
@Route("delete")
@AnonymousAllowed
class DeleteScopePage extends WizardPage {

    private enum Scope {
        EVERYTHING,
        CHOSEN
    }

    DeleteScopePage(CurrentActor current, Wizard wizard) {
        super(current, wizard);
    }

    @Override
    boolean startsHere() {
        return true;
    }

    @Override
    void ask(UUID subject, Draft draft, Consumer<String> forward) {
        RadioButtonGroup<Scope> choice = Choices.one(UiTexts.text("client.scope.question"));
        choice.setItems(Scope.values());
        choice.setItemLabelGenerator(scope -> UiTexts.text("client.scope." + scope.name()));
        if (draft.everything() != null) {
            choice.setValue(draft.everything() ? Scope.EVERYTHING : Scope.CHOSEN);
        }
        Div problem = new Div();
        choice.addValueChangeListener(change -> {
            choice.setInvalid(false);
            problem.removeAll();
            save(subject, change.getValue());
        });
        QuestionPage page = first(
                        subject, new QuestionPage(UiTexts.text("client.scope.title")).back(before("guide/deletion")))
                .lead(UiTexts.text("client.scope.lead"));
        wizard.underWay(subject)
                .ifPresent(sent -> page.content(new Notice(
                        Chip.Tone.PLAIN,
                        UiTexts.text("client.before.title"),
                        askedAlready(sent) + UiTexts.text("client.before.text"),
                        new RouteLink("track/" + sent.reference(), UiTexts.text("client.before.see")))));
        add(page.content(problem, choice).primary(UiTexts.text("client.continue"), () -> {
            if (choice.getValue() == null) {
                Choices.missing(choice, problem, UiTexts.text("client.scope.missing"));
                return;
            }
            if (!save(subject, choice.getValue())) {
                return;
            }
            if (choice.getValue() == Scope.EVERYTHING) {
                goOn(subject, DraftStep.NOTE);
            } else {
                goWithin("delete/choose");
            }
        }));
    }

    private boolean save(UUID subject, Scope scope) {
        return keepScope(subject, draft -> scope == Scope.EVERYTHING ? draft.all() : draft.some());
    }
}
