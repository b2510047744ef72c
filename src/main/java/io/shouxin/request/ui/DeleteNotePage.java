package io.shouxin.request.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.request.Draft;
import io.shouxin.request.DraftStep;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.PlainText;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.UiTexts;
import java.util.UUID;
import java.util.function.Consumer;

/** Question 2: anything the client wants to say. Saved while it is typed; of what is too long, the beginning until it is shortened. */
@Route("delete/note")
@AnonymousAllowed
class DeleteNotePage extends WizardPage {

    DeleteNotePage(CurrentActor current, Wizard wizard) {
        super(current, wizard);
    }

    @Override
    void ask(UUID subject, Draft draft, Consumer<String> forward) {
        TextArea note = LongText.area(UiTexts.text("client.note.question"));
        note.setValue(draft.note());
        Div problem = new Div();
        note.addValueChangeListener(change -> {
            String kept = PlainText.keepable(change.getValue());
            if (!kept.equals(change.getValue())) {
                note.setValue(kept);
                problem.add(LongText.somethingLeftOut());
                return;
            }
            problem.removeAll();
            save(subject, kept, problem);
        });
        boolean chosen = Boolean.FALSE.equals(draft.everything());
        add(new QuestionPage(UiTexts.text("client.note.title"))
                .back(before(chosen ? "delete/choose" : SCOPE))
                .step(2, wizard.length(subject, draft))
                .lead(UiTexts.text("client.note.lead"))
                .content(problem, note)
                .primary(UiTexts.text("client.continue"), () -> {
                    if (LongText.canBeSent(note) && save(subject, note.getValue(), problem)) {
                        goOn(subject, DraftStep.PREVIEW);
                    }
                }));
    }

    /** Words that came from another page meanwhile are shown beside those that stand here; only then may these replace them. */
    private boolean save(UUID subject, String words, Div problem) {
        if (unchanged(subject, (known, stored) -> known.note().equals(stored.note()))) {
            keep(subject, draft -> draft.saying(LongText.cut(words)));
            return true;
        }
        if (!unchanged(subject, (known, stored) -> true)) {
            changedElsewhere(subject, "client.changed.notSaved");
            return false;
        }
        String others = look(subject).map(Draft::note).orElse("");
        problem.removeAll();
        problem.add(Notice.warning(
                UiTexts.text("client.changed.note"),
                others.isBlank()
                        ? UiTexts.text("client.changed.noteGone")
                        : UiTexts.text("client.changed.noteText", LongText.shortened(others))));
        return false;
    }
}
