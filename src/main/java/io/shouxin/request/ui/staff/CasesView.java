package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.shouxin.deadline.ClockView;
import io.shouxin.deadline.Clocks;
import io.shouxin.evidence.ShownRows;
import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.request.CaseReference;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.EmptyState;
import io.shouxin.shared.ui.FilterPills;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.SearchAsked;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every request in the person's branches, the next deadline first, and a way to one by its number. */
@Route(CasesView.ROUTE)
@RolesAllowed({"STAFF", "REVIEWER", "PRIVACY_OFFICER", "LEGAL", "AUDITOR"})
class CasesView extends Div implements BeforeEnterObserver, TitledView {

    static final String ROUTE = "staff/cases";

    private static final Pattern SHORT = Pattern.compile("[0-9]{1,6}");

    private final RequestReader reader;
    private final PersonData people;
    private final Clocks clocks;
    private final ShownRows shown;
    private final CasePages pages;
    private final Div hits = new Div();
    private @Nullable RequestStatus status;
    private @Nullable TextField number;
    private Registration asked = () -> {};

    CasesView(RequestReader reader, PersonData people, Clocks clocks, ShownRows shown, CasePages pages) {
        this.reader = reader;
        this.people = people;
        this.clocks = clocks;
        this.shown = shown;
        this.pages = pages;
    }

    record Row(
            SubjectRequest request, String person, @Nullable ClockView clock) {}

    /** Whether it may be typed into the field for case numbers. */
    static boolean looksLikeNumber(String typed) {
        return SHORT.matcher(typed.strip()).matches()
                || CaseReference.read(typed).isPresent();
    }

    /** What was typed into the command palette is looked for here at once; what is not there is told at the field. */
    @Override
    protected void onAttach(AttachEvent attached) {
        asked = SearchAsked.listen(attached.getUI(), ROUTE, text -> {
            TextField field = number;
            if (field != null) {
                field.setValue(text);
                find(field);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        asked.remove();
    }

    @Override
    public String title() {
        return UiTexts.text("staff.cases.title");
    }

    /** The filter is in the address, so that a list can be sent to a colleague. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("status")
                .orElse("");
        status = Stream.of(RequestStatus.values())
                .filter(each -> each.name().equals(asked))
                .findFirst()
                .orElse(null);
        draw();
    }

    private void draw() {
        removeAll();
        hits.removeAll();
        hits.getElement().setAttribute("aria-live", "polite");
        Texts texts = UiTexts.current();
        FilterPills pills = new FilterPills();
        pills.pill(texts.get("staff.cases.all"), reader.count(null, null), status == null, () -> go(null));
        for (RequestStatus each : RequestStatus.values()) {
            int count = reader.count(each, null);
            if (count > 0 || each == status) {
                pills.pill(texts.get("staff.status." + each.name()), count, each == status, () -> go(each));
            }
        }
        StaffPage page = new StaffPage(texts.get("staff.cases.title"));
        CaseQueue queue = new CaseQueue(reader, clocks, status);
        page.wide(search(texts), hits, pills);
        if (queue.size() == 0) {
            page.main(new EmptyState(texts.get("staff.cases.empty"), texts.get("staff.cases.empty.what")));
        } else {
            page.main(grid(queue, texts));
        }
        add(page);
    }

    /** The number as on the receipt, or the end of it (7 means SC-2026-000007, or last year's); or whose it is. */
    private Div search(Texts texts) {
        TextField field = new TextField(texts.get("staff.cases.search"));
        number = field;
        field.setHelperText(texts.get("staff.cases.search.help"));
        field.setMaxLength(200);
        field.setClearButtonVisible(true);
        Runnable find = () -> find(field);
        field.addKeyPressListener(Key.ENTER, enter -> find.run());
        Div line = new Div(field, Buttons.small(texts.get("staff.cases.search.button"), find));
        line.addClassName("search-line");
        return line;
    }

    private void find(TextField field) {
        field.setInvalid(false);
        hits.removeAll();
        String typed = field.getValue().strip();
        Optional<RequestId> numbered = references(typed).stream()
                .flatMap(reference -> byReference(reference).stream())
                .findFirst();
        if (numbered.isPresent()) {
            open(numbered.get());
            return;
        }
        List<SubjectRequest> found = reader.ofPerson(typed);
        if (found.size() == 1) {
            open(found.get(0).id());
        } else if (found.isEmpty()) {
            field.setErrorMessage(UiTexts.text("staff.cases.search.none"));
            field.setInvalid(true);
        } else {
            hits.add(table(found));
        }
    }

    private static void open(RequestId id) {
        UI.getCurrent().navigate("staff/cases/" + id);
    }

    /** Digits alone are of this year, or else of the last one. */
    private List<String> references(String typed) {
        if (SHORT.matcher(typed).matches()) {
            int sequence = Integer.parseInt(typed);
            int year = pages.today().getYear();
            return List.of(CaseReference.of(year, sequence), CaseReference.of(year - 1, sequence));
        }
        return List.of(CaseReference.read(typed).orElseGet(() -> typed.toUpperCase(Locale.ROOT)));
    }

    private Optional<RequestId> byReference(String reference) {
        try {
            return Optional.of(reader.byReference(reference).request().id());
        } catch (NotFound e) {
            return Optional.empty();
        }
    }

    /** Several cases of one name or number, or of several people of one name. */
    private Panel table(List<SubjectRequest> found) {
        Texts texts = UiTexts.current();
        PlainTable table = new PlainTable(
                texts.get("staff.cases.reference"),
                texts.get("staff.cases.person"),
                texts.get("staff.cases.status"),
                texts.get("staff.cases.received"));
        rows(found)
                .forEach(row -> table.row(
                        new RouteLink(
                                "staff/cases/" + row.request().id(),
                                row.request().reference()),
                        PlainTable.cell(row.person()),
                        PlainTable.cell(status(row, texts)),
                        TimeText.received(row.request().receivedAt())));
        return new Panel(texts.get("staff.cases.search.found", found.size()), table.cardsWhenNarrow());
    }

    private Grid<Row> grid(CaseQueue queue, Texts texts) {
        Map<UUID, String> branches = pages.branchNames();
        Function<Row, String> branch =
                row -> branches.size() > 1 ? branches.getOrDefault(row.request().branchId(), "") : "";
        Grid<Row> grid = new Grid<>();
        grid.addClassName("cases-grid");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        Grid.Column<Row> first = narrow(grid.addComponentColumn(row -> number(row, branch.apply(row), texts)))
                .setHeader(texts.get("staff.cases.reference"));
        wide(grid.addColumn(row -> CasePages.scope(row.request(), texts)), "13rem")
                .setTooltipGenerator(row -> CasePages.scope(row.request(), texts))
                .setHeader(texts.get("staff.cases.what"));
        narrow(grid.addColumn(Row::person)).setHeader(texts.get("staff.cases.person"));
        narrow(grid.addColumn(row -> status(row, texts)))
                .setTooltipGenerator(row -> status(row, texts))
                .setHeader(texts.get("staff.cases.status"));
        narrow(grid.addComponentColumn(row -> due(row, texts))).setHeader(texts.get("staff.cases.due"));
        narrow(grid.addComponentColumn(row -> TimeText.received(row.request().receivedAt())))
                .setHeader(texts.get("staff.cases.received"));
        narrow(grid.addColumn(row -> texts.label(row.request().channel()))).setHeader(texts.get("staff.cases.channel"));
        if (branches.size() > 1) {
            narrow(grid.addColumn(branch::apply)).setHeader(texts.get("staff.cases.branch"));
        }
        grid.getColumns().forEach(column -> {
            String part = column == first ? "whole-when-narrow" : "wide-only";
            column.setPartNameGenerator(row -> part);
            column.setHeaderPartName(part);
        });
        grid.setItems(query -> rows(queue.page(query.getOffset(), query.getLimit())).stream(), query -> queue.size());
        grid.addItemClickListener(click -> UI.getCurrent()
                .navigate("staff/cases/" + click.getItem().request().id()));
        return grid;
    }

    private static Grid.Column<Row> narrow(Grid.Column<Row> column) {
        return column.setAutoWidth(true).setFlexGrow(0);
    }

    /** In a unit that is the same in head and cells. Takes what room there is, and breaks its text into lines where that is too little. */
    private static Grid.Column<Row> wide(Grid.Column<Row> column, String atLeast) {
        return column.setWidth(atLeast).setFlexGrow(1);
    }

    private static String status(Row row, Texts texts) {
        return CasePages.status(row.request(), texts);
    }

    private Span due(Row row, Texts texts) {
        return row.clock() == null ? new Span() : pages.due(row.clock(), texts);
    }

    /** A narrow screen shows this column and not much more, so it says there what the others say. */
    private Div number(Row row, String branch, Texts texts) {
        Div more = new Div(
                new Div(new Span(branch.isEmpty() ? row.person() : row.person() + " · " + branch)),
                new Span(CasePages.scope(row.request(), texts)),
                new Div(new Span(status(row, texts) + " "), due(row, texts)));
        more.addClassName("narrow-only");
        return new Div(
                new RouteLink("staff/cases/" + row.request().id(), row.request().reference()), more);
    }

    /** What is shown of these requests, with a fixed number of queries. */
    private List<Row> rows(List<SubjectRequest> requests) {
        List<UUID> cases = requests.stream().map(each -> each.id().value()).toList();
        shown.note("cases", "case", cases);
        Map<UUID, PersonData.Card> cards = people.cards(
                requests.stream()
                        .map(SubjectRequest::subjectId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                Purpose.CASE);
        Map<UUID, ClockView> times = clocks.views(cases);
        return requests.stream()
                .map(each -> {
                    PersonData.Card card = each.subjectId() == null ? null : cards.get(each.subjectId());
                    return new Row(
                            each,
                            card == null ? "—" : card.maskedName(),
                            times.get(each.id().value()));
                })
                .toList();
    }

    private static void go(@Nullable RequestStatus status) {
        UI.getCurrent().navigate(status == null ? "staff/cases" : "staff/cases?status=" + status.name());
    }
}
