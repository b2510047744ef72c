package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.testing.BrowserlessPages;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** What is left to say of a task that nobody can work on any more. */
@SpringBootTest
@Import(TestFirm.class)
@ExtendWith(BrowserlessPages.class)
class DoneTasksTest {

    private final ApplicationContext context;
    private final TestFirm firm;
    private final Desks desks;
    private final Inbox inbox;

    @Autowired
    DoneTasksTest(ApplicationContext context, TestFirm firm, Inbox inbox) {
        this.context = context;
        this.firm = firm;
        this.desks = Desks.of(context);
        this.inbox = inbox;
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void who_decided_it_is_told_so_and_others_read_the_name() {
        RequestId id = submit("decided-by-me");
        InboxTask task = review(id);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        assertThat(page("clerk", task)).contains("您已经处理完这件").doesNotContain("别人");
        assertThat(page("officer", task)).contains("clerk 已经处理完这件");
    }

    @Test
    void what_fell_away_was_decided_by_nobody_also_if_somebody_had_it() {
        TestFirm.Client client = firm.client("fell-away", null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        InboxTask task = review(id);
        firm.asStaff("clerk", () -> inbox.claim(task.id()));
        TestFirm.asClient(client.id(), () -> {
            desks.intake().cancel(id);
            return id;
        });
        assertThat(page("clerk", task)).contains("已不需要处理").doesNotContain("处理完这件。");
    }

    private String page(String who, InboxTask task) {
        return firm.asStaff(who, () -> {
            BrowserlessPages.open(context, "io.shouxin.inbox.ui");
            BrowserlessPages.go("staff/inbox/" + task.id());
            return BrowserlessPages.text();
        });
    }

    private RequestId submit(String tag) {
        return desks.submit(firm.client(tag, null), "", ProofMethod.CODE_AND_ID_LAST_SIX);
    }

    private InboxTask review(RequestId id) {
        List<InboxTask> open =
                await().until(() -> firm.asStaff("clerk", () -> inbox.ofCase(id.value())), tasks -> !tasks.isEmpty());
        return open.get(0);
    }
}
