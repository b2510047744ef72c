package io.shouxin.request.ui;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.shouxin.request.BehalfDraft;
import io.shouxin.request.BehalfDrafts;
import io.shouxin.request.BehalfIntake;
import io.shouxin.request.Capacity;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequesterSession;
import io.shouxin.request.RequesterSession.Requester;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the pages share on which somebody asks for another person. Until the telephone is proved, the answers lie in the browser session
 * alone; from then on in the draft of whoever proved it.
 */
@SpringComponent
class Behalf {

    private final RequesterSession requesters;
    private final BehalfDrafts drafts;
    private final BehalfIntake intake;
    private final RequestReader reader;
    private final CurrentActor current;

    Behalf(
            RequesterSession requesters,
            BehalfDrafts drafts,
            BehalfIntake intake,
            RequestReader reader,
            CurrentActor current) {
        this.requesters = requesters;
        this.drafts = drafts;
        this.intake = intake;
        this.reader = reader;
        this.current = current;
    }

    /**
     * Answers of a session in which nobody has proved a telephone yet, or that are on the way to another telephone.
     *
     * @param to whose they become; null for whoever proves one first, since they say nothing of anybody
     * @param from who gave them, if a telephone was proved
     */
    private record Early(
            BehalfDraft draft,
            @Nullable Requester to,
            @Nullable Requester from) {

        boolean isFor(Requester who) {
            return to == null || to.equals(who);
        }
    }

    /** The request that this session sent; shown to whoever holds its case, and to nobody else. */
    private record Sent(UUID request) {}

    RequesterSession requesters() {
        return requesters;
    }

    boolean isStaff() {
        return current.get().kind() == Actor.Kind.STAFF;
    }

    /** The answers so far. What was answered before the telephone was proved belongs, from then on, to whoever proved it. */
    BehalfDraft draft() {
        Optional<Requester> who = requesters.current();
        Early early = VaadinSession.getCurrent().getAttribute(Early.class);
        if (who.isEmpty()) {
            return early == null || early.from() != null ? BehalfDraft.fresh() : early.draft();
        }
        Optional<BehalfDraft> stored = drafts.find(who.get());
        if (early == null || who.get().equals(early.from())) {
            return stored.orElseGet(BehalfDraft::fresh);
        }
        keepEarly(null);
        if (!early.isFor(who.get())) {
            return stored.orElseGet(BehalfDraft::fresh);
        }
        BehalfDraft said = early.draft();
        BehalfDraft merged = stored.filter(before -> said.personName().isEmpty())
                .map(before -> told(said, before))
                .orElse(said);
        drafts.save(who.get(), merged);
        if (early.from() != null) {
            drafts.discard(early.from());
        }
        return merged;
    }

    /** The answers of another day, under what was just said of the capacity. */
    private static BehalfDraft told(BehalfDraft now, BehalfDraft before) {
        Capacity capacity = now.capacity();
        BehalfDraft merged = capacity == null ? before : before.as(capacity);
        merged = now.ward() == null ? merged : merged.guardianOf(now.ward());
        return now.lawyer() == null ? merged : merged.lawyer(now.lawyer());
    }

    /** Answers of whoever has proved a telephone here and has not sent them. */
    Optional<BehalfDraft> unsent() {
        return requesters.current().flatMap(drafts::find).filter(draft -> !draft.personName()
                .isEmpty());
    }

    void save(UnaryOperator<BehalfDraft> answer) {
        BehalfDraft now = answer.apply(draft());
        Optional<Requester> who = requesters.current();
        if (who.isPresent()) {
            drafts.save(who.get(), now);
        } else {
            keepEarly(new Early(now, null, null));
        }
    }

    /** The same telephone under another name: no code is needed, and the answers go along. */
    void rename(Requester from, String name) {
        BehalfDraft answers = draft();
        drafts.discard(from);
        requesters.rename(name);
        drafts.save(new Requester(name, from.phone()), answers);
    }

    /** Asks for a code; the answers wait in the session until it is typed. */
    RequesterSession.Asked askCode(Requester who, String next) {
        RequesterSession.Asked asked = requesters.askCode(who, next);
        if (asked == RequesterSession.Asked.SENT) {
            requesters.current().ifPresent(before -> keepEarly(new Early(draft(), who, before)));
        }
        return asked;
    }

    /** @throws io.shouxin.request.DraftChanged if the answers are not the ones that were shown */
    SubjectRequest send(BehalfDraft shown) {
        Requester who = requesters.current().orElseThrow(() -> new NotFound("requester", "of this session"));
        SubjectRequest request = intake.send(who, shown, UiTexts.current().isChinese() ? "zh" : "en");
        VaadinSession.getCurrent()
                .setAttribute(Sent.class, new Sent(request.id().value()));
        requesters.follow(request);
        return request;
    }

    /** The request that was sent in this session, as long as whoever sent it is there. */
    Optional<SubjectRequest> sent() {
        return Optional.ofNullable(VaadinSession.getCurrent().getAttribute(Sent.class))
                .filter(sent -> current.get().isClient(sent.request()))
                .flatMap(sent -> heldBy(sent.request()));
    }

    /** Another request is begun. */
    void forgetSent() {
        VaadinSession.getCurrent().setAttribute(Sent.class, null);
    }

    /** The request for another person that this client holds, if they are no more than its requester. */
    Optional<SubjectRequest> heldBy(UUID client) {
        return heldBy(reader, client);
    }

    static Optional<SubjectRequest> heldBy(RequestReader reader, UUID client) {
        return reader.named(List.of(client)).stream()
                .filter(request -> request.id().equals(new RequestId(client)))
                .filter(request -> request.capacity().isForAnother())
                .findFirst();
    }

    private static void keepEarly(@Nullable Early early) {
        VaadinSession.getCurrent().setAttribute(Early.class, early);
    }
}
