package io.shouxin.spine;

import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.platform.Failpoints;
import io.shouxin.record.ClaimKind;
import io.shouxin.record.ClaimSide;
import io.shouxin.record.Claims;
import io.shouxin.record.Hold;
import io.shouxin.record.HoldKind;
import io.shouxin.record.Holds;
import io.shouxin.record.NewClaim;
import io.shouxin.record.OpenClaim;
import io.shouxin.request.RequestReader;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.sweep.DueRecount;
import io.shouxin.sweep.SweepStatus;
import io.shouxin.sweep.Sweeps;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records nobody asked about: found, shown, approved by as many as must, destroyed once, certified. The engine's jobs run when a test
 * says so; all these tests share one application.
 */
@SpringBootTest(properties = {"camunda.bpm.job-execution.enabled=false", "shouxin.sweep.people-per-part=1"})
@Import({TestFirm.class, SweepTest.Setup.class})
abstract class SweepTest {

    static final LocalDate LONG_AGO = LocalDate.of(2010, 6, 30);

    final TestFirm firm;
    final Desks desks;
    final Sweeps sweeps;
    final DueRecount recount;
    final RequestReader reader;
    final Holds holds;
    final Claims claims;
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final Clock clock;
    private final Inbox inbox;
    private final ManagementService jobs;
    private final DiesOnce failpoints;

    SweepTest(BeanFactory beans) {
        this.firm = beans.getBean(TestFirm.class);
        this.desks = Desks.of(beans);
        this.sweeps = beans.getBean(Sweeps.class);
        this.recount = beans.getBean(DueRecount.class);
        this.reader = beans.getBean(RequestReader.class);
        this.holds = beans.getBean(Holds.class);
        this.claims = beans.getBean(Claims.class);
        this.jdbc = beans.getBean(JdbcClient.class);
        this.transaction = beans.getBean(TransactionTemplate.class);
        this.clock = beans.getBean(Clock.class);
        this.inbox = beans.getBean(Inbox.class);
        this.jobs = beans.getBean(ManagementService.class);
        this.failpoints = beans.getBean(DiesOnce.class);
    }

    @TestConfiguration
    static class Setup {

        @Bean
        @Primary
        DiesOnce diesOnce(@Qualifier("failpointSwitch") Failpoints real) {
            return new DiesOnce(real);
        }
    }

    /** Ends the transaction at a place, once, as a process that dies there would. */
    static final class DiesOnce implements Failpoints {

        private final Failpoints real;
        private volatile String armed = "";

        DiesOnce(Failpoints real) {
            this.real = real;
        }

        @Override
        public void pass(String place) {
            real.pass(place);
            if (place.equals(armed)) {
                armed = "";
                throw new IllegalStateException("died at " + place);
            }
        }
    }

    @BeforeEach
    void nothing_is_due() {
        firm.open();
        failpoints.armed = "";
        SweepDesk.nothingIsDue(recount, jdbc);
    }

    void dieAt(String place) {
        failpoints.armed = place;
    }

    UUID propose() {
        UUID sweep = firm.asStaff("officer", () -> sweeps.proposeNow(TestFirm.BRANCH))
                .orElseThrow();
        work();
        return sweep;
    }

    /** By as many as must. */
    void approve(UUID sweep) {
        decide(sweep, "officer", "sweep-approval", Map.of("outcome", "APPROVED"));
        if (firm.asStaff("officer", () -> sweeps.get(sweep)).sweep().status() == SweepStatus.CONFIRMING) {
            decide(sweep, "second", "sweep-confirmation", Map.of("outcome", "APPROVED"));
        }
    }

    void decide(UUID sweep, String who, String kind, Map<String, Object> fields) {
        work(kind);
        InboxTask task = firm.asStaff(who, () -> inbox.ofCase(sweep)).stream()
                .filter(open -> open.kind().equals(kind) && !open.done())
                .findFirst()
                .orElseThrow();
        firm.asStaff(who, () -> {
            inbox.decide(task.id(), fields);
            return null;
        });
    }

    /** After the first decision the process moves on in a job of its own. */
    private void work(String kind) {
        if (kind.equals("sweep-confirmation")) {
            work();
        }
    }

    void work() {
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            due.forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    private List<Job> due() {
        return jobs.createJobQuery().messages().withRetriesLeft().list();
    }

    UUID seal(UUID person) {
        UUID dispute = UUID.randomUUID();
        transaction.executeWithoutResult(status -> holds.place(
                List.of(new Hold(
                        UUID.randomUUID(),
                        HoldKind.SEAL,
                        person,
                        null,
                        "DISPUTE",
                        "firm's rule",
                        dispute,
                        "ZY-2026-0007",
                        null)),
                Actor.SYSTEM));
        return dispute;
    }

    OpenClaim claim(UUID person) {
        return Objects.requireNonNull(transaction.execute(status -> claims.record(
                new NewClaim(
                        person,
                        TestFirm.BRANCH,
                        ClaimKind.UNPAID_FEE,
                        ClaimSide.FIRM,
                        "TS-2026-0001",
                        ChinaTime.today(clock),
                        ChinaTime.today(clock).plusMonths(3),
                        null,
                        recordsOf(person),
                        "尾款未付"),
                staff())));
    }

    Set<UUID> recordsOf(UUID person) {
        return Set.copyOf(jdbc.sql("SELECT id FROM record WHERE subject_id = ?")
                .param(person)
                .query(UUID.class)
                .list());
    }

    static Actor staff() {
        return new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "clerk", Set.of(), Set.of(TestFirm.BRANCH));
    }

    SweepStatus status(UUID sweep) {
        return firm.asStaff("officer", () -> sweeps.get(sweep)).sweep().status();
    }

    int held(TestFirm.Client client) {
        return count("SELECT count(*) FROM record WHERE subject_id = ?", client.id());
    }

    int due(TestFirm.Client client) {
        return count("SELECT count(*) FROM record_due WHERE subject_id = ? AND due_on <= current_date", client.id());
    }

    int count(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(Integer.class).single();
    }

    List<String> kinds(UUID sweep) {
        return jdbc.sql("SELECT DISTINCT kind FROM evidence_entry WHERE case_id = ?")
                .param(sweep)
                .query(String.class)
                .list();
    }
}
