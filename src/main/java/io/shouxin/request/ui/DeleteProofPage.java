package io.shouxin.request.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.request.Draft;
import io.shouxin.request.DraftStep;
import io.shouxin.request.ProofMethod;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Question 4, only where sensitive data is asked for: a second proof, or a call back. */
@Route("delete/proof")
@AnonymousAllowed
class DeleteProofPage extends WizardPage {

    private static final int STEP = 4;

    DeleteProofPage(CurrentActor current, Wizard wizard) {
        super(current, wizard);
    }

    @Override
    void ask(UUID subject, Draft draft, Consumer<String> forward) {
        if (!wizard.strongProofNeeded(subject, draft)) {
            forward.accept(CHECK);
            return;
        }
        Optional<ProofMethod> given = wizard.given(subject);
        List<ProofMethod> questions =
                given.isPresent() ? List.of() : wizard.proofs().questions(subject);
        boolean onlyCall = given.isEmpty() && questions.isEmpty();
        QuestionPage page = new QuestionPage(UiTexts.text(onlyCall ? "client.proof.titleCall" : "client.proof.title"))
                .back(before("delete/preview"))
                .step(STEP, wizard.length(subject, draft));
        given.ifPresentOrElse(method -> done(page, subject, method), () -> prove(page, subject, questions));
        add(page);
    }

    private void done(QuestionPage page, UUID subject, ProofMethod method) {
        page.content(Notice.done(
                        UiTexts.text("client.proof.done"),
                        UiTexts.text("client.proof.doneText", UiTexts.current().label(method))))
                .primary(UiTexts.text("client.continue"), () -> goOn(subject, DraftStep.CHECK));
    }

    /** @param questions what may be asked; where that is nothing, we call */
    private void prove(QuestionPage page, UUID subject, List<ProofMethod> questions) {
        page.lead(UiTexts.text(questions.isEmpty() ? "client.proof.leadCall" : "client.proof.lead"));
        if (questions.isEmpty()) {
            page.content(Notice.info(UiTexts.text("client.proof.call"), UiTexts.text("client.proof.callText")))
                    .primary(UiTexts.text("client.continue"), () -> goOn(subject, DraftStep.CHECK));
        } else if (wizard.proofs().triesLeft(subject) == 0) {
            page.content(ProofForm.tooMany()).primary(UiTexts.text("client.proof.skip"), () -> skip(subject));
        } else {
            ProofForm form = new ProofForm(
                    wizard.proofs(),
                    subject,
                    questions,
                    method -> {
                        wizard.proved(subject, method);
                        wizard.draft(subject).ifPresent(now -> wizard.save(subject, now.skippingProof(false)));
                        goOn(subject, DraftStep.CHECK);
                    },
                    () -> reopen(subject));
            page.content(form, new Paragraph(UiTexts.text("client.proof.orCall")))
                    .secondary(UiTexts.text("client.proof.skip"), () -> skip(subject))
                    .primary(UiTexts.text("client.proof.go"), form::check);
        }
    }

    private void skip(UUID subject) {
        wizard.draft(subject).ifPresent(now -> wizard.save(subject, now.skippingProof(true)));
        goOn(subject, DraftStep.CHECK);
    }
}
