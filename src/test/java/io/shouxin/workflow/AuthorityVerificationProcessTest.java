package io.shouxin.workflow;

import static io.shouxin.workflow.AuthorityVerificationProcess.*;
import static io.shouxin.workflow.DeletionRequestProcess.CLOSE_WITHOUT_PROOF;
import static io.shouxin.workflow.DeletionRequestProcess.REVIEW_DECISIONS;
import static io.shouxin.workflow.DeletionRequestProcess.SECOND_REVIEW;
import static io.shouxin.workflow.DeletionRequestProcess.VERIFY_AUTHORITY;
import static io.shouxin.workflow.DeletionRequestProcess.VERIFY_IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Date;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthorityVerificationProcessTest extends ProcessTest {

    private final AtomicBoolean open = new AtomicBoolean(true);
    private final AtomicBoolean refused = new AtomicBoolean();
    private final AtomicBoolean atHand = new AtomicBoolean();

    @BeforeEach
    void somebody_asks_for_another_person() {
        when(steps.needsAuthority(request)).thenAnswer(call -> open.get());
        when(steps.authorityRefused(request)).thenAnswer(call -> refused.get());
        when(steps.papersAtHand(request)).thenAnswer(call -> atHand.get());
    }

    @Test
    void whoever_asks_for_themselves_is_asked_for_no_authority() {
        open.set(false);

        start();

        assertThat(trace().done()).contains(VERIFY_IDENTITY).doesNotContain(VERIFY_AUTHORITY);
    }

    @Test
    void papers_that_are_missing_are_asked_for_and_nothing_is_stopped_or_decided_meanwhile() {
        start();

        verify(steps).askForPapers(request);
        verify(steps, never()).restrictProcessing(any());
        verify(steps, never()).identitySuffices(any());
        assertThat(trace().current()).containsExactly(VERIFY_AUTHORITY, AWAIT_PAPERS);
    }

    @Test
    void papers_that_are_at_hand_are_looked_at_at_once() {
        atHand.set(true);

        start();

        verify(steps, never()).askForPapers(any());
        assertThat(trace().current()).containsExactly(VERIFY_AUTHORITY, CHECK_AUTHORITY);
        assertThat(job(CHECK_AUTHORITY_DUE).getDuedate()).isEqualTo(Date.from(DUE));
    }

    @Test
    void papers_sent_online_end_the_wait_and_come_to_a_clerk() {
        start();

        workflow.proofReceived(request);
        verify(steps, never()).acceptPapers(request);
        atHand.set(true);
        work();

        verify(steps).acceptPapers(request);
        assertThat(trace().current()).containsExactly(VERIFY_AUTHORITY, CHECK_AUTHORITY);
    }

    @Test
    void papers_that_a_clerk_was_brought_come_to_the_check() {
        start();
        atHand.set(true);

        decide(AWAIT_PAPERS, Outcomes.PAPERS_CAME);

        verify(steps).acceptPapers(request);
        assertThat(trace().current()).containsExactly(VERIFY_AUTHORITY, CHECK_AUTHORITY);
    }

    @Test
    void confirmed_authority_leads_to_the_records_without_a_check_of_identity() {
        atHand.set(true);
        start();
        open.set(false);

        decide(CHECK_AUTHORITY, Outcomes.CONFIRMED);

        verify(steps).restrictProcessing(request);
        verify(steps, never()).identitySuffices(any());
        assertThat(trace().current()).containsExactly(REVIEW_DECISIONS);
    }

    @Test
    void papers_that_are_not_enough_are_asked_for_again() {
        atHand.set(true);
        start();
        atHand.set(false);

        decide(CHECK_AUTHORITY, Outcomes.NOT_ENOUGH);

        verify(steps, times(1)).askForPapers(request);
        assertThat(trace().current()).containsExactly(VERIFY_AUTHORITY, AWAIT_PAPERS);
    }

    @Test
    void refused_authority_goes_to_the_second_person_and_then_to_the_answer_without_a_look_at_records() {
        refuse();
        verify(steps).openSecondReview(request);
        verify(steps, never()).decideRecords(any());
        assertThat(trace().current()).containsExactly(SECOND_REVIEW);
        when(steps.beginErasure(request)).thenReturn(java.util.List.of());

        decide(SECOND_REVIEW, Outcomes.APPROVED);

        verify(steps).answer(request);
        verify(steps).close(request);
        verify(steps, never()).decideRecords(any());
        verify(steps, never()).restrictProcessing(any());
        assertThat(ended()).isTrue();
    }

    @Test
    void a_returned_refusal_comes_back_to_the_check_and_not_to_the_records() {
        refuse();
        refused.set(false);

        decide(SECOND_REVIEW, Outcomes.RETURNED);

        assertThat(trace().current()).containsExactly(VERIFY_AUTHORITY, CHECK_AUTHORITY);
        verify(steps, never()).openReview(any());
        verify(steps, never()).decideRecords(any());
    }

    @Test
    void a_returned_review_of_a_confirmed_request_comes_back_to_the_records() {
        atHand.set(true);
        start();
        open.set(false);
        decide(CHECK_AUTHORITY, Outcomes.CONFIRMED);
        when(steps.needsSecondReview(request)).thenReturn(true);
        decide(REVIEW_DECISIONS, Outcomes.APPROVED);

        decide(SECOND_REVIEW, Outcomes.RETURNED);

        assertThat(trace().current()).containsExactly(REVIEW_DECISIONS);
    }

    @Test
    void papers_that_never_come_close_the_case_for_want_of_proof() {
        start();
        assertThat(job(PAPERS_OVERDUE).getDuedate()).isEqualTo(Date.from(PROOF_DUE));

        fire(PAPERS_OVERDUE);
        work();

        verify(steps).closeWithoutProof(request);
        assertThat(trace().done()).contains(CLOSE_WITHOUT_PROOF);
        assertThat(ended()).isTrue();
    }

    @Test
    void a_check_that_nobody_makes_in_time_is_told_to_the_officer_and_stays() {
        atHand.set(true);
        start();

        fire(CHECK_AUTHORITY_DUE);

        verify(steps).escalate(request);
        assertThat(trace().current()).containsExactly(VERIFY_AUTHORITY, CHECK_AUTHORITY);
    }

    @Test
    void whoever_asked_can_take_it_back_while_papers_are_awaited_and_while_they_are_looked_at() {
        start();
        workflow.cancel(request);
        work();
        verify(steps).closeCancelled(request);
        assertThat(ended()).isTrue();

        atHand.set(true);
        start();
        workflow.cancel(request);
        work();
        verify(steps, times(2)).closeCancelled(request);
        assertThat(ended()).isTrue();
    }

    private void refuse() {
        atHand.set(true);
        start();
        refused.set(true);
        decide(CHECK_AUTHORITY, Outcomes.REFUSED);
    }

    private static Job job(String timer) {
        return engine.getManagementService().createJobQuery().activityId(timer).singleResult();
    }
}
