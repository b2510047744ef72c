package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.document.PdfText;
import io.shouxin.record.Hold;
import io.shouxin.record.HoldKind;
import io.shouxin.record.Holds;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.RequestSteps;
import io.shouxin.request.SubjectRequest;
import io.shouxin.retention.Outcome;
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Other cases, earlier decisions and seals that meet a case on its way: it ends all the same, and erases nothing that is held. */
@SpringBootTest
@Import(TestFirm.class)
class HoldsDuringCasesTest {

    private final TestFirm firm;
    private final Desks desks;
    private final RequestSteps steps;
    private final Holds holds;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    HoldsDuringCasesTest(
            BeanFactory beans,
            TestFirm firm,
            RequestSteps steps,
            Holds holds,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.firm = firm;
        this.desks = Desks.of(beans);
        this.steps = steps;
        this.holds = holds;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void two_cases_of_one_person_are_both_answered() {
        TestFirm.Client client = firm.client("twice", null);
        RequestId first = submit(client);
        RequestId second = submit(client);
        desks.decide(first, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        assertThat(desks.closed(first, client.id()).request().outcome()).isEqualTo(RequestOutcome.COMPLETED);
        desks.decide(second, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        assertThat(desks.closed(second, client.id()).request().outcome()).isEqualTo(RequestOutcome.COMPLETED);
        assertThat(records(client)).isZero();
    }

    @Test
    void a_case_that_finds_nothing_any_more_names_the_case_that_erased_it() {
        TestFirm.Client client = firm.client("asked-again", null);
        RequestId first = submit(client);
        RequestId second = desks.submit(client, "", ProofMethod.ONE_TIME_CODE);
        desks.awaitStatus(second, client.id(), RequestStatus.AWAITING_PROOF);
        desks.decide(first, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        SubjectRequest erased = desks.closed(first, client.id()).request();
        TestFirm.asClient(client.id(), () -> {
            desks.intake().confirmIdentity(second, ProofMethod.CODE_AND_ID_LAST_SIX);
            return null;
        });
        desks.decide(second, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        assertThat(desks.closed(second, client.id()).request().outcome()).isEqualTo(RequestOutcome.NOTHING_HELD);
        assertThat(PdfText.of(
                        TestFirm.asClient(client.id(), () -> desks.reader().document(second, "letter-zh"))))
                .contains(erased.reference());
    }

    @Test
    void what_is_sealed_after_the_decision_is_held_and_the_rest_is_erased() {
        TestFirm.Client client = firm.client("sealed-late", null);
        RequestId id = submit(client);
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
        UUID sealed = seal(client, id);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));

        SubjectRequest closed = desks.closed(id, client.id()).request();
        assertThat(closed.outcome()).isEqualTo(RequestOutcome.PARTLY_COMPLETED);
        assertThat(decisions(id))
                .filteredOn(decision -> decision.outcome() == Outcome.HELD)
                .extracting(RecordDecision::recordId)
                .containsExactly(sealed);
        assertThat(records(client)).isOne();
    }

    @Test
    void a_seal_in_the_middle_of_an_erasure_leaves_the_next_attempt_with_the_rest() {
        TestFirm.Client client = firm.client("sealed-between", null);
        RequestId id = submit(client);
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
        transaction.executeWithoutResult(status -> steps.beginErasure(id));
        transaction.executeWithoutResult(status -> steps.planErasure(id, "vault"));
        UUID sealed = seal(client, id);
        transaction.executeWithoutResult(status -> steps.dispatchErasure(id, "vault"));
        assertThat(transaction.<Boolean>execute(status -> steps.verifyErasure(id, "vault")))
                .as("the sealed one is left")
                .isFalse();

        transaction.executeWithoutResult(status -> steps.planErasure(id, "vault"));
        transaction.executeWithoutResult(status -> steps.dispatchErasure(id, "vault"));
        assertThat(transaction.<Boolean>execute(status -> steps.verifyErasure(id, "vault")))
                .isTrue();
        assertThat(jdbc.sql("SELECT id FROM record WHERE subject_id IN (?, ?)")
                        .params(client.id(), client.child())
                        .query(UUID.class)
                        .list())
                .containsExactly(sealed);
        assertThat(jdbc.sql("SELECT erased || ' ' || refused FROM request_erasure WHERE request_id = ?")
                        .param(id.value())
                        .query(String.class)
                        .single())
                .isEqualTo("8 0");
    }

    @Test
    void what_an_officer_kept_for_a_time_can_be_erased_when_it_is_decided_again() {
        TestFirm.Client client = firm.client("kept-then-not", LocalDate.of(2020, 6, 30));
        RequestId first = submit(client);
        desks.decideOpen(first, Map.of("outcome", "RESTRICT_STORAGE_ONLY", "until", "2030-06-30", "reason", "已核对"));
        desks.decide(first, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        desks.decide(first, "second", "second-review", Map.of("outcome", "APPROVED"));
        desks.closed(first, client.id());
        assertThat(records(client)).isPositive();

        RequestId second = submit(client);
        desks.decideOpen(second, Map.of("outcome", "DELETE_NOW", "reason", "已核对"));
        desks.decide(second, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        assertThat(desks.closed(second, client.id()).request().outcome()).isEqualTo(RequestOutcome.COMPLETED);
        assertThat(records(client)).isZero();
    }

    @Test
    void a_clerk_erases_nothing_that_the_officer_decided_to_keep() {
        TestFirm.Client client = firm.client("overruled", LocalDate.of(2020, 6, 30));
        RequestId id = submit(client);
        UUID kept = desks.decideOpen(
                        id, Map.of("outcome", "RESTRICT_STORAGE_ONLY", "until", "2030-06-30", "reason", "已核对"))
                .get(0);
        assertRefused(id, kept, "DELETE_NOW", "request.error.officerDecides");
    }

    @Test
    void a_clerk_erases_nothing_that_a_law_keeps_once_its_contract_is_over() {
        TestFirm.Client client = firm.client("running", LocalDate.of(2099, 6, 30));
        RequestId id = submit(client);
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
        UUID running = decisions(id).stream()
                .filter(decision -> decision.outcome() == Outcome.REFUSE)
                .findFirst()
                .orElseThrow()
                .recordId();
        assertRefused(id, running, "DELETE_NOW", "request.error.lawKeeps");
    }

    @Test
    void who_keeps_what_no_rule_keeps_names_the_coded_reason_for_the_letter() {
        TestFirm.Client client = firm.client("coded", null);
        RequestId id = submit(client);
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
        UUID record = decisions(id).get(0).recordId();
        assertRefused(id, record, "REFUSE", "request.error.refusalCodeUnknown");
        desks.decide(
                id,
                "clerk",
                "review-decisions",
                Map.of(
                        "outcome",
                        "APPROVED",
                        "decisions",
                        List.of(Map.of(
                                "recordId", record.toString(), "outcome", "REFUSE", "code", "R6", "reason", "涉及他人"))));
        desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        assertThat(desks.closed(id, client.id()).request().outcome()).isEqualTo(RequestOutcome.PARTLY_COMPLETED);
        assertThat(decisions(id))
                .filteredOn(RecordDecision::isChanged)
                .extracting(RecordDecision::refusalCode)
                .containsExactly("R6");
    }

    private void assertRefused(RequestId id, UUID record, String outcome, String why) {
        assertThatThrownBy(() -> desks.decide(
                        id,
                        "clerk",
                        "review-decisions",
                        Map.of(
                                "outcome",
                                "APPROVED",
                                "decisions",
                                List.of(Map.of("recordId", record.toString(), "outcome", outcome, "reason", "试试")))))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.textKey())
                        .isEqualTo(why));
    }

    private RequestId submit(TestFirm.Client client) {
        return desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
    }

    private UUID seal(TestFirm.Client client, RequestId id) {
        UUID record = decisions(id).stream()
                .filter(decision -> decision.subjectId().equals(client.id()) && decision.erases())
                .findFirst()
                .orElseThrow()
                .recordId();
        transaction.executeWithoutResult(status -> holds.place(
                List.of(new Hold(
                        UUID.randomUUID(),
                        HoldKind.SEAL,
                        client.id(),
                        record,
                        "DISPUTE",
                        "firm's rule",
                        UUID.randomUUID(),
                        "ZY-2026-0001",
                        null)),
                Actor.SYSTEM));
        return record;
    }

    private List<RecordDecision> decisions(RequestId id) {
        return firm.asStaff("officer", () -> desks.reader().get(id)).decisions();
    }

    private int records(TestFirm.Client client) {
        return jdbc.sql("SELECT count(*) FROM record WHERE subject_id IN (?, ?)")
                .params(client.id(), client.child())
                .query(Integer.class)
                .single();
    }
}
