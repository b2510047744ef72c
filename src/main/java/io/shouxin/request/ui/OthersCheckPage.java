package io.shouxin.request.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.deadline.Clocks;
import io.shouxin.request.AuthorityRules;
import io.shouxin.request.BehalfDraft;
import io.shouxin.request.BehalfStep;
import io.shouxin.request.Capacity;
import io.shouxin.request.DraftChanged;
import io.shouxin.request.OnBehalf;
import io.shouxin.request.RequestType;
import io.shouxin.request.RequesterSession.Requester;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.SummaryList;
import io.shouxin.shared.ui.UiTexts;
import java.time.Clock;
import java.util.Objects;

/** The last page before sending: every answer with a way to change it, and the papers that will be asked for. */
@Route("others/check")
@AnonymousAllowed
class OthersCheckPage extends BehalfPage {

    private final AuthorityRules rules;
    private final PromisedDate promised;
    private final Clocks clocks;
    private final Clock clock;
    private final Div problem = new Div();

    OthersCheckPage(Behalf behalf, AuthorityRules rules, PromisedDate promised, Clocks clocks, Clock clock) {
        super(behalf, BehalfStep.CHECK);
        this.rules = rules;
        this.promised = promised;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    QuestionPage ask(BehalfDraft draft) {
        problem.removeAll();
        Capacity capacity = Objects.requireNonNull(draft.capacity());
        OnBehalf claim = draft.claim();
        return page(draft, UiTexts.text("client.check.title"))
                .content(
                        problem,
                        answers(draft, claim),
                        AskedPapers.part(
                                UiTexts.text("client.others.check.papers"),
                                rules.papers(capacity, claim.ward(), claim.lawyer())),
                        Notice.info(UiTexts.text("client.check.then"), UiTexts.text("client.others.check.thenText")),
                        promised.ifSentNow(clocks.preview(
                                capacity.clockType(RequestType.DELETION, claim.ward()), clock.instant())))
                .primary(UiTexts.text("client.others.check.send"), () -> send(draft));
    }

    private SummaryList answers(BehalfDraft draft, OnBehalf claim) {
        Requester who = behalf.requesters().current().orElseThrow(() -> new NotFound("requester", "of this session"));
        SummaryList answers = new SummaryList()
                .row(
                        UiTexts.text("client.others.check.capacity"),
                        UiTexts.current().label(claim.capacity()),
                        () -> change(BehalfStep.CAPACITY));
        if (claim.ward() != null) {
            answers.row(
                    UiTexts.text("client.others.ward.question"),
                    UiTexts.current().label(claim.ward()),
                    () -> change(BehalfStep.KIND));
        }
        if (claim.capacity() == Capacity.AGENT) {
            answers.row(
                    UiTexts.text("client.others.lawyer.question"),
                    UiTexts.text("client.others.lawyer." + claim.lawyer()),
                    () -> change(BehalfStep.KIND));
        }
        answers.row(
                        UiTexts.text("client.others.check.you"),
                        UiTexts.text("client.others.check.nameAndPhone", who.name(), who.phone()),
                        () -> change(BehalfStep.REQUESTER))
                .row(
                        UiTexts.text("client.others.check.person"),
                        Answers.person(claim),
                        () -> change(BehalfStep.PERSON));
        if (!claim.interest().isEmpty()) {
            answers.row(
                    UiTexts.text("client.others.interest.question"),
                    LongText.shortened(claim.interest()),
                    () -> change(BehalfStep.INTEREST));
        }
        return answers.row(
                        UiTexts.text("client.check.scope"),
                        Answers.scope(draft.scope()),
                        () -> change(BehalfStep.SCOPE))
                .row(UiTexts.text("client.check.note"), Answers.note(draft.note()), () -> change(BehalfStep.NOTE));
    }

    private void send(BehalfDraft shown) {
        problem.removeAll();
        try {
            SubjectRequest request = behalf.send(shown);
            UI.getCurrent().navigate("others/done/" + request.reference());
        } catch (InvalidInput e) {
            problem.add(ErrorBox.of(e));
        } catch (DraftChanged e) {
            reopen();
            problem.add(
                    Notice.warning(UiTexts.text("client.changed.title"), UiTexts.text("client.others.check.changed")));
        } catch (NotFound e) {
            UI.getCurrent().navigate(route(BehalfStep.CAPACITY));
        }
    }
}
