package io.shouxin.request.internal;

import io.shouxin.deadline.Clocks;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.record.Records;
import io.shouxin.request.AskedNeed;
import io.shouxin.request.Authority;
import io.shouxin.request.AuthorityRules;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.Paper;
import io.shouxin.request.ProofFile;
import io.shouxin.request.RefusalFacts;
import io.shouxin.request.RefusalReason;
import io.shouxin.request.RefusalReasons;
import io.shouxin.request.RequestId;
import io.shouxin.request.SubjectRequest;
import io.shouxin.request.Ward;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Role;
import io.shouxin.subject.Subject;
import io.shouxin.subject.Subjects;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 核对代办权限: a clerk looks at the papers that the table asks for, says whose data the request is about, and vouches for the requester's
 * authority, asks for everything that is missing at once, or refuses it for a second person to confirm.
 */
@Component
class CheckAuthorityTask extends CaseTask {

    private enum Outcome {
        CONFIRMED,
        NOT_ENOUGH,
        REFUSED
    }

    private final Requests requests;
    private final AuthorityRows authorities;
    private final AuthorityRules rules;
    private final RefusalReasons reasons;
    private final Subjects subjects;
    private final Records records;
    private final PersonData people;
    private final PersonsMeant persons;
    private final RequesterService requesters;
    private final ProofSight sight;
    private final PersonTold told;
    private final CaseTexts texts;
    private final CaseEvents events;
    private final EvidenceLog evidence;
    private final Clock clock;

    CheckAuthorityTask(
            Requests requests,
            Clocks clocks,
            AuthorityRows authorities,
            AuthorityRules rules,
            RefusalReasons reasons,
            Subjects subjects,
            Records records,
            PersonData people,
            PersonsMeant persons,
            RequesterService requesters,
            ProofSight sight,
            PersonTold told,
            CaseTexts texts,
            CaseEvents events,
            EvidenceLog evidence,
            Clock clock) {
        super(requests, clocks);
        this.requests = requests;
        this.authorities = authorities;
        this.rules = rules;
        this.reasons = reasons;
        this.subjects = subjects;
        this.records = records;
        this.people = people;
        this.persons = persons;
        this.requesters = requesters;
        this.sight = sight;
        this.told = told;
        this.texts = texts;
        this.events = events;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "check-authority";
    }

    @Override
    public Role candidate() {
        return Role.STAFF;
    }

    /**
     * Fields: {@code outcome}; {@code papers}, a list of {@code paper} and {@code sight}, what was seen and how, and with FILE {@code file},
     * in which one, where none was handed in as that paper; with CONFIRMED
     * {@code subjectId} or {@code nobody}, whose data it is about, where that is not clear yet, with {@code nobody} also {@code ruledOut},
     * everybody who could be meant and is not, and {@code why}; and {@code text}, what was seen, which may be empty; with NOT_ENOUGH {@code text}, what is missing, in words for the requester; with REFUSED {@code code} and where the
     * code wants it {@code text}.
     */
    @Override
    public Map<String, String> decide(UUID caseId, Map<String, Object> fields, Actor actor) {
        RequestId id = new RequestId(caseId);
        Outcome outcome = constant(Outcome.class, fields, "outcome");
        SubjectRequest request = requests.lock(id);
        Authority authority = authorities.get(id);
        List<AskedNeed> asked = rules.papers(authority.capacity(), authority.ward(), authority.lawyer());
        Map<Paper, Authority.Sight> seen = seen(fields.get("papers"), asked);
        switch (outcome) {
            case CONFIRMED -> confirm(request, authority, asked, seen, fields, actor);
            case NOT_ENOUGH -> askAgain(request, authority, seen, fields, actor);
            case REFUSED -> refuse(request, authority, asked, seen, fields, actor);
        }
        authorities.update(authority);
        requests.update(request);
        if (outcome == Outcome.CONFIRMED && events.count(id, CaseEvent.Kind.PERSON_TOLD) == 0) {
            told.tell(request);
        }
        evidence.append(EvidenceEvent.of(EvidenceKind.AUTHORITY_CHECKED, actor)
                .caseId(caseId)
                .subjectId(request.subjectId())
                .outcome(outcome.name())
                .detail("capacity", request.capacity())
                .detail("papers", seen.isEmpty() ? null : codes(seen.keySet()))
                .detail("code", request.refusalCode())
                .detail("table", rules.version())
                .build());
        return Map.of("outcome", outcome.name());
    }

    private void confirm(
            SubjectRequest request,
            Authority authority,
            List<AskedNeed> asked,
            Map<Paper, Authority.Sight> seen,
            Map<String, Object> fields,
            Actor actor) {
        if (!Authority.missing(asked, seen.keySet()).isEmpty()) {
            throw new InvalidInput("/papers", "request.error.papersMissing");
        }
        requireFilesBehind(request.id(), seen, files(fields.get("papers")));
        choosePerson(request, authority, fields, actor);
        authority.confirm(asked, seen, Objects.requireNonNull(actor.id()), clock.instant());
        String words = optional(fields, "text");
        if (!words.isBlank()) {
            texts.add(request.id(), CaseText.Kind.AUTHORITY_SEEN, words, actor.id());
        }
        sight.judge(request.id(), ProofFile.Judgement.ACCEPTED);
        events.add(
                request.id(),
                CaseEvent.Kind.AUTHORITY_CONFIRMED,
                actor,
                request.capacity().name());
    }

    /** What is said to be seen in a file was in one that can be opened: one handed in as that paper, or one that the clerk names. */
    private void requireFilesBehind(RequestId id, Map<Paper, Authority.Sight> seen, Map<Paper, String> named) {
        if (!seen.containsValue(Authority.Sight.FILE)) {
            return;
        }
        List<ProofFile> open = sight.toOpen(id);
        if (open.isEmpty()) {
            throw new InvalidInput("/papers", "request.error.proofShut");
        }
        seen.forEach((paper, how) -> {
            String file = named.getOrDefault(paper, "");
            if (how == Authority.Sight.FILE
                    && open.stream()
                            .noneMatch(each -> file.isBlank()
                                    ? each.paper() == paper
                                    : each.id().toString().equals(file))) {
                throw new InvalidInput("/papers", "request.error.fileNotNamed");
            }
        });
    }

    /** In which file a paper was seen, where the clerk says so. */
    private static Map<Paper, String> files(@Nullable Object given) {
        Map<Paper, String> named = new EnumMap<>(Paper.class);
        if (given instanceof List<?> list) {
            for (Object entry : list) {
                if (entry instanceof Map<?, ?> fields && fields.get("file") != null) {
                    named.put(Paper.valueOf(String.valueOf(fields.get("paper"))), String.valueOf(fields.get("file")));
                }
            }
        }
        return named;
    }

    private void askAgain(
            SubjectRequest request,
            Authority authority,
            Map<Paper, Authority.Sight> seen,
            Map<String, Object> fields,
            Actor actor) {
        authority.askAgain(seen);
        texts.add(request.id(), CaseText.Kind.PROOF_NOT_ENOUGH, required(fields, "text"), actor.id());
        events.add(request.id(), CaseEvent.Kind.PROOF_NOT_ENOUGH, actor, null);
        sight.judge(request.id(), ProofFile.Judgement.NOT_ENOUGH);
    }

    private void refuse(
            SubjectRequest request,
            Authority authority,
            List<AskedNeed> asked,
            Map<Paper, Authority.Sight> seen,
            Map<String, Object> fields,
            Actor actor) {
        String code = required(fields, "code");
        RefusalReason reason = reasons.forAuthority(RefusalFacts.ofAuthority(request, asked, seen.keySet())).stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("/code", "request.error.refusalCodeUnknown"));
        String text = optional(fields, "text");
        if (reason.needsText() && text.isBlank()) {
            throw new InvalidInput("/text", "request.error.fieldMissing.text");
        }
        authority.refuse(seen, Objects.requireNonNull(actor.id()), clock.instant());
        request.refuseAuthority(code);
        if (!text.isBlank()) {
            texts.add(request.id(), CaseText.Kind.REFUSAL, text, actor.id());
        }
        sight.judge(request.id(), ProofFile.Judgement.NOT_ENOUGH);
        events.add(request.id(), CaseEvent.Kind.AUTHORITY_REFUSED, actor, code);
    }

    /**
     * Only somebody of whom the clerk's branch holds something, or whom what was said leads to, wherever they are held; or nobody, when
     * that is said and everybody who could be meant is ruled out.
     */
    private void choosePerson(SubjectRequest request, Authority authority, Map<String, Object> fields, Actor actor) {
        boolean nobody = Boolean.parseBoolean(optional(fields, "nobody"));
        UUID chosen = nobody ? null : id(optional(fields, "subjectId"), request.subjectId());
        if (!nobody && chosen == null) {
            throw new InvalidInput("/subjectId", "request.error.personNotChosen");
        }
        if (chosen == null) {
            ruleOut(request, fields, actor);
        } else {
            requireChoice(chosen, request, authority, actor);
        }
        if (!Objects.equals(chosen, request.subjectId())) {
            request.concern(chosen, authority);
            events.add(request.id(), CaseEvent.Kind.PERSON_CHOSEN, actor, null);
            evidence.append(EvidenceEvent.of(EvidenceKind.PERSON_CHOSEN, actor)
                    .caseId(request.id().value())
                    .subjectId(chosen)
                    .outcome(chosen == null ? "NOBODY" : "CHOSEN")
                    .build());
            told.tell(request);
        }
    }

    /** Nobody is answered that nothing is held of a person while somebody on file could be that person, and no reason says why not. */
    private void ruleOut(SubjectRequest request, Map<String, Object> fields, Actor actor) {
        Set<UUID> alike = new LinkedHashSet<>(persons.of(request));
        if (request.subjectId() != null) {
            alike.add(request.subjectId());
        }
        alike.removeAll(requesters.ruledOut(request.id()));
        if (alike.isEmpty()) {
            return;
        }
        List<?> named = fields.get("ruledOut") instanceof List<?> list ? list : List.of();
        if (!named.stream()
                .map(String::valueOf)
                .toList()
                .containsAll(alike.stream().map(UUID::toString).toList())) {
            throw new InvalidInput("/nobody", "request.error.somebodyMeant");
        }
        String why = required(fields, "why");
        alike.forEach(each -> requesters.noteRuledOut(request.id(), each, why, actor));
    }

    private void requireChoice(UUID chosen, SubjectRequest request, Authority authority, Actor actor) {
        subjects.lock(List.of(chosen));
        boolean known = chosen.equals(request.subjectId())
                || records.of(chosen).stream().anyMatch(record -> actor.sees(record.branchId()))
                || persons.of(request).contains(chosen);
        Subject subject = known ? subjects.get(chosen) : null;
        if (subject == null || subject.mergedInto() != null || subject.erased()) {
            throw new InvalidInput("/subjectId", "request.error.personNotChosen");
        }
        Ward ward = authority.ward();
        if (ward != null
                && !ward.canBe(
                        subject.kind(), people.bornOn(chosen, Purpose.CASE).orElse(null), ChinaTime.today(clock))) {
            throw new InvalidInput("/subjectId", "request.error.wardIsNot." + ward.name());
        }
    }

    private static @Nullable UUID id(String given, @Nullable UUID otherwise) {
        if (given.isBlank()) {
            return otherwise;
        }
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("/subjectId", "request.error.personNotChosen");
        }
    }

    /** Only papers that the table asks for: what nobody may ask for is not written down either. */
    private static Map<Paper, Authority.Sight> seen(@Nullable Object given, List<AskedNeed> asked) {
        Set<Paper> known = asked.stream()
                .flatMap(need -> need.oneOf().stream())
                .map(each -> each.paper())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Paper.class)));
        Map<Paper, Authority.Sight> seen = new EnumMap<>(Paper.class);
        if (given == null) {
            return seen;
        }
        if (!(given instanceof List<?> list)) {
            throw new InvalidInput("/papers", "request.error.papersUnreadable");
        }
        for (Object entry : list) {
            if (!(entry instanceof Map<?, ?> fields)) {
                throw new InvalidInput("/papers", "request.error.papersUnreadable");
            }
            @SuppressWarnings("unchecked")
            Map<String, Object> named = (Map<String, Object>) fields;
            Paper paper = constant(Paper.class, named, "paper");
            Authority.Sight how = constant(Authority.Sight.class, named, "sight");
            if (!known.contains(paper) || paper.isSaid() != (how == Authority.Sight.STATED)) {
                throw new InvalidInput("/papers", "request.error.papersUnreadable");
            }
            seen.put(paper, how);
        }
        return seen;
    }

    private static String codes(Set<Paper> papers) {
        return papers.stream().map(Paper::name).sorted().collect(Collectors.joining(" "));
    }
}
