package io.shouxin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.evidence.EvidenceReader;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Role;
import io.shouxin.shared.StateRefused;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.SetClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What administrators may do with accounts, and what nobody else may. */
@IdentityTest
class StaffAdministrationTest {

    private static final String GOOD = "lantern-copper-meadow";

    private final StaffAdministration administration;
    private final StaffAccounts accounts;
    private final StaffPasswords passwords;
    private final CurrentActor current;
    private final PasswordEncoder encoder;
    private final EvidenceReader evidence;
    private final TestFirm firm;
    private final JdbcClient jdbc;
    private final SetClock clock;

    @Autowired
    StaffAdministrationTest(
            StaffAdministration administration,
            StaffAccounts accounts,
            StaffPasswords passwords,
            CurrentActor current,
            PasswordEncoder encoder,
            EvidenceReader evidence,
            TestFirm firm,
            JdbcClient jdbc,
            SetClock clock) {
        this.administration = administration;
        this.accounts = accounts;
        this.passwords = passwords;
        this.current = current;
        this.encoder = encoder;
        this.evidence = evidence;
        this.firm = firm;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @BeforeEach
    void open() {
        firm.open();
        jdbc.sql("DELETE FROM rate_limit").update();
        administrator("boss");
        administrator("boss2");
        jdbc.sql("UPDATE staff_account SET active = true WHERE username IN ('boss', 'boss2')")
                .update();
    }

    @Test
    void a_new_account_has_several_roles_and_branches_and_a_start_password_that_opens_nothing_else() {
        StartPassword made = create("several", Set.of(Role.STAFF, Role.PRIVACY_OFFICER), both());
        StaffAccount account = accounts.find(made.account()).orElseThrow();
        assertThat(account.roles()).containsExactlyInAnyOrder(Role.STAFF, Role.PRIVACY_OFFICER);
        assertThat(account.branches()).isEqualTo(both());
        assertThat(encoder.matches(made.password(), passwords.hashOf("several")))
                .isTrue();
        assertThat(made.toString()).doesNotContain(made.password());
        assertThat(as("several", current::get).roles()).isEmpty();
        assertThat(as("several", current::get).branches()).isEmpty();
    }

    @Test
    void with_a_password_and_the_pledge_of_their_own_a_new_colleague_begins_to_work() {
        StartPassword made = create("begins", Set.of(Role.STAFF), Set.of(TestFirm.BRANCH));
        assertThat(refusal(() -> as("begins", () -> choose(made.password(), GOOD, false))))
                .isEqualTo("identity.password.error.pledge");
        assertThat(as("begins", current::get).roles()).isEmpty();

        as("begins", () -> choose(made.password(), GOOD, true));
        assertThat(as("begins", current::get).roles()).containsExactly(Role.STAFF);
        Member member = as("boss", () -> administration.member(made.account()));
        assertThat(member.startPasswordUntil()).isNull();
        assertThat(member.pledgedOn()).isEqualTo(LocalDate.now(clock));
        assertThat(outcomes(made.account())).contains("PASSWORD_CHANGED", "PLEDGED");
    }

    @Test
    void a_wrong_present_password_changes_nothing_and_ten_tries_end_it() {
        StartPassword made = create("tries", Set.of(Role.STAFF), Set.of(TestFirm.BRANCH));
        for (int i = 0; i < 10; i++) {
            assertThat(refusal(() -> as("tries", () -> choose("wrong-wrong-wrong", GOOD, true))))
                    .isEqualTo("identity.password.error.present");
        }
        assertThat(refusal(() -> as("tries", () -> choose(made.password(), GOOD, true))))
                .isEqualTo("identity.password.error.tooMany");
        assertThat(encoder.matches(made.password(), passwords.hashOf("tries"))).isTrue();
    }

    @Test
    void whoever_is_no_administrator_may_neither_look_nor_change_and_is_logged() {
        UUID clerk = accounts.byUsername("clerk").orElseThrow().id();
        List<Runnable> tries = List.of(
                () -> administration.members(),
                () -> administration.member(clerk),
                () -> administration.create(new Username("sneaky"), profile("x", Set.of(Role.ADMINISTRATOR), Set.of())),
                () -> administration.change(clerk, 0, profile("x", Set.of(Role.STAFF), both())),
                () -> administration.resetPassword(clerk, 0),
                () -> administration.leave(clerk, 0, null));
        for (Runnable tried : tries) {
            assertThatThrownBy(() -> as("clerk", () -> {
                        tried.run();
                        return "";
                    }))
                    .isInstanceOf(AccessRefused.class);
        }
        assertThat(accounts.byUsername("sneaky")).isEmpty();
        assertThat(evidence.entriesBy(clerk, 100).stream().filter(entry -> "NOT_ADMINISTRATOR".equals(entry.outcome())))
                .hasSizeGreaterThanOrEqualTo(tries.size());
    }

    @Test
    void the_second_of_two_administrators_is_told_and_nothing_of_the_first_is_lost() {
        UUID id = create("edited", Set.of(Role.STAFF), Set.of(TestFirm.BRANCH)).account();
        int seen = as("boss", () -> administration.member(id)).version();
        as("boss", () -> change(id, seen, profile("改过的名字", Set.of(Role.REVIEWER), both())));
        assertThatThrownBy(() -> as("boss2", () -> change(id, seen, profile("另一个名字", Set.of(Role.STAFF), both()))))
                .isInstanceOfSatisfying(
                        ChangedMeanwhile.class,
                        told -> assertThat(told.now().account().displayName()).isEqualTo("改过的名字"));
        assertThat(accounts.find(id).orElseThrow().roles()).containsExactly(Role.REVIEWER);
        assertThatThrownBy(() -> as("boss2", () -> administration.resetPassword(id, seen)))
                .isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void what_is_wrong_with_an_account_is_said() {
        create("taken", Set.of(Role.STAFF), Set.of(TestFirm.BRANCH));
        assertThat(refusal(() -> create("taken", Set.of(Role.STAFF), both()))).isEqualTo("identity.people.error.taken");
        assertThat(refusal(() -> new Username("Zhang Wei"))).isEqualTo("identity.people.error.username");
        assertThat(new Username(" ZhangWei ").value()).isEqualTo("zhangwei");
        assertThat(refusal(() -> profile("x", Set.of(), both()))).isEqualTo("identity.people.error.roles");
        assertThat(refusal(() -> profile("x", Set.of(Role.STAFF), Set.of())))
                .isEqualTo("identity.people.error.branches");
        assertThat(refusal(() -> create("far", Set.of(Role.STAFF), Set.of(UUID.randomUUID()))))
                .isEqualTo("identity.people.error.branches");
    }

    @Test
    void whoever_leaves_is_out_and_the_pledge_is_on_record() {
        UUID id = create("leaves", Set.of(Role.STAFF), Set.of(TestFirm.BRANCH)).account();
        int version = as("boss", () -> administration.member(id)).version();
        LocalDate today = LocalDate.now(clock);
        assertThat(refusal(() -> as("boss", () -> leave(id, version, today.plusDays(1)))))
                .isEqualTo("identity.leave.error.future");
        as("boss", () -> leave(id, version, today));

        assertThat(accounts.standing("leaves")).isEmpty();
        Member gone = as("boss", () -> administration.member(id));
        assertThat(gone.leftAt()).isEqualTo(clock.instant());
        assertThat(gone.pledgedLeavingOn()).isEqualTo(today);
        assertThat(outcomes(id)).contains("DEACTIVATED", "PLEDGED");
        assertThatThrownBy(() -> as("boss", () -> administration.resetPassword(id, gone.version())))
                .isInstanceOf(StateRefused.class);
    }

    @Test
    void the_last_administrator_can_neither_leave_nor_become_something_else() {
        onlyAdministrators("boss");
        UUID boss = accounts.byUsername("boss").orElseThrow().id();
        int version = as("boss", () -> administration.member(boss)).version();
        assertThat(refusal(() -> as("boss", () -> leave(boss, version, null))))
                .isEqualTo("identity.people.error.lastAdministrator");
        assertThat(refusal(() -> as("boss", () -> change(boss, version, profile("x", Set.of(Role.STAFF), both())))))
                .isEqualTo("identity.people.error.lastAdministrator");
        as("boss", () -> change(boss, version, profile("boss", Set.of(Role.ADMINISTRATOR, Role.STAFF), both())));
        assertThat(accounts.find(boss).orElseThrow().active()).isTrue();
    }

    @Test
    void two_administrators_who_close_each_other_s_account_at_once_leave_one() throws Exception {
        onlyAdministrators("boss", "boss2");
        UUID one = accounts.byUsername("boss").orElseThrow().id();
        UUID two = accounts.byUsername("boss2").orElseThrow().id();
        int versionOne = as("boss", () -> administration.member(one)).version();
        int versionTwo = as("boss", () -> administration.member(two)).version();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> both = List.of(
                    () -> succeeds(() -> as("boss", () -> leave(two, versionTwo, null))),
                    () -> succeeds(() -> as("boss2", () -> leave(one, versionOne, null))));
            List<Boolean> done = threads.invokeAll(both).stream()
                    .map(StaffAdministrationTest::result)
                    .toList();
            assertThat(done).containsExactlyInAnyOrder(true, false);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void a_reset_password_ends_what_the_old_one_opened() {
        StartPassword made = create("forgot", Set.of(Role.STAFF), Set.of(TestFirm.BRANCH));
        as("forgot", () -> choose(made.password(), GOOD, true));
        int before = accounts.standing("forgot").orElseThrow().credential();
        int version = as("boss", () -> administration.member(made.account())).version();
        StartPassword next = as("boss", () -> administration.resetPassword(made.account(), version));
        assertThat(accounts.standing("forgot").orElseThrow().credential()).isGreaterThan(before);
        assertThat(encoder.matches(GOOD, passwords.hashOf("forgot"))).isFalse();
        assertThat(encoder.matches(next.password(), passwords.hashOf("forgot"))).isTrue();
    }

    private void administrator(String name) {
        if (accounts.byUsername(name).isEmpty()) {
            accounts.create(
                    new StaffAccount(UUID.randomUUID(), name, name, Set.of(Role.ADMINISTRATOR), both(), true),
                    "secret");
        }
    }

    private void onlyAdministrators(String... names) {
        jdbc.sql("""
                        UPDATE staff_account SET active = false WHERE 'ADMINISTRATOR' = ANY (roles) AND NOT username = ANY (?)
                        """).param(names).update();
    }

    private StartPassword create(String name, Set<Role> roles, Set<UUID> branches) {
        return as("boss", () -> administration.create(new Username(name), profile(name, roles, branches)));
    }

    private String change(UUID id, int version, MemberProfile profile) {
        administration.change(id, version, profile);
        return "";
    }

    private String leave(UUID id, int version, @Nullable LocalDate pledged) {
        administration.leave(id, version, pledged);
        return "";
    }

    private String choose(String present, String chosen, boolean pledged) {
        passwords.choose(present, chosen, pledged);
        return "";
    }

    private List<String> outcomes(UUID account) {
        return jdbc.sql("SELECT outcome FROM evidence_entry WHERE target_type = 'account' AND target_id = ?")
                .param(account.toString())
                .query(String.class)
                .list();
    }

    private static MemberProfile profile(String name, Set<Role> roles, Set<UUID> branches) {
        return new MemberProfile(name, roles, branches);
    }

    private static Set<UUID> both() {
        return Set.of(TestFirm.BRANCH, TestFirm.OTHER_BRANCH);
    }

    private static String refusal(Supplier<?> tried) {
        try {
            return "not refused: " + tried.get();
        } catch (InvalidInput refused) {
            return refused.textKey();
        }
    }

    private static boolean succeeds(Supplier<?> tried) {
        try {
            return tried.get() != null;
        } catch (InvalidInput | AccessRefused refused) {
            return false;
        }
    }

    private static boolean result(Future<Boolean> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T as(String who, Supplier<T> work) {
        return firm.asStaff(who, work);
    }
}
