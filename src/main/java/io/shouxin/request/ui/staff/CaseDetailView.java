package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.shouxin.deadline.ClockView;
import io.shouxin.deadline.DeadlineTexts;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.request.CaseView;
import io.shouxin.request.DocumentName;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.DefinitionTable;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A case to read: the same screen as in the inbox, with its documents instead of a decision. */
@Route("staff/cases/:id")
@RolesAllowed({"STAFF", "REVIEWER", "PRIVACY_OFFICER", "LEGAL", "AUDITOR"})
class CaseDetailView extends Div implements BeforeEnterObserver, TitledView {

    private final CasePages pages;
    private final RequestIntake intake;
    private final Inbox inbox;
    private final EvidenceReader evidence;
    private final CurrentActor current;
    private String title = "";

    CaseDetailView(CasePages pages, RequestIntake intake, Inbox inbox, EvidenceReader evidence, CurrentActor current) {
        this.pages = pages;
        this.intake = intake;
        this.inbox = inbox;
        this.evidence = evidence;
        this.current = current;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CaseView view = pages.read(id(event.getRouteParameters().get("id").orElse("")));
        title = view.request().reference();
        show(view);
    }

    private void show(CaseView view) {
        removeAll();
        add(page(view));
    }

    private StaffPage page(CaseView view) {
        Texts texts = UiTexts.current();
        SubjectRequest request = view.request();
        UUID caseId = request.id().value();
        RequestOutcome outcome = request.outcome();
        StaffPage page = pages.page(
                view,
                outcome == null ? CasePages.status(request, texts) : texts.get("staff.outcome." + outcome.name()));
        for (InboxTask task : inbox.ofCase(caseId)) {
            page.wide(new Notice(
                    io.shouxin.shared.ui.Chip.Tone.PLAIN,
                    texts.get("staff.case.openTask", texts.get("inbox.kind." + task.label())),
                    "",
                    new RouteLink("staff/inbox/" + task.id(), texts.get("staff.case.toTask"))));
        }
        Instant fileEnded = request.fileEndedAt();
        if (fileEnded != null) {
            page.wide(Notice.info(
                    texts.get("staff.fileEnded.title", TimeText.day(texts, fileEnded)),
                    texts.get("staff.fileEnded.text")));
        } else if (outcome == RequestOutcome.NO_PROOF && current.get().hasAny(RequestIntake.HANDLERS)) {
            page.wide(reopening(request, texts));
        }
        page.main(new Panel(
                texts.get("staff.records.title", view.decisions().size()),
                new RecordsTable(view, pages.branchNames(), pages.names(), pages.noChanges(), () -> {})));
        if (!view.erasures().isEmpty()) {
            page.main(RepairPanel.erasures(view));
        }
        if (fileEnded == null) {
            page.beside(documents(view, texts), pages.messages(request.id()));
        }
        pages.proofFiles(request.id()).toChange().ifPresent(page::beside);
        page.beside(facts(view, texts));
        UUID subject = request.subjectId();
        if (subject != null) {
            page.beside(pages.claims(subject).toChange(() -> show(pages.read(caseId))));
            pages.looks(subject).ifPresent(page::beside);
        }
        pages.beside(page, view);
        return page;
    }

    /** Somebody came or called after all: the case goes on with a call back, in which the proof is written down. */
    private Notice reopening(SubjectRequest request, Texts texts) {
        Button button = Buttons.small(texts.get("staff.reopen.button"), () -> ComponentTexts.confirm(
                        texts.get("staff.reopen.question"),
                        texts.get("staff.reopen.text"),
                        texts.get("staff.reopen.yes"),
                        () -> {
                            intake.reopen(request.id(), null);
                            show(pages.read(request.id().value()));
                        })
                .open());
        return new Notice(
                io.shouxin.shared.ui.Chip.Tone.PLAIN,
                texts.get("staff.reopen.title"),
                texts.get("staff.reopen.text"),
                button);
    }

    private Panel documents(CaseView view, Texts texts) {
        RequestId id = view.request().id();
        Panel panel = new Panel(texts.get("staff.documents.title"));
        for (String name : view.documents()) {
            panel.add(new Div(new PdfLink(
                    label(name, texts),
                    view.request().reference() + "-" + name + ".pdf",
                    () -> pages.document(id, name))));
        }
        return panel;
    }

    private static String label(String document, Texts texts) {
        Optional<DocumentName> name = DocumentName.read(document);
        String key = "staff.document." + name.map(DocumentName::kind).orElse("");
        return texts.get(
                document.endsWith("-en") ? "staff.document.inEnglish" : "staff.document.inChinese",
                texts.has(key)
                        ? texts.get(key, name.map(DocumentName::round).orElse(0))
                        : texts.get("staff.document.other"));
    }

    private Panel facts(CaseView view, Texts texts) {
        SubjectRequest request = view.request();
        DefinitionTable table = new DefinitionTable()
                .row(texts.get("staff.cases.received"), TimeText.received(request.receivedAt()))
                .row(texts.get("staff.cases.channel"), texts.label(request.channel()))
                .row(texts.get("staff.cases.branch"), pages.branchNames().getOrDefault(request.branchId(), ""));
        Instant closed = request.closedAt();
        if (closed != null) {
            table.row(texts.get("staff.case.closedAt"), new TimeText(closed));
        }
        String certificate = request.certificateNo();
        if (certificate != null) {
            table.code(texts.get("staff.case.certificate"), certificate);
        }
        ClockView time = view.clock();
        if (time != null) {
            DeadlineTexts dates = DeadlineTexts.of(texts.locale(), pages.today());
            table.row(texts.get("clock.counted"), dates.explanation(time));
            time.pauses().forEach(pause -> table.row(texts.get("clock.pause"), dates.pause(pause)));
        }
        int entries = evidence.entries(request.id().value()).size();
        return new Panel(
                texts.get("staff.case.facts"), table, new Paragraph(texts.get("staff.case.evidence", entries)));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("request", "of that id");
        }
    }
}
