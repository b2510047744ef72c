package io.shouxin.request.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.deadline.Clocks;
import io.shouxin.request.Draft;
import io.shouxin.request.DraftChanged;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestType;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.SummaryList;
import io.shouxin.shared.ui.UiTexts;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The last page before sending: every answer with a way to change it; the button's words are the statement. */
@Route("delete/check")
@AnonymousAllowed
class DeleteCheckPage extends WizardPage {

    private final PromisedDate promised;
    private final Clocks clocks;
    private final Clock clock;
    private final Div problem = new Div();

    DeleteCheckPage(CurrentActor current, Wizard wizard, PromisedDate promised, Clocks clocks, Clock clock) {
        super(current, wizard);
        this.promised = promised;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    void ask(UUID subject, Draft draft, Consumer<String> forward) {
        if (wizard.proofOpen(subject, draft)) {
            forward.accept("delete/proof");
            return;
        }
        problem.removeAll();
        boolean strong = wizard.strongProofNeeded(subject, draft);
        int length = wizard.length(subject, draft);
        List<RecordDecision> decisions = wizard.preview(subject, draft);
        SummaryList answers = new SummaryList()
                .row(UiTexts.text("client.check.what"), UiTexts.text("client.delete.title"))
                .row(UiTexts.text("client.check.scope"), Answers.scope(draft), () -> change(SCOPE))
                .row(
                        UiTexts.text("client.check.records"),
                        DecisionCards.counts(decisions),
                        () -> change("delete/preview"))
                .row(UiTexts.text("client.check.note"), Answers.note(draft), () -> change("delete/note"));
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
                        Notice.info(UiTexts.text("client.check.then"), UiTexts.text("client.check.thenText")),
                        promised.ifSentNow(clocks.preview(RequestType.DELETION.name(), clock.instant())))
                .primary(UiTexts.text("client.check.send"), () -> send(subject, draft)));
    }

    private void send(UUID subject, Draft shown) {
        problem.removeAll();
        try {
            SubjectRequest request = wizard.send(subject, shown);
            UI.getCurrent().navigate("delete/done/" + request.reference());
        } catch (InvalidInput e) {
            problem.add(ErrorBox.of(e));
        } catch (DraftChanged e) {
            changedElsewhere(subject, "client.changed.notSent");
        } catch (NotFound e) {
            UI.getCurrent().navigate(SCOPE);
        }
    }
}
