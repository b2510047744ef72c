package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.deadline.DeadlineTexts;
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
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** 等待补充: the client owes proof; a clerk may write down what they have seen, or heard when calling back. */
@org.springframework.stereotype.Component
class ProofPanel implements TaskPanel {

    private final CasePages pages;

    ProofPanel(CasePages pages) {
        this.pages = pages;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("await-proof");
    }

    @Override
    public Component render(InboxTask task, Decider decider) {
        return new Desk(pages.read(task.caseId()), decider).page();
    }

    private final class Desk extends CaseDesk {

        private final RadioButtonGroup<ProofMethod> method = Choices.one(UiTexts.text("staff.proof.method"));
        private final TextArea seen = TextForms.area("staff.proof.seen", "staff.proof.help");

        Desk(CaseView view, Decider decider) {
            super(ProofPanel.this.pages, view, decider, UiTexts.text("staff.what.await-proof"));
            method.setItems(ProofMethod.SEEN_AT_COUNTER, ProofMethod.CALLED_BACK);
            method.setItemLabelGenerator(texts::label);
            method.addValueChangeListener(change -> method.setInvalid(false));
            beginWith(method);
            beginWith(seen);
        }

        StaffPage page() {
            LocalDate due = view.request().proofDueOn();
            String until = due == null
                    ? ""
                    : texts.get(
                            "staff.proof.until",
                            DeadlineTexts.of(texts.locale(), pages.today()).date(due));
            return render(new Panel(
                    texts.get("staff.proof.title"),
                    new Paragraph(texts.get("staff.proof.lead")),
                    new Paragraph(until),
                    method,
                    seen));
        }

        @Override
        void buttons(DecisionBar to) {
            to.primary(texts.get("staff.bar.proof"), "A", this::confirm);
        }

        private void confirm() {
            ProofMethod chosen = method.getValue();
            if (chosen == null) {
                method.setErrorMessage(texts.get("request.error.fieldMissing.method"));
                method.setInvalid(true);
                problem(texts.get("ui.error.check"), texts.get("request.error.fieldMissing.method"));
                return;
            }
            try {
                TextForms.require(seen);
            } catch (InvalidInput e) {
                problem(texts.get("ui.error.check"), texts.get(e.textKey()));
                return;
            }
            send(Map.of("method", chosen.name(), "text", seen.getValue()));
        }
    }
}
