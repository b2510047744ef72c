package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.shouxin.inbox.ui.Decider;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.DecisionBar;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.UiTexts;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One opened task of a case: the page, the decision bar and what was entered so far. */
abstract class CaseDesk {

    final CasePages pages;
    final CaseView view;
    final Decider decider;
    final Texts texts = UiTexts.current();
    final PendingChanges changes;
    final StaffPage page;
    final SideSheet sheet;
    private final CaseDraft draft;
    private final DecisionBar bar = new DecisionBar();
    private final Div problems = new Div();
    private final Div letter = new Div();
    private final RecordsTable records;
    private int fields;
    private boolean begun;
    private boolean takenForSheet;

    CaseDesk(CasePages pages, CaseView view, Decider decider, String what) {
        this.pages = pages;
        this.view = view;
        this.decider = decider;
        this.draft = pages.draftOf(view.request().id());
        this.changes = draft.changes();
        this.sheet = new SideSheet(draft, this::drawBar, this::sheetCancelled);
        this.page = pages.page(view, what);
        this.records = new RecordsTable(view, pages.branchNames(), pages.names(), changes, this::drawBar);
        problems.addClassName("problems");
        page.particulars(
                decider.holder(), new RouteLink("staff/cases/" + view.request().id(), texts.get("staff.case.toCase")));
        if (!view.text(CaseText.Kind.NOTE).isEmpty()) {
            sheet.show(CaseStory.noteTitle(view), CaseStory.note(view));
        }
        page.wide(problems);
    }

    /** Fills the page; the parts of one task come before what every case shows. */
    final StaffPage render(Component... ownParts) {
        page.main(ownParts);
        page.main(new Panel(texts.get("staff.records.title", view.decisions().size()), records));
        UUID subject = view.request().subjectId();
        if (subject != null) {
            pages.claims(subject).toRead().ifPresent(page::beside);
        }
        files().ifPresent(page::beside);
        pages.beside(page, view);
        if (!view.decisions().isEmpty() || view.request().refusalCode() != null) {
            page.beside(letter);
        }
        page.foot(bar);
        page.add(sheet);
        decider.onHolderChange(this::drawBar);
        drawBar();
        return page;
    }

    /** What was handed in as proof, beside the task. */
    Optional<Panel> files() {
        return pages.proofFiles(view.request().id()).toRead();
    }

    /** The buttons of this kind of task. */
    abstract void buttons(DecisionBar to);

    final RecordsTable records() {
        return records;
    }

    final void redraw() {
        records.draw();
        drawBar();
    }

    /** Sends a decision; a missing field is told at the top of the page and in the field, and nothing is lost. */
    final boolean send(Map<String, Object> fields) {
        return send(fields, "");
    }

    /** @param course as {@link Decider#decide(Map, String)} takes it */
    final boolean send(Map<String, Object> fields, String course) {
        problems.removeAll();
        try {
            return sendOrThrow(fields, course);
        } catch (InvalidInput e) {
            problems.add(ErrorBox.of(e));
            return false;
        }
    }

    /** As {@link #send}, but the words about a wrong field belong to the caller. */
    final boolean sendOrThrow(Map<String, Object> fields) {
        return sendOrThrow(fields, "");
    }

    private boolean sendOrThrow(Map<String, Object> fields, String course) {
        try {
            boolean decided = decider.decide(fields, course);
            if (decided) {
                draft.clear();
            }
            return decided;
        } catch (InvalidInput e) {
            mark(e);
            throw e;
        }
    }

    /** Marks the field of the page that the refusal is about, if it stands on the page and not on a sheet. */
    void mark(InvalidInput refused) {}

    /** Takes the task in hand as soon as something is entered, and keeps what is entered until the task is decided. */
    final void beginWith(HasValue<?, ?> field) {
        beginWith(Integer.toString(fields++), field);
    }

    /** @param name of the field, where the same place may hold another one when the case comes back */
    final void beginWith(String name, HasValue<?, ?> field) {
        draft.keep(getClass().getName() + " " + name, field);
        field.addValueChangeListener(change -> {
            if (change.isFromClient() && !begun) {
                begun = decider.begin();
                takenForSheet = false;
            }
        });
    }

    /** Takes the task in hand for as long as a sheet is open, so that nobody else begins the same. */
    final boolean takeForSheet() {
        boolean mineBefore = decider.inHand();
        boolean mine = decider.begin();
        takenForSheet = mine && !mineBefore;
        return mine;
    }

    /** A look at a sheet leaves the task as free as it was. */
    private void sheetCancelled() {
        if (takenForSheet) {
            takenForSheet = false;
            begun = false;
            decider.giveBack();
        }
    }

    final void problem(String title, String what) {
        problems.removeAll();
        problems.add(new ErrorBox(title, what));
    }

    final void notice(Notice notice) {
        page.wide(notice);
    }

    private void drawDraft() {
        letter.removeAll();
        letter.add(pages.letterDraft(view, changes));
    }

    private void drawBar() {
        drawDraft();
        bar.clear();
        if (decider.mayDecide()) {
            buttons(bar);
            if (sheet.isOpen()) {
                bar.getElement().setAttribute("inert", true);
                return;
            }
            bar.getElement().removeAttribute("inert");
        } else {
            if (decider.heldByColleague()) {
                buttons(bar);
                bar.rest();
            }
            bar.aside(new Span(decider.hindrance()), new Span(" "));
        }
        bar.aside(decider.next());
    }
}
