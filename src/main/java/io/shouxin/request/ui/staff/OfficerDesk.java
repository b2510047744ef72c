package io.shouxin.request.ui.staff;

import io.shouxin.inbox.ui.Decider;
import io.shouxin.request.CaseView;
import io.shouxin.request.RecordDecision;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.DecisionBar;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import java.util.Map;

/** The open decisions of one case, each with outcome, date and reason. */
final class OfficerDesk extends CaseDesk {

    private final List<OpenDecision> open;

    OfficerDesk(CasePages pages, CaseView view, Decider decider) {
        super(pages, view, decider, UiTexts.text("staff.what.officer-decisions"));
        this.open = DecisionGroup.of(
                        view.decisions().stream().filter(RecordDecision::isOpen).toList())
                .stream()
                .map(group -> new OpenDecision(group, pages.keepingDays()))
                .toList();
        open.forEach(each ->
                each.fields().forEach((name, field) -> beginWith(each.group().ids() + name, field)));
    }

    StaffPage page() {
        pages.nobodyBesidesMe(view.request()).ifPresent(this::notice);
        Panel panel = new Panel(texts.get("staff.officer.title", open.size()));
        for (OpenDecision each : open) {
            panel.add(each);
            List<OpenDecision> alike = alike(each);
            if (alike.size() > 1 && alike.get(0) == each) {
                each.add(Buttons.link(
                        texts.get("staff.officer.same", alike.size() - 1),
                        () -> alike.stream().skip(1).forEach(other -> other.answerAs(each))));
            }
        }
        return render(panel);
    }

    /** All that ask what this one asks, itself among them. */
    private List<OpenDecision> alike(OpenDecision one) {
        return open.stream().filter(one::asksAs).toList();
    }

    @Override
    void buttons(DecisionBar to) {
        to.primary(texts.get("staff.bar.officer"), "A", this::decide);
    }

    private void decide() {
        boolean missing = false;
        for (OpenDecision each : open) {
            try {
                changes.put(each.group().ids(), each.read());
            } catch (InvalidInput e) {
                missing = true;
            }
        }
        if (missing) {
            problem(texts.get("ui.error.check"), texts.get("staff.officer.missing"));
            return;
        }
        send(Map.of("decisions", changes.fields()));
    }
}
