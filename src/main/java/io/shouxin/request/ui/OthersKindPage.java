package io.shouxin.request.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.request.BehalfDraft;
import io.shouxin.request.BehalfStep;
import io.shouxin.request.Capacity;
import io.shouxin.request.Ward;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Of guardians how old the person is, of agents whether they are lawyers: papers and time depend on it. */
@Route("others/kind")
@AnonymousAllowed
class OthersKindPage extends BehalfPage {

    OthersKindPage(Behalf behalf) {
        super(behalf, BehalfStep.KIND);
    }

    /** One answer: what it is called, and what it makes of the draft. */
    private record Kind(String label, UnaryOperator<BehalfDraft> answer) {}

    @Override
    QuestionPage ask(BehalfDraft draft) {
        boolean guardian = draft.capacity() == Capacity.GUARDIAN;
        String keys = guardian ? "client.others.ward" : "client.others.lawyer";
        RadioButtonGroup<Kind> choice = Choices.one(UiTexts.text(keys + ".question"));
        List<Kind> kinds = guardian
                ? List.of(ward(Ward.UNDER_14), ward(Ward.UNDER_18), ward(Ward.ADULT))
                : List.of(lawyer(false), lawyer(true));
        choice.setItems(kinds);
        choice.setItemLabelGenerator(Kind::label);
        kinds.stream().filter(kind -> kind.answer().apply(draft).equals(draft)).forEach(choice::setValue);
        Div problem = new Div();
        choice.addValueChangeListener(change -> {
            choice.setInvalid(false);
            problem.removeAll();
        });
        return page(draft, UiTexts.text(keys + ".title"))
                .lead(UiTexts.text(keys + ".lead"))
                .content(problem, choice)
                .primary(UiTexts.text("client.continue"), () -> {
                    @Nullable Kind kind = choice.getValue();
                    if (kind == null) {
                        Choices.missing(choice, problem, UiTexts.text("client.scope.missing"));
                        return;
                    }
                    behalf.save(kind.answer());
                    goOn();
                });
    }

    private static Kind ward(Ward ward) {
        return new Kind(UiTexts.current().label(ward), draft -> draft.guardianOf(ward));
    }

    private static Kind lawyer(boolean lawyer) {
        return new Kind(UiTexts.text("client.others.lawyer." + lawyer), draft -> draft.lawyer(lawyer));
    }
}
