package io.shouxin.request.rest;

import io.shouxin.deadline.ClockView;
import io.shouxin.deadline.DeadlineTexts;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.DecisionTexts;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.SecondReviewGround;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.Citations;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns requests into what the API says of them. */
@Component
class RequestWords {

    private static final Set<CaseText.Kind> CONTACT = Set.of(
            CaseText.Kind.CONTACT_NAME,
            CaseText.Kind.CONTACT_PHONE,
            CaseText.Kind.CONTACT_EMAIL,
            CaseText.Kind.SUBJECT_NAME,
            CaseText.Kind.SUBJECT_PHONE,
            CaseText.Kind.SUBJECT_ID_NUMBER);

    private final CurrentActor current;
    private final Clock clock;

    RequestWords(CurrentActor current, Clock clock) {
        this.current = current;
        this.clock = clock;
    }

    RequestViews.Registered registered(SubjectRequest request, @Nullable ClockView time, Locale locale) {
        return new RequestViews.Registered(
                request.id().value(), request.reference(), request.status(), dueAt(time), explanation(time, locale));
    }

    RequestViews.Row row(SubjectRequest request, @Nullable ClockView time) {
        return new RequestViews.Row(
                request.id().value(),
                request.reference(),
                request.type(),
                request.status(),
                request.outcome(),
                request.channel(),
                at(request.receivedAt()),
                dueAt(time),
                atOrNull(request.closedAt()));
    }

    RequestViews.Detail detail(CaseView view, Locale locale) {
        SubjectRequest request = view.request();
        boolean staff = current.get().kind() == Actor.Kind.STAFF;
        Texts texts = Texts.of(locale);
        return new RequestViews.Detail(
                request.id().value(),
                request.reference(),
                request.type(),
                request.status(),
                texts.label(request.status()),
                request.outcome(),
                request.channel(),
                request.capacity(),
                request.language(),
                staff ? request.subjectId() : null,
                request.categories(),
                at(request.receivedAt()),
                dueAt(view.clock()),
                explanation(view.clock(), locale),
                request.proofDueOn(),
                atOrNull(request.closedAt()),
                atOrNull(request.fileEndedAt()),
                request.canBeCancelled(),
                staff && request.status() == RequestStatus.SECOND_REVIEW
                        ? SecondReviewGround.ofDecided(request, view.decisions(), view.events())
                        : null,
                view.events().stream()
                        .filter(event -> staff || event.kind().isShownToClient())
                        .map(event -> step(event, texts))
                        .toList(),
                view.decisions().stream()
                        .map(decision -> decision(decision, staff, locale))
                        .toList(),
                view.erasures().stream()
                        .map(done -> new RequestViews.SystemResult(
                                done.system(), done.erased(), done.refused(), at(done.at()), done.verified()))
                        .toList(),
                view.documents().stream()
                        .map(name -> new RequestViews.Document(
                                name, "/api/v1/requests/" + request.id() + "/documents/" + name))
                        .toList(),
                staff ? written(view) : null);
    }

    private static List<RequestViews.Text> written(CaseView view) {
        return view.texts().stream()
                .filter(text -> !CONTACT.contains(text.kind()))
                .map(text -> new RequestViews.Text(text.kind(), text.text(), at(text.at())))
                .toList();
    }

    private static RequestViews.Step step(CaseEvent event, Texts texts) {
        return new RequestViews.Step(
                at(event.at()),
                event.kind().name(),
                texts.get("request.event." + event.kind().name()));
    }

    private static RequestViews.Decision decision(RecordDecision decision, boolean staff, Locale locale) {
        String source = decision.proposed().source();
        return new RequestViews.Decision(
                decision.recordId(),
                decision.category(),
                DecisionTexts.title(decision, locale),
                decision.outcome(),
                DecisionTexts.chip(decision, locale),
                decision.until(),
                decision.proposed().reason(),
                staff ? forStaff(decision, locale) : DecisionTexts.forClient(decision, locale),
                decision.proposed().ruleId(),
                source == null ? null : Citations.in(source, locale),
                decision.isChanged(),
                decision.isOpen() ? decision.proposed().alternatives() : List.of());
    }

    private static String forStaff(RecordDecision decision, Locale locale) {
        return Stream.of(
                        DecisionTexts.forStaff(decision, locale),
                        DecisionTexts.question(decision, locale),
                        DecisionTexts.basis(decision, locale))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String explanation(@Nullable ClockView time, Locale locale) {
        return time == null
                ? ""
                : DeadlineTexts.of(locale, ChinaTime.today(clock)).explanation(time);
    }

    /** The last second of the day on which the answer is due. */
    private static @Nullable OffsetDateTime dueAt(@Nullable ClockView time) {
        return time == null || time.due() == null
                ? null
                : time.due()
                        .on()
                        .plusDays(1)
                        .atStartOfDay(ChinaTime.ZONE)
                        .minusSeconds(1)
                        .toOffsetDateTime();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(ChinaTime.ZONE).toOffsetDateTime();
    }

    private static @Nullable OffsetDateTime atOrNull(@Nullable Instant instant) {
        return instant == null ? null : at(instant);
    }
}
