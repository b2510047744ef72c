package io.shouxin.request.ui;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.request.Draft;
import io.shouxin.request.DraftStep;
import io.shouxin.request.SubjectOverview.Item;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Question 3: is it all right like this? Each record with the very decision that the staff will see. */
@Route("delete/preview")
@AnonymousAllowed
class DeletePreviewPage extends WizardPage {

    private static final int STEP = 3;

    DeletePreviewPage(CurrentActor current, Wizard wizard) {
        super(current, wizard);
    }

    @Override
    void ask(UUID subject, Draft draft, Consumer<String> forward) {
        List<Item> records = wizard.recordsOf(subject, draft);
        QuestionPage page = new QuestionPage(UiTexts.text("client.preview.title"))
                .back(before("delete/note"))
                .step(STEP, wizard.length(subject, draft))
                .lead(UiTexts.text("client.preview.lead", records.size()));
        if (records.isEmpty()) {
            page.content(Notice.info(UiTexts.text("client.preview.none"), UiTexts.text("client.preview.noneText")));
        }
        page.content(DecisionCards.of(records));
        boolean proof = wizard.strongProofNeeded(subject, draft);
        add(page.primary(
                UiTexts.text("client.preview.go"), () -> goOn(subject, proof ? DraftStep.PROOF : DraftStep.CHECK)));
    }
}
