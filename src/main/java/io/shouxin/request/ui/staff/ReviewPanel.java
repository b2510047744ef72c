package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import io.shouxin.inbox.InboxTask;
import io.shouxin.inbox.ui.Decider;
import io.shouxin.inbox.ui.TaskPanel;
import io.shouxin.request.RefusalReasons;
import java.util.Set;

/** 逐条审核: the clerk approves, adjusts, asks the client, or refuses. */
@org.springframework.stereotype.Component
class ReviewPanel implements TaskPanel {

    private final CasePages pages;
    private final RefusalReasons reasons;

    ReviewPanel(CasePages pages, RefusalReasons reasons) {
        this.pages = pages;
        this.reasons = reasons;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("review-decisions");
    }

    @Override
    public Component render(InboxTask task, Decider decider) {
        return new ReviewDesk(pages, reasons, pages.read(task.caseId()), decider).page();
    }
}
