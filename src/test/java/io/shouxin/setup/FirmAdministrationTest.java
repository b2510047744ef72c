package io.shouxin.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shouxin.evidence.EvidenceReader;
import io.shouxin.evidence.EvidenceView;
import io.shouxin.identity.MemberProfile;
import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.identity.StaffAdministration;
import io.shouxin.identity.Username;
import io.shouxin.platform.Branch;
import io.shouxin.platform.BranchTie;
import io.shouxin.platform.Firms;
import io.shouxin.record.Imports;
import io.shouxin.request.Channel;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Role;
import io.shouxin.shared.Sector;
import io.shouxin.shared.StateRefused;
import io.shouxin.spine.DeletionWish;
import io.shouxin.spine.TestFirm;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What administrators change about the firm and its branches, and what a closed branch still does. */
@FirmStage
class FirmAdministrationTest {

    private final FirmAdministration administration;
    private final StaffAdministration people;
    private final StaffAccounts accounts;
    private final RequestIntake intake;
    private final Imports imports;
    private final EvidenceReader evidence;
    private final Firms firms;
    private final TestFirm firm;
    private final JdbcClient jdbc;

    @Autowired
    FirmAdministrationTest(
            FirmAdministration administration,
            StaffAdministration people,
            StaffAccounts accounts,
            RequestIntake intake,
            Imports imports,
            EvidenceReader evidence,
            Firms firms,
            TestFirm firm,
            JdbcClient jdbc) {
        this.administration = administration;
        this.people = people;
        this.accounts = accounts;
        this.intake = intake;
        this.imports = imports;
        this.evidence = evidence;
        this.firms = firms;
        this.firm = firm;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void open() {
        firm.open();
        for (String name : List.of("boss", "boss2")) {
            accounts.create(
                    new StaffAccount(UUID.randomUUID(), name, name, Set.of(Role.ADMINISTRATOR), Set.of(), true),
                    "secret");
        }
    }

    /** Every test begins with every branch open. */
    @AfterEach
    void reopen() {
        jdbc.sql("UPDATE branch SET closed_at = NULL").update();
    }

    @Test
    void what_was_changed_is_in_force_at_once_and_the_log_names_fields_and_no_contact() {
        as(
                "boss",
                () -> change(particulars(), Map.of(FirmField.PHONE, "021-6660 0200", FirmField.PEOPLE, "1,200,000")));
        assertThat(firms.firm().contactPhone()).isEqualTo("021-6660 0200");
        assertThat(firms.people()).contains(1_200_000L);
        EvidenceView entry = lastOf("boss", "CHANGED");
        assertThat(entry.details()).containsEntry("fields", "PHONE,PEOPLE").containsEntry("tier", "OFFICER_REQUIRED");
        assertThat(entry.canonicalJson()).doesNotContain("6660");
    }

    @Test
    void what_cannot_be_one_is_refused_at_its_field_and_nothing_is_saved() {
        InvalidInput refused = refusal(() ->
                as("boss", () -> change(particulars(), Map.of(FirmField.NAME, "别的名字", FirmField.EMAIL, "nowhere"))));
        assertThat(refused.pointer()).isEqualTo("/email");
        assertThat(refusal(() -> as("boss", () -> change(particulars(), Map.of(FirmField.PEOPLE, "many"))))
                        .pointer())
                .isEqualTo("/people");
        assertThat(firms.firm().name()).isEqualTo("测试房产");
    }

    @Test
    void the_second_of_two_administrators_is_told_and_nothing_of_the_first_is_lost() {
        FirmParticulars seen = as("boss2", this::particulars);
        as("boss", () -> change(particulars(), Map.of(FirmField.PERSON, "新联系人")));
        FirmChanged told = catchThrowableOfType(
                FirmChanged.class, () -> as("boss2", () -> change(seen, Map.of(FirmField.ADDRESS, "新路 2 号"))));
        assertThat(told.now().get(FirmField.PERSON)).isEqualTo("新联系人");
        assertThat(firms.firm().contactPerson()).isEqualTo("新联系人");
        assertThat(firms.firm().address()).isEqualTo("测试路 1 号");
    }

    @Test
    void officers_read_and_do_not_change_and_clerks_do_neither() {
        UUID branch = TestFirm.BRANCH;
        assertThat(as("officer", this::particulars).get(FirmField.NAME)).isEqualTo("测试房产");
        assertThat(as("officer", () -> administration.ties(branch))).isNotEmpty();
        for (String who : List.of("officer", "clerk")) {
            for (Runnable tried : List.<Runnable>of(
                    () -> administration.change(new FirmParticulars(Map.of(), 0)),
                    () -> administration.add("x", Sector.BROKERAGE),
                    () -> administration.change(branch, 0, "x", Sector.BROKERAGE),
                    () -> administration.close(branch, 0),
                    () -> administration.reopen(branch, 0))) {
                assertThatThrownBy(() -> as(who, () -> run(tried))).isInstanceOf(AccessRefused.class);
            }
        }
        assertThatThrownBy(() -> as("clerk", this::particulars)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> as("clerk", administration::branches)).isInstanceOf(AccessRefused.class);
    }

    @Test
    void a_branch_is_added_and_renamed_and_has_a_name_of_its_own() {
        UUID id = added("新开店");
        assertThat(refusal(() -> added("新开店")).textKey()).isEqualTo("setup.branches.error.twice");
        as("boss", () -> run(() -> administration.change(id, 0, " 改名店 ", Sector.HOUSEKEEPING)));
        assertThat(firms.branch(id).name()).isEqualTo("改名店");
        assertThat(firms.branch(id).sector()).isEqualTo(Sector.HOUSEKEEPING);
        assertThat(lastOf("boss", "CHANGED").details()).containsEntry("fields", "NAME,SECTOR");
        BranchChanged told = catchThrowableOfType(
                BranchChanged.class,
                () -> as("boss2", () -> run(() -> administration.change(id, 0, "别的店", Sector.BROKERAGE))));
        assertThat(told.now().name()).isEqualTo("改名店");
    }

    @Test
    void the_trade_stays_once_records_were_sorted_by_it() {
        firm.client("trade", null);
        Branch now = firms.branch(TestFirm.BRANCH);
        assertThat(refusal(() -> as(
                                "boss",
                                () -> run(() -> administration.change(
                                        now.id(), now.version(), now.name(), Sector.HOUSEKEEPING))))
                        .pointer())
                .isEqualTo("/sector");
        assertThat(firms.branch(TestFirm.BRANCH).sector()).isEqualTo(Sector.BROKERAGE);
    }

    @Test
    void a_branch_without_an_officer_or_with_a_list_that_is_not_done_is_not_closed() {
        UUID id = added("要停的店");
        assertThat(kinds(id)).containsExactly(BranchTie.Kind.NO_OFFICER);
        assertThat(refusal(() -> close(id)).textKey()).isEqualTo("firm.branch.error.close");
        answerable(id);
        UUID list = UUID.randomUUID();
        jdbc.sql("INSERT INTO import_job (id, branch_id, state, created_at) VALUES (?, ?, 'NEEDS_MAPPING', now())")
                .params(list, id)
                .update();
        assertThat(kinds(id)).contains(BranchTie.Kind.IMPORTS);
        assertThat(refusal(() -> close(id)).textKey()).isEqualTo("firm.branch.error.close");
        jdbc.sql("UPDATE import_job SET state = 'FAILED' WHERE id = ?")
                .param(list)
                .update();
        close(id);
        assertThat(firms.branch(id).isOpen()).isFalse();
        assertThat(lastOf("boss", "CLOSED").details()).containsEntry("people", "1");
        assertThatThrownBy(() -> close(id)).isInstanceOf(StateRefused.class);
    }

    @Test
    void a_closed_branch_takes_no_people_and_no_lists_until_it_is_opened_again() {
        UUID id = added("关门店");
        UUID officer = answerable(id);
        close(id);
        MemberProfile there = new MemberProfile("新人", Set.of(Role.STAFF), Set.of(id));
        assertThat(refusal(() -> as("boss", () -> people.create(new Username("late"), there)))
                        .textKey())
                .isEqualTo("ui.branch.error.closed");
        byte[] list = "姓名,手机号\n段一,13911130001".getBytes(StandardCharsets.UTF_8);
        assertThat(refusal(() -> imports.receive("list.csv", list, id, null, Actor.SYSTEM))
                        .textKey())
                .isEqualTo("ui.branch.error.closed");
        as(
                "boss",
                () -> run(() -> people.change(
                        officer,
                        people.member(officer).version(),
                        new MemberProfile("还是负责人", Set.of(Role.PRIVACY_OFFICER), Set.of(id)))));
        assertThat(accounts.find(officer).orElseThrow().branches())
                .as("who had it keeps it")
                .contains(id);
        as("boss", () -> run(() -> administration.reopen(id, version(id))));
        as("boss", () -> people.create(new Username("early"), there));
        assertThat(accounts.byUsername("early").orElseThrow().branches()).containsExactly(id);
    }

    @Test
    void a_closed_branch_in_which_there_is_something_to_do_is_given_to_people_and_keeps_an_officer() {
        firm.client("left-behind", null);
        UUID other = added("另一店");
        UUID officer = accounts.byUsername("officer").orElseThrow().id();
        close(TestFirm.BRANCH);
        assertThat(as("boss", () -> people.onlyOfficerOf(officer)))
                .extracting(Branch::id)
                .containsExactly(TestFirm.BRANCH);
        MemberProfile away = new MemberProfile("officer", Set.of(Role.PRIVACY_OFFICER), Set.of(other));
        InvalidInput refused = refusal(() -> as(
                "boss",
                () -> run(() -> people.change(officer, people.member(officer).version(), away))));
        assertThat(refused.textKey()).isEqualTo("identity.people.error.lastOfficer");
        assertThat(refused.pointer()).isEqualTo("/branches");

        assertThat(as("boss", () -> people.branches())).extracting(Branch::id).contains(TestFirm.BRANCH);
        MemberProfile heir = new MemberProfile("接手", Set.of(Role.PRIVACY_OFFICER), Set.of(other, TestFirm.BRANCH));
        UUID next = as("boss", () -> people.create(new Username("heir"), heir)).account();
        assertThat(accounts.find(next).orElseThrow().branches()).contains(TestFirm.BRANCH);

        as("boss", () -> run(() -> people.change(officer, people.member(officer).version(), away)));
        assertThat(accounts.find(officer).orElseThrow().branches()).containsExactly(other);
        as(
                "boss",
                () -> run(() -> people.change(
                        officer,
                        people.member(officer).version(),
                        new MemberProfile("officer", Set.of(Role.PRIVACY_OFFICER), Set.of(TestFirm.BRANCH)))));
        as("boss", () -> run(() -> people.leave(next, people.member(next).version(), null)));
    }

    @Test
    void a_new_case_of_a_closed_branchs_client_goes_to_an_open_one_and_an_earlier_case_stays() {
        TestFirm.Client client = firm.client("closed", null);
        SubjectRequest before = ask(client);
        assertThat(before.branchId()).isEqualTo(TestFirm.BRANCH);
        assertThat(kinds(TestFirm.BRANCH)).contains(BranchTie.Kind.RECORDS, BranchTie.Kind.CASES);
        close(TestFirm.BRANCH);
        SubjectRequest after = ask(client);
        assertThat(firms.branch(after.branchId()).isOpen()).isTrue();
        assertThat(jdbc.sql("SELECT branch_id FROM request WHERE id = ?")
                        .param(before.id().value())
                        .query(UUID.class)
                        .single())
                .isEqualTo(TestFirm.BRANCH);
        DeletionWish named = DeletionWish.ofSomebody("某人", Channel.COUNTER).at(TestFirm.BRANCH);
        assertThat(refusal(() -> as("officer", () -> intake.submit(named.request())))
                        .pointer())
                .isEqualTo("/branchId");
    }

    @Test
    void of_two_who_close_the_last_two_branches_at_once_one_is_refused() throws Exception {
        UUID one = added("末一店");
        UUID other = added("末二店");
        answerable(one);
        answerable(other);
        jdbc.sql("UPDATE branch SET closed_at = now() WHERE id NOT IN (?, ?)")
                .params(one, other)
                .update();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> tries = List.of(() -> closes("boss", one), () -> closes("boss2", other));
            long closed = 0;
            for (var result : both.invokeAll(tries)) {
                closed += result.get() ? 1 : 0;
            }
            assertThat(closed).isOne();
        } finally {
            both.shutdown();
        }
        assertThat(firms.openBranches()).hasSize(1);
    }

    private boolean closes(String who, UUID branch) {
        try {
            as(who, () -> run(() -> administration.close(branch, version(branch))));
            return true;
        } catch (InvalidInput refused) {
            return false;
        }
    }

    private SubjectRequest ask(TestFirm.Client client) {
        return as(
                "officer",
                () -> intake.submit(DeletionWish.of(client, Channel.COUNTER).request()));
    }

    private FirmParticulars particulars() {
        return administration.particulars();
    }

    private Object change(FirmParticulars seen, Map<FirmField, String> changes) {
        Map<FirmField, String> values = new EnumMap<>(seen.values());
        values.putAll(changes);
        return run(() -> administration.change(new FirmParticulars(values, seen.version())));
    }

    private UUID added(String name) {
        return as("boss", () -> administration.add(name, Sector.BROKERAGE));
    }

    private void close(UUID branch) {
        as("boss", () -> run(() -> administration.close(branch, version(branch))));
    }

    private int version(UUID branch) {
        return firms.branch(branch).version();
    }

    private List<BranchTie.Kind> kinds(UUID branch) {
        return as("boss", () -> administration.ties(branch)).stream()
                .map(BranchTie::kind)
                .toList();
    }

    /** Gives the branch an officer, who works nowhere else. */
    private UUID answerable(UUID branch) {
        UUID id = UUID.randomUUID();
        accounts.create(
                new StaffAccount(id, "o" + id, "负责人", Set.of(Role.PRIVACY_OFFICER), Set.of(branch), true), "secret");
        return id;
    }

    private EvidenceView lastOf(String who, String outcome) {
        UUID id = accounts.byUsername(who).orElseThrow().id();
        return evidence.entriesBy(id, 100).stream()
                .filter(entry -> outcome.equals(entry.outcome()) && !"account".equals(entry.targetType()))
                .findFirst()
                .orElseThrow();
    }

    private <T> T as(String who, Supplier<T> work) {
        return firm.asStaff(who, work);
    }

    private static Object run(Runnable work) {
        work.run();
        return "";
    }

    private static InvalidInput refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(InvalidInput.class, work);
    }
}
