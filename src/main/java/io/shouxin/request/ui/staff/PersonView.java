package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.shouxin.match.Matches;
import io.shouxin.match.Matches.Merge;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.Hold;
import io.shouxin.record.HoldKind;
import io.shouxin.record.PeopleSearch;
import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.record.RecordGate;
import io.shouxin.request.DecisionTexts;
import io.shouxin.request.PersonReveal;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RunningContracts;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.PlainText;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import io.shouxin.subject.Subject;
import io.shouxin.subject.Subjects;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the firm holds about a person by category, not what it says, and the person's cases. The address of somebody who was merged
 * leads to the one who stays.
 */
@Route("staff/people/:id")
@RolesAllowed({"STAFF", "REVIEWER", "PRIVACY_OFFICER", "LEGAL"})
class PersonView extends Div implements BeforeEnterObserver, TitledView {

    private final PeopleSearch search;
    private final PersonData people;
    private final PersonReveal reveal;
    private final Subjects subjects;
    private final RecordGate gate;
    private final RunningContracts contracts;
    private final RequestReader requests;
    private final CasePages pages;
    private final Matches matches;

    PersonView(
            PeopleSearch search,
            PersonData people,
            PersonReveal reveal,
            Subjects subjects,
            RecordGate gate,
            RunningContracts contracts,
            RequestReader requests,
            CasePages pages,
            Matches matches) {
        this.search = search;
        this.people = people;
        this.reveal = reveal;
        this.subjects = subjects;
        this.gate = gate;
        this.contracts = contracts;
        this.requests = requests;
        this.pages = pages;
        this.matches = matches;
    }

    @Override
    public String title() {
        return UiTexts.text("staff.person.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(subjects.surviving(id(event.getRouteParameters().get("id").orElse(""))));
    }

    private void show(UUID id) {
        List<HeldRecord> records = search.visit(id);
        Subject subject = subjects.get(id);
        PersonData.Card card = people.card(id, Purpose.CASE);
        List<SubjectRequest> own = requests.ofClient(id);
        Texts texts = UiTexts.current();
        removeAll();
        StaffPage page = new StaffPage(texts.get("staff.person.title"))
                .particulars(
                        person(card),
                        Chip.plain(
                                texts.get("staff.subjectKind." + subject.kind().name())))
                .main(records(id, records, texts))
                .beside(cases(own, texts))
                .beside(pages.messages(own))
                .beside(pages.claims(id).toChange(() -> show(id)));
        if (pages.mayEnter()) {
            page.beside(enter(id, texts));
        }
        pages.looks(id).ifPresent(page::beside);
        List<Merge> merges = matches.mergesInto(id);
        if (!merges.isEmpty()) {
            page.beside(MergesPanel.of(merges, matches, () -> show(id)));
        }
        add(page);
    }

    private Component person(PersonData.Card card) {
        String masked = PlainText.isolated(card.maskedName()) + " " + card.maskedPhone();
        return reveal.hasOfPerson(card.subject())
                ? new PersonLine(masked, () -> reveal.ofPerson(card.subject()))
                : new Span(masked);
    }

    private Panel records(UUID id, List<HeldRecord> records, Texts texts) {
        Map<UUID, Hold> refused = gate.refusals(records, Purpose.DAILY_WORK);
        Set<UUID> forContract = contracts.usable(id);
        Map<UUID, String> branches = pages.branchNames();
        Map<Object, List<HeldRecord>> alike = records.stream()
                .collect(Collectors.groupingBy(
                        record -> Arrays.asList(
                                record.category(),
                                record.classification(),
                                record.dealType(),
                                record.branchId(),
                                year(record.signedOn()),
                                forContract.contains(record.id()),
                                refused.get(record.id()) == null
                                        ? null
                                        : refused.get(record.id()).kind()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        PlainTable table = new PlainTable(
                texts.get("staff.records.record"),
                texts.get("staff.people.records"),
                texts.get("staff.records.where"),
                texts.get("staff.person.use"));
        alike.values().forEach(group -> {
            HeldRecord first = group.get(0);
            table.row(
                    PlainTable.cell(
                            DecisionTexts.title(
                                    first.category().name(),
                                    first.dealType() == null
                                            ? null
                                            : first.dealType().name(),
                                    year(first.signedOn()),
                                    texts.locale()),
                            texts.label(first.classification())),
                    PlainTable.cell(Integer.toString(group.size())),
                    PlainTable.cell(texts.get("system.vault"), branches.getOrDefault(first.branchId(), "")),
                    use(refused.get(first.id()), forContract.contains(first.id()), texts));
        });
        return new Panel(texts.get("staff.records.title", records.size()), table.cardsWhenNarrow());
    }

    private static Chip use(@Nullable Hold hold, boolean forContract, Texts texts) {
        if (hold == null) {
            return Chip.plain(texts.get("staff.person.use.normal"));
        }
        if (forContract) {
            return Chip.calm(texts.get("staff.person.use.contract"));
        }
        String words = texts.get("staff.person.use." + hold.kind().name());
        return hold.kind() == HoldKind.SEAL ? Chip.seal(words) : Chip.calm(words);
    }

    private static Panel cases(List<SubjectRequest> cases, Texts texts) {
        Panel panel = new Panel(texts.get("staff.person.cases"));
        if (cases.isEmpty()) {
            panel.add(new Paragraph(texts.get("staff.person.cases.none")));
        }
        cases.forEach(each -> panel.add(new Div(
                new RouteLink("staff/cases/" + each.id(), each.reference()),
                new Span(" · " + CasePages.status(each, texts) + " · "),
                TimeText.received(each.receivedAt()))));
        return panel;
    }

    private static Panel enter(UUID id, Texts texts) {
        return new Panel(
                texts.get("staff.person.enter"),
                new RouteLink("staff/requests/new?person=" + id, texts.get("staff.people.enter")));
    }

    private static @Nullable Integer year(@Nullable LocalDate day) {
        return day == null ? null : day.getYear();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("subject", "of that id");
        }
    }
}
