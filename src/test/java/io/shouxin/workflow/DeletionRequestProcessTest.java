package io.shouxin.workflow;

import static io.shouxin.workflow.DeletionRequestProcess.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shouxin.shared.StateRefused;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.InOrder;

class DeletionRequestProcessTest extends ProcessTest {

    @Test
    void a_request_without_doubts_goes_through_one_review_to_the_answer() {
        start();
        decide(REVIEW_DECISIONS, Outcomes.APPROVED);

        assertThat(ended()).isTrue();
        InOrder order = inOrder(steps);
        order.verify(steps).identitySuffices(request);
        order.verify(steps).restrictProcessing(request);
        order.verify(steps).decideRecords(request);
        order.verify(steps).openReview(request);
        order.verify(steps).beginErasure(request);
        order.verify(steps).planErasure(request, "vault");
        order.verify(steps).dispatchErasure(request, "vault");
        order.verify(steps).verifyErasure(request, "vault");
        order.verify(steps).answer(request);
        order.verify(steps).close(request);
        verify(steps, never()).openSecondReview(request);
        verify(steps, never()).closeCancelled(request);
        verify(steps, never()).closeWithoutProof(request);
        verify(steps, never()).escalate(request);
    }

    @Test
    void intake_does_not_wait_for_any_step() {
        workflow.start(request);

        verify(steps, never()).identitySuffices(any());
        assertThat(trace().current()).containsExactly(VERIFY_IDENTITY);
    }

    @Test
    void a_doubtful_record_goes_to_the_officer_before_the_clerk() {
        when(steps.needsOfficer(request)).thenReturn(true);

        start();
        assertThat(trace().current()).containsExactly(OFFICER_DECISIONS);
        verify(steps, never()).openReview(request);

        decide(OFFICER_DECISIONS, Outcomes.DECIDED);
        assertThat(trace().current()).containsExactly(REVIEW_DECISIONS);
        verify(steps).openReview(request);
    }

    @Test
    void what_came_back_without_a_doubt_is_erased_and_answered_without_a_review() {
        when(steps.needsNoReview(request)).thenReturn(true);

        start();

        assertThat(ended()).isTrue();
        verify(steps, never()).openReview(request);
        verify(steps).beginErasure(request);
        verify(steps).answer(request);
        verify(steps).close(request);
    }

    @Test
    void what_the_officer_decided_of_it_is_reviewed() {
        when(steps.needsOfficer(request)).thenReturn(true);
        when(steps.needsNoReview(request)).thenReturn(true);

        start();
        decide(OFFICER_DECISIONS, Outcomes.DECIDED);

        assertThat(trace().current()).containsExactly(REVIEW_DECISIONS);
    }

    @Test
    void what_keeps_a_record_needs_a_second_person() {
        when(steps.needsSecondReview(request)).thenReturn(true);
        start();

        decide(REVIEW_DECISIONS, Outcomes.APPROVED);
        assertThat(trace().current()).containsExactly(SECOND_REVIEW);
        verify(steps).openSecondReview(request);
        verify(steps, never()).beginErasure(request);

        decide(SECOND_REVIEW, Outcomes.APPROVED);
        assertThat(ended()).isTrue();
        verify(steps).beginErasure(request);
    }

    @Test
    void a_refusal_needs_a_second_person_whatever_the_domain_says() {
        start();
        decide(REVIEW_DECISIONS, Outcomes.REFUSED);

        assertThat(trace().current()).containsExactly(SECOND_REVIEW);
    }

    @Test
    void the_second_person_can_return_the_case_to_the_clerk() {
        start();
        decide(REVIEW_DECISIONS, Outcomes.REFUSED);
        decide(SECOND_REVIEW, Outcomes.RETURNED);

        assertThat(trace().current()).containsExactly(REVIEW_DECISIONS);
        verify(steps, times(2)).openReview(request);

        decide(REVIEW_DECISIONS, Outcomes.APPROVED);
        assertThat(ended()).isTrue();
        verify(steps).answer(request);
    }

    @Test
    void the_clerk_can_ask_the_client_for_proof_although_the_proof_at_hand_suffices() {
        start();
        decide(REVIEW_DECISIONS, Outcomes.ASK_CLIENT);

        assertThat(trace().current()).containsExactly(VERIFY_IDENTITY, IdentityVerificationProcess.AWAIT_PROOF);
        verify(steps).askForProof(request);
        verify(steps, times(1)).identitySuffices(request);

        workflow.proofReceived(request);
        work();
        assertThat(trace().current()).containsExactly(REVIEW_DECISIONS);
        verify(steps).acceptProof(request);
        verify(steps, times(2)).identitySuffices(request);
        verify(steps, times(2)).decideRecords(request);
    }

    @Test
    void a_case_whose_proof_does_not_come_is_closed_with_an_answer() {
        when(steps.identitySuffices(request)).thenReturn(false);
        start();
        fire(IdentityVerificationProcess.PROOF_OVERDUE);
        work();

        assertThat(ended()).isTrue();
        verify(steps).closeWithoutProof(request);
        verify(steps, never()).restrictProcessing(request);
        verify(steps, never()).beginErasure(request);
        verify(steps, never()).close(request);
        assertThat(trace().done()).contains("request-unproven").doesNotContain("request-answered");
    }

    @Test
    void a_question_asked_in_review_that_is_not_answered_leads_back_to_the_review() {
        start();
        when(steps.asksOnly(request)).thenReturn(true);
        decide(REVIEW_DECISIONS, Outcomes.ASK_CLIENT);
        fire(IdentityVerificationProcess.PROOF_OVERDUE);
        work();

        assertThat(ended()).isFalse();
        verify(steps).acceptProof(request);
        verify(steps, never()).closeWithoutProof(request);
        assertThat(trace().current()).containsExactly(REVIEW_DECISIONS);
    }

    @Test
    void a_closed_case_can_be_started_again_and_its_trace_begins_anew() {
        a_case_whose_proof_does_not_come_is_closed_with_an_answer();
        when(steps.identitySuffices(request)).thenReturn(true);

        start();

        assertThat(trace().current()).containsExactly(REVIEW_DECISIONS);
        assertThat(trace().done()).doesNotContain("request-unproven");
    }

    @Test
    void a_running_case_cannot_be_started_twice() {
        start();

        assertThatThrownBy(() -> workflow.start(request))
                .isInstanceOf(StateRefused.class)
                .hasMessageContaining(request.toString());
    }

    @Test
    void the_client_can_cancel_while_proof_is_awaited() {
        when(steps.identitySuffices(request)).thenReturn(false);
        start();
        cancelled_and_answered();
    }

    @Test
    void the_client_can_cancel_while_the_officer_decides() {
        when(steps.needsOfficer(request)).thenReturn(true);
        start();
        cancelled_and_answered();
    }

    @Test
    void the_client_can_cancel_while_the_clerk_reviews() {
        start();
        cancelled_and_answered();
    }

    @Test
    void the_client_can_cancel_while_the_second_person_reviews() {
        start();
        decide(REVIEW_DECISIONS, Outcomes.REFUSED);
        cancelled_and_answered();
    }

    @Test
    void the_client_can_cancel_before_the_first_step_has_run() {
        workflow.start(request);
        cancelled_and_answered();
        verify(steps, never()).identitySuffices(request);
    }

    private void cancelled_and_answered() {
        workflow.cancel(request);
        verify(steps, never()).closeCancelled(request);
        work();

        assertThat(ended()).isTrue();
        verify(steps).closeCancelled(request);
        verify(steps, never()).beginErasure(request);
        assertThat(engine.getTaskService().createTaskQuery().count()).isZero();
        assertThat(trace().done()).contains(CANCELLED, CLOSE_CANCELLED, "request-cancelled");
    }

    @Test
    void nobody_can_cancel_once_erasure_is_due() {
        start();
        taskEngine.complete(task(REVIEW_DECISIONS).getId(), Map.of(Variables.OUTCOME, Outcomes.APPROVED));
        engine.getManagementService().executeJob(jobs().get(0).getId());
        assertThat(trace().current()).containsExactly(BEGIN_ERASURE);

        assertThatThrownBy(() -> workflow.cancel(request)).isInstanceOf(StateRefused.class);
        work();
        assertThat(ended()).isTrue();
        assertThatThrownBy(() -> workflow.cancel(request)).isInstanceOf(StateRefused.class);
        verify(steps, never()).closeCancelled(request);
    }

    @Test
    void nobody_can_cancel_after_a_failed_erasure() {
        a_case_with_something_left();

        assertThatThrownBy(() -> workflow.cancel(request)).isInstanceOf(StateRefused.class);
    }

    @Test
    void where_nothing_may_be_erased_the_client_gets_an_answer_all_the_same() {
        when(steps.beginErasure(request)).thenReturn(List.of());
        start();
        decide(REVIEW_DECISIONS, Outcomes.REFUSED);
        decide(SECOND_REVIEW, Outcomes.APPROVED);

        assertThat(ended()).isTrue();
        verify(steps, never()).planErasure(any(), any());
        verify(steps).answer(request);
        verify(steps).close(request);
    }

    @Test
    void an_erasure_with_something_left_goes_to_the_officer_and_is_tried_again() {
        a_case_with_something_left();

        when(steps.verifyErasure(request, "vault")).thenReturn(true);
        decide(ERASURE_FAILED, Outcomes.RETRY);

        assertThat(ended()).isTrue();
        verify(steps, times(1)).beginErasure(request);
        verify(steps, times(2)).dispatchErasure(request, "vault");
        verify(steps).answer(request);
    }

    private void a_case_with_something_left() {
        when(steps.verifyErasure(request, "vault")).thenReturn(false);
        start();
        decide(REVIEW_DECISIONS, Outcomes.APPROVED);
        assertThat(trace().current()).containsExactly(ERASURE_FAILED);
        verify(steps, never()).answer(request);
    }

    @ParameterizedTest
    @ValueSource(strings = {OFFICER_DECISIONS, REVIEW_DECISIONS, SECOND_REVIEW, ERASURE_FAILED})
    void a_task_open_at_the_date_of_its_case_alerts_the_officer_and_stays_open(String kind) {
        when(steps.needsOfficer(request)).thenReturn(kind.equals(OFFICER_DECISIONS));
        when(steps.verifyErasure(request, "vault")).thenReturn(!kind.equals(ERASURE_FAILED));
        start();
        if (kind.equals(SECOND_REVIEW)) {
            decide(REVIEW_DECISIONS, Outcomes.REFUSED);
        } else if (kind.equals(ERASURE_FAILED)) {
            decide(REVIEW_DECISIONS, Outcomes.APPROVED);
        }
        Job timer = engine.getManagementService()
                .createJobQuery()
                .activityId(kind + "-due")
                .singleResult();
        assertThat(timer.getDuedate()).isEqualTo(Date.from(DUE));

        fire(kind + "-due");
        work();

        verify(steps, times(1)).escalate(request);
        assertThat(task(kind)).isNotNull();
    }

    @Test
    void a_step_that_breaks_once_is_done_again_and_the_steps_before_it_are_not() {
        doThrow(new IllegalStateException("crash")).doNothing().when(steps).decideRecords(request);
        doThrow(new IllegalStateException("crash")).doNothing().when(steps).dispatchErasure(request, "vault");
        doThrow(new IllegalStateException("crash")).doNothing().when(steps).answer(request);
        doThrow(new IllegalStateException("crash")).doNothing().when(steps).close(request);

        workflow.start(request);
        workThroughCrashes();
        taskEngine.complete(task(REVIEW_DECISIONS).getId(), Map.of(Variables.OUTCOME, Outcomes.APPROVED));
        workThroughCrashes();

        assertThat(ended()).isTrue();
        verify(steps, times(1)).restrictProcessing(request);
        verify(steps, times(2)).decideRecords(request);
        verify(steps, times(1)).openReview(request);
        verify(steps, times(1)).beginErasure(request);
        verify(steps, times(1)).planErasure(request, "vault");
        verify(steps, times(2)).dispatchErasure(request, "vault");
        verify(steps, times(1)).verifyErasure(request, "vault");
        verify(steps, times(2)).answer(request);
        verify(steps, times(2)).close(request);
    }

    private void workThroughCrashes() {
        while (!jobs().isEmpty()) {
            try {
                work();
            } catch (IllegalStateException crash) {
                assertThat(crash).hasMessage("crash");
            }
        }
    }
}
