package io.shouxin.request.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.document.FileProblem;
import io.shouxin.request.AskedNeed;
import io.shouxin.request.AskedPaper;
import io.shouxin.request.Authorities;
import io.shouxin.request.AuthorityView;
import io.shouxin.request.CaseReference;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.Paper;
import io.shouxin.request.ProofFile;
import io.shouxin.request.ProofFiles;
import io.shouxin.request.ProofTexts;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestReader;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.ProofUpload;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 上传证明: what is asked and why, photos to hand in, and one button that sends them. */
@Route("track/:reference/proof")
@AnonymousAllowed
class ProofUploadPage extends OwnPage {

    private final RequestReader reader;
    private final ProofFiles files;
    private final Authorities authorities;
    private final Div problems = new Div();
    private final Div list = new Div();
    private String reference = "";

    ProofUploadPage(CurrentActor current, RequestReader reader, ProofFiles files, Authorities authorities) {
        super(current, "client.upload.title");
        this.reader = reader;
        this.files = files;
        this.authorities = authorities;
        problems.getElement().setAttribute("aria-live", "polite");
        list.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    void signIn(BeforeEnterEvent event) {
        event.forwardTo(
                "track",
                QueryParameters.simple(Map.of(
                        "number", event.getRouteParameters().get("reference").orElse(""))));
    }

    @Override
    void enter(BeforeEnterEvent event, UUID owner) {
        reference = event.getRouteParameters().get("reference").orElse("").toUpperCase(Locale.ROOT);
        if (!CaseReference.isPrinted(reference)) {
            show(NoSuchCase.page(reference));
            return;
        }
        try {
            CaseView view = reader.byReference(reference);
            if (view.request().isAskedInNameOf(owner)) {
                // the papers of whoever asks in their name are not theirs to see or to bring
                event.forwardTo("track/" + reference);
                return;
            }
            show(files.welcome(view.request().id()) ? asked(view) : notNow());
        } catch (NotFound e) {
            show(NoSuchCase.page(reference));
        }
    }

    private QuestionPage page(String titleKey) {
        return new QuestionPage(UiTexts.text(titleKey)).back("track/" + reference);
    }

    private QuestionPage notNow() {
        return page("client.upload.notNow")
                .lead(UiTexts.text("client.upload.notNowText"))
                .content(new RouteLink("track/" + reference, UiTexts.text("client.upload.toCase")));
    }

    /** The process moves on a moment later; what comes next is told at once. */
    private QuestionPage sent() {
        return page("client.upload.sent")
                .lead(UiTexts.text("client.upload.sentText"))
                .content(new RouteLink("track/" + reference, UiTexts.text("client.upload.toCase")));
    }

    private QuestionPage asked(CaseView view) {
        Optional<AuthorityView> authority = view.request().capacity().isForAnother()
                ? authorities.of(view.request().id())
                : Optional.empty();
        return authority
                .filter(open -> !open.authority().isConfirmed())
                .map(open -> papers(view, open))
                .orElseGet(() -> question(view));
    }

    /** A place for each thing that has to be shown, under the name that the table gives it. */
    private QuestionPage papers(CaseView view, AuthorityView authority) {
        Texts texts = UiTexts.current();
        RequestId id = view.request().id();
        QuestionPage page = page("client.others.upload.title").lead(texts.get("client.others.upload.lead"));
        String words = view.text(CaseText.Kind.PROOF_NOT_ENOUGH);
        if (!words.isEmpty()) {
            page.content(missing("client.upload.missing", words));
        }
        page.content(new Paragraph(texts.get("client.upload.accepted", ProofFiles.MOST)), problems);
        List<AskedNeed> shown = authority.lookedAt() ? authority.missing() : authority.asked();
        shown.stream()
                .filter(need ->
                        need.oneOf().stream().anyMatch(asked -> !asked.paper().isSaid()))
                .forEach(need -> page.content(slot(id, need)));
        page.content(
                list,
                new Paragraph(texts.get("client.others.upload.cover")),
                new Paragraph(texts.get("client.upload.safe")));
        draw(id);
        return page.primary(texts.get("client.upload.send"), () -> send(id));
    }

    /** Where one of several papers suffices, whoever hands one in says which it is. */
    private Div slot(RequestId id, AskedNeed need) {
        Texts texts = UiTexts.current();
        List<Paper> papers = need.oneOf().stream()
                .map(AskedPaper::paper)
                .filter(paper -> !paper.isSaid())
                .toList();
        Div slot = new Div(new H2(texts.label(need.need())));
        slot.addClassName("paper-slot");
        if (papers.size() == 1) {
            slot.add(new Paragraph(texts.label(papers.get(0))), upload(id, papers.get(0)));
            return slot;
        }
        RadioButtonGroup<Paper> which = Choices.one(texts.get("client.others.upload.which"));
        which.setItems(papers);
        which.setItemLabelGenerator(paper -> texts.label(paper));
        Div place = new Div();
        which.addValueChangeListener(change -> {
            place.removeAll();
            if (change.getValue() != null) {
                place.add(upload(id, change.getValue()));
            }
        });
        slot.add(which, place);
        return slot;
    }

    private ProofUpload upload(RequestId id, Paper paper) {
        return new ProofUpload(UiTexts.current().label(paper), content -> take(id, content, paper), this::refuse);
    }

    private QuestionPage question(CaseView view) {
        Texts texts = UiTexts.current();
        RequestId id = view.request().id();
        QuestionPage page = page("client.upload.title").lead(texts.get(leadKey(view)));
        page.content(
                why(view),
                new Paragraph(texts.get("client.upload.accepted", ProofFiles.MOST)),
                problems,
                new ProofUpload(content -> take(id, content, null), this::refuse),
                list,
                new Paragraph(texts.get("client.upload.safe")));
        draw(id);
        return page.primary(texts.get("client.upload.send"), () -> send(id));
    }

    private static String leadKey(CaseView view) {
        return view.request().proofDemanded() ? "client.upload.leadQuestion" : "client.upload.lead";
    }

    /** The question that waits, or what was missing last time, or what is fit to prove who somebody is. */
    private static Div why(CaseView view) {
        Texts texts = UiTexts.current();
        String question = view.request().proofDemanded() ? view.text(CaseText.Kind.QUESTION) : "";
        String missing = view.request().proofDemanded() ? "" : view.text(CaseText.Kind.PROOF_NOT_ENOUGH);
        if (question.isEmpty() && missing.isEmpty()) {
            return new Div(new Paragraph(texts.get("client.upload.fit")));
        }
        return question.isEmpty()
                ? missing("client.upload.missing", missing)
                : missing("client.upload.question", question);
    }

    private static Div missing(String titleKey, String said) {
        Paragraph words = new Paragraph(said);
        words.addClassName("quoted");
        Div asked = new Div(new Paragraph(UiTexts.text(titleKey)), words);
        asked.addClassName("your-turn");
        return asked;
    }

    private void take(RequestId id, byte[] content, @Nullable Paper paper) {
        problems.removeAll();
        try {
            FileProblem problem = files.handIn(id, content, paper).problem();
            if (problem != null) {
                refuse(UiTexts.current().label(problem));
            }
            draw(id);
        } catch (InvalidInput e) {
            problems.add(ErrorBox.of(e));
        } catch (StateRefused e) {
            show(notNow());
        }
    }

    private void refuse(String why) {
        problems.removeAll();
        problems.add(new ErrorBox(UiTexts.text("client.upload.refused"), why));
    }

    private void draw(RequestId id) {
        Texts texts = UiTexts.current();
        list.removeAll();
        List<ProofFile> unsent =
                files.of(id).stream().filter(ProofFile::isUnsent).toList();
        if (unsent.isEmpty()) {
            return;
        }
        UnorderedList items = new UnorderedList();
        items.addClassName("handed-in");
        for (ProofFile file : unsent) {
            Paper paper = file.paper();
            String name = paper == null
                    ? ProofTexts.name(file, texts)
                    : texts.get("client.others.upload.file", ProofTexts.name(file, texts), texts.label(paper));
            Button remove = Buttons.quiet(texts.get("client.upload.remove"), () -> remove(id, file.id()));
            remove.setAriaLabel(texts.get("client.upload.removeOne", name));
            ListItem item = new ListItem(new Span(name), remove);
            if (file.state() == ProofFile.State.QUARANTINED) {
                item.addComponentAtIndex(1, new Span(texts.get("client.upload.scanning")));
            }
            items.add(item);
        }
        list.add(new H2(texts.get("client.upload.received")), items);
    }

    private void remove(RequestId id, UUID file) {
        problems.removeAll();
        try {
            files.remove(id, file);
        } catch (StateRefused e) {
            problems.add(Notice.warning(UiTexts.text("client.moved.title"), UiTexts.text("client.moved.text")));
        }
        draw(id);
    }

    private void send(RequestId id) {
        problems.removeAll();
        try {
            files.submit(id);
            show(sent());
        } catch (InvalidInput e) {
            problems.add(ErrorBox.of(e));
        } catch (StateRefused e) {
            show(notNow());
        }
    }
}
