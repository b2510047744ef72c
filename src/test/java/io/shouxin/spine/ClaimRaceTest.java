package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shouxin.inbox.InboxTask;
import io.shouxin.inbox.TaskGone;
import io.shouxin.record.ClaimKind;
import io.shouxin.record.ClaimSide;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.NewClaim;
import io.shouxin.record.Records;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseView;
import io.shouxin.request.OpenClaims;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestId;
import io.shouxin.retention.DecisionReason;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.StateRefused;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A claim that comes at the very moment at which a case moves on is either refused, with nothing written, or what it bears on is
 * put before the officer and nothing is erased. The engine's jobs run when a test says so.
 */
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=false")
@Import(TestFirm.class)
class ClaimRaceTest {

    private static final int TIMES = 20;
    private static final LocalDate LONG_AGO = LocalDate.of(2010, 6, 30);
    private static final LocalDate TODAY = LocalDate.now(ChinaTime.ZONE);
    private static final Map<String, Object> APPROVED = Map.of("outcome", "APPROVED");

    private final TestFirm firm;
    private final Desks desks;
    private final OpenClaims claims;
    private final Records records;
    private final StepByStep steps;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    ClaimRaceTest(
            BeanFactory beans,
            TestFirm firm,
            OpenClaims claims,
            Records records,
            ManagementService jobs,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.firm = firm;
        this.desks = Desks.of(beans);
        this.claims = claims;
        this.records = records;
        this.steps = new StepByStep(jobs);
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @RepeatedTest(TIMES)
    void a_claim_comes_while_the_clerk_approves() {
        TestFirm.Client client = client();
        RequestId id = reviewed(client);
        claimAgainst(client, id, () -> decide(id, "clerk", "review-decisions", APPROVED));
    }

    @RepeatedTest(TIMES)
    void a_claim_comes_while_the_second_person_approves() {
        TestFirm.Client client = client();
        RequestId id = beforeSecondPerson(client);
        claimAgainst(client, id, () -> decide(id, "second", "second-review", APPROVED));
    }

    @RepeatedTest(TIMES)
    void a_claim_comes_while_the_second_person_returns_the_case() {
        TestFirm.Client client = client();
        RequestId id = beforeSecondPerson(client);
        claimAgainst(
                client, id, () -> decide(id, "second", "second-review", Map.of("outcome", "RETURNED", "text", "请再核对")));
    }

    @RepeatedTest(TIMES)
    void a_claim_comes_while_the_approved_case_moves_on_to_the_erasure() {
        TestFirm.Client client = client();
        RequestId id = reviewed(client);
        desks.decide(id, "clerk", "review-decisions", APPROVED);
        claimAgainst(client, id, steps::next);
    }

    @RepeatedTest(TIMES)
    void a_claim_comes_while_the_erasure_begins() {
        TestFirm.Client client = client();
        RequestId id = reviewed(client);
        desks.decide(id, "clerk", "review-decisions", APPROVED);
        steps.next();
        claimAgainst(client, id, steps::next);
    }

    @RepeatedTest(TIMES)
    void a_claim_about_a_child_comes_while_the_records_of_its_parent_are_decided() {
        TestFirm.Client client = client();
        RequestId id = submit(client);
        steps.workUntil("decide-records");
        Rival.Pair<OpenClaims.Effect, Object> race =
                Rival.race(() -> record(aboutRecords(client.child())), steps::next);
        settle(id, client, client.child(), race);
    }

    @Test
    void a_case_that_comes_while_a_claim_waits_for_another_case_is_not_passed_over() {
        TestFirm.Client client = client();
        RequestId first = reviewed(client);
        RequestId[] second = new RequestId[1];
        CompletableFuture<?> claim = transaction.execute(status -> {
            jdbc.sql("SELECT id FROM request WHERE id = ? FOR UPDATE")
                    .param(first.value())
                    .query(UUID.class)
                    .single();
            CompletableFuture<?> waiting = CompletableFuture.supplyAsync(() -> record(aboutRecords(client.id())));
            await().until(this::somebodyWaits);
            second[0] = CompletableFuture.supplyAsync(() -> reviewed(client))
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();
            return waiting;
        });
        boolean recorded = Objects.requireNonNull(claim)
                .handle((effect, refused) -> {
                    assertThat(refused == null || refused.getCause() instanceof StateRefused)
                            .isTrue();
                    return refused == null;
                })
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
        steps.work();
        assertThat(askedOfTheOfficer(second[0], client.id())).isEqualTo(recorded);
    }

    private void claimAgainst(TestFirm.Client client, RequestId id, Rival.Work<Object> other) {
        settle(id, client, client.id(), Rival.race(() -> record(aboutRecords(client.id())), other));
    }

    private void settle(
            RequestId id, TestFirm.Client client, UUID concerned, Rival.Pair<OpenClaims.Effect, Object> race) {
        List<UUID> before = held(concerned);
        steps.work();
        if (race.second().refused() != null) {
            assertThat(race.second().refused()).isInstanceOfAny(StateRefused.class, TaskGone.class);
        }
        OpenClaims.Effect effect = race.first().answer();
        if (effect == null) {
            assertThat(race.first().refused()).isInstanceOf(StateRefused.class);
            assertThat(firm.asStaff("officer", () -> claims.of(concerned))).isEmpty();
            assertThat(race.second().refused()).isNull();
            return;
        }
        CaseView view = firm.asStaff("officer", () -> desks.reader().get(id));
        if (effect.tooLate().contains(view.request().reference())) {
            assertThat(view.request().erasureBeganAt()).isNotNull();
            assertThat(view.events()).extracting(CaseEvent::kind).contains(CaseEvent.Kind.CLAIM_TOO_LATE);
            return;
        }
        assertThat(askedOfTheOfficer(id, concerned)).isTrue();
        assertThat(held(concerned)).isEqualTo(before).isNotEmpty();
    }

    /** Whether the officer has every record that the claim bears on before them, and nobody else has the case. */
    private boolean askedOfTheOfficer(RequestId id, UUID concerned) {
        Set<UUID> open = firm.asStaff("officer", () -> desks.reader().get(id)).decisions().stream()
                .filter(RecordDecision::isOpen)
                .filter(decision -> decision.proposed().reason() == DecisionReason.OPEN_CLAIM)
                .map(RecordDecision::recordId)
                .collect(Collectors.toSet());
        List<String> tasks = jdbc.sql("SELECT kind FROM task WHERE case_id = ? AND state <> 'DONE'")
                .param(id.value())
                .query(String.class)
                .list();
        return open.equals(Set.copyOf(held(concerned))) && tasks.equals(List.of("officer-decisions"));
    }

    private List<UUID> held(UUID person) {
        return records.of(person).stream().map(HeldRecord::id).sorted().toList();
    }

    private boolean somebodyWaits() {
        return jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private TestFirm.Client client() {
        return firm.client(UUID.randomUUID().toString(), LONG_AGO);
    }

    private RequestId submit(TestFirm.Client client) {
        return desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
    }

    private RequestId reviewed(TestFirm.Client client) {
        RequestId id = submit(client);
        steps.work();
        return id;
    }

    private RequestId beforeSecondPerson(TestFirm.Client client) {
        RequestId id = reviewed(client);
        String refused = firm.asStaff("clerk", () -> desks.reader().get(id)).decisions().stream()
                .filter(decision -> decision.subjectId().equals(client.child()))
                .map(decision -> decision.recordId().toString())
                .findFirst()
                .orElseThrow();
        desks.decide(
                id,
                "clerk",
                "review-decisions",
                Map.of(
                        "outcome",
                        "APPROVED",
                        "decisions",
                        List.of(Map.of("recordId", refused, "outcome", "REFUSE", "code", "R6", "reason", "涉及他人"))));
        steps.work();
        return id;
    }

    private NewClaim aboutRecords(UUID person) {
        return new NewClaim(
                person,
                TestFirm.BRANCH,
                ClaimKind.DAMAGE,
                ClaimSide.PERSON,
                "GZ-2026-1",
                TODAY,
                TODAY.plusMonths(3),
                null,
                Set.copyOf(held(person)),
                "索赔");
    }

    private OpenClaims.Effect record(NewClaim claim) {
        return firm.asStaff("clerk", () -> claims.record(claim));
    }

    private Object decide(RequestId id, String who, String kind, Map<String, Object> fields) {
        return firm.asStaff(who, () -> {
            InboxTask task = desks.inbox().ofCase(id.value()).stream()
                    .filter(open -> open.kind().equals(kind))
                    .findFirst()
                    .orElseThrow(() -> new TaskGone(id.value()));
            desks.inbox().decide(task.id(), fields);
            return kind;
        });
    }
}
