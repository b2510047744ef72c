package io.shouxin.request.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.record.Category;
import io.shouxin.request.Draft;
import io.shouxin.request.DraftStep;
import io.shouxin.request.RecordDecision;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.UiTexts;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Question 1, second half: which categories. */
@Route("delete/choose")
@AnonymousAllowed
class DeleteChoosePage extends WizardPage {

    DeleteChoosePage(CurrentActor current, Wizard wizard) {
        super(current, wizard);
    }

    @Override
    boolean choosesScope() {
        return true;
    }

    @Override
    void ask(UUID subject, Draft draft, Consumer<String> forward) {
        Map<Category, Long> counts = wizard.preview(subject, null).stream()
                .collect(Collectors.groupingBy(RecordDecision::category, TreeMap::new, Collectors.counting()));
        CheckboxGroup<Category> choice = Choices.many(UiTexts.text("client.choose.question"));
        choice.setItems(counts.keySet());
        choice.setItemLabelGenerator(category -> UiTexts.text(
                "client.choose.item", UiTexts.current().label(category), counts.getOrDefault(category, 0L)));
        choice.setValue(draft.categories().stream().filter(counts::containsKey).collect(Collectors.toSet()));
        Div problem = new Div();
        choice.addValueChangeListener(change -> {
            choice.setInvalid(false);
            problem.removeAll();
            save(subject, change.getValue());
        });
        add(firstContinued(subject, new QuestionPage(UiTexts.text("client.choose.title")).back(beforeWithin(SCOPE)))
                .lead(UiTexts.text("client.choose.lead"))
                .content(problem, choice)
                .primary(UiTexts.text("client.continue"), () -> {
                    if (choice.getValue().isEmpty()) {
                        Choices.missing(choice, problem, UiTexts.text("client.choose.missing"));
                        return;
                    }
                    if (save(subject, choice.getValue())) {
                        goOn(subject, DraftStep.NOTE);
                    }
                }));
    }

    private boolean save(UUID subject, Set<Category> chosen) {
        return keepScope(subject, draft -> draft.of(chosen));
    }
}
