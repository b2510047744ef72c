package io.shouxin.spine;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.evidence.EvidenceView;
import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestStatus;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import io.shouxin.testing.BrowserlessPages;
import java.util.List;
import java.util.Map;
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

/** Somebody took a task in hand and does not come back. */
@SpringBootTest
@Import(TestFirm.class)
@ExtendWith(BrowserlessPages.class)
class AbsentHolderTest {

    private final ApplicationContext context;
    private final TestFirm firm;
    private final Desks desks;
    private final Inbox inbox;
    private final StaffAccounts accounts;
    private final EvidenceReader evidence;

    @Autowired
    AbsentHolderTest(
            ApplicationContext context, TestFirm firm, Inbox inbox, StaffAccounts accounts, EvidenceReader evidence) {
        this.context = context;
        this.firm = firm;
        this.desks = Desks.of(context);
        this.inbox = inbox;
        this.accounts = accounts;
        this.evidence = evidence;
    }

    @BeforeEach
    void open() {
        firm.open();
        accounts.create(
                new StaffAccount(
                        UUID.randomUUID(),
                        "officer2",
                        "officer2",
                        Set.of(Role.PRIVACY_OFFICER),
                        Set.of(TestFirm.OTHER_BRANCH),
                        true),
                "secret");
    }

    @Test
    void the_officer_gives_back_what_somebody_has_in_hand_and_the_log_names_who_had_it() {
        InboxTask task = claimed("absent", "clerk");
        assertThat(as("officer", () -> inbox.release(task.id())).assignee()).isNull();

        assertThat(released(task))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actorId()).isEqualTo(id("officer")))
                .satisfies(entry -> assertThat(entry.details())
                        .containsEntry("holder", id("clerk").toString()));
        as("clerk", () -> inbox.claim(task.id()));
        assertThat(as("clerk", () -> inbox.release(task.id())).assignee()).isNull();
        assertThat(released(task).get(1).details()).doesNotContainKey("holder");
    }

    @Test
    void nobody_else_gives_it_back() {
        colleague("colleague");
        InboxTask task = claimed("kept-in-hand", "clerk");
        assertThatThrownBy(() -> as("colleague", () -> inbox.release(task.id())))
                .isInstanceOf(AccessRefused.class);
        for (String stranger : List.of("officer2", "clerk2", "second")) {
            assertThatThrownBy(() -> as(stranger, () -> inbox.release(task.id())))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(as("clerk", () -> inbox.get(task.id())).assignee()).isEqualTo(id("clerk"));
    }

    @Test
    void a_clerks_task_that_is_not_late_stays_the_clerks() {
        InboxTask task = claimed("not-late", "clerk");
        as("officer", () -> inbox.release(task.id()));
        assertThat(as("officer", () -> inbox.mayDecide(inbox.get(task.id())))).isFalse();
        assertThatThrownBy(() -> as("officer", () -> inbox.claim(task.id()))).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> as("officer", () -> {
                    inbox.decide(task.id(), Map.of("outcome", "APPROVED"));
                    return task;
                }))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void the_officer_finds_the_way_from_the_case_to_the_task_and_gives_it_back_there() {
        InboxTask task = claimed("way", "clerk");
        String released = as("officer", () -> {
            BrowserlessPages.open(context, "io.shouxin.inbox.ui", "io.shouxin.request.ui.staff");
            BrowserlessPages.go("staff/cases/" + task.caseId());
            assertThat(BrowserlessPages.text()).contains("去处理");
            BrowserlessPages.go("staff/inbox/" + task.id());
            assertThat(BrowserlessPages.text()).contains("clerk 正在处理").doesNotContain("通过，");
            _click(_get(Button.class, spec -> spec.withText("代为放回")));
            return BrowserlessPages.text();
        });
        assertThat(released).doesNotContain("clerk 正在处理");
        assertThat(as("clerk", () -> inbox.get(task.id())).assignee()).isNull();
    }

    @Test
    void deactivating_an_account_gives_back_what_it_has_in_hand() {
        colleague("leaver");
        InboxTask task = claimed("left", "leaver");
        accounts.deactivate(id("leaver"), Actor.SYSTEM);

        assertThat(as("clerk", () -> inbox.claim(task.id())).assignee()).isEqualTo(id("clerk"));
        assertThat(released(task)).singleElement().satisfies(entry -> assertThat(entry.details())
                .containsEntry("holder", id("leaver").toString()));
        assertThat(accounts.find(id("leaver")).orElseThrow().active()).isFalse();
    }

    @Test
    void only_an_administrator_deactivates_an_account() {
        colleague("stays");
        Actor clerk = accounts.byUsername("clerk").orElseThrow().actor();
        assertThatThrownBy(() -> accounts.deactivate(id("stays"), clerk)).isInstanceOf(AccessRefused.class);
        assertThat(accounts.find(id("stays")).orElseThrow().active()).isTrue();
    }

    private void colleague(String name) {
        accounts.create(
                new StaffAccount(UUID.randomUUID(), name, name, Set.of(Role.STAFF), Set.of(TestFirm.BRANCH), true),
                "secret");
    }

    private InboxTask claimed(String tag, String by) {
        TestFirm.Client client = firm.client(tag, null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
        InboxTask task = as(by, () -> inbox.ofCase(id.value())).get(0);
        return as(by, () -> inbox.claim(task.id()));
    }

    private List<EvidenceView> released(InboxTask task) {
        return evidence.entries(task.caseId()).stream()
                .filter(entry -> entry.kind().equals(EvidenceKind.TASK_RELEASED.name()))
                .toList();
    }

    private UUID id(String username) {
        return accounts.byUsername(username).orElseThrow().id();
    }

    private <T> T as(String who, Supplier<T> work) {
        return firm.asStaff(who, work);
    }
}
