package io.shouxin.workflow;

import static io.shouxin.workflow.MatchReviewProcess.COMPARE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;

import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MatchReviewProcessTest extends ProcessTest {

    private final UUID match = request.value();
    private final CamundaMatchWorkflow matchWorkflow = new CamundaMatchWorkflow(engine.getRuntimeService());

    @BeforeEach
    void ask() {
        matchWorkflow.start(match);
    }

    @Test
    void merged_it_ends() {
        ProcessInstance instance = instance();
        assertThat(instance).isWaitingAt(COMPARE);
        decide(COMPARE, Outcomes.MERGED);
        assertThat(instance)
                .hasPassed("people-merged")
                .hasNotPassed("people-kept-apart")
                .isEnded();
    }

    @Test
    void kept_apart_it_ends() {
        ProcessInstance instance = instance();
        decide(COMPARE, Outcomes.KEPT_APART);
        assertThat(instance)
                .hasPassed("people-kept-apart")
                .hasNotPassed("people-merged")
                .isEnded();
    }

    @Test
    void on_its_day_the_officer_is_told_and_the_question_stays() {
        Job timer = engine.getManagementService()
                .createJobQuery()
                .activityId("compare-due")
                .singleResult();
        assertThat(timer.getDuedate()).isEqualTo(DUE);
        fire("compare-due");
        verify(matchSteps).escalate(match);
        assertThat(instance()).isWaitingAt(COMPARE);
    }

    @Test
    void when_one_of_the_two_is_gone_nobody_is_asked_any_more() {
        ProcessInstance instance = instance();
        String task = task(COMPARE).getId();
        matchWorkflow.vanished(match);
        assertThat(instance)
                .hasPassed("pair-vanished")
                .hasNotPassed("match-verdict")
                .isEnded();
        verify(ledger).closed(task);
    }

    @Test
    void it_knows_no_other_outcome() {
        Assertions.assertThatThrownBy(
                        () -> taskEngine.complete(task(COMPARE).getId(), Map.of(Variables.OUTCOME, Outcomes.APPROVED)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(instance()).isWaitingAt(COMPARE);
    }

    @Test
    void a_step_that_fails_at_every_retry_becomes_a_task_of_the_match() {
        doThrow(new IllegalStateException("no database")).when(matchSteps).escalate(match);
        String timer = engine.getManagementService()
                .createJobQuery()
                .activityId("compare-due")
                .singleResult()
                .getId();
        boolean failed = false;
        while (engine.getManagementService()
                        .createJobQuery()
                        .jobId(timer)
                        .withRetriesLeft()
                        .count()
                > 0) {
            try {
                engine.getManagementService().executeJob(timer);
            } catch (IllegalStateException expected) {
                failed = true;
            }
        }
        assertThat(failed).isTrue();
        verify(ledger).opened(any(), eq(TechnicalIncidents.MATCH_KIND), eq(match));
    }

    private ProcessInstance instance() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(match.toString())
                .singleResult();
    }
}
