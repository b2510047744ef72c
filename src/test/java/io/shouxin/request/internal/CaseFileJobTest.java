package io.shouxin.request.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.spy;

import io.shouxin.record.Hold;
import io.shouxin.record.HoldKind;
import io.shouxin.record.Holds;
import io.shouxin.request.RequestId;
import io.shouxin.shared.Actor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import io.shouxin.spine.Desks;
import io.shouxin.spine.ProofTimer;
import io.shouxin.spine.TestFirm;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Case files that were kept for their time end once and whole; a seal, a reopened case or a file in use is minded. */
@SpringBootTest
@Import({TestFirm.class, ProofTimer.class})
class CaseFileJobTest {

    private final BeanFactory beans;
    private final TestFirm firm;
    private final Desks desks;
    private final CaseFiles files;
    private final Requests requests;
    private final CaseFileJob job;
    private final CaseFileEnding ending;
    private final Holds holds;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    CaseFileJobTest(
            BeanFactory beans,
            TestFirm firm,
            Requests requests,
            CaseFileJob job,
            CaseFileEnding ending,
            Holds holds,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.beans = beans;
        this.firm = firm;
        this.desks = Desks.of(beans);
        this.files = CaseFiles.of(beans);
        this.requests = requests;
        this.job = job;
        this.ending = ending;
        this.holds = holds;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void on_its_last_day_a_file_is_still_there_and_on_the_next_it_is_gone() {
        TestFirm.Client client = firm.client("file-last", null);
        RequestId id = files.completed(client);
        files.lastDayIs(id, files.today());
        job.endDue();
        assertThat(files.rowsOfFile(id)).isPositive();
        assertThat(files.view(id, client).documents()).contains("letter-zh", "certificate-zh");

        files.lastDayIs(id, files.today().minusDays(1));
        assertThat(job.endDue()).isOne();
        assertThat(files.rowsOfFile(id)).isZero();
        assertThat(jdbc.sql("SELECT destroyed_at IS NOT NULL AND wrapped IS NULL FROM keys.data_key"
                                + " WHERE scope_kind = 'CASE' AND scope_id = ?")
                        .param(id.value())
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
    }

    @Test
    void a_second_run_ends_nothing_twice() {
        TestFirm.Client client = firm.client("file-twice", null);
        RequestId id = files.completed(client);
        files.lastDayIs(id, files.today().minusDays(1));
        job.endDue();
        assertThat(job.endDue()).isZero();
        files.assertEndedOnce(id, client);
    }

    @Test
    void a_process_that_is_killed_on_the_way_leaves_the_whole_file_to_the_next_run() {
        TestFirm.Client client = firm.client("file-killed", null);
        RequestId id = files.completed(client);
        files.lastDayIs(id, files.today().minusDays(1));
        long before = files.rowsOfFile(id);
        transaction.executeWithoutResult(status -> {
            assertThat(ending.end(List.of(id))).isOne();
            status.setRollbackOnly();
        });
        assertThat(files.rowsOfFile(id)).isEqualTo(before);
        assertThat(files.view(id, client).documents()).contains("letter-zh");
        assertThat(TestFirm.asClient(client.id(), () -> desks.reader().document(id, "letter-zh")))
                .isNotEmpty();

        job.endDue();
        files.assertEndedOnce(id, client);
    }

    @Test
    void a_seal_keeps_the_file_until_it_is_lifted() {
        TestFirm.Client client = firm.client("file-sealed", null);
        RequestId id = files.completed(client);
        files.lastDayIs(id, files.today().minusDays(1));
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
        assertThat(files.rowsOfFile(id)).isPositive();
        assertThat(files.view(id, client).request().fileEndedAt()).isNull();

        transaction.executeWithoutResult(status -> holds.lift(dispute, HoldKind.SEAL, null, "SETTLED", Actor.SYSTEM));
        job.endDue();
        files.assertEndedOnce(id, client);
    }

    @Test
    void a_file_for_which_no_rule_can_be_asked_does_not_keep_the_others() {
        RequestId broken = files.completed(firm.client("file-no-rule", null));
        TestFirm.Client client = firm.client("file-after", null);
        RequestId id = files.completed(client);
        files.lastDayIs(broken, files.today().minusDays(9));
        files.lastDayIs(id, files.today().minusDays(1));
        Instant closed = Objects.requireNonNull(requests.get(broken).closedAt());
        CaseWords words = spy(beans.getBean(CaseWords.class));
        doThrow(new IllegalStateException("no rule")).when(words).isFileOver(eq(closed), any());
        new CaseFileJob(jdbc, words, ending, Objects.requireNonNull(transaction.getTransactionManager())).endDue();
        files.assertEndedOnce(id, client);
        assertThat(files.rowsOfFile(broken)).isPositive();
        job.endDue();
    }

    @Test
    void a_receipt_that_is_opened_while_the_file_ends_begins_no_new_file() throws Exception {
        TestFirm.Client client = firm.client("file-receipt", null);
        RequestId id = files.completed(client);
        files.lastDayIs(id, files.today().minusDays(1));
        jdbc.sql("DELETE FROM stored_file WHERE scope_id = ? AND kind LIKE 'receipt%'")
                .param(id.value())
                .update();
        CompletableFuture<byte[]> reading = new CompletableFuture<>();
        transaction.executeWithoutResult(status -> {
            assertThat(ending.end(List.of(id))).isOne();
            reading.completeAsync(
                    () -> TestFirm.asClient(client.id(), () -> desks.reader().document(id, "receipt-zh")));
            Awaitility.await().until(() -> reading.isDone() || somebodyWaits());
        });
        assertThatThrownBy(() -> reading.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(NotFound.class);
        assertThat(files.rowsOfFile(id)).isZero();
    }

    @Test
    void a_case_that_was_reopened_keeps_its_file() {
        TestFirm.Client client = firm.client("file-reopened", null);
        RequestId id = files.closedWithoutProof(client);
        files.lastDayIs(id, files.today().minusDays(1));
        TestFirm.asClient(client.id(), () -> {
            desks.intake().reopen(id, null);
            return id;
        });
        job.endDue();
        assertThat(files.rowsOfFile(id)).isPositive();
        assertThat(files.view(id, client).request().fileEndedAt()).isNull();
    }

    @Test
    void a_case_whose_file_has_ended_cannot_be_reopened() {
        TestFirm.Client client = firm.client("file-too-late", null);
        RequestId id = files.closedWithoutProof(client);
        files.lastDayIs(id, files.today().minusDays(1));
        job.endDue();
        assertThatThrownBy(() -> TestFirm.asClient(client.id(), () -> {
                    desks.intake().reopen(id, null);
                    return id;
                }))
                .isInstanceOf(StateRefused.class);
        assertThat(files.rowsOfFile(id)).isZero();
    }

    private boolean somebodyWaits() {
        return jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
