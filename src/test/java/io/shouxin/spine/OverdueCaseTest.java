package io.shouxin.spine;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shouxin.deadline.WarningSweep;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestStatus;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.ui.ListRow;
import io.shouxin.testing.BrowserlessPages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** A case whose time runs out while it lies on a clerk's desk: who hears of it, and who can go on with it. */
@SpringBootTest
@Import(TestFirm.class)
@ExtendWith(BrowserlessPages.class)
@DirtiesContext(
        classMode =
                DirtiesContext.ClassMode.BEFORE_CLASS) // what other tests leave open fills the first page of the inbox
class OverdueCaseTest {

    private final ApplicationContext context;
    private final TestFirm firm;
    private final Desks desks;
    private final Inbox inbox;
    private final WarningSweep sweep;
    private final EvidenceReader evidence;
    private final JdbcClient jdbc;
    private final RuntimeService engine;
    private final ManagementService jobs;

    @Autowired
    OverdueCaseTest(
            ApplicationContext context,
            TestFirm firm,
            Inbox inbox,
            WarningSweep sweep,
            EvidenceReader evidence,
            JdbcClient jdbc,
            RuntimeService engine,
            ManagementService jobs) {
        this.context = context;
        this.firm = firm;
        this.desks = Desks.of(context);
        this.inbox = inbox;
        this.sweep = sweep;
        this.evidence = evidence;
        this.jdbc = jdbc;
        this.engine = engine;
        this.jobs = jobs;
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void each_warning_stands_once_in_the_timeline_of_staff_and_never_in_the_clients() {
        TestFirm.Client client = firm.client("warned", null);
        RequestId id = underReview(client);
        for (int percent : List.of(50, 75, 90, 100)) {
            comes(id, percent);
            sweep.sweepNow();
            sweep.sweepNow();
        }
        assertThat(firm.asStaff("clerk", () -> desks.reader().get(id)).events().stream()
                        .filter(event -> event.kind() == CaseEvent.Kind.DEADLINE_WARNED))
                .extracting(CaseEvent::detail)
                .containsExactly("50", "75", "90", "100");
        assertThat(CaseEvent.Kind.DEADLINE_WARNED.isShownToClient()).isFalse();
        assertThat(evidence.entries(id.value()).stream()
                        .filter(entry -> entry.kind().equals(EvidenceKind.CLOCK_WARNED.name())))
                .extracting(entry -> entry.details().get("percent"))
                .containsExactly("50", "75", "90", "100");
        assertThat(page("clerk", "staff/cases/" + id))
                .contains("期限提醒：时间已用一半", "期限提醒：期限已满")
                .doesNotContain("!");
    }

    @Test
    void a_case_stays_with_the_officer_after_a_question_to_its_client() {
        RequestId id = underReview(firm.client("late-asked", null));
        dateComes(id);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "ASK_CLIENT", "text", "请说明是哪一份合同"));
        await().until(() -> as("officer", () -> inbox.ofCase(id.value())).stream()
                .anyMatch(task -> task.kind().equals("await-proof") && task.escalated()));
    }

    @Test
    void an_escalated_task_of_a_clerk_comes_to_the_officer_of_the_branch_and_to_nobody_else() {
        RequestId id = underReview(firm.client("late", null));
        InboxTask task = task("clerk", id);
        assertThat(listed("officer", Inbox.Filter.FOR_ME)).doesNotContain(task.id());
        int before = count("officer", Inbox.Filter.FOR_ME);

        dateComes(id);

        assertThat(listed("officer", Inbox.Filter.FOR_ME)).contains(task.id());
        assertThat(listed("officer", Inbox.Filter.ESCALATED)).contains(task.id());
        assertThat(count("officer", Inbox.Filter.FOR_ME)).isEqualTo(before + 1);
        assertThat(listed("clerk", Inbox.Filter.ESCALATED)).contains(task.id());
        for (String other : List.of("second", "clerk2")) {
            assertThat(listed(other, Inbox.Filter.ESCALATED)).isEmpty();
            assertThatThrownBy(() -> as(other, () -> inbox.get(task.id()))).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void what_wants_somebody_else_is_shown_to_the_officer_as_late_and_not_counted_as_hers() {
        RequestId id = underReview(firm.client("late-refused", null));
        dateComes(id);
        desks.decide(id, "officer", "review-decisions", Map.of("outcome", "REFUSED", "code", "R6", "text", "涉及他人权益"));
        InboxTask second = desks.task(id, "second", "second-review");
        assertThat(second.escalated()).isTrue();
        assertThat(listed("officer", Inbox.Filter.FOR_ME)).doesNotContain(second.id());
        assertThat(count("officer", Inbox.Filter.FOR_ME))
                .isEqualTo(listed("officer", Inbox.Filter.FOR_ME).size());
        assertThat(listed("officer", Inbox.Filter.ESCALATED)).contains(second.id());
        assertThat(listed("second", Inbox.Filter.FOR_ME)).contains(second.id());

        RequestId untouched = underReview(firm.client("late-untouched", null));
        dateComes(untouched);
        desks.decide(
                untouched, "clerk", "review-decisions", Map.of("outcome", "REFUSED", "code", "R6", "text", "涉及他人权益"));
        InboxTask hers = desks.task(untouched, "second", "second-review");
        assertThat(listed("officer", Inbox.Filter.FOR_ME))
                .as("she has not touched this one")
                .contains(hers.id());
        desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        desks.decide(untouched, "officer", "second-review", Map.of("outcome", "APPROVED"));
    }

    @Test
    void the_officer_takes_over_what_is_late_and_decides_it() {
        TestFirm.Client client = firm.client("taken-over", null);
        RequestId id = underReview(client);
        dateComes(id);
        InboxTask task = task("officer", id);
        as("officer", () -> inbox.claim(task.id()));
        as("officer", () -> {
            inbox.decide(task.id(), Map.of("outcome", "APPROVED"));
            return id;
        });
        desks.closed(id, client.id());
    }

    @Test
    void the_inbox_says_of_an_escalated_task_that_it_is_escalated() {
        RequestId id = underReview(firm.client("shown", null));
        InboxTask task = task("clerk", id);
        String reference = task.caseReference();
        assertThat(page("clerk", "staff/inbox/" + task.id()))
                .contains(reference)
                .doesNotContain("已升级");

        dateComes(id);

        for (String who : List.of("clerk", "officer")) {
            assertThat(page(who, "staff/inbox/" + task.id())).contains("已升级 ");
            assertThat(rowOf(who, task)).contains(reference, "已升级");
            assertThat(detail(who, task)).contains("已升级");
        }
        assertThat(page("officer", "staff/cases/" + id)).contains("逐条核对", "去处理");
    }

    /** The engine's own timer, as on the evening of the last day. */
    private void dateComes(RequestId id) {
        String instance = engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .rootProcessInstances()
                .singleResult()
                .getId();
        jobs.executeJob(jobs.createJobQuery()
                .processInstanceId(instance)
                .activityId("review-decisions-due")
                .singleResult()
                .getId());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as("clerk", () -> desks.reader().get(id)).events().stream()
                        .anyMatch(event -> event.kind() == CaseEvent.Kind.ESCALATED));
    }

    private void comes(RequestId id, int percent) {
        jdbc.sql("UPDATE clock_warning SET fires_on = DATE '2026-01-01' WHERE case_id = ? AND percent = ?")
                .params(id.value(), percent)
                .update();
    }

    private RequestId underReview(TestFirm.Client client) {
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
        return id;
    }

    private InboxTask task(String who, RequestId id) {
        return as(who, () -> inbox.ofCase(id.value())).get(0);
    }

    private List<UUID> listed(String who, Inbox.Filter filter) {
        return as(who, () -> inbox.list(filter, 0, 1000)).stream()
                .map(InboxTask::id)
                .toList();
    }

    private int count(String who, Inbox.Filter filter) {
        return as(who, () -> inbox.count(filter));
    }

    private String page(String who, String address) {
        return on(who, address, BrowserlessPages::text);
    }

    private String rowOf(String who, InboxTask task) {
        return on(who, "staff/inbox/" + task.id(), () -> _find(ListRow.class).stream()
                .map(row -> row.getElement().getTextRecursively())
                .filter(text -> text.contains(task.caseReference()))
                .findFirst()
                .orElse(""));
    }

    private String detail(String who, InboxTask task) {
        return on(who, "staff/inbox/" + task.id(), () -> _find(io.shouxin.shared.ui.StaffPage.class)
                .get(0)
                .getElement()
                .getTextRecursively());
    }

    private <T> T on(String who, String address, Supplier<T> look) {
        return as(who, () -> {
            BrowserlessPages.open(context, "io.shouxin.inbox.ui", "io.shouxin.request.ui.staff");
            BrowserlessPages.go(address);
            return look.get();
        });
    }

    private <T> T as(String who, Supplier<T> work) {
        return firm.asStaff(who, work);
    }
}
