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
import io.shouxin.request.AuthorityRules;
import io.shouxin.request.MissingProof;
import io.shouxin.request.NewRequest;
import io.shouxin.request.OtherBranchEntry;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestReader;
import io.shouxin.request.StaffDrafts;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.Code;
import io.shouxin.shared.ui.DueBox;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TimeText;
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

    private static final String RETURNED = "window-returned";

    private final RequestIntake intake;
    private final RequestReader reader;
    private final PeopleRows people;
    private final PeopleSearch search;
    private final Clocks clocks;
    private final CasePages pages;
    private final StaffDrafts drafts;
    private final AuthorityRules rules;

    NewRequestView(
            RequestIntake intake,
            RequestReader reader,
            PeopleRows people,
            PeopleSearch search,
            Clocks clocks,
            CasePages pages,
            StaffDrafts drafts,
            AuthorityRules rules) {
        this.intake = intake;
        this.reader = reader;
        this.people = people;
        this.search = search;
        this.clocks = clocks;
        this.pages = pages;
        this.drafts = drafts;
        this.rules = rules;
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
        begin(person);
    }

    /** What was not sent the last time comes before anything new, so that nothing is entered twice. */
    private void begin(Optional<UUID> person) {
        List<StaffDrafts.Entered> left = drafts.entered(pages.me()).stream()
                .filter(entered -> NewRequestDraft.read(entered.content()).isPresent())
                .toList();
        if (left.isEmpty()) {
            form(person, Optional.empty());
        } else {
            offer(left, person);
        }
    }

    private void offer(List<StaffDrafts.Entered> left, Optional<UUID> person) {
        removeAll();
        Texts texts = UiTexts.current();
        StaffPage page = new StaffPage(texts.get("staff.new.title"));
        page.main(new Paragraph(texts.get("staff.new.draft.what", StaffDrafts.KEPT.toHours())));
        for (StaffDrafts.Entered each : left) {
            Div ways = new Div(
                    Buttons.primary(texts.get("staff.new.draft.goOn"), () -> drafts.takeOver(each.place())
                            .ifPresentOrElse(mine -> form(Optional.empty(), Optional.of(mine)), () -> begin(person))),
                    Buttons.quiet(texts.get("staff.new.draft.discard"), () -> {
                        drafts.forget(each.place());
                        begin(person);
                    }));
            ways.addClassName("actions");
            page.main(new Panel(
                    texts.get("staff.new.draft"),
                    new Paragraph(about(each, texts)),
                    new Paragraph(texts.get("staff.new.draft.changed", TimeText.text(texts, each.changedAt()))),
                    ways));
        }
        page.main(new Div(Buttons.link(texts.get("staff.new.draft.other"), () -> form(person, Optional.empty()))));
        add(page);
    }

    /** What tells one draft from another, without a word about who the client is. */
    private String about(StaffDrafts.Entered entered, Texts texts) {
        return NewRequestDraft.read(entered.content())
                .map(draft -> draft.described(texts, DeadlineTexts.of(texts.locale(), pages.today())))
                .orElse("");
    }

    /** One request that is entered in this window; another window that goes on with it takes it away from here. */
    private final class Entry {

        private final PersonChoice who;
        private final NewRequestForm what;
        private final Div foot = new Div();
        private final Div lost = problems();
        private StaffDrafts.Place place;
        private boolean stored;
        private boolean elsewhere;

        Entry(PersonChoice who, NewRequestForm what, Optional<StaffDrafts.Entered> left) {
            this.who = who;
            this.what = what;
            this.place = left.map(StaffDrafts.Entered::place).orElseGet(() -> StaffDrafts.Place.entering(pages.me()));
            this.stored = left.isPresent();
        }

        /** @return whether it still is this window's */
        boolean keep() {
            NewRequestDraft entered = what.draft(who);
            if (elsewhere) {
                return false;
            }
            if (!stored && entered.begun()) {
                stored = drafts.save(place, entered.subject(), entered.write());
                if (!stored) {
                    elsewhere = true;
                    startAfterErasure();
                    return false;
                }
            } else if (stored && !drafts.saveAgain(place, entered.subject(), entered.write())) {
                elsewhere = true;
                tellLost();
                return false;
            } else if (stored && !entered.begun()) {
                end();
            }
            return true;
        }

        /** Whoever comes back to this window is told before they write anything that would not be kept. */
        void look() {
            if (stored && !elsewhere && drafts.find(place).isEmpty()) {
                elsewhere = true;
                tellLost();
            }
        }

        void end() {
            drafts.forget(place);
            stored = false;
        }

        private void tellLost() {
            Texts texts = UiTexts.current();
            foot.setVisible(false);
            lost.add(new Notice(
                    Chip.Tone.WARN,
                    texts.get("staff.new.draft.elsewhere"),
                    texts.get("staff.new.draft.elsewhere.what"),
                    Buttons.small(texts.get("staff.new.draft.look"), () -> begin(Optional.empty())),
                    Buttons.small(texts.get("staff.new.draft.asAnother"), this::goOnAsAnother)));
            lost.scrollIntoView();
        }

        private void goOnAsAnother() {
            lost.removeAll();
            foot.setVisible(true);
            place = StaffDrafts.Place.entering(pages.me());
            stored = false;
            elsewhere = false;
            what.becomeAnother();
            keep();
        }
    }

    /** Nothing that was entered about somebody stays where it was entered once their data is gone. */
    private void startAfterErasure() {
        Texts texts = UiTexts.current();
        form(
                Optional.empty(),
                Optional.empty(),
                Notice.warning(texts.get("staff.new.draft.erased"), texts.get("staff.new.draft.erased.what")));
    }

    private void form(Optional<UUID> person, Optional<StaffDrafts.Entered> left, Notice... first) {
        removeAll();
        Texts texts = UiTexts.current();
        OthersForm others = new OthersForm(rules);
        PersonChoice who = new PersonChoice(people, search);
        NewRequestForm what = new NewRequestForm(
                pages.today(),
                pages.openBranchNames(),
                pages.ownBranch(),
                (type, day) -> clocks.preview(type, ChinaTime.startOf(day)).on(),
                others);
        who.onChange(what::offer);
        person.ifPresent(who::choose);
        left.flatMap(mine -> NewRequestDraft.read(mine.content())).ifPresent(draft -> {
            who.restore(draft);
            what.restore(draft);
        });
        Div problems = problems();
        Entry entry = new Entry(who, what, left);
        who.onEdit(entry::keep);
        what.onEdit(entry::keep);
        who.onSearch(problems::removeAll);
        entry.foot.add(Buttons.primary(texts.get("staff.new.submit"), () -> {
            problems.removeAll();
            if (!entry.keep()) {
                return;
            }
            List<String> wrong = what.check(who);
            if (!wrong.isEmpty()) {
                problems.add(new ErrorBox(texts.get("ui.error.check"), wrong));
                return;
            }
            try {
                SubjectRequest request = submit(what.read(who), who.otherBranch());
                entry.end();
                done(request);
            } catch (InvalidInput e) {
                Optional<SubjectRequest> earlier = enteredBefore(what.draft(who).key(), e);
                if (earlier.isPresent()) {
                    entry.end();
                    done(
                            earlier.get(),
                            Notice.warning(
                                    texts.get("staff.new.already"),
                                    texts.get(
                                            "staff.new.already.what",
                                            earlier.get().reference())));
                    return;
                }
                what.mark(e);
                problems.add(ErrorBox.of(e));
            } catch (AccessRefused e) {
                problems.add(new ErrorBox(texts.get("ui.error.check"), texts.get("staff.new.error.notYours")));
            }
        }));
        StaffPage page = new StaffPage(texts.get("staff.new.title")).wide(entry.lost);
        onReturn(page, entry::look);
        pages.onlyReviewer().ifPresent(page::wide);
        add(page.main(first)
                .main(
                        new Panel(texts.get("staff.new.asWhom"), others),
                        new Panel(texts.get("staff.new.who"), who),
                        new Panel(texts.get("staff.new.what"), what),
                        problems,
                        entry.foot)
                .beside(new Panel(texts.get("staff.new.hint"), new Paragraph(texts.get("staff.new.hint.what")))));
    }

    private SubjectRequest submit(NewRequest wanted, Optional<OtherBranchEntry> otherBranch) {
        return otherBranch
                .map(entry -> intake.submitKnownElsewhere(wanted, entry))
                .orElseGet(() -> intake.submit(wanted));
    }

    /** What was sent and, because the answer never came, was changed and is sent again. */
    private Optional<SubjectRequest> enteredBefore(String key, InvalidInput refused) {
        return refused.textKey().equals("request.error.idempotencyKeyReused") ? intake.entered(key) : Optional.empty();
    }

    private static Div problems() {
        Div problems = new Div();
        problems.addClassName("problems");
        return problems;
    }

    /** Calls back whenever somebody comes to the window with this page again, for as long as the page stands there. */
    private static void onReturn(StaffPage page, Runnable told) {
        page.getElement().addEventListener(RETURNED, back -> told.run());
        page.getElement().executeJs("""
                        const back = () => this.isConnected
                            ? this.dispatchEvent(new CustomEvent($0))
                            : window.removeEventListener('focus', back);
                        window.addEventListener('focus', back);
                        """, RETURNED);
    }

    /** @param first what must be known before all else */
    void done(SubjectRequest request, Notice... first) {
        removeAll();
        Texts texts = UiTexts.current();
        StaffPage page = new StaffPage(texts.get("staff.new.done"));
        page.particulars(new Code(request.reference()));
        page.main(first);
        page.main(
                Notice.done(texts.get("staff.new.done.title", request.reference()), texts.get("staff.new.done.what")));
        boolean ours = pages.sees(request);
        if (!ours) {
            String branch = pages.branchNames().getOrDefault(request.branchId(), "");
            page.main(Notice.info(
                    texts.get("staff.new.elsewhere", branch), texts.get("staff.new.elsewhere.what", branch)));
        }
        if (ours) {
            pages.mustLook(request).ifPresent(page::main);
        }
        ClockView time = clocks.view(request.id().value());
        DeadlineTexts dates = DeadlineTexts.of(texts.locale(), pages.today());
        var due = time.due();
        MissingProof missing = intake.missingProof(request.id());
        boolean rests =
                missing == MissingProof.CODE || missing == MissingProof.STRONG || missing == MissingProof.PAPERS;
        if (missing != MissingProof.NOTHING) {
            page.main(Notice.warning(
                    texts.get(
                            missing == MissingProof.CHECK
                                    ? "staff.new.unproven.check"
                                    : rests ? "staff.new.unproven.rests" : "staff.new.unproven.call"),
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
