package io.shouxin.request.internal;

import io.shouxin.document.CaseFacts;
import io.shouxin.document.ItemOutcome;
import io.shouxin.document.LetterContent;
import io.shouxin.document.LetterItem;
import io.shouxin.document.LetterKind;
import io.shouxin.document.LetterReason;
import io.shouxin.document.PdfDocuments;
import io.shouxin.document.Remedies;
import io.shouxin.document.Verification;
import io.shouxin.request.Authority;
import io.shouxin.request.AuthorityRules;
import io.shouxin.request.AuthorityTexts;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.Channel;
import io.shouxin.request.DecisionTexts;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RefusalReason;
import io.shouxin.request.RefusalReasons;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.SubjectRequest;
import io.shouxin.retention.Outcome;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.Citations;
import io.shouxin.shared.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The reasoned answer (law.md C-3), as it is sent and as a draft: what happens to each kind of record, why, and the remedies. */
@Component
class LetterWriter {

    private final Requests requests;
    private final AuthorityRows authorities;
    private final AuthorityRules authorityRules;
    private final CaseEvents events;
    private final CaseTexts caseTexts;
    private final CaseWords words;
    private final RefusalReasons reasons;
    private final PdfDocuments pdf;

    LetterWriter(
            Requests requests,
            AuthorityRows authorities,
            AuthorityRules authorityRules,
            CaseEvents events,
            CaseTexts caseTexts,
            CaseWords words,
            RefusalReasons reasons,
            PdfDocuments pdf) {
        this.requests = requests;
        this.authorities = authorities;
        this.authorityRules = authorityRules;
        this.events = events;
        this.caseTexts = caseTexts;
        this.words = words;
        this.reasons = reasons;
        this.pdf = pdf;
    }

    /**
     * The letter as it would be sent now, for whoever checks its reasons: the name is masked, since they need none, and it bears no
     * code, since it was not issued.
     *
     * @param noted the decisions with what is noted and not sent yet
     */
    byte[] draft(SubjectRequest request, List<RecordDecision> noted, RequestOutcome outcome, Locale locale) {
        return letter(request, noted, outcome, masked(request, locale), refusalOf(request), locale);
    }

    /**
     * The letter as it would be sent if the requester's authority were refused in this way, for whoever is about to refuse it.
     *
     * @throws IllegalStateException where somebody asks for themselves
     */
    byte[] draftOfRefusal(SubjectRequest request, String code, String words, Locale locale) {
        authorities.get(request.id());
        return letter(
                request,
                List.of(),
                RequestOutcome.REFUSED,
                masked(request, locale),
                new Refusal(code, words.isBlank() ? null : words.strip()),
                locale);
    }

    private Heading masked(SubjectRequest request, Locale locale) {
        return new Heading(null, words.maskedAddressee(request, locale), words.opening(request, true, locale));
    }

    private Refusal refusalOf(SubjectRequest request) {
        String code = request.refusalCode();
        return new Refusal(
                code,
                code == null
                        ? null
                        : caseTexts.last(request.id(), CaseText.Kind.REFUSAL).orElse(null));
    }

    /** The letter to be sent; the request has its code. */
    byte[] make(SubjectRequest request, List<RecordDecision> decided, RequestOutcome outcome, Locale locale) {
        Heading heading = new Heading(
                words.verification(request), words.addressee(request, locale), words.opening(request, false, locale));
        return letter(request, decided, outcome, heading, refusalOf(request), locale);
    }

    /** Of the request as a whole. */
    private record Refusal(@Nullable String code, @Nullable String words) {}

    /** @param verification null for a draft */
    private record Heading(
            @Nullable Verification verification,
            String addressee,
            @Nullable String opening) {}

    private byte[] letter(
            SubjectRequest request,
            List<RecordDecision> decided,
            RequestOutcome outcome,
            Heading heading,
            Refusal refusal,
            Locale locale) {
        Texts texts = Texts.of(locale);
        List<RecordDecision> all =
                outcome == RequestOutcome.NO_PROOF || outcome == RequestOutcome.CANCELLED ? List.of() : decided;
        List<LetterItem> items = items(request, all, locale);
        return pdf.letter(
                new LetterContent(
                        words.letterhead(locale),
                        heading.verification(),
                        request.channel() == Channel.CLOCK ? unasked(outcome) : kind(request, outcome),
                        heading.addressee(),
                        heading.opening(),
                        new CaseFacts(
                                request.reference(),
                                request.channel() == Channel.CLOCK
                                        ? texts.get("request.letter.storageEnd")
                                        : texts.label(request.type()),
                                ChinaTime.dayOf(request.receivedAt()),
                                ChinaTime.dayOf(words.now()),
                                identity(request, texts),
                                request.certificateNo(),
                                request.categories() == null ? null : words.scope(request, locale),
                                words.caseFileUntil(request),
                                words.caseFileSource(request, locale)),
                        items,
                        reasons(request, refusal, all, outcome, locale),
                        outcome == RequestOutcome.NO_PROOF ? missing(request, texts) : List.of(),
                        note(request, refusal, outcome, texts),
                        new Remedies(texts.get("request.letter.internalReview"), words.authorities(locale))),
                locale);
    }

    /** What was found of the requester's authority is told before, and without, what was found in the file. */
    private LetterKind kind(SubjectRequest request, RequestOutcome outcome) {
        if (outcome == RequestOutcome.CANCELLED
                && events.of(request.id()).stream().anyMatch(CaseEvent::isStoppedByPerson)) {
            return authorities.isOpen(request) ? LetterKind.NOT_CONTINUED : LetterKind.STOPPED_BY_PERSON;
        }
        if (authorities.isOpen(request)) {
            if (outcome == RequestOutcome.REFUSED) {
                return LetterKind.NO_AUTHORITY;
            }
            if (outcome == RequestOutcome.NO_PROOF) {
                return LetterKind.CLOSED_FOR_MISSING_PAPERS;
            }
        }
        return kind(outcome);
    }

    /** All at once: what was asked for and did not come; or in the clerk's words, where a paper of each kind came but did not suffice. */
    private List<String> missing(SubjectRequest request, Texts texts) {
        if (!authorities.isOpen(request)) {
            return List.of(texts.get("request.letter.missingProof"));
        }
        Authority authority = authorities.get(request.id());
        List<String> needs = Authority.missing(
                        authorityRules.papers(authority.capacity(), authority.ward(), authority.lawyer()),
                        authority.seen().keySet())
                .stream()
                .map(need -> AuthorityTexts.need(need, texts))
                .toList();
        return needs.isEmpty()
                ? caseTexts.last(request.id(), CaseText.Kind.PROOF_NOT_ENOUGH).stream()
                        .flatMap(String::lines)
                        .filter(line -> !line.isBlank())
                        .toList()
                : needs;
    }

    private static LetterKind kind(RequestOutcome outcome) {
        return switch (outcome) {
            case COMPLETED -> LetterKind.NOTHING_KEPT;
            case PARTLY_COMPLETED -> LetterKind.SOMETHING_KEPT;
            case REFUSED -> LetterKind.REFUSED;
            case NOTHING_HELD -> LetterKind.NO_DATA_HELD;
            case NO_PROOF -> LetterKind.CLOSED_FOR_MISSING_PROOF;
            case CANCELLED -> LetterKind.CANCELLED;
        };
    }

    /** Of a case that the clock opened. */
    private static LetterKind unasked(RequestOutcome outcome) {
        return switch (outcome) {
            case COMPLETED -> LetterKind.PERIOD_OVER;
            case PARTLY_COMPLETED -> LetterKind.PERIOD_OVER_PARTLY;
            case REFUSED -> LetterKind.PERIOD_OVER_KEPT;
            case NOTHING_HELD -> LetterKind.PERIOD_OVER_NOTHING_LEFT;
            case NO_PROOF, CANCELLED ->
                throw new IllegalArgumentException("A case that the clock opened does not end as " + outcome);
        };
    }

    private @Nullable String identity(SubjectRequest request, Texts texts) {
        if (request.capacity().isForAnother()) {
            return authorities.isOpen(request)
                    ? null
                    : texts.get("request.letter.authority", texts.label(request.capacity()));
        }
        ProofMethod method = request.proofMethod();
        return method == null ? null : texts.label(method);
    }

    private List<LetterItem> items(SubjectRequest request, List<RecordDecision> all, Locale locale) {
        record Group(
                String title,
                Outcome outcome,
                String ground,
                String source,
                @Nullable LocalDate until) {}
        Texts texts = Texts.of(locale);
        String whyDeleted = request.channel() == Channel.CLOCK
                ? "request.letter.deletedAfterPeriod"
                : "request.letter.deletedAsAsked";
        Map<Group, Integer> counts = new LinkedHashMap<>();
        for (RecordDecision decision : all) {
            String title = DecisionTexts.title(decision, locale);
            Group group;
            if (decision.refusedWithTheWhole(request)) {
                group = new Group(
                        title,
                        Outcome.REFUSE,
                        texts.get("request.letter.refusedAsAWhole"),
                        sourceOf(request.refusalCode()),
                        null);
            } else if (decision.erases()) {
                String why = decision.outcome() == Outcome.ANONYMISE ? "request.letter.onlyCounted" : whyDeleted;
                group = new Group(title, decision.outcome(), texts.get(why), "", null);
            } else {
                group = new Group(
                        title,
                        decision.outcome(),
                        withCode(DecisionTexts.forClient(decision, locale), decision, texts),
                        source(decision),
                        decision.until());
            }
            counts.merge(group, 1, Integer::sum);
        }
        List<LetterItem> items = new ArrayList<>();
        counts.forEach((group, count) -> items.add(new LetterItem(
                group.title(),
                count,
                shown(group.outcome()),
                group.ground(),
                Citations.in(group.source(), locale),
                group.until(),
                group.until() == null ? null : group.until().plusDays(1))));
        items.sort(Comparator.comparing(LetterItem::outcome));
        return items;
    }

    /** Where a person kept it for a reason that is not the rules', that reason's own source. */
    private String source(RecordDecision decision) {
        String byRule = decision.proposed().source();
        String code = decision.refusalCode();
        boolean otherReason = code != null && !code.equals(decision.proposed().codeIfKept(decision.outcome()));
        return byRule == null || otherReason ? sourceOf(code) : byRule;
    }

    private String sourceOf(@Nullable String code) {
        return code == null
                ? ""
                : reasons.withCode(code).map(RefusalReason::legalSource).orElse("");
    }

    /** The code under which the letter's list of reasons has the whole reason. */
    private static String withCode(String ground, RecordDecision decision, Texts texts) {
        String code = decision.refusalCode();
        return code == null ? ground : texts.get("request.letter.groundWithCode", ground, code);
    }

    private static ItemOutcome shown(Outcome outcome) {
        return switch (outcome) {
            case DELETE_NOW -> ItemOutcome.DELETED;
            case ANONYMISE -> ItemOutcome.ANONYMISED;
            case RESTRICT_STORAGE_ONLY -> ItemOutcome.STORAGE_ONLY;
            case HELD -> ItemOutcome.HELD;
            case REFUSE, OFFICER_DECIDES -> ItemOutcome.NOT_DELETED;
        };
    }

    private List<LetterReason> reasons(
            SubjectRequest request, Refusal refusal, List<RecordDecision> all, RequestOutcome outcome, Locale locale) {
        if (outcome == RequestOutcome.CANCELLED) {
            return List.of();
        }
        Texts texts = Texts.of(locale);
        Map<String, LetterReason> found = new LinkedHashMap<>();
        List<String> wanted = new ArrayList<>();
        if (refusal.code() != null) {
            wanted.add(refusal.code());
        }
        all.stream()
                .filter(decision -> !decision.refusedWithTheWhole(request))
                .map(RecordDecision::refusalCode)
                .filter(Objects::nonNull)
                .forEach(wanted::add);
        for (String code : wanted) {
            reasons.withCode(code)
                    .map(reason -> new LetterReason(
                            code, texts.get(reason.textKey()), Citations.in(reason.legalSource(), locale)))
                    .ifPresent(reason -> found.put(code, reason));
        }
        if (found.isEmpty() && outcome == RequestOutcome.REFUSED) {
            throw new IllegalStateException("Request " + request.reference() + " is refused without a reason");
        }
        return List.copyOf(found.values());
    }

    private @Nullable String note(SubjectRequest request, Refusal refusal, RequestOutcome outcome, Texts texts) {
        if (outcome == RequestOutcome.CANCELLED) {
            return null;
        }
        if (refusal.code() != null) {
            return refusal.words();
        }
        return outcome == RequestOutcome.NOTHING_HELD
                ? erasedBefore(request)
                        .map(earlier -> texts.get("request.letter.erasedBefore", earlier.reference()))
                        .orElse(null)
                : null;
    }

    /** The other request of the same person after which nothing is held any more. */
    private Optional<SubjectRequest> erasedBefore(SubjectRequest request) {
        return request.subjectId() == null || request.capacity().isForAnother()
                ? Optional.empty()
                : requests.ofSubject(request.subjectId()).stream()
                        .filter(other -> other.outcome() == RequestOutcome.COMPLETED)
                        .findFirst();
    }
}
