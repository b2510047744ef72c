package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.EmptyState;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.SearchAsked;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Finds a client by a whole phone, document, contract or customer number, e-mail address, WeChat name or name. */
@Route(PeopleView.ROUTE)
@RolesAllowed({"STAFF", "REVIEWER", "PRIVACY_OFFICER", "LEGAL"})
class PeopleView extends Div implements TitledView {

    static final String ROUTE = "staff/people";

    private final PeopleRows people;
    private final CasePages pages;
    private final TextField query = new TextField(UiTexts.text("staff.people.query"));
    private final Div results = new Div();
    private Registration asked = () -> {};

    PeopleView(PeopleRows people, CasePages pages) {
        this.people = people;
        this.pages = pages;
        Texts texts = UiTexts.current();
        query.setHelperText(texts.get("staff.people.query.help"));
        query.setWidthFull();
        query.setMaxLength(200);
        query.setAutofocus(true);
        query.addKeyPressListener(Key.ENTER, enter -> search());
        Div line = new Div(query, Buttons.primary(texts.get("staff.people.search"), this::search));
        line.addClassName("search-line");
        results.getElement().setAttribute("aria-live", "polite");
        results.add(new EmptyState(texts.get("staff.people.start"), texts.get("staff.people.start.what")));
        add(new StaffPage(texts.get("staff.people.title"))
                .main(new Panel(texts.get("staff.people.find"), line), results));
    }

    /** What was typed into the command palette is searched for here at once. */
    @Override
    protected void onAttach(AttachEvent attached) {
        asked = SearchAsked.listen(attached.getUI(), ROUTE, text -> {
            query.setValue(text);
            search();
        });
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        asked.remove();
    }

    @Override
    public String title() {
        return UiTexts.text("staff.people.title");
    }

    private void search() {
        Texts texts = UiTexts.current();
        query.setInvalid(false);
        results.removeAll();
        List<PeopleRows.Row> rows;
        try {
            rows = people.find(query.getValue());
        } catch (InvalidInput e) {
            query.setErrorMessage(texts.get(e.textKey(), e.arguments()));
            query.setInvalid(true);
            return;
        }
        if (people.knownElsewhere(query.getValue())) {
            results.add(Notice.info(texts.get("staff.people.elsewhere"), texts.get("staff.people.elsewhere.what")));
            if (pages.mayEnter() && rows.isEmpty()) {
                results.add(new RouteLink("staff/requests/new", texts.get("staff.people.enter")));
            }
            if (rows.isEmpty()) {
                return;
            }
        }
        if (rows.isEmpty()) {
            EmptyState none = new EmptyState(texts.get("staff.people.none"), texts.get("staff.people.none.what"));
            if (pages.mayEnter()) {
                none.add(new RouteLink("staff/requests/new", texts.get("staff.people.enter")));
            }
            results.add(none);
            return;
        }
        PlainTable table = new PlainTable(
                texts.get("staff.people.name"),
                texts.get("staff.people.phone"),
                texts.get("staff.people.kind"),
                texts.get("staff.people.by"),
                texts.get("staff.people.records"));
        rows.forEach(row -> table.row(
                new RouteLink("staff/people/" + row.subject().id(), row.card().maskedName()),
                PlainTable.cell(row.card().maskedPhone()),
                PlainTable.cell(
                        texts.get("staff.subjectKind." + row.subject().kind().name())),
                PlainTable.cell(texts.get("staff.identifier." + row.by().name())),
                PlainTable.cell(Long.toString(row.records()))));
        results.add(new Panel(texts.get("staff.people.found", rows.size()), table.cardsWhenNarrow()));
    }
}
