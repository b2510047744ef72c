package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.shouxin.inbox.StaffNames;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.EventLog;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.UiTexts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was said and done in a case: the client's words, what was written to and fro, what happened. */
final class CaseStory {

    private final StaffNames names;

    CaseStory(StaffNames names) {
        this.names = names;
    }

    void beside(StaffPage page, CaseView view) {
        if (!view.text(CaseText.Kind.NOTE).isEmpty()) {
            page.beside(new Panel(noteTitle(view), note(view)));
        }
        List<CaseText> written = view.texts().stream()
                .filter(text -> Set.of(
                                CaseText.Kind.QUESTION,
                                CaseText.Kind.ANSWER,
                                CaseText.Kind.RETURNED,
                                CaseText.Kind.REPLY,
                                CaseText.Kind.REFUSAL,
                                CaseText.Kind.PROOF_SEEN,
                                CaseText.Kind.PROOF_NOT_ENOUGH,
                                CaseText.Kind.OTHER_BRANCH_REASON,
                                CaseText.Kind.NOT_THIS_PERSON,
                                CaseText.Kind.CALL_FAILED,
                                CaseText.Kind.RELATION,
                                CaseText.Kind.INTEREST,
                                CaseText.Kind.AUTHORITY_SEEN)
                        .contains(text.kind()))
                .toList();
        if (!written.isEmpty()) {
            Panel panel = new Panel(UiTexts.text("staff.case.written"));
            written.forEach(text -> panel.add(written(text)));
            page.beside(panel);
        }
        page.beside(timeline(view));
    }

    static String noteTitle(CaseView view) {
        return UiTexts.text(view.request().channel().isNotedByStaff() ? "staff.case.noted" : "staff.case.words");
    }

    /** What came with the request; only what clients wrote themselves is quoted. */
    static Paragraph note(CaseView view) {
        String note = view.text(CaseText.Kind.NOTE);
        Paragraph words = new Paragraph(
                view.request().channel().isNotedByStaff() ? note : UiTexts.text("staff.case.quote", note));
        words.addClassName("clients-words");
        return words;
    }

    private Component written(CaseText text) {
        Texts texts = UiTexts.current();
        Span head = new Span();
        head.addClassName("small");
        UUID by = text.by();
        head.add(texts.get("staff.text." + text.kind().name()) + " · ");
        if (text.kind() != CaseText.Kind.ANSWER && by != null) {
            head.add(names.nameOf(by) + " · ");
        }
        head.add(new TimeText(text.at()));
        Paragraph words = new Paragraph(text.text());
        words.addClassName("written-words");
        Div entry = new Div(head, words);
        entry.addClassName("written");
        return entry;
    }

    private Panel timeline(CaseView view) {
        Texts texts = UiTexts.current();
        EventLog log = new EventLog();
        List<CaseEvent> newestFirst = new ArrayList<>(view.events());
        Collections.reverse(newestFirst);
        for (CaseEvent event : newestFirst) {
            log.event(who(event, texts), what(event, texts), event.at());
        }
        return new Panel(texts.get("staff.case.events"), log);
    }

    private String who(CaseEvent event, Texts texts) {
        UUID by = event.actorId();
        return switch (event.actor()) {
            case STAFF -> by == null ? texts.get("staff.who.STAFF") : names.nameOf(by);
            case CLIENT, SYSTEM, INTEGRATOR, ANONYMOUS ->
                texts.get("staff.who." + event.actor().name());
        };
    }

    private static String what(CaseEvent event, Texts texts) {
        if (event.kind() == CaseEvent.Kind.RECEIVED && Channel.CLOCK.name().equals(event.detail())) {
            return texts.label(Channel.CLOCK);
        }
        String name = texts.get("staff.event." + event.kind().name());
        String detail = detail(event.detail(), event.kind(), texts);
        return detail.isEmpty() ? name : texts.get("staff.event.detail", name, detail);
    }

    private static String detail(@Nullable String code, CaseEvent.Kind kind, Texts texts) {
        if (code == null) {
            return "";
        }
        if (kind == CaseEvent.Kind.DUE_MOVED) {
            return TimeText.text(texts, LocalDate.parse(code));
        }
        String key =
                switch (kind) {
                    case RECEIVED -> "Channel." + code;
                    case IDENTITY_CONFIRMED -> "ProofMethod." + code;
                    case PROOF_RECEIVED -> "staff.received." + code;
                    case DECISION_CHANGED -> "Category." + code;
                    case ERASED, VERIFIED, VERIFICATION_FAILED -> "system." + code;
                    case PROOF_ASKED -> "staff.asked." + code;
                    case REVIEWED -> "staff.verdict." + code;
                    case DEADLINE_WARNED -> "staff.warned." + code;
                    case CLOSED -> "staff.outcome." + code;
                    default -> "";
                };
        return texts.has(key) ? texts.get(key) : "";
    }
}
