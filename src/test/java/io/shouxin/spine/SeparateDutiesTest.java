package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.inbox.InboxTask;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestStatus;
import io.shouxin.shared.NotFound;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** Nobody both vouches for a client and decides alone to erase their data. */
@SpringBootTest
@Import({TestFirm.class, ProofTimer.class})
class SeparateDutiesTest {

    private static final Map<String, Object> APPROVED = Map.of("outcome", "APPROVED");

    private final TestFirm firm;
    private final Desks desks;

    @Autowired
    SeparateDutiesTest(TestFirm firm, ApplicationContext context) {
        this.firm = firm;
        this.desks = Desks.of(context);
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void a_clerk_who_noted_the_proof_with_the_request_erases_only_with_a_second_person() {
        TestFirm.Client client = firm.client("vouched-by-decider", null);
        RequestId id =
                desks.enter("clerk", DeletionWish.of(client, Channel.COUNTER).proven(ProofMethod.SEEN_AT_COUNTER));
        desks.decide(id, "clerk", "review-decisions", APPROVED);

        InboxTask confirmation = desks.task(id, "second", "second-review");
        assertThat(desks.view(id, client.id()).request().status()).isEqualTo(RequestStatus.SECOND_REVIEW);
        assertThat(desks.view(id, client.id()).request().erasureBeganAt()).isNull();
        assertThatThrownBy(() -> firm.asStaff("clerk", () -> {
                    desks.inbox().decide(confirmation.id(), APPROVED);
                    return null;
                }))
                .isInstanceOf(NotFound.class);

        desks.decide(id, "second", "second-review", APPROVED);
        CaseView closed = desks.closed(id, client.id());
        assertThat(closed.request().outcome()).isEqualTo(RequestOutcome.COMPLETED);
        assertThat(closed.events()).extracting(CaseEvent::kind).contains(CaseEvent.Kind.CONFIRMED);
    }

    @Test
    void a_clerk_who_called_the_client_back_erases_only_with_a_second_person() {
        TestFirm.Client client = firm.quietClient("called-by-decider");
        RequestId id = desks.submit(client, "", ProofMethod.ONE_TIME_CODE);
        desks.decide(
                id,
                "clerk",
                "call-client",
                Map.of("outcome", "PROOF_SEEN", "method", "CALLED_BACK", "text", "接通登记号码，核对无误"));
        desks.decide(id, "clerk", "review-decisions", APPROVED);
        desks.decide(id, "second", "second-review", APPROVED);
        assertThat(desks.closed(id, client.id()).events())
                .extracting(CaseEvent::kind)
                .contains(CaseEvent.Kind.CONFIRMED);
    }

    @Test
    void where_a_colleague_vouched_for_the_client_the_clerk_who_decides_is_the_second_pair_of_eyes() {
        TestFirm.Client client = firm.client("vouched-by-colleague", null);
        RequestId id =
                desks.enter("second", DeletionWish.of(client, Channel.COUNTER).proven(ProofMethod.SEEN_AT_COUNTER));
        desks.decide(id, "clerk", "review-decisions", APPROVED);
        CaseView closed = desks.closed(id, client.id());
        assertThat(closed.request().outcome()).isEqualTo(RequestOutcome.COMPLETED);
        assertThat(closed.events()).extracting(CaseEvent::kind).doesNotContain(CaseEvent.Kind.CONFIRMED);
    }

    @Test
    void what_the_client_proved_online_is_their_own_word_though_the_clerk_entered_the_request() {
        TestFirm.Client client = firm.client("proved-online", null);
        RequestId id = desks.enter("clerk", DeletionWish.of(client, Channel.LETTER));
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_PROOF);
        TestFirm.asClient(client.id(), () -> {
            desks.intake().confirmIdentity(id, ProofMethod.CODE_AND_ID_LAST_SIX);
            return null;
        });
        desks.decide(id, "clerk", "review-decisions", APPROVED);
        assertThat(desks.closed(id, client.id()).events())
                .extracting(CaseEvent::kind)
                .doesNotContain(CaseEvent.Kind.CONFIRMED);
    }
}
