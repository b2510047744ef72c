package io.shouxin.request.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.document.QrCodes;
import io.shouxin.request.Authorities;
import io.shouxin.request.CaseReference;
import io.shouxin.request.CaseView;
import io.shouxin.request.NextSteps;
import io.shouxin.request.ProofFiles;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.ui.Code;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.SummaryList;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;

/** The receipt: it has an address of its own and is still there tomorrow. */
@Route("delete/done/:reference")
@RouteAlias("others/done/:reference")
@AnonymousAllowed
class DeleteDonePage extends OwnPage {

    private final RequestReader reader;
    private final Authorities authorities;
    private final ProofFiles files;
    private final PromisedDate promised;
    private final String publicUrl;

    DeleteDonePage(
            CurrentActor current,
            RequestReader reader,
            Authorities authorities,
            ProofFiles files,
            PromisedDate promised,
            @Value("${shouxin.public-url:http://localhost:8080}") String publicUrl) {
        super(current, "client.done.page");
        this.reader = reader;
        this.authorities = authorities;
        this.files = files;
        this.promised = promised;
        this.publicUrl = publicUrl;
    }

    /** Whoever asked for another person is found by the number of the case, and not by a telephone on file. */
    @Override
    void signIn(BeforeEnterEvent event) {
        if (event.getLocation().getPath().startsWith("others/")) {
            event.forwardTo(
                    "track",
                    QueryParameters.simple(Map.of(
                            "number",
                            event.getRouteParameters().get("reference").orElse(""))));
        } else {
            super.signIn(event);
        }
    }

    @Override
    void enter(BeforeEnterEvent event, UUID owner) {
        String reference = event.getRouteParameters().get("reference").orElse("");
        if (!CaseReference.isPrinted(reference)) {
            show(NoSuchCase.page(reference));
            return;
        }
        try {
            CaseView view = reader.byReference(reference);
            if (view.request().isAskedInNameOf(owner)) {
                // what an agent sent is the agent's receipt; the person in whose name it was sent sees the case
                event.forwardTo("track/" + reference);
                return;
            }
            show(receipt(view));
        } catch (NotFound e) {
            show(NoSuchCase.page(reference));
        }
    }

    private QuestionPage receipt(CaseView view) {
        RequestOutcome outcome = view.request().outcome();
        if (outcome != null) {
            return over(view.request().reference(), outcome);
        }
        String reference = view.request().reference();
        boolean forAnother = view.request().capacity().isForAnother();
        SummaryList summary = new SummaryList();
        if (forAnother) {
            summary.row(
                    UiTexts.text("client.others.check.capacity"),
                    UiTexts.current().label(view.request().capacity()));
        }
        QuestionPage page = new QuestionPage(UiTexts.text("client.done.title")).lead(UiTexts.text("client.done.lead"));
        if (forAnother) {
            authorities
                    .of(view.request().id())
                    .filter(authority -> files.welcome(view.request().id()))
                    .ifPresent(authority -> page.content(RequesterTurn.papers(view, authority)));
        }
        page.content(
                number(reference),
                summary.row(
                        UiTexts.text("client.check.scope"),
                        Answers.scope(view.request().categories())));
        if (!forAnother && view.request().status() == RequestStatus.AWAITING_PROOF) {
            page.content(Notice.warning(UiTexts.text("client.done.proof"), UiTexts.text("client.done.proofText")));
        }
        if (view.request().owesCall()) {
            page.content(Notice.info(UiTexts.text("client.proof.call"), UiTexts.text("client.done.callText")));
        }
        String note = view.ownWords();
        if (!note.isEmpty()) {
            page.content(Notice.info(
                    UiTexts.text("client.done.note"), UiTexts.text("client.done.noteText", LongText.shortened(note))));
        }
        promised.box(view.request(), view.clock()).ifPresent(page::content);
        return page.content(whatNext(view.request()), new DocumentLinks(reference, List.of("receipt-zh", "receipt-en")))
                .content(new RouteLink("", UiTexts.text("client.home")))
                .primary(
                        UiTexts.text("client.done.track"), () -> UI.getCurrent().navigate("track/" + reference));
    }

    /** Whoever comes back later by an old address is not promised again what has been done, or taken back. */
    private QuestionPage over(String reference, RequestOutcome outcome) {
        return new QuestionPage(UiTexts.text("client.outcome." + outcome.name()))
                .lead(UiTexts.text("client.done.over"))
                .content(number(reference), new DocumentLinks(reference, List.of("receipt-zh", "receipt-en")))
                .content(new RouteLink("", UiTexts.text("client.home")))
                .primary(
                        UiTexts.text("client.done.track"), () -> UI.getCurrent().navigate("track/" + reference));
    }

    private Div number(String reference) {
        // the browser must parse the svg as markup of its parent: made as an element by itself it would stay empty
        Html qr = new Html("<div class=\"qr\">" + QrCodes.svg(publicUrl + "/track/" + reference) + "</div>");
        qr.getElement().setAttribute("role", "img");
        qr.getElement().setAttribute("aria-label", UiTexts.text("client.done.qr"));
        Paragraph caption = new Paragraph(UiTexts.text("client.done.number"));
        Code code = new Code(reference);
        Paragraph keep = new Paragraph(UiTexts.text("client.done.keep"));
        Div words = new Div(caption, code, keep);
        Div box = new Div(words, qr);
        box.addClassName("receipt-number");
        return box;
    }

    private static Div whatNext(SubjectRequest request) {
        OrderedList steps = new OrderedList();
        NextSteps.of(request, UiTexts.current()).forEach(step -> steps.add(new ListItem(step)));
        Div part = new Div(new H2(UiTexts.text("client.done.next")), steps);
        part.addClassName("guide-part");
        return part;
    }
}
