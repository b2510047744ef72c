package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.inbox.ui.Decider;
import io.shouxin.request.CaseReturn;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.RefusalFacts;
import io.shouxin.request.RefusalReasons;
import io.shouxin.request.Requesters.Candidate;
import io.shouxin.request.SecondReviewGround;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.DecisionBar;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.StaffPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The review of one case. */
final class ReviewDesk extends CaseDesk {

    private final RefusalReasons reasons;
    private final RequesterPanel who;
    private final TextArea reply = TextForms.area("staff.reply.label", "staff.reply.help");

    ReviewDesk(CasePages pages, RefusalReasons reasons, CaseView view, Decider decider) {
        super(pages, view, decider, io.shouxin.shared.ui.UiTexts.text("staff.what.review-decisions"));
        this.reasons = reasons;
        this.who = new RequesterPanel(
                pages.requesters(), view.request().id(), this::link, this::ruleOut, this::ruleOutOthers);
        beginWith(reply);
    }

    StaffPage page() {
        CaseReturn returned = view.lastReturn();
        if (returned.open()) {
            notice(Notice.warning(
                    texts.get(
                            returned.refusedWith() == null ? "staff.review.returned" : "staff.review.returnedRefusal"),
                    view.text(CaseText.Kind.RETURNED)));
        }
        String answer = view.text(CaseText.Kind.ANSWER);
        if (!answer.isEmpty()) {
            notice(Notice.info(texts.get("staff.review.answered"), answer));
        }
        if (secondReviewGrounds().contains(SecondReviewGround.OWN_ATTESTATION)) {
            notice(Notice.info(
                    texts.get("staff.review.ownAttestation"), texts.get("staff.review.ownAttestation.what")));
        }
        List<Component> parts = new ArrayList<>();
        if (view.request().subjectId() == null) {
            parts.add(who);
        }
        if (returned.open()) {
            parts.add(new Panel(texts.get("staff.reply.title"), reply));
        }
        return render(parts.toArray(Component[]::new));
    }

    /** Why the case goes to a second person if this person approves it as it now stands. */
    private Set<SecondReviewGround> secondReviewGrounds() {
        return SecondReviewGround.of(view.request(), records().seen(), view.events(), pages.me());
    }

    /** Where the case goes if this person approves it as it now stands. */
    private String course() {
        if (!secondReviewGrounds().isEmpty()) {
            return "second";
        }
        return view.holdsNothing() ? "nothing" : "erasing";
    }

    @Override
    void mark(InvalidInput refused) {
        if (refused.pointer().equals("/reply")) {
            reply.setErrorMessage(texts.get(refused.textKey(), refused.arguments()));
            reply.setInvalid(true);
        }
    }

    @Override
    void buttons(DecisionBar to) {
        if (view.holdsNothing()) {
            to.primary(texts.get("staff.bar.approveNothing"), "A", this::approve);
        } else {
            to.primary(
                    texts.get(secondReviewGrounds().isEmpty() ? "staff.bar.approve" : "staff.bar.approveToSecond"),
                    "A",
                    this::approve);
        }
        if (!AdjustForm.adjustable(view, changes).isEmpty()) {
            to.secondary(texts.get("staff.bar.adjust"), "E", this::adjust);
        }
        if (view.request().channel() != Channel.CLOCK) {
            to.secondary(texts.get("staff.bar.ask"), "Q", this::ask);
            to.secondary(texts.get("staff.bar.refuse"), "R", this::refuse);
        }
    }

    private void approve() {
        if (!free()) {
            return;
        }
        List<String> wrong = new FieldChecks().fits(reply, "/reply").problems();
        if (wrong.isEmpty()) {
            send(fields("APPROVED"), course());
        } else {
            problem(texts.get("ui.error.check"), wrong.get(0));
        }
    }

    private void adjust() {
        if (free() && takeForSheet()) {
            new AdjustForm(view, changes, reasons.forRecord(facts()), pages.keepingDays(), this::redraw).openIn(sheet);
        }
    }

    private void ask() {
        if (!free() || !takeForSheet()) {
            return;
        }
        TextArea question = TextForms.area("staff.ask.question", "staff.ask.help");
        sheet.open(
                "ask",
                texts.get("staff.ask.title"),
                texts.get("staff.ask.send"),
                () -> {
                    TextForms.require(question);
                    Map<String, Object> fields = fields("ASK_CLIENT");
                    fields.put("text", question.getValue());
                    sendFromSheet(fields);
                },
                question);
    }

    private void refuse() {
        if (free() && takeForSheet()) {
            RefuseForm form = new RefuseForm(reasons.forRequest(facts()));
            sheet.open(
                    "refuse",
                    texts.get("staff.refuse.title"),
                    texts.get("staff.refuse.send"),
                    () -> {
                        Map<String, Object> fields = fields("REFUSED");
                        fields.putAll(form.read());
                        sendFromSheet(fields);
                    },
                    form.parts());
        }
    }

    private void link(Candidate candidate) {
        if (!decider.mayDecide() || !free()) {
            return;
        }
        ComponentTexts.confirm(
                        texts.get("staff.who.isIt.question"),
                        texts.get("staff.who.isIt.what"),
                        texts.get("staff.who.isIt"),
                        () -> {
                            Map<String, Object> fields = new HashMap<>();
                            fields.put("outcome", "LINKED");
                            fields.put("subject", candidate.subject().toString());
                            send(fields);
                        })
                .open();
    }

    private void ruleOut(Candidate candidate) {
        ruleOut(why -> pages.requesters().ruleOut(view.request().id(), candidate.subject(), why));
    }

    private void ruleOutOthers() {
        ruleOut(why -> pages.requesters().ruleOutOthers(view.request().id(), why));
    }

    private void ruleOut(Consumer<String> action) {
        if (!decider.mayDecide() || !free() || !takeForSheet()) {
            return;
        }
        TextArea why = TextForms.area("staff.who.isNot.why", "staff.who.isNot.help");
        sheet.open(
                "rule-out",
                texts.get("staff.who.isNot.title"),
                texts.get("staff.who.isNot"),
                () -> {
                    TextForms.require(why);
                    action.accept(why.getValue());
                    sheet.close();
                    who.draw();
                },
                why);
    }

    private RefusalFacts facts() {
        return RefusalFacts.of(view.request(), view.decisions());
    }

    private boolean free() {
        return !sheet.isOpen();
    }

    private void sendFromSheet(Map<String, Object> fields) {
        if (sendOrThrow(fields)) {
            sheet.close();
        }
    }

    private Map<String, Object> fields(String outcome) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("outcome", outcome);
        if (!changes.isEmpty()) {
            fields.put("decisions", changes.fields());
        }
        if (!reply.isEmpty()) {
            fields.put("reply", reply.getValue());
        }
        return fields;
    }
}
