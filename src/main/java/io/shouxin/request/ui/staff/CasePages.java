package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.shouxin.deadline.ClockState;
import io.shouxin.deadline.ClockView;
import io.shouxin.deadline.DeadlineTexts;
import io.shouxin.inbox.Deciders;
import io.shouxin.inbox.StaffNames;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Firms;
import io.shouxin.record.Category;
import io.shouxin.request.Authorities;
import io.shouxin.request.AuthorityView;
import io.shouxin.request.CaseNotices;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.OpenClaims;
import io.shouxin.request.PersonLooks;
import io.shouxin.request.PersonReveal;
import io.shouxin.request.Proof;
import io.shouxin.request.ProofFiles;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.Requesters;
import io.shouxin.request.SubjectRequest;
import io.shouxin.retention.RetentionRules;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.Masking;
import io.shouxin.shared.PlainText;
import io.shouxin.shared.Role;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.Code;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.UiTexts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts a case on one screen: what is asked, where it stands, what would be done and why, what happened. */
@org.springframework.stereotype.Component
class CasePages {

    private final RequestReader reader;
    private final PersonReveal reveal;
    private final StaffNames names;
    private final Firms firms;
    private final RetentionRules rules;
    private final OpenClaims claims;
    private final CurrentActor current;
    private final CaseDrafts drafts;
    private final CaseNotices notices;
    private final Deciders deciders;
    private final ProofFiles files;
    private final Authorities authorities;
    private final Requesters requesters;
    private final PersonLooks looks;
    private final Clock clock;

    CasePages(
            RequestReader reader,
            PersonReveal reveal,
            StaffNames names,
            Firms firms,
            RetentionRules rules,
            OpenClaims claims,
            CurrentActor current,
            CaseDrafts drafts,
            CaseNotices notices,
            Deciders deciders,
            ProofFiles files,
            Authorities authorities,
            Requesters requesters,
            PersonLooks looks,
            Clock clock) {
        this.reader = reader;
        this.reveal = reveal;
        this.names = names;
        this.firms = firms;
        this.rules = rules;
        this.claims = claims;
        this.current = current;
        this.drafts = drafts;
        this.notices = notices;
        this.deciders = deciders;
        this.files = files;
        this.authorities = authorities;
        this.requesters = requesters;
        this.looks = looks;
        this.clock = clock;
    }

    CaseView read(UUID caseId) {
        return reader.get(new RequestId(caseId));
    }

    PendingChanges noChanges() {
        return new PendingChanges(me());
    }

    /** What this person began about a case and has not sent yet. */
    CaseDraft draftOf(RequestId id) {
        return drafts.of(me(), id);
    }

    UUID me() {
        UUID me = current.get().id();
        return me == null ? new UUID(0, 0) : me;
    }

    Map<UUID, String> branchNames() {
        Map<UUID, String> branches = new LinkedHashMap<>();
        for (Branch branch : firms.branches()) {
            branches.put(branch.id(), branch.label(UiTexts.current()));
        }
        return branches;
    }

    /** Where a new request may be handed in. */
    Map<UUID, String> openBranchNames() {
        Map<UUID, String> branches = new LinkedHashMap<>();
        firms.openBranches().forEach(branch -> branches.put(branch.id(), branch.name()));
        return branches;
    }

    /** The branch of somebody who works in only one open one. */
    Optional<UUID> ownBranch() {
        Set<UUID> branches = new HashSet<>(current.get().branches());
        branches.retainAll(openBranchNames().keySet());
        return branches.size() == 1 ? branches.stream().findFirst() : Optional.empty();
    }

    /** Whether a case is one of this person's branches; they may have entered one that is not. */
    boolean sees(SubjectRequest request) {
        return current.get().sees(request.branchId());
    }

    /** Whether this person may enter requests for clients. */
    boolean mayEnter() {
        return current.get().hasAny(RequestIntake.HANDLERS);
    }

    StaffNames names() {
        return names;
    }

    LocalDate today() {
        return ChinaTime.today(clock);
    }

    KeepingDays keepingDays() {
        return new KeepingDays(today(), rules.longestFrom(today()));
    }

    /** @param what what is to be done about the case, the second half of its title */
    StaffPage page(CaseView view, String what) {
        Texts texts = UiTexts.current();
        SubjectRequest request = view.request();
        StaffPage page = new StaffPage(texts.get("staff.case.title", scope(request, texts), what));
        page.particulars(new Code(request.reference()), person(view), new Span(received(request, texts)));
        if (request.capacity().isForAnother()) {
            page.particulars(new Span(texts.get("staff.others.as", texts.label(request.capacity()))), meant(view));
        }
        ClockView time = view.clock();
        if (time != null) {
            page.particulars(due(time, texts));
            String workBy = DeadlineTexts.of(texts.locale(), today()).workBy(time);
            if (!workBy.isEmpty()) {
                page.particulars(new Span(workBy));
            }
        }
        if (request.channel() != Channel.CLOCK) {
            page.particulars(request.capacity().isForAnother() ? authority(request, texts) : identity(request, texts));
        }
        page.wide(trail(view));
        nobodyLeft(request).ifPresent(page::wide);
        mustLook(request).ifPresent(page::wide);
        NoticesPanel.warning(notices.of(request.id()), request.id()).ifPresent(page::wide);
        RelatedCases.of(request, reader).forEach(page::wide);
        return page;
    }

    /** Words for everybody who reads a case that names nobody while somebody on file has the number that was given. */
    Optional<Notice> mustLook(SubjectRequest request) {
        return requesters.mustLook(request.id())
                ? Optional.of(
                        Notice.warning(UiTexts.text("staff.who.mustLook"), UiTexts.text("staff.who.mustLook.what")))
                : Optional.empty();
    }

    /** Who may be behind a case that names nobody. */
    Requesters requesters() {
        return requesters;
    }

    /** Words for everybody who reads a case that nobody may confirm: who is needed, and how the firm gets them. */
    private Optional<Notice> nobodyLeft(SubjectRequest request) {
        return request.status() == RequestStatus.SECOND_REVIEW
                        && deciders.nobodyLeft(request.id().value())
                ? Optional.of(Notice.warning(
                        UiTexts.text("staff.second.nobody"),
                        UiTexts.text("staff.second.nobody.what", branchName(request.branchId()))))
                : Optional.empty();
    }

    /** Words for the officer before deciding, where no second person would be left for what they decide. */
    Optional<Notice> nobodyBesidesMe(SubjectRequest request) {
        return deciders.nobodyBesides(me(), "second-review", request.id().value(), request.branchId())
                ? Optional.of(Notice.info(
                        UiTexts.text("staff.officer.nobodyBesides"),
                        UiTexts.text("staff.officer.nobodyBesides.what", branchName(request.branchId()))))
                : Optional.empty();
    }

    /** Words for whoever enters requests and is the only reviewer of a branch: they could not confirm them. */
    Optional<Notice> onlyReviewer() {
        Texts texts = UiTexts.current();
        String alone = current.get().branches().stream()
                .filter(branch -> deciders.isOnly(me(), Role.REVIEWER, branch))
                .map(this::branchName)
                .sorted()
                .collect(Collectors.joining(texts.get("request.list.separator")));
        return alone.isEmpty()
                ? Optional.empty()
                : Optional.of(Notice.info(
                        texts.get("staff.new.onlyReviewer", alone), texts.get("staff.new.onlyReviewer.what")));
    }

    private String branchName(UUID branch) {
        return branchNames().getOrDefault(branch, "");
    }

    private String received(SubjectRequest request, Texts texts) {
        return texts.get(
                "staff.case.received",
                DeadlineTexts.of(texts.locale(), today()).date(ChinaTime.dayOf(request.receivedAt())));
    }

    /** The right-hand column: the client's words, what was written to and fro, what happened. */
    void beside(StaffPage page, CaseView view) {
        new CaseStory(names).beside(page, view);
    }

    /** What a person was told in these cases. */
    Panel messages(List<SubjectRequest> cases) {
        return PersonMessages.of(cases, notices);
    }

    /** The way to who looked at a person, for those who may ask. */
    Optional<Panel> looks(UUID subject) {
        Texts texts = UiTexts.current();
        return looks.mayRead()
                ? Optional.of(new Panel(
                        texts.get("staff.looks.title"),
                        new RouteLink("staff/people/" + subject + "/looks", texts.get("staff.looks.open"))))
                : Optional.empty();
    }

    /** What became of the messages to the client. */
    NoticesPanel messages(RequestId id) {
        return new NoticesPanel(notices, id, names, mayEnter());
    }

    /** What was handed in as proof. */
    ProofFilesPanel proofFiles(RequestId id) {
        return new ProofFilesPanel(files, id, current.get().hasAny(PersonReveal.READERS));
    }

    ClaimsPanel claims(UUID subject) {
        return new ClaimsPanel(claims, this, subject);
    }

    /** What the letter will say, with the noted changes; while something is open there is no letter to look at. */
    Panel letterDraft(CaseView view, PendingChanges changes) {
        Texts texts = UiTexts.current();
        RequestId id = view.request().id();
        List<RecordDecision> seen = view.decisions().stream().map(changes::seen).toList();
        Panel panel = new Panel(texts.get("staff.letter.draft"), new Paragraph(draftSays(view.request(), seen, texts)));
        if (view.request().refusalCode() != null || seen.stream().noneMatch(RecordDecision::isOpen)) {
            panel.add(new PdfLink(
                    texts.get("staff.letter.preview"),
                    "letter-draft.pdf",
                    () -> reader.letterDraft(id, changes::seen, texts.locale())));
        }
        return panel;
    }

    private static String draftSays(SubjectRequest request, List<RecordDecision> seen, Texts texts) {
        if (request.refusalCode() != null) {
            return texts.get("staff.letter.refused");
        }
        long open = seen.stream().filter(RecordDecision::isOpen).count();
        if (open > 0) {
            return texts.get("staff.letter.open", open);
        }
        long kept = seen.stream().filter(decision -> decision.outcome().keeps()).count();
        return kept == 0 ? texts.get("staff.letter.nothingKept") : texts.get("staff.letter.kept", kept);
    }

    /** Until when the client is waited for; empty where nothing is. */
    String waitsUntil(CaseView view) {
        Texts texts = UiTexts.current();
        LocalDate due = view.request().proofDueOn();
        return due == null
                ? ""
                : texts.get(
                        view.request().proofDemanded() ? "staff.answer.until" : "staff.proof.until",
                        DeadlineTexts.of(texts.locale(), today()).date(due));
    }

    byte[] document(RequestId id, String name) {
        return reader.document(id, name);
    }

    /** Where a case stands, in a word: who waits for an answer does not wait for proof. */
    static String status(SubjectRequest request, Texts texts) {
        return request.status() == RequestStatus.AWAITING_PROOF && request.proofDemanded()
                ? texts.get("staff.status.AWAITING_ANSWER")
                : texts.get("staff.status." + request.status().name());
    }

    static String scope(SubjectRequest request, Texts texts) {
        Set<Category> categories = request.categories();
        String what = categories == null
                ? texts.get("request.scope.all")
                : categories.stream()
                        .sorted()
                        .map(texts::label)
                        .collect(Collectors.joining(texts.get("request.list.separator")));
        return texts.get("staff.case.scope", texts.label(request.type()), what);
    }

    Chip due(ClockView time, Texts texts) {
        DeadlineTexts dates = DeadlineTexts.of(texts.locale(), today());
        if (time.state() == ClockState.PAUSED) {
            return Chip.calm(texts.get("deadline.paused"));
        }
        if (time.state() == ClockState.STOPPED) {
            return Chip.plain(texts.get("deadline.stopped"));
        }
        String words = dates.due(time) + " · " + dates.remaining(time);
        if (time.isOverdue()) {
            return Chip.late(words);
        }
        return time.isSoon() ? Chip.warn(words) : Chip.plain(words);
    }

    static String masked(CaseView view) {
        String name = view.text(CaseText.Kind.CONTACT_NAME);
        String phone = view.text(CaseText.Kind.CONTACT_PHONE);
        return (name.isBlank() ? "—" : PlainText.isolated(Masking.name(name)))
                + (phone.isBlank() ? "" : " " + Masking.phone(phone));
    }

    private Component person(CaseView view) {
        RequestId id = view.request().id();
        return current.get().hasAny(PersonReveal.READERS) && reveal.hasOfCase(id)
                ? new PersonLine(masked(view), () -> reveal.ofCase(id))
                : new Span(masked(view));
    }

    /** Whose data somebody else asks about, as they gave it. */
    private Component meant(CaseView view) {
        String name = view.text(CaseText.Kind.SUBJECT_NAME);
        String phone = view.text(CaseText.Kind.SUBJECT_PHONE);
        String masked = UiTexts.text(
                "staff.others.meant",
                (name.isBlank() ? "—" : PlainText.isolated(Masking.name(name)))
                        + (phone.isBlank() ? "" : " " + Masking.phone(phone)));
        return current.get().hasAny(PersonReveal.READERS) && !name.isBlank()
                ? new PersonLine(
                        masked, () -> reveal.ofPersonMeant(view.request().id()))
                : new Span(masked);
    }

    /** The authority of a request for another person, with what is asked for. */
    Optional<AuthorityView> authorityOf(RequestId id) {
        return authorities.of(id);
    }

    /** Other cases of the person, open and closed, newest first, without this one. */
    List<SubjectRequest> otherCases(SubjectRequest request, UUID person) {
        return reader.ofClient(person).stream()
                .filter(other -> !other.id().equals(request.id()))
                .toList();
    }

    private Chip authority(SubjectRequest request, Texts texts) {
        String words = authorityOf(request.id())
                .map(view -> texts.get(
                        "staff.others.state." + view.authority().state().name()))
                .orElse("");
        boolean confirmed = authorityOf(request.id())
                .filter(view -> view.authority().isConfirmed())
                .isPresent();
        return confirmed ? Chip.ok(words) : Chip.warn(words);
    }

    private static Chip identity(SubjectRequest request, Texts texts) {
        ProofMethod method = request.proofMethod();
        return request.proof() == Proof.NONE || method == null
                ? Chip.warn(texts.get("staff.case.identity", texts.label(Proof.NONE)))
                : Chip.ok(texts.get("staff.case.identity", texts.label(method)));
    }

    private static Panel trail(CaseView view) {
        Panel panel = new Panel(UiTexts.text("staff.case.where"), CaseTrail.of(view));
        if (!view.trace().done().isEmpty()) {
            panel.corner(new ProcessPicture(view.trace()));
        }
        return panel;
    }
}
