package io.shouxin.request.ui.staff;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shouxin.inbox.Deciders;
import io.shouxin.inbox.InboxTask;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Firms;
import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import io.shouxin.request.Authorities;
import io.shouxin.request.AuthorityView;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseNotices;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.OpenClaims;
import io.shouxin.request.PersonLooks;
import io.shouxin.request.PersonReveal;
import io.shouxin.request.ProcessTrace;
import io.shouxin.request.ProofFiles;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RefusalFacts;
import io.shouxin.request.RefusalReason;
import io.shouxin.request.RefusalReasons;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.RequestType;
import io.shouxin.request.Requester;
import io.shouxin.request.Requesters;
import io.shouxin.request.SubjectRequest;
import io.shouxin.retention.DecisionReason;
import io.shouxin.retention.Outcome;
import io.shouxin.retention.RetentionDecision;
import io.shouxin.retention.RetentionRules;
import io.shouxin.retention.Strength;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.Role;
import io.shouxin.shared.Sector;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cases before a clerk, and the pages that show them. */
final class Desks {

    static final UUID BRANCH = UUID.randomUUID();
    static final UUID ME = UUID.randomUUID();
    static final Instant NOW = Instant.parse("2026-11-23T01:12:00Z");

    private Desks() {}

    static CasePages pages(CaseView view) {
        return pages(view, mock(RequestReader.class));
    }

    static CasePages pages(CaseView view, RequestReader reader) {
        return pages(view, reader, Set.of(BRANCH));
    }

    static CasePages pages(CaseView view, ProofFiles files) {
        return pages(view, mock(RequestReader.class), Set.of(BRANCH), mock(Deciders.class), files);
    }

    /** The pages of somebody who works in these branches; the case is one of {@link #BRANCH}. */
    static CasePages pages(CaseView view, RequestReader reader, Set<UUID> branches) {
        return pages(view, reader, branches, mock(Deciders.class));
    }

    /** @param deciders says who is left to decide */
    static CasePages pages(CaseView view, RequestReader reader, Set<UUID> branches, Deciders deciders) {
        return pages(view, reader, branches, deciders, mock(ProofFiles.class));
    }

    /** @param authority of a request for another person */
    static CasePages pages(CaseView view, ProofFiles files, AuthorityView authority) {
        Authorities authorities = mock(Authorities.class);
        when(authorities.of(any())).thenReturn(Optional.of(authority));
        return pages(view, mock(RequestReader.class), Set.of(BRANCH), mock(Deciders.class), files, authorities);
    }

    private static CasePages pages(
            CaseView view, RequestReader reader, Set<UUID> branches, Deciders deciders, ProofFiles files) {
        return pages(view, reader, branches, deciders, files, mock(Authorities.class));
    }

    private static CasePages pages(
            CaseView view,
            RequestReader reader,
            Set<UUID> branches,
            Deciders deciders,
            ProofFiles files,
            Authorities authorities) {
        when(reader.get(any(RequestId.class))).thenReturn(view);
        Firms firms = mock(Firms.class);
        when(firms.branches()).thenReturn(List.of(new Branch(BRANCH, "浦东一店", Sector.BROKERAGE)));
        when(firms.openBranches()).thenReturn(List.of(new Branch(BRANCH, "浦东一店", Sector.BROKERAGE)));
        RetentionRules rules = mock(RetentionRules.class);
        when(rules.longestFrom(any(LocalDate.class)))
                .thenAnswer(call -> call.getArgument(0, LocalDate.class).plusYears(10));
        return new CasePages(
                reader,
                mock(PersonReveal.class),
                account -> "陈静",
                firms,
                rules,
                mock(OpenClaims.class),
                () -> new Actor(Actor.Kind.STAFF, ME, "陈静", Set.of(Role.STAFF), branches),
                new CaseDrafts(new KeptDrafts().store, Clock.fixed(NOW, ChinaTime.ZONE)),
                mock(CaseNotices.class),
                deciders,
                files,
                authorities,
                mock(Requesters.class),
                mock(PersonLooks.class),
                Clock.fixed(NOW, ChinaTime.ZONE));
    }

    static InboxTask task(CaseView view, String kind) {
        return new InboxTask(
                UUID.randomUUID(),
                kind,
                kind,
                view.request().id().value(),
                view.request().reference(),
                "DELETION",
                "PORTAL",
                null,
                BRANCH,
                "STAFF",
                null,
                LocalDate.of(2026, 12, 14),
                false,
                false,
                false,
                false,
                NOW);
    }

    /** Two reasons for refusing a person's whole deletion, of which one holds for a single record too. */
    static RefusalReasons reasons() {
        RefusalReasons reasons = mock(RefusalReasons.class);
        RefusalReason others = new RefusalReason("R6", "民法典", "V1", "retention.refusal.R6", true);
        RefusalReason needed = new RefusalReason("R13", "个保法 13", "V1", "retention.refusal.R13", false);
        RefusalFacts facts = new RefusalFacts(RequestType.DELETION, Requester.SUBJECT, true, false, false);
        when(reasons.forRequest(facts)).thenReturn(List.of(others, needed));
        when(reasons.forRecord(facts)).thenReturn(List.of(needed));
        return reasons;
    }

    static CaseView view(RecordDecision... decisions) {
        return view(Channel.PORTAL, decisions);
    }

    static CaseView view(Channel channel, RecordDecision... decisions) {
        return view(UUID.randomUUID(), channel, decisions);
    }

    /** @param subject null for somebody on no file */
    static CaseView view(@Nullable UUID subject, Channel channel, RecordDecision... decisions) {
        SubjectRequest request = SubjectRequest.receive(
                new RequestId(UUID.randomUUID()),
                "SC-2026-000482",
                RequestType.DELETION,
                subject,
                BRANCH,
                channel,
                "zh",
                null,
                NOW,
                NOW);
        return new CaseView(
                request,
                null,
                List.of(decisions),
                List.of(),
                List.of(
                        new CaseText(UUID.randomUUID(), CaseText.Kind.CONTACT_NAME, "徐小明", NOW, null),
                        new CaseText(UUID.randomUUID(), CaseText.Kind.CONTACT_PHONE, "13507451170", NOW, null),
                        new CaseText(UUID.randomUUID(), CaseText.Kind.NOTE, "请都删掉", NOW, null)),
                List.of(),
                List.of("receipt-zh"),
                new ProcessTrace("deletion-request", List.of("request-received"), List.of("review-decisions")));
    }

    /** Somebody of whom nothing was found. */
    static CaseView nothingHeld(ProcessTrace trace) {
        CaseView view = view();
        return new CaseView(
                view.request(),
                view.clock(),
                List.of(),
                List.of(new CaseEvent(NOW, CaseEvent.Kind.DECISIONS_PROPOSED, Actor.Kind.SYSTEM, null, "-")),
                view.texts(),
                view.erasures(),
                view.documents(),
                trace);
    }

    /** Returned by the second person, and answered by the clerk where there is a reply. */
    static CaseView returned(@Nullable String reply) {
        CaseView view = view(keptByLaw(LocalDate.of(2036, 3, 15)));
        List<CaseText> written = new ArrayList<>(view.texts());
        written.add(new CaseText(UUID.randomUUID(), CaseText.Kind.RETURNED, "期限请再核对", NOW, ME));
        if (reply != null) {
            written.add(new CaseText(UUID.randomUUID(), CaseText.Kind.REPLY, reply, NOW, ME));
        }
        return told(view, List.of(new CaseEvent(NOW, CaseEvent.Kind.RETURNED, Actor.Kind.STAFF, ME, null)), written);
    }

    /** The case with these words instead of its own. */
    static CaseView written(CaseView view, List<CaseText> texts) {
        return told(view, view.events(), texts);
    }

    /** The case after these events. */
    static CaseView after(CaseView view, CaseEvent... events) {
        return told(view, List.of(events), view.texts());
    }

    /** Somebody of the staff has seen the client's document, or was called back to by them. */
    static CaseEvent vouched(UUID by) {
        return new CaseEvent(
                NOW, CaseEvent.Kind.IDENTITY_CONFIRMED, Actor.Kind.STAFF, by, ProofMethod.SEEN_AT_COUNTER.name());
    }

    private static CaseView told(CaseView view, List<CaseEvent> events, List<CaseText> texts) {
        return new CaseView(
                view.request(),
                view.clock(),
                view.decisions(),
                events,
                texts,
                view.erasures(),
                view.documents(),
                view.trace());
    }

    /** The clerk has asked the client something. */
    static void ask(CaseView view) {
        view.request().recognise(ProofMethod.CODE_AND_ID_LAST_SIX);
        view.request().moveTo(RequestStatus.REVIEW);
        view.request().demandProof();
        view.request().awaitProof(LocalDate.of(2026, 12, 14));
    }

    static RecordDecision toDelete(Category category) {
        return decision(category, Outcome.DELETE_NOW, DecisionReason.NO_RULE, null, List.of());
    }

    static RecordDecision keptByLaw(LocalDate until) {
        return decision(
                Category.TRANSACTION, Outcome.RESTRICT_STORAGE_ONLY, DecisionReason.LAW_RUNNING, until, List.of());
    }

    static RecordDecision open(Category category) {
        return decision(
                category,
                Outcome.OFFICER_DECIDES,
                DecisionReason.DATE_MISSING,
                null,
                List.of("DELETE_NOW", "RESTRICT_STORAGE_ONLY"));
    }

    private static RecordDecision decision(
            Category category,
            Outcome outcome,
            DecisionReason reason,
            @Nullable LocalDate until,
            List<String> alternatives) {
        RetentionDecision proposed = new RetentionDecision(
                outcome,
                reason,
                until,
                "rule",
                Strength.A,
                "反洗钱法 34",
                "确定",
                "47(1)1",
                reason.clientKey(),
                List.of("2026-11-23", "2036-03-15", "x", "y"),
                alternatives,
                "retention-rules v1");
        return new RecordDecision(
                UUID.randomUUID(),
                UUID.randomUUID(),
                BRANCH,
                category,
                Classification.GENERAL,
                null,
                null,
                proposed,
                outcome,
                until,
                null,
                null,
                null,
                "vault");
    }
}
