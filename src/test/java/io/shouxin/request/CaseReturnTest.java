package io.shouxin.request;

import static io.shouxin.request.CaseEvent.Kind.DECISION_CHANGED;
import static io.shouxin.request.CaseEvent.Kind.RETURNED;
import static io.shouxin.request.CaseEvent.Kind.REVIEWED;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.shared.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseReturnTest {

    private static final CaseEvent APPROVED = event(REVIEWED, Actor.Kind.STAFF, "APPROVED");
    private static final CaseEvent ASKED = event(REVIEWED, Actor.Kind.STAFF, "ASK_CLIENT");
    private static final CaseEvent BACK = event(RETURNED, Actor.Kind.STAFF, null);
    private static final CaseEvent CHANGED = event(DECISION_CHANGED, Actor.Kind.STAFF, "DEMAND");
    private static final CaseEvent CHANGED_BY_SYSTEM = event(DECISION_CHANGED, Actor.Kind.SYSTEM, "DEMAND");

    @Test
    void a_case_that_nobody_returned_waits_for_no_answer() {
        assertThat(CaseReturn.of(List.of(CHANGED, APPROVED))).isEqualTo(new CaseReturn(false, null, false));
    }

    @Test
    void a_return_waits_until_the_case_is_sent_back() {
        assertThat(CaseReturn.of(List.of(APPROVED, BACK)).open()).isTrue();
        assertThat(CaseReturn.of(List.of(APPROVED, BACK, APPROVED)).open()).isFalse();
    }

    @Test
    void a_question_to_the_client_is_no_answer_to_the_second_person() {
        assertThat(CaseReturn.of(List.of(APPROVED, BACK, ASKED)).open()).isTrue();
    }

    @Test
    void a_new_look_at_the_authority_is_an_answer_to_the_second_person() {
        for (CaseEvent.Kind look : List.of(CaseEvent.Kind.AUTHORITY_CONFIRMED, CaseEvent.Kind.AUTHORITY_REFUSED)) {
            assertThat(CaseReturn.of(List.of(APPROVED, BACK, event(look, Actor.Kind.STAFF, null)))
                            .open())
                    .isFalse();
        }
    }

    @Test
    void only_what_a_person_changed_after_the_return_counts() {
        assertThat(CaseReturn.of(List.of(CHANGED, APPROVED, BACK)).decisionsChanged())
                .isFalse();
        assertThat(CaseReturn.of(List.of(APPROVED, BACK, CHANGED_BY_SYSTEM)).decisionsChanged())
                .isFalse();
        assertThat(CaseReturn.of(List.of(APPROVED, BACK, CHANGED)).decisionsChanged())
                .isTrue();
    }

    @Test
    void a_second_return_wants_an_answer_of_its_own() {
        assertThat(CaseReturn.of(List.of(APPROVED, BACK, CHANGED, APPROVED, BACK)))
                .isEqualTo(new CaseReturn(true, null, false));
    }

    @Test
    void a_returned_refusal_is_remembered_by_its_code() {
        CaseEvent refusalBack = event(RETURNED, Actor.Kind.STAFF, "R6");
        assertThat(CaseReturn.of(List.of(refusalBack)).refusedWith()).isEqualTo("R6");
        assertThat(CaseReturn.of(List.of(refusalBack, APPROVED, BACK)).refusedWith())
                .isNull();
    }

    private static CaseEvent event(CaseEvent.Kind kind, Actor.Kind by, @Nullable String detail) {
        return new CaseEvent(Instant.EPOCH, kind, by, by == Actor.Kind.STAFF ? UUID.randomUUID() : null, detail);
    }
}
