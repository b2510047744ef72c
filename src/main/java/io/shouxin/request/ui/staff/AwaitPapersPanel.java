package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.inbox.InboxTask;
import io.shouxin.inbox.ui.Decider;
import io.shouxin.inbox.ui.TaskPanel;
import io.shouxin.request.AuthorityTexts;
import io.shouxin.request.CaseView;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.DecisionBar;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.UiTexts;
import java.util.Map;
import java.util.Set;

/** 等待代办材料: whoever asks for another person owes papers; a clerk notes what was brought or sent otherwise. */
@org.springframework.stereotype.Component
class AwaitPapersPanel implements TaskPanel {

    private final CasePages pages;

    AwaitPapersPanel(CasePages pages) {
        this.pages = pages;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("await-papers");
    }

    @Override
    public Component render(InboxTask task, Decider decider) {
        return new Desk(pages.read(task.caseId()), decider).page();
    }

    private final class Desk extends CaseDesk {

        private final TextArea came = TextForms.area("staff.others.cameText", "staff.others.cameHelp");

        Desk(CaseView view, Decider decider) {
            super(AwaitPapersPanel.this.pages, view, decider, UiTexts.text("staff.what.await-papers"));
            beginWith(came);
        }

        StaffPage page() {
            UnorderedList missing = new UnorderedList();
            pages.authorityOf(view.request().id()).ifPresent(authority -> authority
                    .missing()
                    .forEach(need -> missing.add(new ListItem(AuthorityTexts.need(need, texts)))));
            return render(new Panel(
                    texts.get("staff.what.await-papers"),
                    new Paragraph(texts.get("staff.others.came.lead")),
                    new Paragraph(pages.waitsUntil(view)),
                    new Paragraph(texts.get("staff.others.missing")),
                    missing,
                    came));
        }

        @Override
        void buttons(DecisionBar to) {
            to.primary(texts.get("staff.bar.papersCame"), "A", () -> {
                try {
                    TextForms.require(came);
                } catch (InvalidInput e) {
                    problem(texts.get("ui.error.check"), texts.get(e.textKey(), e.arguments()));
                    return;
                }
                send(Map.of("text", came.getValue()));
            });
        }
    }
}
