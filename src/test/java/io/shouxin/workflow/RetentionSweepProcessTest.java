package io.shouxin.workflow;

import static io.shouxin.workflow.RetentionSweepProcess.APPROVAL;
import static io.shouxin.workflow.RetentionSweepProcess.CONFIRMATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class RetentionSweepProcessTest extends ProcessTest {

    private final UUID sweep = request.value();

    @BeforeEach
    void propose() {
        new CamundaSweepWorkflow(engine.getRuntimeService()).start(sweep);
        work();
    }

    @Test
    void approved_by_one_it_is_destroyed_part_by_part_verified_and_certified() {
        when(sweepSteps.destroyBatch(sweep)).thenReturn(true, true, false);
        decide(APPROVAL, Outcomes.APPROVED);

        InOrder order = inOrder(sweepSteps);
        for (int part = 0; part < 3; part++) {
            order.verify(sweepSteps).planBatch(sweep);
            order.verify(sweepSteps).destroyBatch(sweep);
        }
        order.verify(sweepSteps).verify(sweep);
        order.verify(sweepSteps).certify(sweep);
        assertThat(ended()).isTrue();
    }

    @Test
    void where_two_must_approve_nothing_is_destroyed_before_the_second() {
        decide(APPROVAL, Outcomes.NEEDS_SECOND);
        verifyNoInteractions(sweepSteps);
        decide(CONFIRMATION, Outcomes.APPROVED);
        verify(sweepSteps).certify(sweep);
        assertThat(ended()).isTrue();
    }

    @Test
    void what_the_second_returns_the_first_looks_at_again() {
        decide(APPROVAL, Outcomes.NEEDS_SECOND);
        decide(CONFIRMATION, Outcomes.RETURNED);
        assertThat(task(APPROVAL)).isNotNull();
        decide(APPROVAL, Outcomes.REJECTED);
        verifyNoInteractions(sweepSteps);
        assertThat(ended()).isTrue();
    }

    @Test
    void the_plan_of_a_part_is_committed_before_it_is_sent() {
        taskEngine.complete(task(APPROVAL).getId(), Map.of(Variables.OUTCOME, Outcomes.APPROVED));
        while (mockingDetails(sweepSteps).getInvocations().isEmpty()) {
            engine.getManagementService().executeJob(jobs().get(0).getId());
        }
        verify(sweepSteps).planBatch(sweep);
        verify(sweepSteps, never()).destroyBatch(sweep);
    }

    @Test
    void a_task_that_stands_at_its_date_is_told_to_the_officer_and_stays() {
        fire("sweep-approval-due");
        decide(APPROVAL, Outcomes.NEEDS_SECOND);
        fire("sweep-confirmation-due");
        verify(sweepSteps, times(2)).escalate(sweep);
        assertThat(task(CONFIRMATION)).isNotNull();
    }

    @Test
    void a_step_that_fails_at_every_retry_becomes_a_task_of_the_sweep() {
        doThrow(new IllegalStateException("no database")).when(sweepSteps).planBatch(sweep);
        taskEngine.complete(task(APPROVAL).getId(), Map.of(Variables.OUTCOME, Outcomes.APPROVED));
        boolean failed = false;
        for (List<Job> left = jobs(); !left.isEmpty(); left = jobs()) {
            try {
                engine.getManagementService().executeJob(left.get(0).getId());
            } catch (IllegalStateException expected) {
                failed = true;
            }
        }
        assertThat(failed).isTrue();
        verify(ledger).opened(any(), eq(TechnicalIncidents.SWEEP_KIND), eq(sweep));
    }
}
