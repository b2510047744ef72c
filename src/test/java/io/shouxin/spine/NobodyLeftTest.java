package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.identity.Absences;
import io.shouxin.identity.Member;
import io.shouxin.identity.MemberProfile;
import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.identity.StaffAdministration;
import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.inbox.NobodyLeft;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Firms;
import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import io.shouxin.record.DealType;
import io.shouxin.record.NewRecord;
import io.shouxin.record.Records;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestOutcome;
import io.shouxin.shared.Role;
import io.shouxin.shared.Sector;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.IndexEntry;
import io.shouxin.subject.SubjectKind;
import io.shouxin.subject.Subjects;
import io.shouxin.testing.BrowserlessPages;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small branch in which everybody who could confirm a case had a hand in it: it is told at once, and a colleague can be let in. */
@SpringBootTest
@Import(TestFirm.class)
@ExtendWith(BrowserlessPages.class)
class NobodyLeftTest {

    private static final String NOBODY = "目前没有人可以复核这件申请";

    private final ApplicationContext context;
    private final TestFirm firm;
    private final Desks desks;
    private final Inbox inbox;
    private final NobodyLeft nobodyLeft;
    private final StaffAccounts accounts;
    private final StaffAdministration administration;
    private final Absences absences;
    private final Firms firms;
    private final Subjects subjects;
    private final Records records;
    private final JdbcClient jdbc;

    private UUID branch = new UUID(0, 0);
    private String at = "";

    @Autowired
    NobodyLeftTest(
            ApplicationContext context,
            TestFirm firm,
            Inbox inbox,
            NobodyLeft nobodyLeft,
            StaffAccounts accounts,
            StaffAdministration administration,
            Absences absences,
            Firms firms,
            Subjects subjects,
            Records records,
            JdbcClient jdbc) {
        this.context = context;
        this.firm = firm;
        this.desks = Desks.of(context);
        this.inbox = inbox;
        this.nobodyLeft = nobodyLeft;
        this.accounts = accounts;
        this.administration = administration;
        this.absences = absences;
        this.firms = firms;
        this.subjects = subjects;
        this.records = records;
        this.jdbc = jdbc;
    }

    /** A branch of its own for each test: two clerks, one reviewer, one officer, one administrator. */
    @BeforeEach
    void open() {
        firm.open();
        branch = UUID.randomUUID();
        at = "-" + branch.toString().substring(0, 8);
        firms.save(new Branch(branch, "小店" + at, Sector.BROKERAGE));
        account("clerk", Role.STAFF);
        account("colleague", Role.STAFF);
        account("reviewer", Role.REVIEWER);
        account("officer", Role.PRIVACY_OFFICER);
        account("admin", Role.ADMINISTRATOR);
    }

    @Test
    void where_nobody_is_left_it_is_told_at_once_and_a_colleague_who_is_made_reviewer_confirms() {
        TestFirm.Client client = clientOfOpenDeal("stuck");
        RequestId id = enteredByTheReviewer(client);
        assertThat(page(
                        "officer",
                        "staff/inbox/"
                                + task("officer", id, "officer-decisions").id()))
                .contains("除您以外，目前没有人可以复核这件", "小店" + at);
        keptByTheOfficer(id);
        approve(id);

        InboxTask second = task("officer", id, "second-review");
        String topic = "nobody-left:" + second.id();
        assertThat(toldOf(topic)).containsExactlyInAnyOrder("officer" + at, "admin" + at);
        assertThat(jdbc.sql("SELECT DISTINCT subject || ' ' || body FROM staff_message WHERE topic = ?")
                        .param(topic)
                        .query(String.class)
                        .single())
                .contains("案件 " + second.caseReference() + " 没有人可以复核", "小店" + at, "最晚答复：", "/staff/administration")
                .doesNotContain("{", client.phone());
        for (String address : List.of("staff/inbox/" + second.id(), "staff/cases/" + id)) {
            assertThat(page("officer", address)).contains(NOBODY, "门店“小店" + at + "”", "“复核员”岗位");
        }
        assertThat(page("clerk", "staff/cases/" + id)).contains(NOBODY, "没有复核员可以复核，已通知");
        assertThat(events(id)).containsOnlyOnce(CaseEvent.Kind.NOBODY_TO_CONFIRM);
        assertThat(second.escalated())
                .as("the officer has it on her list to see to")
                .isTrue();

        nobodyLeft.lookNow();
        nobodyLeft.lookNow();
        assertThat(toldOf(topic)).hasSize(2);
        assertThat(events(id)).containsOnlyOnce(CaseEvent.Kind.NOBODY_TO_CONFIRM);

        assertThat(listed("colleague")).doesNotContain(second.id());
        as("admin", () -> {
            Member member = administration.member(account("colleague"));
            administration.change(
                    member.account().id(),
                    member.version(),
                    new MemberProfile("colleague", Set.of(Role.STAFF, Role.REVIEWER), Set.of(branch)));
            return "";
        });
        assertThat(listed("colleague")).contains(second.id());
        assertThat(page("colleague", "staff/inbox/" + second.id()))
                .contains(second.caseReference())
                .doesNotContain(NOBODY);
        decide(id, "colleague", "second-review", Map.of("outcome", "APPROVED"));

        CaseView closed = desks.closed(id, client.id());
        assertThat(closed.request().outcome()).isEqualTo(RequestOutcome.PARTLY_COMPLETED);
        assertThat(closed.events())
                .extracting(CaseEvent::kind)
                .contains(CaseEvent.Kind.CONFIRMED, CaseEvent.Kind.ANSWERED, CaseEvent.Kind.CLOSED);
        assertThat(CaseEvent.Kind.NOBODY_TO_CONFIRM.isShownToClient()).isFalse();
    }

    @Test
    void where_the_officer_had_no_hand_in_it_she_may_confirm_at_once_and_only_she_is_told() {
        TestFirm.Client client = client("for-the-officer", LocalDate.of(2026, 3, 15));
        RequestId id = enteredByTheReviewer(client);
        approve(id);
        InboxTask second = task("officer", id, "second-review");
        assertThat(toldOf("nobody-left:" + second.id())).containsExactly("officer" + at);
        assertThat(page("officer", "staff/inbox/" + second.id())).doesNotContain(NOBODY);
        assertThat(listed("officer")).contains(second.id());
        decide(id, "officer", "second-review", Map.of("outcome", "APPROVED"));
        desks.closed(id, client.id());
    }

    @Test
    void two_cases_of_a_branch_are_told_once_each() {
        RequestId one = enteredByTheReviewer(clientOfOpenDeal("stuck-one"));
        RequestId two = enteredByTheReviewer(clientOfOpenDeal("stuck-two"));
        for (RequestId id : List.of(one, two)) {
            keptByTheOfficer(id);
            approve(id);
        }
        List<String> topics = List.of(one, two).stream()
                .map(id -> "nobody-left:" + task("officer", id, "second-review").id())
                .toList();
        nobodyLeft.lookNow();
        assertThat(topics).doesNotHaveDuplicates().allSatisfy(topic -> assertThat(toldOf(topic))
                .containsExactlyInAnyOrder("officer" + at, "admin" + at));
    }

    @Test
    void a_reviewer_who_leaves_while_the_case_waits_is_missed_soon_after() {
        TestFirm.Client client = clientOfOpenDeal("left-alone");
        RequestId id = enter("clerk", client);
        keptByTheOfficer(id);
        approve(id);
        InboxTask second = task("reviewer", id, "second-review");
        String topic = "nobody-left:" + second.id();
        nobodyLeft.lookNow();
        assertThat(toldOf(topic)).isEmpty();
        assertThat(page("clerk", "staff/cases/" + id)).doesNotContain(NOBODY);

        as("admin", () -> {
            Member member = administration.member(account("reviewer"));
            administration.leave(member.account().id(), member.version(), null);
            return "";
        });
        assertThat(page("clerk", "staff/cases/" + id)).contains(NOBODY);
        nobodyLeft.lookNow();
        assertThat(toldOf(topic)).containsExactlyInAnyOrder("officer" + at, "admin" + at);
    }

    @Test
    void a_reviewer_on_holiday_in_whose_place_stands_somebody_with_a_hand_in_the_case_is_nobody_until_she_is_back() {
        account("stand-in", Role.REVIEWER);
        LocalDate today = absences.today();
        UUID absence =
                as("admin", () -> absences.plan(account("reviewer"), account("stand-in"), today, today.plusDays(3)));
        RequestId id = enter("stand-in", clientOfOpenDeal("on-holiday"));
        keptByTheOfficer(id);
        approve(id);
        InboxTask second = task("officer", id, "second-review");
        assertThat(toldOf("nobody-left:" + second.id())).containsExactlyInAnyOrder("officer" + at, "admin" + at);
        assertThat(page("clerk", "staff/cases/" + id)).contains(NOBODY);

        as("admin", () -> {
            absences.end(absence);
            return "";
        });
        assertThat(page("clerk", "staff/cases/" + id)).doesNotContain(NOBODY);
    }

    @Test
    void the_only_reviewer_of_a_branch_is_told_so_where_she_enters_a_request() {
        assertThat(page("reviewer", "staff/requests/new")).contains("您是小店" + at + "唯一的复核员");
        assertThat(page("clerk", "staff/requests/new")).doesNotContain("唯一的复核员");
        account("reviewer2", Role.REVIEWER);
        assertThat(page("reviewer", "staff/requests/new")).doesNotContain("唯一的复核员");
    }

    private RequestId enteredByTheReviewer(TestFirm.Client client) {
        return enter("reviewer", client);
    }

    private RequestId enter(String who, TestFirm.Client client) {
        return desks.enter(who + at, DeletionWish.of(client, Channel.COUNTER).proven(ProofMethod.SEEN_AT_COUNTER));
    }

    private void keptByTheOfficer(RequestId id) {
        task("officer", id, "officer-decisions");
        List<Map<String, String>> decisions = as("officer", () -> desks.reader().get(id)).decisions().stream()
                .filter(RecordDecision::isOpen)
                .map(open -> Map.of(
                        "recordId",
                        open.recordId().toString(),
                        "outcome",
                        "RESTRICT_STORAGE_ONLY",
                        "until",
                        "2030-06-30",
                        "reason",
                        "合同已结束"))
                .toList();
        decide(id, "officer", "officer-decisions", Map.of("decisions", decisions));
    }

    private void approve(RequestId id) {
        decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
    }

    private void decide(RequestId id, String who, String kind, Map<String, Object> fields) {
        desks.decide(id, who + at, kind, fields);
    }

    private InboxTask task(String who, RequestId id, String kind) {
        return desks.task(id, who + at, kind);
    }

    private List<UUID> listed(String who) {
        return as(who, () -> inbox.list(Inbox.Filter.FOR_ME, 0, 1000)).stream()
                .map(InboxTask::id)
                .toList();
    }

    private List<CaseEvent.Kind> events(RequestId id) {
        return as("clerk", () -> desks.reader().get(id)).events().stream()
                .map(CaseEvent::kind)
                .toList();
    }

    private List<String> toldOf(String topic) {
        return jdbc.sql("SELECT addressee FROM staff_message WHERE topic = ?")
                .param(topic)
                .query(String.class)
                .list();
    }

    private String page(String who, String address) {
        return as(who, () -> {
            BrowserlessPages.open(context, "io.shouxin.inbox.ui", "io.shouxin.request.ui.staff");
            BrowserlessPages.go(address);
            return BrowserlessPages.text();
        });
    }

    private <T> T as(String who, Supplier<T> work) {
        return firm.asStaff(who + at, work);
    }

    private UUID account(String who) {
        return accounts.byUsername(who + at).orElseThrow().id();
    }

    private void account(String who, Role role) {
        accounts.create(
                new StaffAccount(UUID.randomUUID(), who + at, who + at, Set.of(role), Set.of(branch), true), "secret");
    }

    private TestFirm.Client clientOfOpenDeal(String tag) {
        return client(tag, null);
    }

    /** A client of this branch with a phone number and a sale, of whose end nobody wrote anything down where there is no day. */
    private TestFirm.Client client(String tag, @Nullable LocalDate saleEnded) {
        UUID id = UUID.randomUUID();
        LocalDate signed = LocalDate.of(2025, 12, 15);
        String phone = "135%08d".formatted(Math.floorMod((tag + at).hashCode(), 100_000_000));
        subjects.createAll(Map.of(id, SubjectKind.CLIENT));
        UUID contact = records.store(List.of(
                        record(id, Category.CONTACT, Classification.GENERAL, null, null, null, "PHONE", phone),
                        record(id, Category.DEMAND, Classification.GENERAL, null, null, null, "AREA_WANTED", "浦东"),
                        record(
                                id,
                                Category.TRANSACTION,
                                Classification.POLICY_SENSITIVE,
                                DealType.SALE,
                                signed,
                                saleEnded,
                                "PRICE",
                                "1000000")))
                .get(0);
        subjects.index(List.of(new IndexEntry(id, Objects.requireNonNull(contact), IdentifierKind.PHONE, phone)));
        return new TestFirm.Client(id, id, phone, "", List.of());
    }

    private NewRecord record(
            UUID subject,
            Category category,
            Classification classification,
            @Nullable DealType deal,
            @Nullable LocalDate signed,
            @Nullable LocalDate ended,
            String field,
            String value) {
        return new NewRecord(
                subject,
                branch,
                category,
                classification,
                deal,
                signed,
                ended,
                null,
                signed,
                null,
                Map.of(field, value));
    }
}
