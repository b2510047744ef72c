package io.shouxin.request.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.request.Draft;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.UiTexts;
import java.util.UUID;

/** Question 2: anything the client wants to say. Saved while it is typed. */
@Route("delete/note")
@AnonymousAllowed
class DeleteNotePage extends WizardPage {

    DeleteNotePage(CurrentActor current, Wizard wizard) {
        super(current, wizard);
    }

    @Override
    void ask(BeforeEnterEvent event, UUID subject, Draft draft) {
        TextArea note = LongText.area(UiTexts.text("client.note.question"));
        note.setValue(draft.note());
        Div tooLong = new Div();
        note.addValueChangeListener(change -> {
            if (LongText.isTooLong(change.getValue())) {
                tooLong.removeAll();
                tooLong.add(Notice.warning(
                        UiTexts.text("client.note.cut"), UiTexts.text("client.note.cutText", LongText.LONGEST)));
                note.setValue(LongText.cut(change.getValue()));
                return;
            }
            if (!change.getValue().equals(LongText.cut(change.getOldValue()))) {
                tooLong.removeAll();
            }
            save(subject, change.getValue());
        });
        boolean chosen = Boolean.FALSE.equals(draft.everything());
        add(new QuestionPage(UiTexts.text("client.note.title"))
                .back(before(chosen ? "delete/choose" : SCOPE))
                .step(2, wizard.length(subject, draft))
                .lead(UiTexts.text("client.note.lead"))
                .content(tooLong, note)
                .primary(UiTexts.text("client.continue"), () -> {
                    save(subject, note.getValue());
                    goOn("delete/preview");
                }));
    }

    private void save(UUID subject, String words) {
        wizard.draft(subject).ifPresent(draft -> wizard.save(subject, draft.saying(LongText.cut(words))));
    }
}
