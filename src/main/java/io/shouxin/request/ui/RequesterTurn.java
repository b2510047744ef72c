package io.shouxin.request.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.shouxin.request.AskedNeed;
import io.shouxin.request.AuthorityView;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;

/** What whoever asks for another person has to do in their case, and what they may not see of it. */
final class RequesterTurn {

    private RequesterTurn() {}

    /** The papers that are to be handed in: everything that is missing, at once, and what the clerk wrote about it. */
    static Div papers(CaseView view, AuthorityView authority) {
        Div part = new Div(
                new H2(UiTexts.text(
                        authority.lookedAt() ? "client.others.papers.missing" : "client.others.papers.title")),
                new Paragraph(UiTexts.text("client.others.papers.text")),
                AskedPapers.list(toShow(authority)));
        part.addClassName("your-turn");
        String words = view.text(CaseText.Kind.PROOF_NOT_ENOUGH);
        if (!words.isEmpty()) {
            Paragraph said = new Paragraph(words);
            said.addClassName("quoted");
            part.add(new Paragraph(UiTexts.text("client.upload.missing")), said);
        }
        part.add(Buttons.primary(UiTexts.text("client.others.papers.upload"), () -> UI.getCurrent()
                .navigate("track/" + view.request().reference() + "/proof")));
        part.add(new Paragraph(UiTexts.text("client.others.papers.counter")));
        return part;
    }

    /** What is missing; what was said in the request itself only if somebody has read it and asks for more. */
    static List<AskedNeed> toShow(AuthorityView authority) {
        return authority.missing().stream()
                .filter(need -> authority.lookedAt()
                        || !need.oneOf().stream()
                                .allMatch(asked -> asked.paper().isSaid()))
                .toList();
    }

    /** Where others see what is held of them, a requester sees that this is not for them; nothing is said of anybody. */
    static QuestionPage onlyTheirCase(SubjectRequest request) {
        return new QuestionPage(UiTexts.text("client.others.only.title"))
                .back("")
                .lead(UiTexts.text("client.others.only.lead", request.reference()))
                .content(
                        Notice.info(UiTexts.text("client.others.only.own"), UiTexts.text("client.others.only.ownText")),
                        new RouteLink("signout", UiTexts.text("client.signout")))
                .primary(UiTexts.text("client.sent.track"), () -> UI.getCurrent()
                        .navigate("track/" + request.reference()));
    }
}
