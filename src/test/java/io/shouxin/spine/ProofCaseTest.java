package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.deadline.ClockState;
import io.shouxin.deadline.DueDate;
import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.MissingProof;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestStatus;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** Who owes what until the person behind a case is known: the clock rests only while it is the client. */
@SpringBootTest
@Import({TestFirm.class, ProofTimer.class})
class ProofCaseTest {

    private static final Map<String, Object> CONFIRMED =
            Map.of("outcome", "PROOF_SEEN", "method", "CALLED_BACK", "text", "接通登记号码，核对无误");
    private static final Map<String, Object> IN_VAIN = Map.of("outcome", "NOT_REACHED", "text", "周一上午两次无人接听");

    private final TestFirm firm;
    private final Desks desks;
    private final ProofTimer timer;

    @Autowired
    ProofCaseTest(TestFirm firm, ApplicationContext context, ProofTimer timer) {
        this.firm = firm;
        this.desks = Desks.of(context);
        this.timer = timer;
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void while_the_firm_owes_a_call_the_clock_runs_and_the_clerk_sees_the_call_with_its_date() {
        TestFirm.Client client = firm.client("wants-call", null);
        RequestId id = submitForCall(client);
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_CALL);

        CaseView view = desks.view(id, client.id());
        assertThat(view.clock().state()).isEqualTo(ClockState.RUNNING);
        assertThat(view.request().proofDueOn()).isNull();
        assertThat(forMe(id)).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo("call-client");
            assertThat(task.dueOn()).isEqualTo(view.clock().due().on());
            assertThat(task.waiting()).isFalse();
        });
        assertThat(timer.runs(id)).as("no date of the client's runs").isFalse();
    }

    @Test
    void where_nothing_is_on_file_to_ask_for_the_firm_owes_a_call() {
        TestFirm.Client client = firm.quietClient("nothing-to-ask");
        RequestId id = desks.submit(client, "", ProofMethod.ONE_TIME_CODE);
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_CALL);
        assertThat(desks.view(id, client.id()).clock().state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void without_strong_proof_a_sensitive_case_waits_and_the_clock_stands_still() {
        TestFirm.Client client = firm.client("waits", null);
        RequestId id = desks.submit(client, "", ProofMethod.ONE_TIME_CODE);
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_PROOF);
        assertThat(desks.view(id, client.id()).clock().state()).isEqualTo(ClockState.PAUSED);

        asClient(client, () -> desks.intake().confirmIdentity(id, ProofMethod.CODE_AND_ID_LAST_SIX));
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
        assertThat(desks.view(id, client.id()).clock().state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void a_clerk_learns_at_once_what_a_request_lacks_that_was_entered_without_proof() {
        TestFirm.Client client = firm.client("entered-unproven", null);
        RequestId id = enter(client, null);
        assertThat(missing(id)).isEqualTo(MissingProof.STRONG);
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_PROOF);
        assertThat(desks.view(id, client.id()).clock().state()).isEqualTo(ClockState.PAUSED);

        assertThat(missing(enter(firm.client("entered-proven", null), ProofMethod.CALLED_BACK)))
                .isEqualTo(MissingProof.NOTHING);
        assertThat(missing(enter(firm.quietClient("entered-quiet"), null))).isEqualTo(MissingProof.CALL);
    }

    @Test
    void what_a_case_lacks_is_told_to_whoever_entered_it_and_to_its_branch_alone() {
        RequestId elsewhere = enterElsewhere();
        assertThat(missing(elsewhere)).isEqualTo(MissingProof.NOTHING);
        assertThat(firm.asStaff("clerk2", () -> desks.intake().missingProof(elsewhere)))
                .isEqualTo(MissingProof.NOTHING);
        RequestId here = enter(firm.client("entered-here", null), null);
        assertThatThrownBy(() -> firm.asStaff("clerk2", () -> desks.intake().missingProof(here)))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void whoever_entered_a_case_hands_out_its_receipt_and_reads_nothing_else_of_it_where_it_fell_to_another_branch() {
        RequestReader reader = desks.reader();
        RequestId elsewhere = enterElsewhere();
        assertThat(firm.asStaff("clerk", () -> reader.document(elsewhere, "receipt-zh")))
                .isNotEmpty();
        assertThatThrownBy(() -> firm.asStaff("clerk", () -> reader.get(elsewhere)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> firm.asStaff("second", () -> reader.document(elsewhere, "receipt-zh")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_confirmed_call_lets_the_case_go_on() {
        TestFirm.Client client = firm.client("call-confirmed", null);
        RequestId id = submitForCall(client);
        desks.decide(id, "clerk", "call-client", CONFIRMED);
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
        CaseView view = desks.view(id, client.id());
        assertThat(view.request().proofMethod()).isEqualTo(ProofMethod.CALLED_BACK);
        assertThat(view.text(CaseText.Kind.PROOF_SEEN)).isEqualTo("接通登记号码，核对无误");
    }

    @Test
    void only_a_call_that_was_written_down_leaves_the_proof_to_the_client() {
        TestFirm.Client client = firm.client("call-in-vain", null);
        RequestId id = submitForCall(client);
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_CALL);
        assertThatThrownBy(() -> desks.decide(id, "clerk", "call-client", Map.of("outcome", "NOT_REACHED")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> desks.decide(id, "clerk", "call-client", Map.of("text", "没有说结果")))
                .isInstanceOf(InvalidInput.class);
        assertThat(desks.view(id, client.id()).clock().state()).isEqualTo(ClockState.RUNNING);

        desks.decide(id, "clerk", "call-client", IN_VAIN);
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_PROOF);
        assertThat(desks.view(id, client.id()).clock().state()).isEqualTo(ClockState.PAUSED);
        assertThat(desks.view(id, client.id()).request().proofDueOn()).isNotNull();
        assertThat(timer.runs(id)).isTrue();
    }

    @Test
    void a_client_who_was_not_reached_may_ask_for_another_call() {
        TestFirm.Client client = firm.quietClient("call-again");
        RequestId id = desks.submit(client, "", ProofMethod.ONE_TIME_CODE);
        desks.decide(id, "clerk", "call-client", IN_VAIN);
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_PROOF);
        asClient(client, () -> desks.intake().wantCall(id));
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_CALL);
        assertThat(desks.view(id, client.id()).clock().state()).isEqualTo(ClockState.RUNNING);
        desks.decide(id, "clerk", "call-client", CONFIRMED);
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
    }

    @Test
    void proof_that_is_sent_meanwhile_makes_the_call_needless() {
        TestFirm.Client client = firm.client("overtaken", null);
        RequestId id = submitForCall(client);
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_CALL);
        asClient(client, () -> desks.intake().confirmIdentity(id, ProofMethod.CODE_AND_ID_LAST_SIX));
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
        assertThat(forMe(id)).extracting(InboxTask::kind).doesNotContain("call-client");
    }

    @Test
    void an_open_question_of_the_staff_is_not_put_off_by_a_call() {
        TestFirm.Client client = firm.client("question-stays", null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "ASK_CLIENT", "text", "请问包括子女信息吗？"));
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_PROOF);
        assertThatThrownBy(() -> asClient(client, () -> desks.intake().wantCall(id)))
                .isInstanceOf(StateRefused.class);
    }

    @Test
    void a_question_to_a_client_who_has_proved_who_they_are_does_not_stop_the_clock_nor_end_the_case() {
        TestFirm.Client client = firm.client("never-answers", null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        DueDate promised = desks.view(id, client.id()).clock().due();
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "ASK_CLIENT", "text", "请问包括子女信息吗？"));
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_PROOF);
        CaseView asked = desks.view(id, client.id());
        assertThat(asked.clock().state()).isEqualTo(ClockState.RUNNING);
        assertThat(asked.clock().due()).isEqualTo(promised);
        assertThat(asked.request().proofDueOn())
                .isEqualTo(Objects.requireNonNull(asked.clock().workBy()));

        timer.runOut(id);

        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
        CaseView back = desks.view(id, client.id());
        assertThat(back.clock().due()).isEqualTo(promised);
        assertThat(back.events()).extracting(CaseEvent::kind).contains(CaseEvent.Kind.NO_ANSWER);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        assertThat(desks.closed(id, client.id()).request().outcome()).isEqualTo(RequestOutcome.COMPLETED);
    }

    @Test
    void an_answer_that_a_clerk_wrote_down_lets_the_case_go_on_with_the_proof_it_had() {
        TestFirm.Client client = firm.client("answers-by-phone", null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "ASK_CLIENT", "text", "请问有没有欠费？"));
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_PROOF);
        assertThat(firm.asStaff("clerk", () -> desks.inbox().ofCase(id.value())))
                .extracting(InboxTask::label)
                .containsExactly("await-answer");
        desks.decide(id, "clerk", "await-proof", Map.of("outcome", "PROOF_SEEN", "text", "来电说没有欠费"));
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);

        CaseView view = desks.view(id, client.id());
        assertThat(view.request().proofMethod()).isEqualTo(ProofMethod.CODE_AND_ID_LAST_SIX);
        assertThat(view.clock().state()).isEqualTo(ClockState.RUNNING);
        CaseView toStaff = firm.asStaff("clerk", () -> desks.reader().get(id));
        assertThat(toStaff.text(CaseText.Kind.ANSWER)).isEqualTo("来电说没有欠费");
        assertThat(toStaff.events())
                .filteredOn(event -> event.kind() == CaseEvent.Kind.PROOF_RECEIVED)
                .singleElement()
                .satisfies(event -> assertThat(event.detail()).isEqualTo("ANSWER"));
    }

    @Test
    void the_clerk_may_ask_and_decisions_survive_the_question() {
        TestFirm.Client client = firm.client("asked", null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "ASK_CLIENT", "text", "请问包括子女信息吗？"));
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_PROOF);
        asClient(client, () -> desks.intake().answerQuestion(id, "包括。"));
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        assertThat(desks.closed(id, client.id()).request().outcome()).isEqualTo(RequestOutcome.COMPLETED);
    }

    private RequestId enter(TestFirm.Client client, @Nullable ProofMethod proof) {
        return desks.enter("clerk", DeletionWish.of(client, Channel.PHONE).proven(proof));
    }

    private MissingProof missing(RequestId id) {
        return firm.asStaff("clerk", () -> desks.intake().missingProof(id));
    }

    private RequestId submitForCall(TestFirm.Client client) {
        return desks.submit(
                client,
                DeletionWish.of(client, Channel.PORTAL)
                        .proven(ProofMethod.ONE_TIME_CODE)
                        .wantingCall());
    }

    private static void asClient(TestFirm.Client client, Runnable act) {
        TestFirm.asClient(client.id(), () -> {
            act.run();
            return null;
        });
    }

    private List<InboxTask> forMe(RequestId id) {
        return firm.asStaff("clerk", () -> desks.inbox().list(Inbox.Filter.FOR_ME, 0, Integer.MAX_VALUE)).stream()
                .filter(task -> task.caseId().equals(id.value()))
                .toList();
    }

    private RequestId enterElsewhere() {
        return desks.enter(
                "clerk", DeletionWish.ofSomebody("林某", Channel.LETTER).at(TestFirm.OTHER_BRANCH));
    }
}
