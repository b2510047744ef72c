package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.shouxin.inbox.ui.TaskPanel;
import io.shouxin.request.CaseView;
import io.shouxin.request.RefusalReasons;
import io.shouxin.shared.ui.DecisionBar;
import io.shouxin.testing.EmptyPage;
import org.junit.jupiter.api.extension.ExtendWith;

/** The panel of a task on an otherwise empty page, before somebody whose decisions are noted. */
@ExtendWith(EmptyPage.class)
abstract class PanelTest {

    final NotingDecider inbox = new NotingDecider();
    final RefusalReasons reasons = Desks.reasons();

    final Component open(TaskPanel panel, CaseView view, String kind) {
        Component page = panel.render(Desks.task(view, kind), inbox);
        UI.getCurrent().add(page);
        return page;
    }

    final Component review(CaseView view) {
        return open(new ReviewPanel(Desks.pages(view), reasons), view, "review-decisions");
    }

    static void press(String key) {
        _get(DecisionBar.class).press(key);
    }
}
