package io.shouxin.request.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.record.Category;
import io.shouxin.request.BehalfDraft;
import io.shouxin.request.BehalfStep;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.UiTexts;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is to be deleted: everything, or categories by their plain names. All are offered, whatever is held: that is nobody's to know
 * before it is clear that they may ask.
 */
@Route("others/scope")
@AnonymousAllowed
class OthersScopePage extends BehalfPage {

    /** What nobody outside would ask for by name; it goes with everything. */
    private static final Set<Category> INSIDE = EnumSet.of(Category.INTERNAL, Category.UNCLASSIFIED);

    private static final List<Category> OFFERED = Arrays.stream(Category.values())
            .filter(category -> !INSIDE.contains(category))
            .toList();

    private enum Scope {
        EVERYTHING,
        CHOSEN
    }

    OthersScopePage(Behalf behalf) {
        super(behalf, BehalfStep.SCOPE);
    }

    @Override
    QuestionPage ask(BehalfDraft draft) {
        RadioButtonGroup<Scope> choice = Choices.one(UiTexts.text("client.scope.question"));
        choice.setItems(Scope.values());
        choice.setItemLabelGenerator(scope -> UiTexts.text("client.scope." + scope.name()));
        CheckboxGroup<Category> categories = Choices.many(UiTexts.text("client.choose.question"));
        categories.setItems(OFFERED);
        categories.setItemLabelGenerator(category -> UiTexts.current().label(category));
        categories.setValue(draft.categories());
        Boolean everything = draft.everything();
        if (everything != null) {
            choice.setValue(everything ? Scope.EVERYTHING : Scope.CHOSEN);
        }
        categories.setVisible(choice.getValue() == Scope.CHOSEN);
        Div problem = new Div();
        choice.addValueChangeListener(change -> {
            choice.setInvalid(false);
            problem.removeAll();
            boolean chosen = change.getValue() == Scope.CHOSEN;
            categories.setVisible(chosen);
            behalf.save(answers -> answers.asking(!chosen, answers.categories()));
        });
        categories.addValueChangeListener(change -> {
            categories.setInvalid(false);
            problem.removeAll();
            behalf.save(answers -> answers.asking(answers.everything(), change.getValue()));
        });
        return page(draft, UiTexts.text("client.others.scope.title"))
                .lead(UiTexts.text("client.others.scope.lead"))
                .content(problem, choice, categories)
                .primary(UiTexts.text("client.continue"), () -> {
                    if (choice.getValue() == null) {
                        Choices.missing(choice, problem, UiTexts.text("client.scope.missing"));
                        return;
                    }
                    boolean all = choice.getValue() == Scope.EVERYTHING;
                    if (!all && categories.getValue().isEmpty()) {
                        Choices.missing(categories, problem, UiTexts.text("client.others.scope.missing"));
                        return;
                    }
                    behalf.save(answers -> answers.asking(all, categories.getValue()));
                    goOn();
                });
    }
}
