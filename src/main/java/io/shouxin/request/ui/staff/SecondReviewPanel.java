package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.inbox.InboxTask;
import io.shouxin.inbox.ui.Decider;
import io.shouxin.inbox.ui.TaskPanel;
import io.shouxin.request.Capacity;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RefusalReasons;
import io.shouxin.request.SecondReviewGround;
import io.shouxin.shared.PlainText;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.DecisionBar;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.UiTexts;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 第二人复核: somebody who has not touched the case confirms what one person shall not decide alone, or returns it. */
@org.springframework.stereotype.Component
class SecondReviewPanel implements TaskPanel {

    private final CasePages pages;
    private final RefusalReasons reasons;

    SecondReviewPanel(CasePages pages, RefusalReasons reasons) {
        this.pages = pages;
        this.reasons = reasons;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("second-review");
    }

    @Override
    public Component render(InboxTask task, Decider decider) {
        return new Desk(pages.read(task.caseId()), decider).page();
    }

    private final class Desk extends CaseDesk {

        Desk(CaseView view, Decider decider) {
            super(SecondReviewPanel.this.pages, view, decider, UiTexts.text("staff.what.second-review"));
        }

        StaffPage page() {
            String code = view.request().refusalCode();
            if (code != null) {
                String reason = reasons.withCode(code)
                        .map(each -> texts.get(each.textKey()))
                        .orElse(code);
                String words = view.text(CaseText.Kind.REFUSAL);
                notice(Notice.warning(
                        texts.get("staff.second.refusal"),
                        words.isEmpty() ? reason : reason + " " + PlainText.isolated(words)));
            }
            if (SecondReviewGround.ofDecided(view.request(), view.decisions(), view.events())
                    .contains(SecondReviewGround.OWN_ATTESTATION)) {
                notice(Notice.warning(
                        texts.get("staff.second.ownAttestation"), texts.get("staff.second.ownAttestation.what")));
            }
            if (view.request().capacity().isForAnother()
                    && view.decisions().stream().anyMatch(RecordDecision::erases)) {
                notice(Notice.warning(
                        texts.get(
                                "staff.second.forAnother",
                                texts.label(view.request().capacity())),
                        texts.get("staff.second.forAnother.what")));
            }
            if (isPersonUntold()) {
                notice(Notice.warning(texts.get("staff.others.notTold"), texts.get("staff.others.notTold.second")));
            }
            if (view.request().capacity().isForAnother()
                    && code == null
                    && view.decisions().isEmpty()) {
                notice(Notice.warning(
                        texts.get(
                                "staff.second.forAnother",
                                texts.label(view.request().capacity())),
                        texts.get("staff.second.forAnother.nothing")));
            }
            String returned = view.text(CaseText.Kind.RETURNED);
            if (!returned.isEmpty()) {
                String reply = view.replyToReturn();
                notice(Notice.info(
                        texts.get("staff.second.returned", returned),
                        reply.isEmpty() ? texts.get(changeSinceReturn(code)) : texts.get("staff.second.reply", reply)));
            }
            return render();
        }

        /** An agent asks, and the person could not be told of it. */
        private boolean isPersonUntold() {
            return view.request().capacity() == Capacity.AGENT
                    && view.request().subjectId() != null
                    && view.events().stream().noneMatch(event -> event.kind() == CaseEvent.Kind.PERSON_TOLD);
        }

        private String changeSinceReturn(@Nullable String refusedNow) {
            boolean refusedThen = view.lastReturn().refusedWith() != null;
            if (refusedThen && refusedNow == null) {
                return "staff.second.refusalTakenBack";
            }
            return !refusedThen && refusedNow != null ? "staff.second.refusedSince" : "staff.second.changed";
        }

        @Override
        void buttons(DecisionBar to) {
            String course = course();
            to.primary(texts.get("staff.bar.confirm." + course), "A", () -> {
                if (!sheet.isOpen()) {
                    send(Map.of("outcome", "APPROVED"), course);
                }
            });
            to.secondary(texts.get("staff.bar.return"), "R", this::giveBack);
        }

        /** What the confirmation brings about: nobody shall take a refusal for a deletion. */
        private String course() {
            if (view.request().refusalCode() != null) {
                return "refusal";
            }
            return view.decisions().stream().anyMatch(RecordDecision::erases) ? "erasing" : "keeping";
        }

        private void giveBack() {
            if (sheet.isOpen() || !takeForSheet()) {
                return;
            }
            TextArea why = TextForms.area("staff.return.why", "staff.return.help");
            RadioButtonGroup<String> matter = matter();
            sheet.open(
                    "return",
                    texts.get("staff.return.title"),
                    texts.get("staff.return.send"),
                    () -> {
                        TextForms.require(why);
                        if (sendOrThrow(
                                Map.of("outcome", "RETURNED", "text", why.getValue(), "matter", matter.getValue()))) {
                            sheet.close();
                        }
                    },
                    matter,
                    why);
        }

        /** What the clerk shall look at again; asked where somebody vouched that the requester may ask for another person. */
        private RadioButtonGroup<String> matter() {
            RadioButtonGroup<String> matter = Choices.one(texts.get("staff.return.matter"));
            matter.setItems("DECISIONS", "AUTHORITY");
            matter.setItemLabelGenerator(each -> texts.get("staff.return.matter." + each));
            matter.setValue("DECISIONS");
            matter.setVisible(pages.authorityOf(view.request().id())
                    .filter(authority -> authority.authority().isConfirmed())
                    .isPresent());
            return matter;
        }
    }
}
