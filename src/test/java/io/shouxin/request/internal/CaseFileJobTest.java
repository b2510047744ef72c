package io.shouxin.request.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.spy;

import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.platform.Firms;
import io.shouxin.record.Hold;
import io.shouxin.record.HoldKind;
import io.shouxin.record.Holds;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseView;
import io.shouxin.request.DecisionTexts;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.SubjectRequest;
import io.shouxin.retention.CaseFileRetention;
import io.shouxin.shared.Actor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import io.shouxin.spine.Desks;
import io.shouxin.spine.ProofTimer;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.BrowserlessPages;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Case files that were kept for their time: nothing that was said in them stays, and everything that proves the case does. */
@SpringBootTest
@Import({TestFirm.class, ProofTimer.class})
class CaseFileJobTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final ApplicationContext context;
    private final TestFirm firm;
    private final Desks desks;
    private final Requests requests;
    private final CaseFileJob job;
    private final CaseFileEnding ending;
    private final CaseFileRetention retention;
    private final Firms firms;
    private final Holds holds;
    private final EvidenceReader evidence;
    private final ProofTimer timer;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    @Autowired
    CaseFileJobTest(
            ApplicationContext context,
            TestFirm firm,
            Requests requests,
            CaseFileJob job,
            CaseFileEnding ending,
            CaseFileRetention retention,
            Firms firms,
            Holds holds,
            EvidenceReader evidence,
            ProofTimer timer,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.context = context;
        this.firm = firm;
        this.desks = Desks.of(context);
        this.requests = requests;
        this.job = job;
        this.ending = ending;
        this.retention = retention;
        this.firms = firms;
        this.holds = holds;
        this.evidence = evidence;
        this.timer = timer;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @AfterEach
    void closePages() {
        BrowserlessPages.close();
    }

    @Test
    void on_its_last_day_a_file_is_still_there_and_on_the_next_it_is_gone() {
        TestFirm.Client client = firm.client("file-last", null);
        RequestId id = completed(client);
        lastDayIs(id, today());
        job.endDue();
        assertThat(rowsOfFile(id)).isPositive();
        assertThat(view(id, client).documents()).contains("letter-zh", "certificate-zh");

        lastDayIs(id, today().minusDays(1));
        assertThat(job.endDue()).isOne();
        assertThat(rowsOfFile(id)).isZero();
        assertThat(jdbc.sql("SELECT destroyed_at IS NOT NULL AND wrapped IS NULL FROM keys.data_key"
                                + " WHERE scope_kind = 'CASE' AND scope_id = ?")
                        .param(id.value())
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
    }

    @Test
    void what_proves_the_case_stays_and_its_papers_can_still_be_verified() {
        TestFirm.Client client = firm.client("file-proof", null);
        RequestId id = completed(client);
        SubjectRequest before = view(id, client).request();
        String code = Objects.requireNonNull(before.verificationCode());
        lastDayIs(id, today().minusDays(1));
        job.endDue();

        CaseView after = view(id, client);
        assertThat(after.request().reference()).isEqualTo(before.reference());
        assertThat(after.request().outcome()).isEqualTo(before.outcome());
        assertThat(after.request().fileEndedAt()).isNotNull();
        assertThat(after.documents()).isEmpty();
        assertThat(after.texts()).isEmpty();
        assertThat(after.decisions()).isNotEmpty();
        for (String paper : List.of("receipt-zh", "letter-zh", "certificate-en")) {
            assertThatThrownBy(() -> asClient(client, () -> desks.reader().document(id, paper)))
                    .isInstanceOf(NotFound.class);
        }
        RequestReader.Verified verified = desks.reader().verify(code).orElseThrow();
        assertThat(verified.certificateNo()).isEqualTo(before.certificateNo());
        assertThat(verified.erased()).isPositive();
        assertThat(verified.fileEndedAt()).isNotNull();
        assertThat(rowsOfFile(id)).as("looking makes no new file").isZero();
        assertThat(evidence.verifyAll().intact()).isTrue();
    }

    @Test
    void everybody_is_told_that_the_file_ended_and_why() {
        TestFirm.Client client = firm.client("file-told", null);
        RequestId id = completed(client);
        SubjectRequest request = view(id, client).request();
        lastDayIs(id, today().minusDays(1));
        job.endDue();
        assertThat(firm.asStaff("clerk", () -> page("staff/cases/" + id)))
                .contains("到期销毁", "保存期限已过")
                .doesNotContain("letter", "!");
        assertThat(asClient(client, () -> page("track/" + request.reference())))
                .contains("这项申请的案卷已到期销毁")
                .doesNotContain("这些文件可以下载保存");
        assertThat(page("verify/" + request.verificationCode())).contains("这份文件是我们出具的", "我们这里的文件已到期销毁");
    }

    @Test
    void a_second_run_ends_nothing_twice() {
        TestFirm.Client client = firm.client("file-twice", null);
        RequestId id = completed(client);
        lastDayIs(id, today().minusDays(1));
        job.endDue();
        assertThat(job.endDue()).isZero();
        assertEndedOnce(id, client);
    }

    @Test
    void a_process_that_is_killed_on_the_way_leaves_the_whole_file_to_the_next_run() {
        TestFirm.Client client = firm.client("file-killed", null);
        RequestId id = completed(client);
        lastDayIs(id, today().minusDays(1));
        long before = rowsOfFile(id);
        transaction.executeWithoutResult(status -> {
            assertThat(ending.end(List.of(id))).isOne();
            status.setRollbackOnly();
        });
        assertThat(rowsOfFile(id)).isEqualTo(before);
        assertThat(view(id, client).documents()).contains("letter-zh");
        assertThat(asClient(client, () -> desks.reader().document(id, "letter-zh")))
                .isNotEmpty();

        job.endDue();
        assertEndedOnce(id, client);
    }

    @Test
    void a_seal_keeps_the_file_until_it_is_lifted() {
        TestFirm.Client client = firm.client("file-sealed", null);
        RequestId id = completed(client);
        lastDayIs(id, today().minusDays(1));
        UUID dispute = UUID.randomUUID();
        transaction.executeWithoutResult(status -> holds.place(
                List.of(new Hold(
                        UUID.randomUUID(),
                        HoldKind.SEAL,
                        client.id(),
                        null,
                        "DISPUTE",
                        "民事诉讼法",
                        dispute,
                        "D-2026-000001",
                        null)),
                Actor.SYSTEM));
        job.endDue();
        assertThat(rowsOfFile(id)).isPositive();
        assertThat(view(id, client).request().fileEndedAt()).isNull();

        transaction.executeWithoutResult(status -> holds.lift(dispute, HoldKind.SEAL, null, "SETTLED", Actor.SYSTEM));
        job.endDue();
        assertEndedOnce(id, client);
    }

    @Test
    void a_file_for_which_no_rule_can_be_asked_does_not_keep_the_others() {
        RequestId broken = completed(firm.client("file-no-rule", null));
        TestFirm.Client client = firm.client("file-after", null);
        RequestId id = completed(client);
        lastDayIs(broken, today().minusDays(9));
        lastDayIs(id, today().minusDays(1));
        Instant closed = Objects.requireNonNull(requests.get(broken).closedAt());
        CaseWords words = spy(context.getBean(CaseWords.class));
        doThrow(new IllegalStateException("no rule")).when(words).isFileOver(eq(closed), any());
        new CaseFileJob(jdbc, words, ending, Objects.requireNonNull(transaction.getTransactionManager())).endDue();
        assertEndedOnce(id, client);
        assertThat(rowsOfFile(broken)).isPositive();
        job.endDue();
    }

    @Test
    void a_receipt_that_is_opened_while_the_file_ends_begins_no_new_file() throws Exception {
        TestFirm.Client client = firm.client("file-receipt", null);
        RequestId id = completed(client);
        lastDayIs(id, today().minusDays(1));
        jdbc.sql("DELETE FROM stored_file WHERE scope_id = ? AND kind LIKE 'receipt%'")
                .param(id.value())
                .update();
        CompletableFuture<byte[]> reading = new CompletableFuture<>();
        transaction.executeWithoutResult(status -> {
            assertThat(ending.end(List.of(id))).isOne();
            reading.completeAsync(() -> asClient(client, () -> desks.reader().document(id, "receipt-zh")));
            Awaitility.await().until(() -> reading.isDone() || somebodyWaits());
        });
        assertThatThrownBy(() -> reading.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(NotFound.class);
        assertThat(rowsOfFile(id)).isZero();
    }

    private boolean somebodyWaits() {
        return jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    void the_number_of_an_open_claim_goes_with_the_file() {
        TestFirm.Client client = firm.client("file-claim", null);
        RequestId id = completed(client);
        jdbc.sql("""
                        UPDATE request_decision SET reason = 'OPEN_CLAIM', text_key = 'retention.client.OPEN_CLAIM',
                            text_args = '{ClaimKind.UNPAID_FEE,GZ-2026-31,2026-12-31,retention.rule.GENERAL_CLAIM_3Y}'
                        WHERE request_id = ?
                        """).param(id.value()).update();
        lastDayIs(id, today().minusDays(1));
        job.endDue();
        assertThat(view(id, client).decisions()).isNotEmpty().allSatisfy(decision -> assertThat(
                        DecisionTexts.forClient(decision, Locale.SIMPLIFIED_CHINESE))
                .contains("费用未付", "已随案卷销毁")
                .doesNotContain("GZ-2026-31"));
    }

    @Test
    void a_case_that_was_reopened_keeps_its_file() {
        TestFirm.Client client = firm.client("file-reopened", null);
        RequestId id = closedWithoutProof(client);
        lastDayIs(id, today().minusDays(1));
        asClient(client, () -> {
            desks.intake().reopen(id, null);
            return id;
        });
        job.endDue();
        assertThat(rowsOfFile(id)).isPositive();
        assertThat(view(id, client).request().fileEndedAt()).isNull();
    }

    @Test
    void a_case_whose_file_has_ended_cannot_be_reopened() {
        TestFirm.Client client = firm.client("file-too-late", null);
        RequestId id = closedWithoutProof(client);
        lastDayIs(id, today().minusDays(1));
        job.endDue();
        assertThatThrownBy(() -> asClient(client, () -> {
                    desks.intake().reopen(id, null);
                    return id;
                }))
                .isInstanceOf(StateRefused.class);
        assertThat(rowsOfFile(id)).isZero();
    }

    private RequestId completed(TestFirm.Client client) {
        RequestId id = desks.submit(client, "请尽快删除", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        desks.closed(id, client.id());
        return id;
    }

    private RequestId closedWithoutProof(TestFirm.Client client) {
        RequestId id = desks.submit(client, "", ProofMethod.ONE_TIME_CODE);
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_PROOF);
        timer.runOut(id);
        desks.closed(id, client.id());
        return id;
    }

    /** As if the case had been closed so long ago that the table keeps its file to this day. */
    private void lastDayIs(RequestId id, LocalDate last) {
        LocalDate closed = last.minusYears(3).plusDays(2);
        while (lastDay(closed).isAfter(last)) {
            closed = closed.minusDays(1);
        }
        assertThat(lastDay(closed)).isEqualTo(last);
        jdbc.sql("UPDATE request SET closed_at = ? WHERE id = ?")
                .params(
                        Timestamp.from(
                                closed.atTime(LocalTime.NOON).atZone(CHINA).toInstant()),
                        id.value())
                .update();
    }

    private LocalDate lastDay(LocalDate closed) {
        return retention.lastDay(
                closed, firms.branch(TestFirm.BRANCH).sector(), firms.firm().jurisdiction());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(CHINA));
    }

    private long rowsOfFile(RequestId id) {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM case_text WHERE case_id = :id)
                             + (SELECT count(*) FROM message WHERE case_id = :id)
                             + (SELECT count(*) FROM stored_file WHERE scope_kind = 'CASE' AND scope_id = :id)
                             + (SELECT count(*) FROM keys.data_key
                                WHERE scope_kind = 'CASE' AND scope_id = :id AND destroyed_at IS NULL)
                        """).param("id", id.value()).query(Long.class).single();
    }

    private void assertEndedOnce(RequestId id, TestFirm.Client client) {
        assertThat(rowsOfFile(id)).isZero();
        assertThat(view(id, client).events())
                .filteredOn(event -> event.kind() == CaseEvent.Kind.FILE_ENDED)
                .hasSize(1);
        assertThat(evidence.entries(id.value()))
                .filteredOn(entry -> entry.kind().equals(EvidenceKind.CASE_FILE_ENDED.name()))
                .hasSize(1);
        UUID key = jdbc.sql("SELECT id FROM keys.data_key WHERE scope_kind = 'CASE' AND scope_id = ?")
                .param(id.value())
                .query(UUID.class)
                .single();
        assertThat(evidence.entries(id.value()))
                .filteredOn(entry -> entry.kind().equals(EvidenceKind.KEY_DESTROYED.name())
                        && key.toString().equals(entry.targetId()))
                .hasSize(1);
    }

    private CaseView view(RequestId id, TestFirm.Client client) {
        return asClient(client, () -> desks.reader().get(id));
    }

    private String page(String address) {
        BrowserlessPages.open(context, "io.shouxin.request.ui");
        BrowserlessPages.go(address);
        return BrowserlessPages.text();
    }

    private static <T> T asClient(TestFirm.Client client, Supplier<T> work) {
        return TestFirm.asClient(client.id(), work);
    }
}
