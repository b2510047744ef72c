package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.inbox.ui.Decider;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.DecisionBar;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.UiTexts;
import java.util.Map;

/** A question to the client waits: a clerk writes down what the client answered at the counter or by telephone. */
final class AnswerDesk extends CaseDesk {

    private final TextArea answer = TextForms.area("staff.answer.label", "staff.answer.help");

    AnswerDesk(CasePages pages, CaseView view, Decider decider) {
        super(pages, view, decider, UiTexts.text("staff.what.await-answer"));
        beginWith(answer);
    }

    StaffPage page() {
        Paragraph question = new Paragraph(texts.get("staff.case.quote", view.text(CaseText.Kind.QUESTION)));
        question.addClassName("written-words");
        return render(new Panel(
                texts.get("staff.answer.title"),
                new Paragraph(texts.get("staff.answer.asked")),
                question,
                new Paragraph(texts.get("staff.answer.lead")),
                new Paragraph(pages.waitsUntil(view)),
                answer));
    }

    @Override
    void buttons(DecisionBar to) {
        to.primary(texts.get("staff.bar.answer"), "A", this::note);
    }

    private void note() {
        try {
            TextForms.require(answer);
        } catch (InvalidInput e) {
            problem(texts.get("ui.error.check"), texts.get(e.textKey(), e.arguments()));
            return;
        }
        send(Map.of("outcome", "PROOF_SEEN", "text", answer.getValue()));
    }
}
