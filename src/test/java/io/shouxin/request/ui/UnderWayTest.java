package io.shouxin.request.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import io.shouxin.request.CallBack;
import io.shouxin.request.Capacity;
import io.shouxin.request.Channel;
import io.shouxin.request.OpenCase;
import io.shouxin.request.Proof;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.RequestType;
import io.shouxin.request.SubjectRequest;
import io.shouxin.retention.DecisionReason;
import io.shouxin.retention.Outcome;
import io.shouxin.retention.RetentionDecision;
import io.shouxin.shared.ui.UiTexts;
import io.shouxin.testing.EmptyPage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a client reads about a record while a case about it is open. */
@ExtendWith(EmptyPage.class)
class UnderWayTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:12:00Z");

    @Test
    void a_record_of_a_request_that_is_carried_out_is_being_deleted() {
        assertThat(told(RequestStatus.ERASING, null, Outcome.DELETE_NOW, DecisionReason.NO_RULE))
                .contains("正在删除");
    }

    @Test
    void a_record_of_a_request_that_is_refused_as_a_whole_is_told_to_stay() {
        assertThat(told(RequestStatus.ANSWERING, "R1", Outcome.DELETE_NOW, DecisionReason.NO_RULE))
                .contains("暂不删除", "这一条不删除", "理由写在给您的答复里")
                .doesNotContain("正在删除", "!");
    }

    @Test
    void a_refusal_that_no_second_person_has_confirmed_is_not_told() {
        assertThat(told(RequestStatus.SECOND_REVIEW, "R1", Outcome.DELETE_NOW, DecisionReason.NO_RULE))
                .contains("正在判定", "还没有结论")
                .doesNotContain("不删除", "拟删除");
    }

    @Test
    void a_sealed_record_stays_sealed_whatever_becomes_of_the_request() {
        assertThat(told(RequestStatus.ANSWERING, "R1", Outcome.HELD, DecisionReason.SEALED))
                .contains("封存")
                .doesNotContain("这一条不删除");
    }

    private static String told(RequestStatus status, @Nullable String refusal, Outcome outcome, DecisionReason why) {
        RecordDecision decision = decision(outcome, why);
        UnderWay.State state = new UnderWay(List.of(new OpenCase(request(status, refusal), List.of(decision), false)))
                .of(decision, UiTexts.current())
                .orElseThrow();
        return state.chip().getElement().getTextRecursively() + " " + state.why();
    }

    private static SubjectRequest request(RequestStatus status, @Nullable String refusal) {
        return new SubjectRequest(new SubjectRequest.Snapshot(
                new RequestId(UUID.randomUUID()),
                "SC-2026-000482",
                RequestType.DELETION,
                Capacity.SELF,
                UUID.randomUUID(),
                UUID.randomUUID(),
                Channel.PORTAL,
                "zh",
                null,
                NOW,
                NOW,
                status,
                null,
                Proof.STRONG,
                ProofMethod.CALLED_BACK,
                false,
                null,
                CallBack.NONE,
                refusal,
                null,
                null,
                null,
                null,
                null,
                0));
    }

    private static RecordDecision decision(Outcome outcome, DecisionReason why) {
        RetentionDecision proposed = new RetentionDecision(
                outcome,
                why,
                null,
                null,
                null,
                null,
                null,
                "47(1)3",
                why.clientKey(),
                List.of("SEAL", "x", "y", "z"),
                List.of(),
                "retention-rules v1");
        return new RecordDecision(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Category.DEMAND,
                Classification.GENERAL,
                null,
                null,
                proposed,
                outcome,
                null,
                null,
                null,
                null,
                "vault");
    }
}
