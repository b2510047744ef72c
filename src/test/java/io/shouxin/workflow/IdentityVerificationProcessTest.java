package io.shouxin.workflow;

import static io.shouxin.workflow.DeletionRequestProcess.REVIEW_DECISIONS;
import static io.shouxin.workflow.DeletionRequestProcess.VERIFY_IDENTITY;
import static io.shouxin.workflow.IdentityVerificationProcess.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shouxin.shared.StateRefused;
import java.util.Date;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentityVerificationProcessTest extends ProcessTest {

    @Test
    void proof_that_suffices_asks_for_nothing() {
        start();

        verify(steps, never()).askForProof(request);
        assertThat(trace().done()).contains(VERIFY_IDENTITY, CHECK_IDENTITY, "identity-confirmed");
    }

    @Test
    void proof_sent_online_is_checked_again() {
        when(steps.identitySuffices(request)).thenReturn(false, true);
        start();
        assertThat(trace().current()).containsExactly(VERIFY_IDENTITY, AWAIT_PROOF);

        workflow.proofReceived(request);
        verify(steps, never()).acceptProof(request);
        work();

        verify(steps).acceptProof(request);
        assertThat(trace().current()).containsExactly(REVIEW_DECISIONS);
    }

    @Test
    void proof_that_a_clerk_has_seen_is_checked_again() {
        when(steps.identitySuffices(request)).thenReturn(false, true);
        start();

        decide(AWAIT_PROOF, Outcomes.PROOF_SEEN);

        verify(steps).acceptProof(request);
        assertThat(trace().current()).containsExactly(REVIEW_DECISIONS);
    }

    @Test
    void proof_that_does_not_suffice_is_asked_for_again() {
        when(steps.identitySuffices(request)).thenReturn(false, false, true);
        start();
        workflow.proofReceived(request);
        work();
        assertThat(trace().current()).containsExactly(VERIFY_IDENTITY, AWAIT_PROOF);

        workflow.proofReceived(request);
        work();

        verify(steps, times(2)).askForProof(request);
        verify(steps, times(2)).acceptProof(request);
        assertThat(trace().current()).containsExactly(REVIEW_DECISIONS);
    }

    @Test
    void where_the_firm_owes_a_call_the_client_is_not_asked() {
        when(steps.identitySuffices(request)).thenReturn(false, true);
        when(steps.owesCall(request)).thenReturn(true);
        start();
        assertThat(trace().current()).containsExactly(VERIFY_IDENTITY, CALL_CLIENT);
        verify(steps).planCall(request);
        verify(steps, never()).askForProof(request);
        assertThat(jobOf(PROOF_OVERDUE)).isNull();

        decide(CALL_CLIENT, Outcomes.PROOF_SEEN);

        verify(steps).acceptProof(request);
        assertThat(trace().current()).containsExactly(REVIEW_DECISIONS);
    }

    @Test
    void a_call_in_vain_asks_the_client() {
        when(steps.identitySuffices(request)).thenReturn(false);
        when(steps.owesCall(request)).thenReturn(true);
        start();

        decide(CALL_CLIENT, Outcomes.NOT_REACHED);

        verify(steps).askForProof(request);
        assertThat(trace().current()).containsExactly(VERIFY_IDENTITY, AWAIT_PROOF);
    }

    @Test
    void a_client_who_would_rather_be_called_is_no_longer_waited_for() {
        when(steps.identitySuffices(request)).thenReturn(false);
        when(steps.owesCall(request)).thenReturn(false, true);
        start();

        workflow.proofReceived(request);
        work();

        verify(steps).acceptProof(request);
        assertThat(trace().current()).containsExactly(VERIFY_IDENTITY, CALL_CLIENT);
    }

    @Test
    void proof_sent_online_makes_the_call_needless() {
        when(steps.identitySuffices(request)).thenReturn(false, true);
        when(steps.owesCall(request)).thenReturn(true);
        start();

        workflow.proofReceived(request);
        work();

        assertThat(trace().current()).containsExactly(REVIEW_DECISIONS);
    }

    @Test
    void files_that_were_handed_in_are_looked_at_before_anything_else_is_asked() {
        when(steps.identitySuffices(request)).thenReturn(false, false, true);
        when(steps.owesLook(request)).thenReturn(false, true, false);
        when(steps.owesCall(request)).thenReturn(true);
        start();
        assertThat(trace().current()).containsExactly(VERIFY_IDENTITY, CALL_CLIENT);

        workflow.proofReceived(request);
        work();
        assertThat(trace().current()).containsExactly(VERIFY_IDENTITY, SEE_PROOF);
        verify(steps, never()).askForProof(request);
        assertThat(jobOf(SEE_PROOF_DUE)).extracting(Job::getDuedate).isEqualTo(Date.from(DUE));

        decide(SEE_PROOF, Outcomes.PROOF_SEEN);

        assertThat(trace().current()).containsExactly(REVIEW_DECISIONS);
    }

    @Test
    void files_that_are_not_enough_are_asked_for_again() {
        when(steps.identitySuffices(request)).thenReturn(false);
        when(steps.owesLook(request)).thenReturn(true);
        start();

        decide(SEE_PROOF, Outcomes.NOT_ENOUGH);

        verify(steps).askForProof(request);
        assertThat(trace().current()).containsExactly(VERIFY_IDENTITY, AWAIT_PROOF);
    }

    @Test
    void files_that_nobody_looks_at_in_time_are_told_to_the_officer_and_stay() {
        when(steps.identitySuffices(request)).thenReturn(false);
        when(steps.owesLook(request)).thenReturn(true);
        start();

        fire(SEE_PROOF_DUE);

        verify(steps).escalate(request);
        assertThat(trace().current()).containsExactly(VERIFY_IDENTITY, SEE_PROOF);
    }

    @Test
    void a_call_that_is_not_made_in_time_is_told_to_the_officer_and_stays_open() {
        when(steps.identitySuffices(request)).thenReturn(false);
        when(steps.owesCall(request)).thenReturn(true);
        start();
        assertThat(jobOf(CALL_CLIENT_DUE)).extracting(Job::getDuedate).isEqualTo(Date.from(DUE));

        fire(CALL_CLIENT_DUE);

        verify(steps).escalate(request);
        assertThat(trace().current()).containsExactly(VERIFY_IDENTITY, CALL_CLIENT);
    }

    @Test
    void the_wait_ends_when_the_domain_says() {
        when(steps.identitySuffices(request)).thenReturn(false);
        start();

        assertThat(jobOf(PROOF_OVERDUE)).extracting(Job::getDuedate).isEqualTo(Date.from(PROOF_DUE));
    }

    @Test
    void proof_for_a_case_that_does_not_wait_for_it_is_refused() {
        start();

        assertThatThrownBy(() -> workflow.proofReceived(request))
                .isInstanceOf(StateRefused.class)
                .hasMessageContaining(request.toString());
    }

    private static @Nullable Job jobOf(String timer) {
        return engine.getManagementService().createJobQuery().activityId(timer).singleResult();
    }
}
