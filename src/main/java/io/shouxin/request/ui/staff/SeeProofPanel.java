package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.inbox.InboxTask;
import io.shouxin.inbox.ui.Decider;
import io.shouxin.inbox.ui.TaskPanel;
import io.shouxin.request.CaseView;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.DecisionBar;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.UiTexts;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** 核对上传的材料: a clerk opens what was handed in and says whether it proves who the client is, or what is missing. */
@org.springframework.stereotype.Component
class SeeProofPanel implements TaskPanel {

    private final CasePages pages;

    SeeProofPanel(CasePages pages) {
        this.pages = pages;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("see-proof");
    }

    @Override
    public Component render(InboxTask task, Decider decider) {
        return new Desk(pages.read(task.caseId()), decider).page();
    }

    private final class Desk extends CaseDesk {

        private final TextArea words = TextForms.area("staff.files.words", "staff.files.wordsHelp");

        Desk(CaseView view, Decider decider) {
            super(SeeProofPanel.this.pages, view, decider, UiTexts.text("staff.what.see-proof"));
            beginWith(words);
        }

        StaffPage page() {
            Panel panel = new Panel(texts.get("staff.what.see-proof"), new Paragraph(texts.get("staff.files.lead")));
            Optional<Panel> files = pages.proofFiles(view.request().id()).toRead();
            return files.map(list -> render(list, with(panel))).orElseGet(() -> render(with(panel)));
        }

        private Panel with(Panel panel) {
            panel.add(words);
            return panel;
        }

        @Override
        Optional<Panel> files() {
            return Optional.empty();
        }

        @Override
        void buttons(DecisionBar to) {
            to.primary(texts.get("staff.bar.proof"), "A", () -> decide("PROOF_SEEN"));
            to.secondary(texts.get("staff.bar.notEnough"), "N", () -> decide("NOT_ENOUGH"));
        }

        private void decide(String outcome) {
            try {
                TextForms.require(words);
            } catch (InvalidInput e) {
                problem(texts.get("ui.error.check"), texts.get(e.textKey(), e.arguments()));
                return;
            }
            send(Map.of("outcome", outcome, "text", words.getValue()));
        }
    }
}
