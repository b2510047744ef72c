package io.shouxin.setup.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import io.shouxin.setup.SetUp;
import io.shouxin.setup.SetUpAnswers;
import io.shouxin.setup.SetUpDoor;
import io.shouxin.setup.SetUpStep;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.FieldErrors;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.TopBarView;
import io.shouxin.shared.ui.UiTexts;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A question of the set-up, at an address of its own: the browser's Back works, and what was answered is still there. */
abstract class SetUpPage extends Div implements BeforeEnterObserver, TitledView, TopBarView {

    private static final String FROM = "from";
    private static final String FROM_CHECK = "check";

    final SetUp setUp;
    private final SetUpDoor door;
    private final SetUpStep step;
    private final Div problems = new Div();
    private boolean fromCheck;

    SetUpPage(SetUp setUp, SetUpDoor door, SetUpStep step) {
        this.setUp = setUp;
        this.door = door;
        this.step = step;
    }

    @Override
    public String title() {
        return UiTexts.text("setup.title");
    }

    @Override
    public String topBarTitle() {
        return UiTexts.text("setup.title");
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        if (!door.isHeldBy(holder())) {
            event.forwardTo("setup");
            return;
        }
        SetUpAnswers answers = setUp.answers(holder());
        Optional<SetUpStep> missing = answers.missing();
        if (missing.isPresent() && missing.get().compareTo(step) < 0) {
            event.forwardTo(missing.get().route());
            return;
        }
        fromCheck = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(FROM)
                .filter(FROM_CHECK::equals)
                .isPresent();
        removeAll();
        problems.removeAll();
        ask(answers);
    }

    /** Builds the question from what was answered before. */
    abstract void ask(SetUpAnswers answers);

    static String holder() {
        return SetUpSession.holder();
    }

    /** The frame of the question: its words are {@code setup.<step>.title} and {@code .lead}. */
    final QuestionPage question(String key, Component... parts) {
        QuestionPage page = new QuestionPage(UiTexts.text("setup." + key + ".title"));
        if (fromCheck) {
            page.back(SetUpStep.CHECK.route());
        } else if (step.ordinal() > 0) {
            page.back(SetUpStep.values()[step.ordinal() - 1].route());
        }
        page.step(step.number(), SetUpStep.QUESTIONS).lead(UiTexts.text("setup." + key + ".lead"));
        return page.content(problems).content(parts);
    }

    /** Keeps the answer and goes on; what is wrong is said at its field, and nothing that was typed is lost. */
    final void answer(UnaryOperator<SetUpAnswers> answer, Map<String, ? extends HasValidation> fields) {
        attempt(() -> setUp.keep(holder(), answer), fields);
    }

    final void attempt(Runnable keep, Map<String, ? extends HasValidation> fields) {
        problems.removeAll();
        FieldErrors.clear(fields);
        try {
            keep.run();
        } catch (InvalidInput refused) {
            if (!FieldErrors.mark(refused, fields)) {
                problems.add(ErrorBox.of(refused));
            }
            return;
        } catch (AccessRefused taken) {
            UI.getCurrent().navigate("setup");
            return;
        }
        UI.getCurrent().navigate((fromCheck ? SetUpStep.CHECK : step.next()).route());
    }

    /** Where {@link #say} says it. */
    final Component problems() {
        return problems;
    }

    final void say(Component what) {
        problems.removeAll();
        problems.add(what);
    }

    /** Opens a question from the summary. */
    static void change(SetUpStep question) {
        UI.getCurrent().navigate(question.route(), QueryParameters.simple(Map.of(FROM, FROM_CHECK)));
    }

    static TextField field(String key, String value) {
        TextField field = new TextField(UiTexts.text(key), value, "");
        field.setWidthFull();
        if (UiTexts.current().has(key + ".help")) {
            field.setHelperText(UiTexts.text(key + ".help"));
        }
        field.addValueChangeListener(change -> field.setInvalid(false));
        return field;
    }
}
