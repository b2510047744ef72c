package io.shouxin.workflow;

import static io.shouxin.workflow.DeletionRequestProcess.ERASURE_FAILED;
import static io.shouxin.workflow.DeletionRequestProcess.REVIEW_DECISIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class FulfilInSystemsProcessTest extends ProcessTest {

    @Test
    void every_system_is_planned_sent_and_verified_in_turn() {
        when(steps.beginErasure(request)).thenReturn(List.of("vault", "crm"));
        start();
        decide(REVIEW_DECISIONS, Outcomes.APPROVED);

        InOrder order = inOrder(steps);
        for (String system : List.of("vault", "crm")) {
            order.verify(steps).planErasure(request, system);
            order.verify(steps).dispatchErasure(request, system);
            order.verify(steps).verifyErasure(request, system);
        }
        order.verify(steps).answer(request);
        assertThat(ended()).isTrue();
    }

    @Test
    void something_left_in_the_first_system_fails_the_whole_although_the_last_is_clean() {
        when(steps.beginErasure(request)).thenReturn(List.of("vault", "crm"));
        when(steps.verifyErasure(request, "vault")).thenReturn(false);
        start();
        decide(REVIEW_DECISIONS, Outcomes.APPROVED);

        verify(steps).verifyErasure(request, "crm");
        assertThat(trace().current()).containsExactly(ERASURE_FAILED);
    }

    @Test
    void the_plan_is_committed_before_anything_is_sent() {
        start();
        taskEngine.complete(task(REVIEW_DECISIONS).getId(), Map.of(Variables.OUTCOME, Outcomes.APPROVED));
        while (!trace().current().contains(FulfilInSystemsProcess.DISPATCH_ERASURE)) {
            engine.getManagementService().executeJob(jobs().get(0).getId());
        }

        verify(steps).planErasure(request, "vault");
        verify(steps, never()).dispatchErasure(eq(request), any());
    }
}
