package io.shouxin.spine;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.identity.Absences;
import io.shouxin.identity.Member;
import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.identity.StaffAdministration;
import io.shouxin.inbox.AlreadyClaimed;
import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestStatus;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Role;
import io.shouxin.testing.BrowserlessPages;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** Somebody is away for some days, and a colleague stands in. */
@SpringBootTest
@Import(TestFirm.class)
@ExtendWith(BrowserlessPages.class)
class SubstituteTest {

    private final ApplicationContext context;
    private final TestFirm firm;
    private final Desks desks;
    private final Inbox inbox;
    private final StaffAccounts accounts;
    private final StaffAdministration administration;
    private final Absences absences;
    private final EvidenceReader evidence;

    @Autowired
    SubstituteTest(
            ApplicationContext context,
            TestFirm firm,
            Inbox inbox,
            StaffAccounts accounts,
            StaffAdministration administration,
            Absences absences,
            EvidenceReader evidence) {
        this.context = context;
        this.firm = firm;
        this.desks = Desks.of(context);
        this.inbox = inbox;
        this.accounts = accounts;
        this.administration = administration;
        this.absences = absences;
        this.evidence = evidence;
    }

    @BeforeEach
    void open() {
        firm.open();
        account("chief", Role.ADMINISTRATOR, TestFirm.BRANCH);
    }

    @Test
    void the_substitute_sees_and_takes_over_what_the_absent_one_has_and_the_log_says_in_whose_place() {
        pair("away", "stands-in");
        InboxTask task = claimed("substituted", "away");
        assertThat(as("stands-in", () -> inbox.mayTakeOver(inbox.get(task.id()))))
                .isFalse();
        assertThatThrownBy(() -> as("stands-in", () -> inbox.claim(task.id()))).isInstanceOf(AlreadyClaimed.class);
        plan("away", "stands-in", 0, 3);

        assertThat(as("stands-in", () -> inbox.list(Inbox.Filter.FOR_ME, 0, 1000)))
                .anyMatch(listed -> listed.id().equals(task.id()));
        assertThat(as("stands-in", () -> inbox.claim(task.id())).assignee()).isEqualTo(id("stands-in"));
        assertThat(evidence.entries(task.caseId()).stream()
                        .filter(entry -> entry.kind().equals(EvidenceKind.TASK_CLAIMED.name())
                                && id("stands-in").equals(entry.actorId())))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details())
                        .containsEntry("instead_of", id("away").toString()));
    }

    @Test
    void it_is_taken_over_with_a_click_in_the_inbox() {
        pair("away-click", "click-in");
        InboxTask task = claimed("clicked", "away-click");
        plan("away-click", "click-in", 0, 0);
        String page = as("click-in", () -> {
            BrowserlessPages.open(context, "io.shouxin.inbox.ui", "io.shouxin.request.ui.staff");
            BrowserlessPages.go("staff/inbox/" + task.id());
            assertThat(BrowserlessPages.text()).contains("away-click 休假中，由您代班");
            _click(_get(Button.class, spec -> spec.withText("接手")));
            return BrowserlessPages.text();
        });
        assertThat(page).contains("我正在处理").doesNotContain("!");
        assertThat(as("click-in", () -> inbox.get(task.id())).assignee()).isEqualTo(id("click-in"));
    }

    @Test
    void before_and_after_the_days_it_stays_the_colleague_s() {
        pair("later", "later-in");
        InboxTask task = claimed("not-yet", "later");
        UUID absence = plan("later", "later-in", 1, 2);
        assertThatThrownBy(() -> as("later-in", () -> inbox.claim(task.id()))).isInstanceOf(AlreadyClaimed.class);
        as("chief", () -> {
            absences.end(absence);
            return "";
        });
        plan("later", "later-in", 0, 2);
        assertThat(as("later-in", () -> inbox.mayTakeOver(inbox.get(task.id()))))
                .isTrue();
        absences.all().stream()
                .filter(planned -> planned.account().equals(id("later")))
                .forEach(planned -> as("chief", () -> {
                    absences.end(planned.id());
                    return "";
                }));
        assertThatThrownBy(() -> as("later-in", () -> inbox.claim(task.id()))).isInstanceOf(AlreadyClaimed.class);
    }

    @Test
    void who_could_not_do_the_work_does_not_stand_in() {
        pair("picky", "picky-in");
        assertThat(as("chief", () -> absences.candidates(id("picky"))))
                .extracting(StaffAccount::username)
                .contains("picky-in")
                .doesNotContain("picky", "clerk2", "second", "chief");
        assertThatThrownBy(() -> plan("picky", "clerk2", 0, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> plan("picky", "picky-in", 2, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> plan("picky", "picky-in", -3, -1)).isInstanceOf(InvalidInput.class);
        plan("picky", "picky-in", 0, 5);
        assertThatThrownBy(() -> plan("picky", "clerk", 5, 6)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> plan("picky-in", "picky", 1, 1)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void only_an_administrator_enters_an_absence() {
        pair("self", "self-in");
        LocalDate today = absences.today();
        assertThatThrownBy(() -> as("self", () -> absences.plan(id("self"), id("self-in"), today, today)))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void whoever_leaves_gives_everything_back_and_stands_in_for_nobody() {
        pair("goes", "goes-in");
        InboxTask task = claimed("going", "goes");
        plan("goes", "goes-in", 0, 5);
        as("chief", () -> {
            Member member = administration.member(id("goes"));
            administration.leave(member.account().id(), member.version(), null);
            return "";
        });
        assertThat(absences.all()).noneMatch(left -> left.account().equals(id("goes")));
        assertThat(as("clerk", () -> inbox.claim(task.id())).assignee()).isEqualTo(id("clerk"));
    }

    private void pair(String absent, String substitute) {
        account(absent, Role.STAFF, TestFirm.BRANCH);
        account(substitute, Role.STAFF, TestFirm.BRANCH);
    }

    private void account(String name, Role role, UUID branch) {
        accounts.create(new StaffAccount(UUID.randomUUID(), name, name, Set.of(role), Set.of(branch), true), "secret");
    }

    private UUID plan(String absent, String substitute, int from, int to) {
        LocalDate today = absences.today();
        return as("chief", () -> absences.plan(id(absent), id(substitute), today.plusDays(from), today.plusDays(to)));
    }

    private InboxTask claimed(String tag, String by) {
        TestFirm.Client client = firm.client(tag, null);
        RequestId request = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.awaitStatus(request, client.id(), RequestStatus.REVIEW);
        InboxTask task = as(by, () -> inbox.ofCase(request.value())).get(0);
        return as(by, () -> inbox.claim(task.id()));
    }

    private UUID id(String username) {
        return accounts.byUsername(username).orElseThrow().id();
    }

    private <T> T as(String who, Supplier<T> work) {
        return firm.asStaff(who, work);
    }
}
