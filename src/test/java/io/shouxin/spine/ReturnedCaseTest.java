package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestStatus;
import io.shouxin.shared.InvalidInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** What the second person returned: it comes back to them changed, or with an answer. */
@SpringBootTest
@Import(TestFirm.class)
class ReturnedCaseTest {

    private final TestFirm firm;
    private final Desks desks;

    @Autowired
    ReturnedCaseTest(BeanFactory beans, TestFirm firm) {
        this.firm = firm;
        this.desks = Desks.of(beans);
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void it_is_not_sent_again_unchanged_and_without_a_word() {
        RequestId id = returned("unchanged", Map.of("outcome", "APPROVED"));
        assertRefused(id, Map.of("outcome", "APPROVED"));
        assertRefused(id, Map.of("outcome", "APPROVED", "reply", "  "));
        assertThat(view(id).request().status()).isEqualTo(RequestStatus.REVIEW);
        assertThat(view(id).lastReturn().open()).isTrue();
    }

    @Test
    void an_answer_goes_with_it_into_the_case_file() {
        TestFirm.Client client = firm.client("answered", LocalDate.of(2026, 3, 15));
        RequestId id = returned(client, Map.of("outcome", "APPROVED"));
        review(id, Map.of("outcome", "APPROVED", "reply", "已核对合同，期限无误"));
        desks.awaitStatus(id, client.id(), RequestStatus.SECOND_REVIEW);
        CaseView seen = firm.asStaff("second", () -> desks.reader().get(id));
        assertThat(seen.lastReturn().open()).isFalse();
        assertThat(seen.replyToReturn()).isEqualTo("已核对合同，期限无误");
        assertThat(seen.texts()).extracting(CaseText::kind).contains(CaseText.Kind.REPLY);
    }

    @Test
    void the_list_of_the_clerk_marks_it_and_no_other() {
        TestFirm.Client client = firm.client("marked", LocalDate.of(2026, 3, 15));
        RequestId other = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        assertThat(desks.task(other, "clerk", "review-decisions").returned()).isFalse();
        review(other, Map.of("outcome", "APPROVED"));
        assertThat(desks.task(other, "second", "second-review").returned()).isFalse();
        desks.decide(other, "second", "second-review", Map.of("outcome", "RETURNED", "text", "请再核对"));
        assertThat(desks.task(other, "clerk", "review-decisions").returned()).isTrue();
    }

    @Test
    void a_changed_decision_is_answer_enough() {
        TestFirm.Client client = firm.client("changed", LocalDate.of(2026, 3, 15));
        RequestId id = returned(client, Map.of("outcome", "APPROVED"));
        RecordDecision erased = view(id).decisions().stream()
                .filter(RecordDecision::erases)
                .findFirst()
                .orElseThrow();
        review(
                id,
                Map.of(
                        "outcome",
                        "APPROVED",
                        "decisions",
                        List.of(Map.of(
                                "recordId",
                                erased.recordId().toString(),
                                "outcome",
                                "REFUSE",
                                "code",
                                "R6",
                                "reason",
                                "涉及他人"))));
        desks.awaitStatus(id, client.id(), RequestStatus.SECOND_REVIEW);
        assertThat(view(id).replyToReturn()).isEmpty();
    }

    @Test
    void a_returned_refusal_stands_no_longer_so_that_the_clerk_approves_what_is_shown() {
        TestFirm.Client client = firm.client("refusal-undone", LocalDate.of(2026, 3, 15));
        RequestId id = returned(client, Map.of("outcome", "REFUSED", "code", "R6", "text", "涉及他人"));
        CaseView shown = view(id);
        assertThat(shown.request().refusalCode()).isNull();
        assertThat(shown.lastReturn().refusedWith()).isEqualTo("R6");
        assertThat(shown.decisions()).anyMatch(RecordDecision::erases);
    }

    @Test
    void the_same_refusal_wants_an_answer_and_a_withdrawn_one_does_not() {
        TestFirm.Client client = firm.client("refusal-returned", LocalDate.of(2026, 3, 15));
        RequestId id = returned(client, Map.of("outcome", "REFUSED", "code", "R6", "text", "涉及他人"));
        assertRefused(id, Map.of("outcome", "REFUSED", "code", "R6", "text", "涉及他人"));
        review(id, Map.of("outcome", "APPROVED"));
        desks.awaitStatus(id, client.id(), RequestStatus.SECOND_REVIEW);
        assertThat(view(id).request().refusalCode()).isNull();
    }

    @Test
    void a_question_to_the_client_needs_no_answer_to_the_second_person_and_is_none() {
        TestFirm.Client client = firm.client("asked-between", LocalDate.of(2026, 3, 15));
        RequestId id = returned(client, Map.of("outcome", "APPROVED"));
        review(id, Map.of("outcome", "ASK_CLIENT", "text", "合同是否已经结束？"));
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_PROOF);
        TestFirm.asClient(client.id(), () -> {
            desks.intake().answerQuestion(id, "是。");
            return id;
        });
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
        assertRefused(id, Map.of("outcome", "APPROVED"));
    }

    private RequestId returned(String tag, Map<String, Object> verdict) {
        return returned(firm.client(tag, LocalDate.of(2026, 3, 15)), verdict);
    }

    private RequestId returned(TestFirm.Client client, Map<String, Object> verdict) {
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        review(id, verdict);
        desks.decide(id, "second", "second-review", Map.of("outcome", "RETURNED", "text", "请再核对"));
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
        return id;
    }

    private void assertRefused(RequestId id, Map<String, Object> fields) {
        assertThatThrownBy(() -> review(id, fields))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.pointer())
                        .isEqualTo("/reply"));
    }

    private void review(RequestId id, Map<String, Object> fields) {
        desks.decide(id, "clerk", "review-decisions", fields);
    }

    private CaseView view(RequestId id) {
        return firm.asStaff("clerk", () -> desks.reader().get(id));
    }
}
