package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import io.shouxin.inbox.InboxTask;
import io.shouxin.inbox.ui.Decider;
import io.shouxin.inbox.ui.TaskPanel;
import io.shouxin.request.CaseView;
import io.shouxin.request.ErasureReceipt;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.DecisionBar;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.UiTexts;
import java.util.Map;
import java.util.Set;

/** A machine failed: what each system reported, and the order to try again. */
@org.springframework.stereotype.Component
class RepairPanel implements TaskPanel {

    private final CasePages pages;

    RepairPanel(CasePages pages) {
        this.pages = pages;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("erasure-failed", "technical-incident");
    }

    @Override
    public Component render(InboxTask task, Decider decider) {
        return new Desk(pages.read(task.caseId()), task.kind(), decider).page(task.kind());
    }

    /** What the systems reported; also on the page of a closed case. */
    static Panel erasures(CaseView view) {
        Texts texts = UiTexts.current();
        PlainTable table = new PlainTable(
                texts.get("staff.erasure.system"),
                texts.get("staff.erasure.erased"),
                texts.get("staff.erasure.refused"),
                texts.get("staff.erasure.at"),
                texts.get("staff.erasure.verified"));
        for (ErasureReceipt receipt : view.erasures()) {
            Boolean verified = receipt.verified();
            table.row(
                    PlainTable.cell(texts.get("system." + receipt.system())),
                    PlainTable.cell(Integer.toString(receipt.erased())),
                    PlainTable.cell(Long.toString(kept(view, receipt))),
                    new TimeText(receipt.at()),
                    verified == null
                            ? Chip.calm(texts.get("staff.erasure.verified.notYet"))
                            : verified
                                    ? Chip.ok(texts.get("staff.erasure.verified.yes"))
                                    : Chip.late(texts.get("staff.erasure.verified.no")));
        }
        return new Panel(texts.get("staff.erasure.title"), table.cardsWhenNarrow());
    }

    /** What is still in the system: what was decided to stay, and what the system refused to erase since. */
    private static long kept(CaseView view, ErasureReceipt receipt) {
        return receipt.refused()
                + view.decisions().stream()
                        .filter(decision -> decision.system().equals(receipt.system()))
                        .filter(decision -> !decision.erases())
                        .count();
    }

    private final class Desk extends CaseDesk {

        Desk(CaseView view, String kind, Decider decider) {
            super(RepairPanel.this.pages, view, decider, UiTexts.text("staff.what." + kind));
        }

        StaffPage page(String kind) {
            notice(Notice.warning(texts.get("staff.repair." + kind), texts.get("staff.repair." + kind + ".what")));
            return view.erasures().isEmpty() ? render() : render(erasures(view));
        }

        @Override
        void buttons(DecisionBar to) {
            to.primary(texts.get("staff.bar.retry"), "A", () -> send(Map.of()));
        }
    }
}
