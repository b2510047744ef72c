package io.shouxin.sweep.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.shouxin.inbox.InboxTask;
import io.shouxin.inbox.ui.Decider;
import io.shouxin.inbox.ui.TaskPanel;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.DecisionBar;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.UiTexts;
import io.shouxin.sweep.RetentionSweep.Proposal;
import io.shouxin.sweep.SweepDoubt;
import io.shouxin.sweep.Sweeps.View;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The dry run before the officer and, where two must approve, before a second person; a failed step to try again. */
@org.springframework.stereotype.Component
class SweepPanel implements TaskPanel {

    private static final String INCIDENT = "sweep-incident";

    private final SweepPage pages;

    SweepPanel(SweepPage pages) {
        this.pages = pages;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("sweep-approval", "sweep-confirmation", INCIDENT);
    }

    @Override
    public Component render(InboxTask task, Decider decider) {
        return new Desk(pages.read(task.caseId()), task.kind(), decider).page();
    }

    private final class Desk {

        private final Texts texts = UiTexts.current();
        private final View view;
        private final String kind;
        private final Decider decider;
        private final DecisionBar bar = new DecisionBar();
        private final Div problems = new Div();
        private final RadioButtonGroup<SweepDoubt> doubt = Choices.one(texts.get("sweep.doubt.label"));

        Desk(View view, String kind, Decider decider) {
            this.view = view;
            this.kind = kind;
            this.decider = decider;
            problems.addClassName("problems");
        }

        StaffPage page() {
            Proposal proposal = view.sweep().proposal();
            RouteLink sweep = new RouteLink("staff/sweeps/" + proposal.id(), proposal.reference());
            StaffPage page = pages.of(view, texts.get("sweep.task." + kind), sweep);
            page.particulars(decider.holder());
            page.wide(problems);
            if (kind.equals(INCIDENT)) {
                page.wide(Notice.warning(texts.get("sweep.incident"), texts.get("sweep.incident.what")));
            } else {
                page.wide(SweepPage.warning(view, texts));
                SweepDoubt returned = view.sweep().course().returnedFor();
                if (returned != null) {
                    page.wide(Notice.info(texts.get("sweep.returned"), texts.label(returned)));
                }
                page.main(new Panel(texts.get("sweep.doubt.title"), doubts()));
            }
            page.foot(bar);
            decider.onHolderChange(this::drawBar);
            drawBar();
            return page;
        }

        private RadioButtonGroup<SweepDoubt> doubts() {
            doubt.setHelperText(texts.get(isFirst() ? "sweep.doubt.help" : "sweep.doubt.helpSecond"));
            doubt.setItems(SweepDoubt.values());
            doubt.setItemLabelGenerator(texts::label);
            doubt.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    decider.begin();
                }
            });
            return doubt;
        }

        private boolean isFirst() {
            return kind.equals("sweep-approval");
        }

        private void drawBar() {
            bar.clear();
            if (decider.mayDecide()) {
                buttons();
            } else {
                if (decider.heldByColleague()) {
                    buttons();
                    bar.rest();
                }
                bar.aside(new Span(decider.hindrance()), new Span(" "));
            }
            bar.aside(decider.next());
        }

        private void buttons() {
            if (kind.equals(INCIDENT)) {
                bar.primary(texts.get("sweep.bar.retry"), "A", () -> send(Map.of("outcome", "RETRY")));
                return;
            }
            boolean last = isLast();
            bar.primary(
                    texts.get(last ? "sweep.bar.destroy" : "sweep.bar.approve"),
                    "A",
                    () -> send(Map.of("outcome", "APPROVED")));
            bar.secondary(texts.get(isFirst() ? "sweep.bar.reject" : "sweep.bar.return"), "R", this::refuse);
        }

        private boolean isLast() {
            return !isFirst() || view.sweep().proposal().approvals() == 1;
        }

        private void refuse() {
            Map<String, Object> fields = new HashMap<>();
            fields.put("outcome", isFirst() ? "REJECTED" : "RETURNED");
            SweepDoubt chosen = doubt.getValue();
            if (chosen != null) {
                fields.put("doubt", chosen.name());
            }
            send(fields);
        }

        private void send(Map<String, Object> fields) {
            problems.removeAll();
            doubt.setInvalid(false);
            try {
                decider.decide(fields, isLast() ? "destroying" : "second");
            } catch (InvalidInput e) {
                problems.add(ErrorBox.of(e));
                doubt.setInvalid(true);
            }
        }
    }
}
