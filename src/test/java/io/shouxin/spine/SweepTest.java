package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.document.PdfText;
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
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestReader;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import io.shouxin.sweep.DueRecount;
import io.shouxin.sweep.SweepStatus;
import io.shouxin.sweep.Sweeps;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Records nobody asked about: found, shown, approved by as many as must, destroyed once, certified. */
@SpringBootTest(properties = {"camunda.bpm.job-execution.enabled=false", "shouxin.sweep.people-per-part=1"})
@Import({TestFirm.class, SweepTest.Setup.class})
class SweepTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2010, 6, 30);

    private final TestFirm firm;
    private final Desks desks;
    private final Sweeps sweeps;
    private final DueRecount recount;
    private final Inbox inbox;
    private final RequestReader reader;
    private final Holds holds;
    private final Claims claims;
    private final ManagementService jobs;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final DiesOnce failpoints;
    private final Clock clock;

    @Autowired
    SweepTest(
            BeanFactory beans,
            TestFirm firm,
            Sweeps sweeps,
            DueRecount recount,
            Inbox inbox,
            RequestReader reader,
            Holds holds,
            Claims claims,
            ManagementService jobs,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            DiesOnce failpoints,
            Clock clock) {
        this.firm = firm;
        this.desks = Desks.of(beans);
        this.sweeps = sweeps;
        this.recount = recount;
        this.inbox = inbox;
        this.reader = reader;
        this.holds = holds;
        this.claims = claims;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.failpoints = failpoints;
        this.clock = clock;
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

    /** What another test has left due is out of the way. */
    @BeforeEach
    void nothing_is_due() {
        firm.open();
        failpoints.armed = "";
        recount.recountNow();
        jdbc.sql("UPDATE sweep SET status = 'REJECTED', rest_until = NULL WHERE status <> 'COMPLETED'")
                .update();
        jdbc.sql("UPDATE record_due SET due_on = NULL, why = 'NO_RULE'").update();
    }

    @Test
    void what_is_due_is_shown_approved_by_two_destroyed_and_certified() {
        TestFirm.Client one = firm.client("sweep-one", LONG_AGO);
        TestFirm.Client other = firm.client("sweep-other", LONG_AGO);
        TestFirm.Client recent = firm.client("sweep-recent", LocalDate.of(2026, 3, 15));
        UUID sweep = propose();

        Sweeps.View shown = firm.asStaff("officer", () -> sweeps.get(sweep));
        assertThat(shown.sweep().proposal().people())
                .as("two clients and their children")
                .isEqualTo(4);
        assertThat(shown.sweep().proposal().records()).isEqualTo(18);
        assertThat(shown.sweep().proposal().approvals())
                .as("a child's data are among them")
                .isEqualTo(2);
        assertThat(shown.groups()).isNotEmpty().allSatisfy(group -> assertThat(group.dueTo())
                .isBefore(ChinaTime.today(clock)));
        assertThat(shown.samples()).hasSize(4).allSatisfy(sample -> assertThat(
                        Objects.requireNonNull(sample.card()).maskedName())
                .doesNotContain("canary"));

        decide(sweep, "officer", "sweep-approval", Map.of("outcome", "APPROVED"));
        work();
        assertThat(held(one)).as("one approval destroys nothing").isEqualTo(8);
        decide(sweep, "second", "sweep-confirmation", Map.of("outcome", "APPROVED"));
        work();

        Sweeps.View done = firm.asStaff("officer", () -> sweeps.get(sweep));
        assertThat(done.sweep().status()).isEqualTo(SweepStatus.COMPLETED);
        assertThat(done.destroyed()).isEqualTo(18);
        assertThat(done.keys()).isEqualTo(4);
        assertThat(done.spared()).isEmpty();
        assertThat(done.samples()).as("nobody is looked at any more").isEmpty();
        assertThat(held(one) + held(other)).isZero();
        assertThat(held(recent)).isEqualTo(8);
        assertThat(count("SELECT count(*) FROM subject WHERE id = ? AND state = 'ERASED'", one.id()))
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM erasure_ledger WHERE case_id = ?", sweep))
                .isPositive();
        assertThat(kinds(sweep))
                .contains(
                        "SWEEP_PROPOSED",
                        "SWEEP_DECIDED",
                        "ERASURE_PLANNED",
                        "ERASURE_CONFIRMED",
                        "KEY_DESTROYED",
                        "ERASURE_VERIFIED",
                        "DOCUMENT_ISSUED",
                        "SWEEP_CLOSED");
    }

    private String time(String sql, UUID of) {
        return DateTimeFormatter.ofPattern("yyyy-MM-ddHH:mm:ss")
                .withZone(ChinaTime.ZONE)
                .format(jdbc.sql(sql).param(of).query(OffsetDateTime.class).single());
    }

    @Test
    void the_certificate_names_counts_and_keys_and_can_be_verified_by_anybody() {
        TestFirm.Client client = firm.client("sweep-certified", LONG_AGO);
        UUID sweep = propose();
        approve(sweep);
        work();
        String code = Objects.requireNonNull(firm.asStaff("officer", () -> sweeps.get(sweep))
                .sweep()
                .course()
                .verificationCode());
        String text = PdfText.of(firm.asStaff("officer", () -> sweeps.certificate(sweep, "zh")));
        assertThat(text)
                .contains("QL-")
                .contains(code)
                .contains("复查时间" + time("SELECT verified_at FROM sweep WHERE id = ?", sweep))
                .contains(time("SELECT destroyed_at FROM keys.data_key WHERE scope_id = ?", client.id()));
        client.canaries().forEach(canary -> assertThat(text).doesNotContain(canary));
        assertThat(reader.verify(code)).hasValueSatisfying(found -> {
            assertThat(found.erased()).isEqualTo(9);
            assertThat(found.kept()).isZero();
            assertThat(found.certificateNo()).startsWith("XH-QL-");
        });
        assertThatThrownBy(() -> firm.asStaff("clerk2", () -> sweeps.certificate(sweep, "zh")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void below_the_share_one_person_suffices() {
        firm.worker("sweep-small", LONG_AGO);
        for (int i = 0; i < 25; i++) {
            firm.client("sweep-many-" + i, LocalDate.of(2026, 3, 15));
        }
        UUID sweep = propose();
        assertThat(firm.asStaff("officer", () -> sweeps.get(sweep))
                        .sweep()
                        .proposal()
                        .approvals())
                .isEqualTo(1);
        decide(sweep, "officer", "sweep-approval", Map.of("outcome", "APPROVED"));
        work();
        assertThat(status(sweep)).isEqualTo(SweepStatus.COMPLETED);
        assertThat(count("SELECT count(*) FROM sweep_item WHERE sweep_id = ? AND state = 'DESTROYED'", sweep))
                .isEqualTo(1);
    }

    @Test
    void what_something_stands_against_by_then_stays_and_is_named() {
        TestFirm.Client sealed = firm.client("sweep-sealed", LONG_AGO);
        TestFirm.Client claimed = firm.client("sweep-claimed", LONG_AGO);
        TestFirm.Client asking = firm.client("sweep-asking", LONG_AGO);
        TestFirm.Client plain = firm.client("sweep-plain", LONG_AGO);
        UUID sweep = propose();
        approve(sweep);
        seal(sealed.id());
        claim(claimed.id());
        desks.submit(asking, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        work();

        assertThat(status(sweep)).isEqualTo(SweepStatus.COMPLETED);
        assertThat(held(plain)).isZero();
        assertThat(held(sealed)).isEqualTo(8);
        assertThat(held(claimed)).isEqualTo(8);
        assertThat(held(asking)).isEqualTo(8);
        assertThat(count("SELECT count(*) FROM record WHERE subject_id = ?", asking.child()))
                .as("a child stands in its parent's case")
                .isEqualTo(1);
        Map<String, Integer> spared =
                firm.asStaff("officer", () -> sweeps.get(sweep)).spared();
        assertThat(spared)
                .containsEntry("SEALED", 8)
                .containsEntry("OPEN_CLAIM", 8)
                .containsEntry("CASE_OPEN", 9);
        assertThat(PdfText.of(firm.asStaff("officer", () -> sweeps.certificate(sweep, "zh"))))
                .contains(PdfText.squeezed("有未了结的主张"));
    }

    @Test
    void where_everything_stays_there_is_no_certificate() {
        TestFirm.Client client = firm.worker("sweep-all-stays", LONG_AGO);
        UUID sweep = propose();
        approve(sweep);
        seal(client.id());
        work();
        assertThat(status(sweep)).isEqualTo(SweepStatus.COMPLETED);
        assertThatThrownBy(() -> firm.asStaff("officer", () -> sweeps.certificate(sweep, "zh")))
                .isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "erasure-planned",
                "sweep-part-planned",
                "before-sending",
                "sending-noted",
                "erasure-sent",
                "sweep-part-destroyed",
                "sweep-verified",
                "sweep-certified"
            })
    void a_sweep_that_dies_in_the_middle_destroys_everything_once(String place) {
        TestFirm.Client one = firm.client("dies-1-" + place, LONG_AGO);
        TestFirm.Client other = firm.client("dies-2-" + place, LONG_AGO);
        UUID sweep = propose();
        approve(sweep);
        failpoints.armed = place;
        assertThatThrownBy(this::work).hasMessageContaining("died at " + place);
        work();
        assertThat(status(sweep)).isEqualTo(SweepStatus.COMPLETED);
        assertThat(held(one) + held(other)).isZero();
        assertThat(count("SELECT sum(erased)::int FROM sweep_batch WHERE sweep_id = ?", sweep))
                .isEqualTo(18);
        assertThat(count("SELECT sum(erased)::int FROM vault_erasure WHERE case_id = ?", sweep))
                .isEqualTo(18);
        assertThat(count("SELECT count(*) FROM stored_file WHERE scope_id = ?", sweep))
                .isEqualTo(2);
    }

    @Test
    void a_rejection_names_a_doubt_keeps_everything_and_rests() {
        TestFirm.Client client = firm.client("sweep-rejected", LONG_AGO);
        UUID sweep = propose();
        assertThatThrownBy(() -> decide(sweep, "officer", "sweep-approval", Map.of("outcome", "REJECTED")))
                .isInstanceOf(InvalidInput.class);
        decide(sweep, "officer", "sweep-approval", Map.of("outcome", "REJECTED", "doubt", "DISPUTE_AHEAD"));
        work();
        assertThat(status(sweep)).isEqualTo(SweepStatus.REJECTED);
        assertThat(held(client)).isEqualTo(8);
        assertThat(firm.asStaff("officer", sweeps::branches))
                .filteredOn(branch -> branch.branch().equals(TestFirm.BRANCH))
                .singleElement()
                .satisfies(branch -> {
                    assertThat(branch.restUntil())
                            .isEqualTo(ChinaTime.today(clock).plusDays(30));
                    assertThat(branch.due()).isEqualTo(9);
                });
        assertThat(firm.asStaff("officer", () -> sweeps.proposeNow(TestFirm.BRANCH)))
                .as("the officer may look again before")
                .isPresent();
    }

    @Test
    void the_second_person_may_return_it_and_two_sweeps_of_a_branch_never_run_at_once() {
        firm.client("sweep-returned", LONG_AGO);
        UUID sweep = propose();
        decide(sweep, "officer", "sweep-approval", Map.of("outcome", "APPROVED"));
        decide(sweep, "second", "sweep-confirmation", Map.of("outcome", "RETURNED", "doubt", "FACTS_WRONG"));
        work();
        assertThat(status(sweep)).isEqualTo(SweepStatus.PROPOSED);
        assertThatThrownBy(() -> firm.asStaff("officer", () -> sweeps.proposeNow(TestFirm.BRANCH)))
                .isInstanceOf(StateRefused.class);
        assertThatThrownBy(() -> firm.asStaff("clerk", () -> sweeps.proposeNow(TestFirm.BRANCH)))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> firm.asStaff("clerk", () -> sweeps.get(sweep))).isInstanceOf(NotFound.class);
    }

    @Test
    void the_day_follows_the_facts() {
        TestFirm.Client client = firm.client("sweep-facts", LONG_AGO);
        recount.recountNow();
        assertThat(due(client)).isEqualTo(8);
        UUID dispute = seal(client.id());
        recount.recountNow();
        assertThat(due(client)).isZero();
        transaction.executeWithoutResult(status -> holds.lift(dispute, HoldKind.SEAL, null, "SETTLED", Actor.SYSTEM));
        recount.recountNow();
        assertThat(due(client)).isEqualTo(8);
        OpenClaim claim = claim(client.id());
        recount.recountNow();
        assertThat(due(client)).isZero();
        transaction.executeWithoutResult(status -> claims.end(claim, "已付清", staff()));
        recount.recountNow();
        assertThat(due(client)).isEqualTo(8);
        assertThat(recount.recountNow()).as("nothing has changed").isZero();
        jdbc.sql("UPDATE record_due_basis SET basis = 'an older table'").update();
        assertThat(recount.recountNow())
                .as("another table counts everything again")
                .isPositive();
        assertThat(due(client)).isEqualTo(8);
    }

    @Test
    void a_record_without_a_day_is_never_proposed() {
        TestFirm.Client lead = firm.client("sweep-lead", null);
        recount.recountNow();
        assertThat(due(lead)).isZero();
        assertThat(firm.asStaff("officer", () -> sweeps.proposeNow(TestFirm.BRANCH)))
                .isEmpty();
        assertThat(firm.asStaff("officer", sweeps::branches))
                .anySatisfy(branch -> assertThat(branch.undated()).containsKey("NO_RULE"));
    }

    private UUID propose() {
        UUID sweep = firm.asStaff("officer", () -> sweeps.proposeNow(TestFirm.BRANCH))
                .orElseThrow();
        work();
        return sweep;
    }

    /** By as many as must. */
    private void approve(UUID sweep) {
        decide(sweep, "officer", "sweep-approval", Map.of("outcome", "APPROVED"));
        if (firm.asStaff("officer", () -> sweeps.get(sweep)).sweep().status() == SweepStatus.CONFIRMING) {
            decide(sweep, "second", "sweep-confirmation", Map.of("outcome", "APPROVED"));
        }
    }

    private void decide(UUID sweep, String who, String kind, Map<String, Object> fields) {
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

    private void work() {
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            due.forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    private List<Job> due() {
        return jobs.createJobQuery().messages().withRetriesLeft().list();
    }

    private UUID seal(UUID person) {
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

    private OpenClaim claim(UUID person) {
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

    private Set<UUID> recordsOf(UUID person) {
        return Set.copyOf(jdbc.sql("SELECT id FROM record WHERE subject_id = ?")
                .param(person)
                .query(UUID.class)
                .list());
    }

    private static Actor staff() {
        return new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "clerk", Set.of(), Set.of(TestFirm.BRANCH));
    }

    private SweepStatus status(UUID sweep) {
        return firm.asStaff("officer", () -> sweeps.get(sweep)).sweep().status();
    }

    private int held(TestFirm.Client client) {
        return count("SELECT count(*) FROM record WHERE subject_id = ?", client.id());
    }

    private int due(TestFirm.Client client) {
        return count("SELECT count(*) FROM record_due WHERE subject_id = ? AND due_on <= current_date", client.id());
    }

    private int count(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(Integer.class).single();
    }

    private List<String> kinds(UUID sweep) {
        return jdbc.sql("SELECT DISTINCT kind FROM evidence_entry WHERE case_id = ?")
                .param(sweep)
                .query(String.class)
                .list();
    }
}
