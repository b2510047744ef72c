package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.inbox.InboxTask;
import io.shouxin.inbox.ui.Decider;
import io.shouxin.inbox.ui.TaskPanel;
import io.shouxin.request.CaseView;
import io.shouxin.request.ProofMethod;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.DecisionBar;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.UiTexts;
import java.util.Map;
import java.util.Set;

/**
 * 给客户回电核验 and 等待补充: a clerk writes down what they have seen, or heard when calling back. Where the firm owes the call, also
 * that it was made in vain; where a question waits, what the client answered.
 */
@org.springframework.stereotype.Component
class ProofPanel implements TaskPanel {

    private static final String CALL = "call-client";

    private final CasePages pages;

    ProofPanel(CasePages pages) {
        this.pages = pages;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CALL, "await-proof");
    }

    @Override
    public Component render(InboxTask task, Decider decider) {
        CaseView view = pages.read(task.caseId());
        boolean call = task.kind().equals(CALL);
        return !call && view.request().proofDemanded()
                ? new AnswerDesk(pages, view, decider).page()
                : new Desk(view, call, decider).page();
    }

    private final class Desk extends CaseDesk {

        private final RadioButtonGroup<ProofMethod> method = Choices.one(UiTexts.text("staff.proof.method"));
        private final TextArea seen = TextForms.area("staff.proof.seen", "staff.proof.help");
        private final boolean call;

        Desk(CaseView view, boolean call, Decider decider) {
            super(
                    ProofPanel.this.pages,
                    view,
                    decider,
                    UiTexts.text(call ? "staff.what.call-client" : "staff.what.await-proof"));
            this.call = call;
            method.setItems(ProofMethod.SEEN_AT_COUNTER, ProofMethod.CALLED_BACK);
            method.setItemLabelGenerator(texts::label);
            method.addValueChangeListener(change -> method.setInvalid(false));
            if (view.request().subjectId() == null) {
                seen.setHelperText(texts.get("staff.proof.help.stranger"));
            }
            beginWith(method);
            beginWith(seen);
        }

        StaffPage page() {
            return render(call ? callPanel() : proofPanel());
        }

        private Panel callPanel() {
            return new Panel(texts.get("staff.call.title"), new Paragraph(texts.get("staff.call.lead")), method, seen);
        }

        private Panel proofPanel() {
            return new Panel(
                    texts.get("staff.proof.title"),
                    new Paragraph(texts.get("staff.proof.lead")),
                    new Paragraph(pages.waitsUntil(view)),
                    method,
                    seen);
        }

        @Override
        void buttons(DecisionBar to) {
            to.primary(texts.get("staff.bar.proof"), "A", this::confirm);
            if (call) {
                to.secondary(texts.get("staff.bar.notReached"), "N", this::notReached);
            }
        }

        private void confirm() {
            ProofMethod chosen = method.getValue();
            if (complete(new FieldChecks()
                            .require(chosen != null, method, "/method", "request.error.fieldMissing.method"))
                    && chosen != null) {
                send(Map.of("outcome", "PROOF_SEEN", "method", chosen.name(), "text", seen.getValue()));
            }
        }

        private void notReached() {
            method.setInvalid(false);
            if (complete(new FieldChecks())) {
                send(Map.of("outcome", "NOT_REACHED", "text", seen.getValue()));
            }
        }

        private boolean complete(FieldChecks checks) {
            try {
                checks.require(!seen.getValue().isBlank(), seen, "/text", "request.error.fieldMissing.text")
                        .fits(seen, "/text")
                        .done();
                return true;
            } catch (InvalidInput e) {
                problem(texts.get("ui.error.check"), texts.get(e.textKey(), e.arguments()));
                return false;
            }
        }
    }
}
