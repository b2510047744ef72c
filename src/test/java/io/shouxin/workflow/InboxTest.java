package io.shouxin.workflow;

import static io.shouxin.workflow.DeletionRequestProcess.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shouxin.shared.StateRefused;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;

/** The inbox sees what the engine waits for, and drives it with codes only. */
class InboxTest extends ProcessTest {

    @Test
    void a_task_is_opened_and_closed_with_its_case() {
        start();
        String review = task(REVIEW_DECISIONS).getId();
        verify(ledger).opened(review, REVIEW_DECISIONS, request.value());
        verify(ledger, never()).closed(any());

        decide(REVIEW_DECISIONS, Outcomes.REFUSED);
        verify(ledger, times(1)).closed(review);
        verify(ledger).opened(task(SECOND_REVIEW).getId(), SECOND_REVIEW, request.value());
    }

    @Test
    void a_task_of_a_called_process_names_the_same_case() {
        when(steps.identitySuffices(request)).thenReturn(false);
        start();
        String awaiting = task(IdentityVerificationProcess.AWAIT_PROOF).getId();
        verify(ledger).opened(awaiting, IdentityVerificationProcess.AWAIT_PROOF, request.value());

        workflow.proofReceived(request);
        verify(ledger).closed(awaiting);
    }

    @Test
    void cancelling_closes_the_open_task() {
        start();
        String review = task(REVIEW_DECISIONS).getId();
        workflow.cancel(request);
        verify(ledger).closed(review);
    }

    @Test
    void a_second_click_is_refused() {
        start();
        String review = task(REVIEW_DECISIONS).getId();
        Map<String, String> approved = Map.of(Variables.OUTCOME, Outcomes.APPROVED);
        taskEngine.complete(review, approved);

        assertThatThrownBy(() -> taskEngine.complete(review, approved)).isInstanceOf(StateRefused.class);
    }

    @Test
    void an_outcome_that_the_task_does_not_know_is_refused() {
        start();
        String review = task(REVIEW_DECISIONS).getId();

        for (Map<String, String> bad : new Map[] {
            Map.of(),
            Map.of(Variables.OUTCOME, Outcomes.RETURNED),
            Map.of(Variables.OUTCOME, "王小明"),
            Map.of(Variables.OUTCOME, Outcomes.APPROVED, "note", "王小明")
        }) {
            assertThatThrownBy(() -> taskEngine.complete(review, bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("王小明");
        }
        assertThat(task(REVIEW_DECISIONS)).isNotNull();
    }

    @Test
    void a_click_returns_before_the_steps_that_follow() {
        start();
        taskEngine.complete(task(REVIEW_DECISIONS).getId(), Map.of(Variables.OUTCOME, Outcomes.REFUSED));

        verify(steps, never()).openSecondReview(request);
    }

    @Test
    void a_step_out_of_retries_becomes_a_task_that_can_be_tried_again() {
        doThrow(new IllegalStateException("broken")).when(steps).restrictProcessing(request);
        workflow.start(request);
        exhaust();
        Incident incident = engine.getRuntimeService()
                .createIncidentQuery()
                .activityId(RESTRICT_PROCESSING)
                .singleResult();
        String task = TechnicalIncidents.taskOf(incident);
        verify(ledger, times(1)).opened(task, TechnicalIncidents.KIND, request.value());

        doNothing().when(steps).restrictProcessing(request);
        taskEngine.complete(task, Map.of(Variables.OUTCOME, Outcomes.RETRY));
        verify(ledger).closed(task);
        work();

        assertThat(trace().current()).containsExactly(REVIEW_DECISIONS);
        assertThatThrownBy(() -> taskEngine.complete(task, Map.of(Variables.OUTCOME, Outcomes.RETRY)))
                .isInstanceOf(StateRefused.class);
    }

    @Test
    void facts_that_change_while_a_step_is_stuck_have_the_records_decided_again_in_its_place() {
        doThrow(new IllegalStateException("broken")).when(steps).openSecondReview(request);
        start();
        taskEngine.complete(task(REVIEW_DECISIONS).getId(), Map.of(Variables.OUTCOME, Outcomes.REFUSED));
        exhaust();
        workflow.factsChanged(request);
        work();

        verify(ledger, times(1)).closed(startsWith("incident:"));
        verify(steps, times(2)).decideRecords(request);
        assertThat(trace().current()).containsExactly(REVIEW_DECISIONS);
    }

    @Test
    void facts_that_change_before_a_stuck_beginning_of_the_erasure_bring_the_case_back() {
        doThrow(new IllegalStateException("broken")).when(steps).beginErasure(request);
        start();
        taskEngine.complete(task(REVIEW_DECISIONS).getId(), Map.of(Variables.OUTCOME, Outcomes.APPROVED));
        exhaust();
        workflow.factsChanged(request);
        work();
        assertThat(trace().current()).containsExactly(REVIEW_DECISIONS);

        workflow.cancel(request);
        work();
        verify(steps).closeCancelled(request);
    }

    @Test
    void a_failing_step_of_a_called_process_becomes_one_task_of_the_case() {
        doThrow(new IllegalStateException("broken")).when(steps).dispatchErasure(eq(request), any());
        start();
        taskEngine.complete(task(REVIEW_DECISIONS).getId(), Map.of(Variables.OUTCOME, Outcomes.APPROVED));
        exhaust();

        verify(ledger, times(1)).opened(startsWith("incident:"), eq(TechnicalIncidents.KIND), eq(request.value()));
    }

    @Test
    void cancelling_a_case_that_is_stuck_closes_its_technical_task() {
        doThrow(new IllegalStateException("broken")).when(steps).restrictProcessing(request);
        workflow.start(request);
        exhaust();

        workflow.cancel(request);

        verify(ledger, times(1)).closed(startsWith("incident:"));
    }

    @Test
    void a_broken_step_is_tried_again_after_growing_pauses_first() {
        doThrow(new IllegalStateException("broken")).when(steps).restrictProcessing(request);
        workflow.start(request);
        int tries = exhaust();

        assertThat(tries).isEqualTo(5);
        verify(steps, times(5)).restrictProcessing(request);
    }

    /** Runs every job until it works or has no retry left; returns how often jobs failed. */
    private int exhaust() {
        int failures = 0;
        while (!jobs().isEmpty()) {
            Job job = jobs().get(0);
            try {
                engine.getManagementService().executeJob(job.getId());
            } catch (IllegalStateException broken) {
                failures++;
            }
        }
        return failures;
    }
}
