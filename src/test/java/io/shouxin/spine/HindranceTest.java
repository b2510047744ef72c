package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.Inbox.Hindrance;
import io.shouxin.inbox.InboxTask;
import io.shouxin.request.Channel;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** Who may not decide a task learns why. */
@SpringBootTest
@Import(TestFirm.class)
class HindranceTest {

    private final TestFirm firm;
    private final Desks desks;
    private final Inbox inbox;

    @Autowired
    HindranceTest(ApplicationContext context, TestFirm firm, Inbox inbox) {
        this.firm = firm;
        this.desks = Desks.of(context);
        this.inbox = inbox;
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void each_learns_what_stands_against_them() {
        TestFirm.Client client = firm.client("hindered", LocalDate.of(2026, 3, 15));
        RequestId id =
                desks.enter("second", DeletionWish.of(client, Channel.COUNTER).proven(ProofMethod.SEEN_AT_COUNTER));
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        InboxTask task = await().until(
                        () -> firm.asStaff("third", () -> inbox.ofCase(id.value())),
                        found -> found.stream().anyMatch(open -> open.kind().equals("second-review")))
                .get(0);

        assertThat(hindrance("third", task)).isEmpty();
        assertThat(hindrance("second", task)).containsExactly(Hindrance.NOT_INDEPENDENT);
        assertThat(hindrance("officer", task)).containsExactly(Hindrance.OTHER_ROLE);
        firm.asStaff("third", () -> inbox.claim(task.id()));
        assertThat(hindrance("third", task)).isEmpty();
        desks.decide(id, "third", "second-review", Map.of("outcome", "RETURNED", "text", "请再核对"));
        assertThat(firm.asStaff("third", () -> inbox.get(task.id()).done())).isTrue();
        assertThat(hindrance("third", task)).containsExactly(Hindrance.DONE);
    }

    @Test
    void a_colleague_learns_that_somebody_has_it_in_hand() {
        TestFirm.Client client = firm.client("in-another-hand", LocalDate.of(2026, 3, 15));
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        InboxTask task = await().until(
                        () -> firm.asStaff("third", () -> inbox.ofCase(id.value())),
                        found -> found.stream().anyMatch(open -> open.kind().equals("second-review")))
                .get(0);
        firm.asStaff("third", () -> inbox.claim(task.id()));
        assertThat(hindrance("second", task)).containsExactly(Hindrance.HELD);
    }

    /** Of the task as it is now. */
    private List<Hindrance> hindrance(String who, InboxTask task) {
        return firm.asStaff(who, () -> inbox.hindrance(inbox.get(task.id()))).stream()
                .toList();
    }
}
