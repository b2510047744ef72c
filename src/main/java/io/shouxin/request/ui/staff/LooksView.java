package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.shouxin.inbox.StaffNames;
import io.shouxin.request.PersonLooks;
import io.shouxin.request.PersonLooks.Look;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.EmptyState;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import io.shouxin.subject.Subjects;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Who of the firm looked at a person, when and for what; for those who watch over it, page by page. */
@Route("staff/people/:id/looks")
@RolesAllowed({"PRIVACY_OFFICER", "LEGAL", "AUDITOR"})
class LooksView extends Div implements BeforeEnterObserver, TitledView {

    private static final int PAGE = 50;

    private final PersonLooks looks;
    private final Subjects subjects;
    private final StaffNames names;
    private final List<Look> read = new ArrayList<>();

    LooksView(PersonLooks looks, Subjects subjects, StaffNames names) {
        this.looks = looks;
        this.subjects = subjects;
        this.names = names;
    }

    @Override
    public String title() {
        return UiTexts.text("staff.looks.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        read.clear();
        more(subjects.surviving(id(event.getRouteParameters().get("id").orElse(""))));
    }

    private void more(UUID subject) {
        PersonLooks.Page page = looks.of(subject, read.size(), PAGE);
        read.addAll(page.looks());
        draw(subject, page.more());
    }

    private void draw(UUID subject, boolean more) {
        removeAll();
        Texts texts = UiTexts.current();
        StaffPage page = new StaffPage(texts.get("staff.looks.title"));
        if (read.isEmpty()) {
            add(page.main(new EmptyState(texts.get("staff.looks.none"), texts.get("staff.looks.none.what"))));
            return;
        }
        PlainTable table = new PlainTable(
                texts.get("staff.looks.at"),
                texts.get("staff.looks.by"),
                texts.get("staff.looks.how"),
                texts.get("staff.looks.why"));
        read.forEach(look -> table.row(
                new TimeText(look.at()),
                PlainTable.cell(look.by() == null ? "—" : names.nameOf(look.by())),
                PlainTable.cell(texts.get("staff.looks.how." + look.kind())),
                why(look, texts)));
        page.main(new Panel(texts.get("staff.looks.title"), table.cardsWhenNarrow()));
        if (more) {
            page.main(new Div(Buttons.quiet(texts.get("staff.looks.more"), () -> more(subject))));
        }
        add(page);
    }

    private static Component why(Look look, Texts texts) {
        if (look.purpose() != null) {
            return new Span(texts.get("staff.looks.why." + look.purpose()));
        }
        if (look.request() != null) {
            return new RouteLink(
                    "staff/cases/" + look.request().id(),
                    texts.get("staff.looks.why.case", look.request().reference()));
        }
        return new Span(texts.get(look.inCase() ? "staff.looks.why.otherCase" : "staff.looks.why.work"));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("subject", "of that id");
        }
    }
}
