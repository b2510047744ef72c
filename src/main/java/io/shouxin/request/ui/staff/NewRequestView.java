package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.shouxin.deadline.ClockView;
import io.shouxin.deadline.Clocks;
import io.shouxin.deadline.DeadlineTexts;
import io.shouxin.record.PeopleSearch;
import io.shouxin.request.MissingProof;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestType;
import io.shouxin.request.StaffDrafts;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Code;
import io.shouxin.shared.ui.DueBox;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A request that came in over the counter, by phone or by letter, with the day on which it really came. */
@Route("staff/requests/new")
@RolesAllowed({"STAFF", "REVIEWER", "PRIVACY_OFFICER"})
class NewRequestView extends Div implements BeforeEnterObserver, TitledView {

    private final RequestIntake intake;
    private final RequestReader reader;
    private final PeopleRows people;
    private final PeopleSearch search;
    private final Clocks clocks;
    private final CasePages pages;
    private final StaffDrafts drafts;

    NewRequestView(
            RequestIntake intake,
            RequestReader reader,
            PeopleRows people,
            PeopleSearch search,
            Clocks clocks,
            CasePages pages,
            StaffDrafts drafts) {
        this.intake = intake;
        this.reader = reader;
        this.people = people;
        this.search = search;
        this.clocks = clocks;
        this.pages = pages;
        this.drafts = drafts;
    }

    @Override
    public String title() {
        return UiTexts.text("staff.new.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<UUID> person = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("person")
                .flatMap(NewRequestView::id);
        Optional<NewRequestDraft> left = drafts.find(place()).flatMap(NewRequestDraft::read);
        if (left.isPresent()) {
            offer(left.get(), person);
        } else {
            form(person, Optional.empty());
        }
    }

    private StaffDrafts.Place place() {
        return new StaffDrafts.Place(pages.me(), null);
    }

    /** What was not sent the last time comes before anything new, or the one would be written over the other. */
    private void offer(NewRequestDraft left, Optional<UUID> person) {
        removeAll();
        Texts texts = UiTexts.current();
        Div ways = new Div(
                Buttons.primary(texts.get("staff.new.draft.goOn"), () -> form(Optional.empty(), Optional.of(left))),
                Buttons.quiet(texts.get("staff.new.draft.anew"), () -> {
                    drafts.forget(place());
                    form(person, Optional.empty());
                }));
        ways.addClassName("actions");
        add(new StaffPage(texts.get("staff.new.title"))
                .main(new Panel(
                        texts.get("staff.new.draft"),
                        new Paragraph(texts.get("staff.new.draft.what", StaffDrafts.KEPT.toHours())),
                        ways)));
    }

    private void keep(PersonChoice who, NewRequestForm what) {
        NewRequestDraft entered = what.draft(who);
        if (entered.begun()) {
            drafts.save(place(), entered.subject(), entered.write());
        } else {
            drafts.forget(place());
        }
    }

    private void form(Optional<UUID> person, Optional<NewRequestDraft> left) {
        removeAll();
        Texts texts = UiTexts.current();
        PersonChoice who = new PersonChoice(people, search);
        NewRequestForm what =
                new NewRequestForm(pages.today(), pages.branchNames(), pages.ownBranch(), day -> clocks.preview(
                                RequestType.DELETION.name(), ChinaTime.startOf(day))
                        .on());
        who.onChange(what::offer);
        person.ifPresent(who::choose);
        left.ifPresent(draft -> {
            who.restore(draft);
            what.restore(draft);
        });
        who.onEdit(() -> keep(who, what));
        what.onEdit(() -> keep(who, what));
        Div problems = new Div();
        who.onSearch(problems::removeAll);
        Div foot = new Div(Buttons.primary(texts.get("staff.new.submit"), () -> {
            problems.removeAll();
            List<String> wrong = what.check(who);
            if (!wrong.isEmpty()) {
                problems.add(new ErrorBox(texts.get("ui.error.check"), wrong));
                return;
            }
            try {
                SubjectRequest request = intake.submit(what.read(who));
                drafts.forget(place());
                done(request);
            } catch (InvalidInput e) {
                what.mark(e);
                problems.add(ErrorBox.of(e));
            } catch (AccessRefused e) {
                problems.add(new ErrorBox(texts.get("ui.error.check"), texts.get("staff.new.error.notYours")));
            }
        }));
        add(new StaffPage(texts.get("staff.new.title"))
                .main(
                        new Panel(texts.get("staff.new.who"), who),
                        new Panel(texts.get("staff.new.what"), what),
                        problems,
                        foot)
                .beside(new Panel(texts.get("staff.new.hint"), new Paragraph(texts.get("staff.new.hint.what")))));
    }

    void done(SubjectRequest request) {
        removeAll();
        Texts texts = UiTexts.current();
        StaffPage page = new StaffPage(texts.get("staff.new.done"));
        page.particulars(new Code(request.reference()));
        page.main(
                Notice.done(texts.get("staff.new.done.title", request.reference()), texts.get("staff.new.done.what")));
        boolean ours = pages.sees(request);
        if (!ours) {
            String branch = pages.branchNames().getOrDefault(request.branchId(), "");
            page.main(Notice.info(
                    texts.get("staff.new.elsewhere", branch), texts.get("staff.new.elsewhere.what", branch)));
        }
        ClockView time = clocks.view(request.id().value());
        DeadlineTexts dates = DeadlineTexts.of(texts.locale(), pages.today());
        var due = time.due();
        MissingProof missing = intake.missingProof(request.id());
        boolean rests = missing == MissingProof.CODE || missing == MissingProof.STRONG;
        if (missing != MissingProof.NOTHING) {
            page.main(Notice.warning(
                    texts.get(rests ? "staff.new.unproven.rests" : "staff.new.unproven.call"),
                    texts.get((ours ? "staff.new.unproven." : "staff.new.elsewhere.unproven.") + missing.name())));
        }
        page.main(new DueBox(
                texts.get(rests && due != null ? "staff.new.due.ifProvenToday" : "staff.new.due"),
                due == null ? dates.due(time) : dates.date(due.on()),
                dates.explanation(time)));
        page.main(new Panel(
                texts.get("staff.new.print"),
                new Div(receipt(request, "zh", texts.get("staff.new.receipt.zh"))),
                new Div(receipt(request, "en", texts.get("staff.new.receipt.en")))));
        Div ways =
                new Div(Buttons.link(texts.get("staff.new.another"), () -> form(Optional.empty(), Optional.empty())));
        if (ours) {
            ways.addComponentAsFirst(new Span(" · "));
            ways.addComponentAsFirst(new RouteLink("staff/cases/" + request.id(), texts.get("staff.new.toCase")));
        }
        page.main(ways);
        add(page);
        page.focusTitle();
    }

    private PdfLink receipt(SubjectRequest request, String language, String text) {
        String name = "receipt-" + language.toLowerCase(Locale.ROOT);
        return new PdfLink(text, request.reference() + "-" + name + ".pdf", () -> reader.document(request.id(), name));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
