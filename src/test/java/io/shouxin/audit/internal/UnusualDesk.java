package io.shouxin.audit.internal;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.audit.Conclusion;
import io.shouxin.audit.Finding;
import io.shouxin.audit.UnusualAccess;
import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.Role;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.BrowserlessPages;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Colleagues of the {@link TestFirm} that one test has for itself, the log of what they looked at, and who audits it. */
final class UnusualDesk {

    private static final int TRIES = 200;

    final String tag = "u" + UUID.randomUUID().toString().substring(0, 8);
    final LocalDate yesterday;
    private final ApplicationContext context;
    private final TestFirm firm;
    private final StaffAccounts accounts;
    private final UnusualCheck check;
    private final UnusualAccess unusual;
    private final JdbcClient jdbc;

    private UnusualDesk(ApplicationContext context) {
        this.context = context;
        this.firm = context.getBean(TestFirm.class);
        this.accounts = context.getBean(StaffAccounts.class);
        this.check = context.getBean(UnusualCheck.class);
        this.unusual = context.getBean(UnusualAccess.class);
        this.jdbc = context.getBean(JdbcClient.class);
        this.yesterday = ChinaTime.today(context.getBean(Clock.class)).minusDays(1);
    }

    /** With a clerk and an auditor of the first branch, and an auditor of the other. */
    static UnusualDesk open(ApplicationContext context) {
        UnusualDesk desk = new UnusualDesk(context);
        desk.firm.open();
        desk.account(desk.name("clerk"), Role.STAFF, Set.of(TestFirm.BRANCH));
        desk.account(desk.name("auditor"), Role.AUDITOR, Set.of(TestFirm.BRANCH));
        desk.account(desk.name("far"), Role.AUDITOR, Set.of(TestFirm.OTHER_BRANCH));
        return desk;
    }

    <T> T browse(String who, Supplier<T> look) {
        return firm.asStaff(who, () -> {
            BrowserlessPages.open(context, "io.shouxin.audit.ui", "io.shouxin.request.ui.staff", "io.shouxin.inbox.ui");
            return look.get();
        });
    }

    List<String> hrefs() {
        return _find(RouteLink.class).stream().map(RouteLink::getHref).toList();
    }

    /** Looks through the last days once more, in turn with the clock's own check. */
    void check() {
        jdbc.sql("UPDATE unusual_check SET checked_until = NULL").update();
        for (int tries = 0; firm.asStaff("officer", unusual::checkedUntil).isEmpty(); tries++) {
            assertThat(tries).isLessThan(TRIES);
            check.checkNow();
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    List<Finding> of(String who, String rule) {
        return firm.asStaff(name("auditor"), () -> unusual.list(null, 1_000)).stream()
                .filter(finding ->
                        finding.account().equals(id(who)) && finding.ruleId().equals(rule))
                .toList();
    }

    Finding only(String who, String rule) {
        List<Finding> found = of(who, rule);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    void mark(String who, Finding finding, Conclusion conclusion, String note) {
        firm.asStaff(who, () -> {
            unusual.mark(finding.id(), finding.entries(), conclusion, note);
            return who;
        });
    }

    Instant at(int hour) {
        return ChinaTime.startOf(yesterday).plus(Duration.ofHours(hour));
    }

    /** As many different people, one a second. */
    void opened(String who, Instant from, int people) {
        for (int i = 0; i < people; i++) {
            entry(who, "VIEWED", from.plusSeconds(i), UUID.randomUUID());
        }
    }

    /** What the services wrote now, once more for yesterday's night: the log itself is never changed. */
    void moveToNight(String who) {
        jdbc.sql("""
                        INSERT INTO evidence_entry (id, at, kind, actor_kind, actor_id, case_id, subject_id, target_type, target_id, outcome)
                        SELECT gen_random_uuid(), ?, kind, actor_kind, actor_id, case_id, subject_id, target_type, target_id, outcome
                        FROM evidence_entry WHERE actor_id = ? AND kind = 'VIEWED'
                        """).params(Timestamp.from(at(23)), id(who)).update();
    }

    void entry(String who, String kind, Instant at, UUID person) {
        jdbc.sql("""
                        INSERT INTO evidence_entry (id, at, kind, actor_kind, actor_id, subject_id, target_type, target_id)
                        VALUES (gen_random_uuid(), ?, ?, 'STAFF', ?, ?, 'subject', ?)
                        """)
                .params(Timestamp.from(at), kind, id(who), person, person.toString())
                .update();
    }

    String name(String who) {
        return tag + "-" + who;
    }

    UUID id(String who) {
        return accounts.byUsername(name(who)).orElseThrow().id();
    }

    void account(String name, Role role, Set<UUID> branches) {
        accounts.create(new StaffAccount(UUID.randomUUID(), name, name, Set.of(role), branches, true), "secret");
    }
}
