package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.identity.IdentityTest;
import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.inbox.TaskQuery;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.shared.ChinaTime;
import io.shouxin.testing.SetClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What lay in the post before it was entered has less time left, and stands higher in the inbox. */
@IdentityTest
class TrueReceiptTest {

    private static final int MANY = 500;

    private final TestFirm firm;
    private final Desks desks;
    private final Inbox inbox;
    private final Clock clock;

    @Autowired
    TrueReceiptTest(BeanFactory beans, Inbox inbox, SetClock clock) {
        this.desks = Desks.of(beans);
        this.firm = desks.firm();
        this.inbox = inbox;
        this.clock = clock;
    }

    @BeforeEach
    void open() {
        firm.open();
        assertThat(ChinaTime.today(clock)).as("the day on which it is entered").isEqualTo("2026-11-23");
    }

    @Test
    void the_date_is_counted_from_the_day_on_which_a_letter_came_and_not_from_its_entry() {
        Instant came =
                LocalDate.of(2026, 11, 10).atTime(11, 0).atZone(ChinaTime.ZONE).toInstant();
        RequestId id = enter("receipt-true", came);
        CaseView seen = firm.asStaff("clerk", () -> desks.reader().get(id));
        assertThat(seen.request().receivedAt()).isEqualTo(came);
        assertThat(seen.clock().due().on())
                .as("15 working days after the 10th; after the 23rd they end on 2026-12-14")
                .isEqualTo("2026-12-01");
        assertThat(desks.task(id, "clerk", "review-decisions").dueOn()).isEqualTo("2026-12-01");
    }

    @Test
    void the_inbox_has_the_next_deadline_first_and_not_what_was_entered_first() {
        UUID middle = enteredOn("receipt-middle", 16);
        UUID last = enteredOn("receipt-last", 20);
        UUID next = enteredOn("receipt-next", 9);
        List<UUID> three = List.of(next, middle, last);
        assertThat(firm.asStaff("clerk", () -> inbox.list(Inbox.Filter.FOR_ME, 0, MANY)))
                .extracting(InboxTask::caseId)
                .containsSubsequence(three);
        assertThat(firm.asStaff("clerk", () -> inbox.find(new TaskQuery(true, true, null), 0, MANY)))
                .extracting(InboxTask::caseId)
                .containsSubsequence(three);
    }

    private UUID enteredOn(String tag, int dayOfNovember) {
        RequestId id = enter(tag, ChinaTime.startOf(LocalDate.of(2026, 11, dayOfNovember)));
        desks.task(id, "clerk", "review-decisions");
        return id.value();
    }

    private RequestId enter(String tag, Instant came) {
        TestFirm.Client client = firm.client(tag, null);
        return desks.enter(
                "clerk",
                DeletionWish.of(client, Channel.COUNTER)
                        .proven(ProofMethod.SEEN_AT_COUNTER)
                        .received(came));
    }
}
