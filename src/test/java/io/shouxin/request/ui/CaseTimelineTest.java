package io.shouxin.request.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.request.CallBack;
import io.shouxin.request.Capacity;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.ProcessTrace;
import io.shouxin.request.Proof;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.RequestType;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.testing.EmptyPage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyPage.class)
class CaseTimelineTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:12:00Z");

    private static final List<CaseEvent> CALLED_BACK = List.of(
            event(CaseEvent.Kind.RECEIVED, "PORTAL"),
            event(CaseEvent.Kind.IDENTITY_CONFIRMED, ProofMethod.ONE_TIME_CODE.name()),
            event(CaseEvent.Kind.CALL_PROMISED, null),
            event(CaseEvent.Kind.IDENTITY_CONFIRMED, ProofMethod.CALLED_BACK.name()),
            event(CaseEvent.Kind.PROCESSING_STOPPED, null));

    @Test
    void a_code_that_was_not_enough_and_a_call_that_was_made_are_told_as_what_they_were() {
        String text = text(RequestStatus.REVIEW, null, CALLED_BACK);
        assertThat(text).contains("手机号已验证", "已安排回电").containsOnlyOnce("身份已核验");
    }

    @Test
    void a_code_that_came_after_the_question_and_was_enough_confirms_the_identity() {
        assertThat(text(
                        RequestStatus.REVIEW,
                        null,
                        List.of(
                                event(CaseEvent.Kind.RECEIVED, "LETTER"),
                                event(CaseEvent.Kind.PROOF_ASKED, "IDENTITY"),
                                event(CaseEvent.Kind.IDENTITY_CONFIRMED, ProofMethod.ONE_TIME_CODE.name()))))
                .contains("身份已核验");
    }

    @Test
    void what_the_privacy_officer_decided_stays_to_be_seen() {
        assertThat(text(RequestStatus.REVIEW, null, List.of(event(CaseEvent.Kind.OFFICER_DECIDED, null))))
                .contains("已完成：负责人判定");
    }

    @Test
    void a_case_that_is_being_cancelled_is_not_told_to_be_under_review_too() {
        assertThat(text(RequestStatus.REVIEW, null, List.of(event(CaseEvent.Kind.CANCELLED, null))))
                .contains("正在进行：正在撤销您的申请")
                .doesNotContain("专员审核", "第二人复核", "删除并验证");
    }

    @Test
    void whoever_took_a_request_back_is_told_that_their_data_is_used_again() {
        List<CaseEvent> stopped =
                List.of(event(CaseEvent.Kind.PROCESSING_STOPPED, null), event(CaseEvent.Kind.CANCELLED, null));
        assertThat(text(RequestStatus.CLOSED, RequestOutcome.CANCELLED, stopped))
                .endsWith("没有其他申请涉及的信息恢复正常使用11 月 23 日 09:12");
        assertThat(text(RequestStatus.CLOSED, RequestOutcome.CANCELLED, List.of(event(CaseEvent.Kind.CANCELLED, null))))
                .as("nothing had been stopped")
                .doesNotContain("恢复");
    }

    private static CaseEvent event(CaseEvent.Kind kind, @Nullable String detail) {
        return new CaseEvent(NOW, kind, Actor.Kind.SYSTEM, null, detail);
    }

    private static String text(RequestStatus status, @Nullable RequestOutcome outcome, List<CaseEvent> events) {
        SubjectRequest request = new SubjectRequest(new SubjectRequest.Snapshot(
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
                outcome,
                Proof.STRONG,
                ProofMethod.CALLED_BACK,
                false,
                null,
                CallBack.NONE,
                null,
                null,
                status == RequestStatus.CLOSED ? NOW : null,
                null,
                null,
                null,
                0));
        return CaseTimeline.of(new CaseView(
                        request,
                        null,
                        List.of(),
                        events,
                        List.of(),
                        List.of(),
                        List.of(),
                        new ProcessTrace("deletion-request", List.of(), List.of())))
                .getElement()
                .getTextRecursively();
    }
}
