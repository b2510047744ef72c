package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import io.shouxin.inbox.InboxTask;
import io.shouxin.inbox.ui.Decider;
import io.shouxin.inbox.ui.TaskPanel;
import java.util.Set;

/** 存疑判断: the privacy officer decides what the rules leave open. */
@org.springframework.stereotype.Component
class OfficerPanel implements TaskPanel {

    private final CasePages pages;

    OfficerPanel(CasePages pages) {
        this.pages = pages;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("officer-decisions");
    }

    @Override
    public Component render(InboxTask task, Decider decider) {
        return new OfficerDesk(pages, pages.read(task.caseId()), decider).page();
    }
}
