package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.identity.StaffAccounts;
import io.shouxin.inbox.Digests;
import io.shouxin.inbox.DueWarnings;
import io.shouxin.inbox.InboxTask;
import io.shouxin.notification.StaffMessage;
import io.shouxin.notification.StaffMessages;
import io.shouxin.notification.StaffOutbox;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.testing.BrowserlessPages;
import io.shouxin.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Who is told that time runs out: in the inbox while it happens, and by a message each working morning. */
@SpringBootTest
@Import({TestFirm.class, DigestTest.Setup.class})
@ExtendWith(BrowserlessPages.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DigestTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T01:12:00Z");
    /** 15 working days from Monday 23 November end on Monday 14 December. */
    private static final Duration TO_HALF = Duration.ofDays(10);

    private static final Duration TO_NINE_TENTHS = Duration.ofDays(18);
    private static final Duration TO_THE_DAY_AFTER = Duration.ofDays(22);

    private final ApplicationContext context;
    private final TestFirm firm;
    private final Desks desks;
    private final DueWarnings warnings;
    private final Digests digests;
    private final StaffOutbox outbox;
    private final StaffAccounts accounts;
    private final SetClock clock;
    private final Mailbox mailbox;

    @Autowired
    DigestTest(
            ApplicationContext context,
            TestFirm firm,
            DueWarnings warnings,
            Digests digests,
            StaffOutbox outbox,
            StaffAccounts accounts,
            SetClock clock,
            Mailbox mailbox) {
        this.context = context;
        this.firm = firm;
        this.desks = Desks.of(context);
        this.warnings = warnings;
        this.digests = digests;
        this.outbox = outbox;
        this.accounts = accounts;
        this.clock = clock;
        this.mailbox = mailbox;
    }

    @TestConfiguration
    static class Setup {

        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock(MONDAY);
        }

        @Bean
        Mailbox mailbox() {
            return new Mailbox();
        }
    }

    /** A mail server that can be away. */
    static final class Mailbox implements StaffMessages {

        private final List<StaffMessage> got = new CopyOnWriteArrayList<>();
        private volatile boolean away;

        @Override
        public void deliver(StaffMessage message) {
            if (away) {
                throw new IllegalStateException("away");
            }
            got.add(message);
        }
    }

    @BeforeEach
    void open() {
        clock.set(MONDAY);
        firm.open();
    }

    @Test
    @Order(1)
    void first_whoever_may_take_it_then_its_holder_and_from_nine_tenths_on_the_officer_too() {
        InboxTask task = underReview("runs-out");
        assertThat(sharesOf("clerk", task)).isEmpty();
        clock.set(MONDAY.plus(TO_HALF));
        assertThat(sharesOf("clerk", task)).containsExactly(50);
        assertThat(sharesOf("officer", task)).isEmpty();
        assertThat(sharesOf("second", task)).isEmpty();

        clock.set(MONDAY.plus(TO_NINE_TENTHS));
        assertThat(sharesOf("clerk", task)).containsExactly(90);
        assertThat(sharesOf("officer", task)).containsExactly(90);
        assertThat(sharesOf("clerk2", task)).as("another branch").isEmpty();

        clock.set(MONDAY.plus(TO_THE_DAY_AFTER));
        assertThat(sharesOf("officer", task)).containsExactly(100);
        String page = firm.asStaff("clerk", () -> {
            BrowserlessPages.open(context, "io.shouxin.inbox.ui", "io.shouxin.request.ui.staff");
            BrowserlessPages.go("staff/inbox");
            return BrowserlessPages.text();
        });
        assertThat(page)
                .contains("件须留意：", "件到期或超期", task.caseReference(), "已用 100 %")
                .doesNotContain("!");
    }

    @Test
    @Order(2)
    void a_holder_is_told_and_the_others_of_the_role_no_more() {
        InboxTask task = underReview("held");
        firm.asStaff("clerk", () -> desks.inbox().claim(task.id()));
        clock.set(MONDAY.plus(TO_HALF));
        assertThat(sharesOf("clerk", task)).containsExactly(50);
        firm.asStaff("officer", () -> desks.inbox().release(task.id()));
        assertThat(sharesOf("clerk", task)).containsExactly(50);
    }

    @Test
    @Order(3)
    void each_morning_of_a_working_day_one_message_a_person_also_from_two_nodes_and_after_an_outage() throws Exception {
        InboxTask task = underReview("in-the-mail");
        clock.set(Instant.parse("2026-12-12T01:00:00Z"));
        assertThat(digests.writeNow()).as("on a Saturday").isZero();
        clock.set(Instant.parse("2026-12-14T00:00:00Z"));
        assertThat(digests.writeNow()).as("before half past eight").isZero();
        clock.set(Instant.parse("2026-12-14T00:45:00Z"));
        mailbox.away = true;
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        int people = 0;
        try {
            for (Future<Integer> written : nodes.invokeAll(Stream.<Callable<Integer>>generate(() -> digests::writeNow)
                    .limit(3)
                    .toList())) {
                people += written.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(people).as("clerk and officer").isEqualTo(2);
        outbox.deliverQueued();
        assertThat(mailbox.got).isEmpty();
        mailbox.away = false;
        outbox.deliverQueued();
        outbox.deliverQueued();
        assertThat(mailbox.got).extracting(StaffMessage::addressee).containsExactlyInAnyOrder("clerk", "officer");
        assertThat(mailbox.got.get(0).subject()).contains("件须留意");
        assertThat(mailbox.got.get(0).text())
                .contains("12 月 14 日（周一）", "件到期或超期", task.caseReference(), "今天到期", "/staff/inbox")
                .doesNotContain("!", "139");
        assertThat(digests.writeNow()).isZero();
    }

    @Test
    @Order(4)
    void who_has_left_gets_none() {
        underReview("left");
        accounts.deactivate(accounts.byUsername("officer").orElseThrow().id(), io.shouxin.shared.Actor.SYSTEM);
        mailbox.got.clear();
        clock.set(Instant.parse("2026-12-15T01:00:00Z"));
        assertThat(digests.writeNow()).isEqualTo(1);
        outbox.deliverQueued();
        assertThat(mailbox.got).extracting(StaffMessage::addressee).containsExactly("clerk");
    }

    private InboxTask underReview(String tag) {
        TestFirm.Client client = firm.client(tag, null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        return desks.task(id, "clerk", "review-decisions");
    }

    private List<Integer> sharesOf(String who, InboxTask task) {
        return firm.asStaff(who, warnings::mine).stream()
                .filter(warned -> warned.task().id().equals(task.id()))
                .map(DueWarnings.Warned::share)
                .toList();
    }
}
