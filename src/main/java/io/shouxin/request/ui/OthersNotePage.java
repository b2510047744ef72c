package io.shouxin.request.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.request.BehalfDraft;
import io.shouxin.request.BehalfStep;
import io.shouxin.shared.PlainText;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.UiTexts;
import java.util.function.Consumer;

/** Anything whoever asks for another person wants to say. Saved while it is typed. */
@Route("others/note")
@AnonymousAllowed
class OthersNotePage extends BehalfPage {

    OthersNotePage(Behalf behalf) {
        super(behalf, BehalfStep.NOTE);
    }

    @Override
    QuestionPage ask(BehalfDraft draft) {
        Div problem = new Div();
        TextArea note = area(
                UiTexts.text("client.note.question"),
                draft.note(),
                problem,
                words -> behalf.save(answers -> answers.saying(words)));
        return page(draft, UiTexts.text("client.note.title"))
                .lead(UiTexts.text("client.note.lead"))
                .content(problem, note)
                .primary(UiTexts.text("client.continue"), () -> {
                    if (LongText.canBeSent(note)) {
                        behalf.save(answers -> answers.saying(note.getValue()));
                        goOn();
                    }
                });
    }

    /** A field that says what it leaves out and hands on, while it is typed, what can be kept of the rest. */
    static TextArea area(String label, String words, Div problem, Consumer<String> kept) {
        TextArea area = LongText.area(label);
        area.setValue(words);
        area.addValueChangeListener(change -> {
            String keepable = PlainText.keepable(change.getValue());
            if (!keepable.equals(change.getValue())) {
                area.setValue(keepable);
                problem.add(LongText.somethingLeftOut());
                return;
            }
            problem.removeAll();
            kept.accept(LongText.cut(keepable));
        });
        return area;
    }
}
