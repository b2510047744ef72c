package io.shouxin.request.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.record.Category;
import io.shouxin.request.Draft;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.SummaryList;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The last page before sending: every answer with a way to change it; the button's words are the statement. */
@Route("delete/check")
@AnonymousAllowed
class DeleteCheckPage extends WizardPage {

    private final Div problem = new Div();

    DeleteCheckPage(CurrentActor current, Wizard wizard) {
        super(current, wizard);
    }

    @Override
    void ask(BeforeEnterEvent event, UUID subject, Draft draft) {
        if (wizard.proofOpen(subject, draft)) {
            event.forwardTo("delete/proof");
            return;
        }
        boolean strong = wizard.strongProofNeeded(subject, draft);
        int length = wizard.length(subject, draft);
        List<RecordDecision> decisions = wizard.preview(subject, draft);
        SummaryList answers = new SummaryList()
                .row(UiTexts.text("client.check.what"), UiTexts.text("client.delete.title"))
                .row(UiTexts.text("client.check.scope"), scope(draft), () -> change(SCOPE))
                .row(
                        UiTexts.text("client.check.records"),
                        DecisionCards.counts(decisions),
                        () -> change("delete/preview"))
                .row(UiTexts.text("client.check.note"), note(draft), () -> change("delete/note"));
        String proof = wizard.given(subject)
                .map(method -> UiTexts.current().label(method))
                .orElseGet(() -> UiTexts.text(strong ? "client.check.proofByCall" : "client.check.proofByCode"));
        if (strong && wizard.given(subject).isEmpty()) {
            answers.row(UiTexts.text("client.check.proof"), proof, () -> change("delete/proof"));
        } else {
            answers.row(UiTexts.text("client.check.proof"), proof);
        }
        add(new QuestionPage(UiTexts.text("client.check.title"))
                .back(strong ? "delete/proof" : "delete/preview")
                .step(length, length)
                .content(
                        problem,
                        answers,
                        Notice.info(UiTexts.text("client.check.then"), UiTexts.text("client.check.thenText")))
                .primary(UiTexts.text("client.check.send"), () -> send(subject)));
    }

    private void send(UUID subject) {
        problem.removeAll();
        try {
            SubjectRequest request = wizard.send(subject);
            UI.getCurrent().navigate("delete/done/" + request.reference());
        } catch (InvalidInput e) {
            problem.add(ErrorBox.of(e));
        } catch (NotFound e) {
            UI.getCurrent().navigate(SCOPE);
        }
    }

    private static String scope(Draft draft) {
        Texts texts = UiTexts.current();
        return Boolean.TRUE.equals(draft.everything())
                ? texts.get("request.scope.all")
                : draft.categories().stream()
                        .sorted()
                        .map((Category category) -> texts.label(category))
                        .collect(Collectors.joining(texts.get("ui.list-separator")));
    }

    private static String note(Draft draft) {
        String note = draft.note().strip();
        if (note.isEmpty()) {
            return UiTexts.text("client.check.noNote");
        }
        return LongText.shortened(note);
    }
}
