package io.shouxin.request.internal;

import io.shouxin.deadline.ClockView;
import io.shouxin.deadline.Clocks;
import io.shouxin.document.FileStore;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.KeyScope;
import io.shouxin.record.ContactForms;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.DocumentName;
import io.shouxin.request.OpenCase;
import io.shouxin.request.PersonReveal;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestFilter;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.RequestType;
import io.shouxin.request.RequestWorkflow;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.PlainText;
import io.shouxin.shared.Role;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.Subjects;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ReaderService implements RequestReader {

    /** Documents without the person's name. */
    private static final Set<String> NAMELESS = Set.of(DocumentName.RECEIPT, DocumentName.CERTIFICATE);

    private static final int LONGEST_SEARCH = 200;
    private static final int MOST_FOUND = 50;

    private static final Set<Role> READERS =
            Set.of(Role.STAFF, Role.REVIEWER, Role.PRIVACY_OFFICER, Role.LEGAL, Role.AUDITOR);

    private final Requests requests;
    private final DecisionRows decisions;
    private final CaseEvents events;
    private final CaseTexts texts;
    private final ErasureRows erasures;
    private final ReturnedRecords returned;
    private final ReceiptWriter receipts;
    private final LetterWriter letters;
    private final CaseOutcome outcomes;
    private final IssuedPapers issued;
    private final FileStore files;
    private final Subjects subjects;
    private final Clocks clocks;
    private final RequestWorkflow workflow;
    private final EvidenceLog evidence;
    private final CurrentActor current;

    ReaderService(
            Requests requests,
            DecisionRows decisions,
            CaseEvents events,
            CaseTexts texts,
            ErasureRows erasures,
            ReturnedRecords returned,
            ReceiptWriter receipts,
            LetterWriter letters,
            CaseOutcome outcomes,
            IssuedPapers issued,
            FileStore files,
            Subjects subjects,
            Clocks clocks,
            RequestWorkflow workflow,
            EvidenceLog evidence,
            CurrentActor current) {
        this.requests = requests;
        this.decisions = decisions;
        this.events = events;
        this.texts = texts;
        this.erasures = erasures;
        this.returned = returned;
        this.receipts = receipts;
        this.letters = letters;
        this.outcomes = outcomes;
        this.issued = issued;
        this.files = files;
        this.subjects = subjects;
        this.clocks = clocks;
        this.workflow = workflow;
        this.evidence = evidence;
        this.current = current;
    }

    @Override
    public CaseView get(RequestId id) {
        return view(requests.find(id).filter(this::visible).orElseThrow(() -> new NotFound("request", id)));
    }

    @Override
    public CaseView byReference(String reference) {
        Optional<SubjectRequest> found =
                PlainText.unkeepable(reference).isPresent() ? Optional.empty() : requests.byReference(reference);
        return view(found.filter(this::visible).orElseThrow(() -> new NotFound("request", "by reference")));
    }

    @Override
    public List<SubjectRequest> ofClient(UUID subject) {
        return requests.ofSubject(subject).stream().filter(this::visible).toList();
    }

    @Override
    public List<SubjectRequest> ofPerson(String typed) {
        Actor actor = current.get();
        if (actor.kind() != Actor.Kind.STAFF
                || !actor.hasAny(PersonReveal.READERS)
                || typed.isBlank()
                || typed.length() > LONGEST_SEARCH
                || PlainText.unkeepable(typed).isPresent()) {
            return List.of();
        }
        Map<RequestId, SubjectRequest> found = new LinkedHashMap<>();
        texts.withContact(typed)
                .forEach(id -> requests.find(new RequestId(id)).ifPresent(request -> found.put(request.id(), request)));
        Set<UUID> people = new LinkedHashSet<>();
        ContactForms.phone(typed).ifPresent(phone -> people.addAll(subjects.byIdentifier(IdentifierKind.PHONE, phone)));
        ContactForms.nameKeys(typed).forEach(name -> people.addAll(subjects.byIdentifier(IdentifierKind.NAME, name)));
        people.forEach(person -> requests.ofSubject(person).forEach(request -> found.put(request.id(), request)));
        List<SubjectRequest> visible = found.values().stream()
                .filter(this::visible)
                .sorted(Comparator.comparing(SubjectRequest::receivedAt).reversed())
                .limit(MOST_FOUND)
                .toList();
        evidence.append(EvidenceEvent.of(EvidenceKind.SEARCHED, actor)
                .target("cases", "search")
                .detail("found", visible.size())
                .ids("case", visible.stream().map(each -> each.id().value()).toList())
                .build());
        return visible;
    }

    @Override
    public List<SubjectRequest> named(Collection<UUID> cases) {
        return cases.stream()
                .map(id -> requests.find(new RequestId(id)))
                .flatMap(Optional::stream)
                .filter(this::visible)
                .toList();
    }

    @Override
    public List<OpenCase> openOfClient(UUID subject) {
        return ofClient(subject).stream()
                .filter(request -> request.status() != RequestStatus.CLOSED)
                .map(request -> new OpenCase(
                        request,
                        decisions.of(request.id()),
                        events.of(request.id()).stream().anyMatch(event -> event.kind() == CaseEvent.Kind.CANCELLED)))
                .toList();
    }

    @Override
    public List<SubjectRequest> keptBy(RequestId id) {
        return returned.keptBy(id).stream()
                .map(requests::get)
                .filter(this::visible)
                .toList();
    }

    @Override
    public List<SubjectRequest> list(
            @Nullable RequestStatus status, @Nullable RequestType type, int offset, int limit) {
        return list(new RequestFilter(status, type, null), offset, limit);
    }

    @Override
    public int count(@Nullable RequestStatus status, @Nullable RequestType type) {
        return count(new RequestFilter(status, type, null));
    }

    @Override
    public List<SubjectRequest> list(RequestFilter filter, int offset, int limit) {
        return requests.find(range(filter), offset, limit);
    }

    @Override
    public int count(RequestFilter filter) {
        return requests.count(range(filter));
    }

    private Requests.Range range(RequestFilter filter) {
        Actor actor = current.get();
        boolean all = actor.kind() == Actor.Kind.INTEGRATOR || actor.kind() == Actor.Kind.SYSTEM;
        Set<UUID> branches = all ? null : actor.hasAny(READERS) ? actor.branches() : Set.of();
        LocalDate dueBefore = filter.dueBefore();
        List<UUID> due = dueBefore == null
                ? null
                : clocks.dueBefore(dueBefore, Integer.MAX_VALUE).stream()
                        .map(ClockView::caseId)
                        .toList();
        return new Requests.Range(branches, filter.status(), filter.type(), due);
    }

    @Override
    public byte[] document(RequestId id, String name) {
        SubjectRequest request = requests.find(id).orElseThrow(() -> new NotFound("request", id));
        DocumentName document = DocumentName.read(name)
                .filter(read -> mayRead(request, read))
                .orElseThrow(() -> new NotFound("document", "of that name"));
        if (!visible(request) && !isOwnReceipt(id, document)) {
            throw new NotFound("request", id);
        }
        if (request.fileEndedAt() != null) {
            throw new NotFound("document", "of that name");
        }
        byte[] content = document.kind().equals(DocumentName.RECEIPT)
                ? receipts.read(id, document.language().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE)
                : files.newest(KeyScope.caseFile(id.value()), name)
                        .orElseThrow(() -> new NotFound("document", "of that name"));
        log(EvidenceKind.VIEWED, request, "document", document.kind());
        return content;
    }

    @Override
    public byte[] letterDraft(RequestId id, UnaryOperator<RecordDecision> noted, Locale locale) {
        SubjectRequest request = requests.find(id).filter(this::visible).orElseThrow(() -> new NotFound("request", id));
        if (!mayReadLetters(id)) {
            throw new NotFound("document", "of that name");
        }
        log(EvidenceKind.VIEWED, request, "document", "draft");
        List<RecordDecision> all = decisions.of(id).stream().map(noted).toList();
        return letters.draft(request, all, outcomes.of(request, all), locale);
    }

    @Override
    public Optional<Verified> verify(String code) {
        return issued.find(code.strip().toUpperCase(Locale.ROOT));
    }

    private CaseView view(SubjectRequest request) {
        Actor actor = current.get();
        log(EvidenceKind.VIEWED, request, "request", request.status().name());
        boolean readsFile = actor.kind() != Actor.Kind.INTEGRATOR;
        return new CaseView(
                request,
                clocks.find(request.id().value()).orElse(null),
                decisions.of(request.id()),
                events.of(request.id()),
                readsFile ? textsFor(actor, request) : List.of(),
                erasures.of(request.id()),
                documents(request),
                workflow.trace(request.id()));
    }

    private List<CaseText> textsFor(Actor actor, SubjectRequest request) {
        List<CaseText> all = texts.of(request.id());
        return isAskedInNameOf(actor, request)
                ? all.stream()
                        .filter(text -> text.kind() == CaseText.Kind.CONTACT_NAME)
                        .toList()
                : all;
    }

    private List<String> documents(SubjectRequest request) {
        if (request.fileEndedAt() != null) {
            return List.of();
        }
        List<String> names =
                new ArrayList<>(request.channel() == Channel.CLOCK ? List.of() : List.of("receipt-zh", "receipt-en"));
        files.list(KeyScope.caseFile(request.id().value())).stream()
                .map(FileStore.StoredFile::kind)
                .filter(kind -> !names.contains(kind))
                .forEach(names::add);
        names.removeIf(name ->
                DocumentName.read(name).filter(read -> mayRead(request, read)).isEmpty());
        return names;
    }

    /** Receipts and certificates name nobody; what nobody asked for has no receipt. */
    private boolean mayRead(SubjectRequest request, DocumentName document) {
        boolean receiptOfNothing =
                request.channel() == Channel.CLOCK && document.kind().equals(DocumentName.RECEIPT);
        if (isAskedInNameOf(current.get(), request)) {
            return document.kind().equals(DocumentName.CERTIFICATE);
        }
        return !receiptOfNothing && (NAMELESS.contains(document.kind()) || mayReadLetters(request.id()));
    }

    /**
     * A letter names the person and gives reasons: an integrator hands out those of requests that it sent in itself, and who may
     * not see a person unmasked does not read it.
     */
    private boolean mayReadLetters(RequestId id) {
        Actor actor = current.get();
        return switch (actor.kind()) {
            case STAFF -> actor.hasAny(PersonReveal.READERS);
            case INTEGRATOR -> events.receivedBy(id, actor);
            case CLIENT, SYSTEM, ANONYMOUS -> true;
        };
    }

    /** Whether the actor is the person in whose name an agent asks: they see the case, and of the agent the name alone. */
    private static boolean isAskedInNameOf(Actor actor, SubjectRequest request) {
        UUID person = actor.id();
        return actor.kind() == Actor.Kind.CLIENT && person != null && request.isAskedInNameOf(person);
    }

    private boolean visible(SubjectRequest request) {
        Actor actor = current.get();
        return switch (actor.kind()) {
            case CLIENT -> actor.isClient(request.owner()) || isAskedInNameOf(actor, request);
            case STAFF -> actor.sees(request.branchId()) && actor.hasAny(READERS);
            case INTEGRATOR, SYSTEM -> true;
            case ANONYMOUS -> false;
        };
    }

    /** Whoever entered a case hands out its receipt, even if the case fell to another branch. */
    private boolean isOwnReceipt(RequestId id, DocumentName document) {
        Actor actor = current.get();
        return actor.kind() == Actor.Kind.STAFF
                && document.kind().equals(DocumentName.RECEIPT)
                && events.receivedBy(id, actor);
    }

    private void log(EvidenceKind kind, SubjectRequest request, String target, String outcome) {
        evidence.append(EvidenceEvent.of(kind, current.get())
                .caseId(request.id().value())
                .subjectId(request.subjectId())
                .target(target, request.id())
                .outcome(outcome)
                .build());
    }
}
