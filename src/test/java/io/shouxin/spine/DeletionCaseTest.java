package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.evidence.EvidenceReader;
import io.shouxin.evidence.EvidenceSequencer;
import io.shouxin.inbox.InboxTask;
import io.shouxin.platform.database.DatabaseAccess;
import io.shouxin.record.Category;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestOutcome;
import io.shouxin.retention.Outcome;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import io.shouxin.testing.EveryTable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One real case all the way: from the client's request to the certificate, on real PostgreSQL, with the real engine. */
@SpringBootTest
@Import(TestFirm.class)
class DeletionCaseTest {

    private final TestFirm firm;
    private final Desks desks;
    private final JdbcClient jdbc;
    private final DatabaseAccess database;
    private final EvidenceReader evidence;
    private final EvidenceSequencer sequencer;

    @Autowired
    DeletionCaseTest(
            ApplicationContext context,
            TestFirm firm,
            JdbcClient jdbc,
            DatabaseAccess database,
            EvidenceReader evidence,
            EvidenceSequencer sequencer) {
        this.firm = firm;
        this.desks = Desks.of(context);
        this.jdbc = jdbc;
        this.database = database;
        this.evidence = evidence;
        this.sequencer = sequencer;
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void everything_goes_where_no_law_keeps_it_and_no_trace_is_left() {
        TestFirm.Client client = firm.client("goes", null);
        List<RecordDecision> preview =
                TestFirm.asClient(client.id(), () -> desks.intake().preview(client.id(), null));
        assertThat(preview).hasSize(9).allMatch(RecordDecision::erases);

        RequestId id = desks.submit(client, "请把我的资料都删掉 canary金丝雀note", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        CaseView closed = desks.closed(id, client.id());

        assertThat(closed.request().outcome()).isEqualTo(RequestOutcome.COMPLETED);
        assertThat(closed.decisions())
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(preview);
        assertThat(EveryTable.of(database))
                .as("no plaintext in any table, the engine's included")
                .doesNotContain(client.canaries().toArray(String[]::new))
                .doesNotContain("canary金丝雀note")
                .as("nor in a binary column, which COPY writes in hexadecimal")
                .doesNotContain(
                        client.canaries().stream().map(DeletionCaseTest::hex).toArray(String[]::new))
                .doesNotContain(hex("canary金丝雀"));
        assertThat(count("SELECT count(*) FROM record WHERE subject_id IN (?, ?)", client))
                .isZero();
        assertThat(count("SELECT count(*) FROM subject_index WHERE subject_id IN (?, ?)", client))
                .isZero();
        assertThat(count("SELECT count(*) FROM keys.data_key WHERE scope_id IN (?, ?) AND wrapped IS NOT NULL", client))
                .isZero();
        assertThat(count("SELECT count(*) FROM erasure_ledger WHERE case_id IN (?, ?)", id.value(), id.value()))
                .as("number, document and chat name of the client, and the child by each of them")
                .isEqualTo(6);
    }

    @Test
    void what_a_law_keeps_is_stored_only_and_a_second_person_must_confirm() {
        TestFirm.Client client = firm.client("kept", LocalDate.of(2026, 3, 15));
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));

        InboxTask second = desks.task(id, "second", "second-review");
        assertThatThrownBy(() -> firm.asStaff("clerk", () -> {
                    desks.inbox().decide(second.id(), Map.of("outcome", "APPROVED"));
                    return null;
                }))
                .isInstanceOf(NotFound.class);
        desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        CaseView closed = desks.closed(id, client.id());

        assertThat(closed.request().outcome()).isEqualTo(RequestOutcome.PARTLY_COMPLETED);
        assertThat(closed.decisions())
                .filteredOn(decision -> decision.category() == Category.TRANSACTION)
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.outcome()).isEqualTo(Outcome.RESTRICT_STORAGE_ONLY);
                    assertThat(decision.until()).isEqualTo(LocalDate.of(2036, 3, 15));
                });
        UUID kept = jdbc.sql("SELECT id FROM record WHERE subject_id = ? AND category = 'TRANSACTION'")
                .param(client.id())
                .query(UUID.class)
                .single();
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM record_value WHERE record_id = ?")
                        .param(kept)
                        .update())
                .as("the database itself refuses")
                .hasMessageContaining("on hold");
        assertThat(count(
                        "SELECT count(*) FROM keys.data_key WHERE scope_id IN (?, ?) AND destroyed_at IS NOT NULL",
                        client))
                .as("the old keys of client and child are destroyed, what is kept has a new one")
                .isEqualTo(2);
    }

    @Test
    void what_the_rules_leave_open_is_decided_by_the_officer_with_reason_and_date() {
        TestFirm.Client client = firm.client("older", LocalDate.of(2020, 6, 30));
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        InboxTask task = desks.task(id, "officer", "officer-decisions");
        assertThatThrownBy(() -> firm.asStaff("officer", () -> {
                    desks.inbox().decide(task.id(), Map.of());
                    return null;
                }))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> officerKeepsUntil(id, "2999-01-01"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("request.error.untilTooLate");
        officerKeepsUntil(id, "2030-06-30");
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        CaseView closed = desks.closed(id, client.id());
        assertThat(closed.decisions())
                .filteredOn(RecordDecision::isChanged)
                .isNotEmpty()
                .allMatch(decision -> LocalDate.of(2030, 6, 30).equals(decision.until()));
    }

    @Test
    void a_client_cancels_until_erasure_begins_and_not_after() {
        TestFirm.Client client = firm.client("cancels", null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.task(id, "clerk", "review-decisions");
        cancel(id, client);
        CaseView closed = desks.closed(id, client.id());
        assertThat(closed.request().outcome()).isEqualTo(RequestOutcome.CANCELLED);
        assertThat(closed.documents()).contains("letter-zh");
        assertThat(count("SELECT count(*) FROM record WHERE subject_id IN (?, ?)", client))
                .isEqualTo(9);
        assertThat(count("SELECT count(*) FROM hold WHERE subject_id IN (?, ?) AND lifted_at IS NULL", client))
                .isZero();
        assertThatThrownBy(() -> cancel(id, client)).isInstanceOf(StateRefused.class);
    }

    @Test
    void nobody_sees_another_clients_case_and_a_double_click_makes_one() {
        TestFirm.Client client = firm.client("owner", null);
        TestFirm.Client stranger = firm.client("stranger", null);
        DeletionWish wish = DeletionWish.of(client, Channel.PORTAL)
                .proven(ProofMethod.CODE_AND_ID_LAST_SIX)
                .once("token-1");
        RequestId first = desks.submit(client, wish);
        RequestId second = desks.submit(client, wish);
        assertThat(second).isEqualTo(first);
        assertThatThrownBy(() -> desks.view(first, stranger.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> firm.asStaff("clerk2", () -> desks.reader().get(first)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        TestFirm.asClient(stranger.id(), () -> desks.intake().preview(client.id(), null)))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void every_step_is_in_the_log_and_the_log_is_whole() {
        TestFirm.Client client = firm.client("logged", null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        desks.closed(id, client.id());
        sequencer.sequenceNow();
        Set<String> kinds = Set.copyOf(evidence.entries(id.value()).stream()
                .map(entry -> entry.kind().toString())
                .toList());
        assertThat(kinds)
                .contains(
                        "REQUEST_RECEIVED",
                        "IDENTITY_CONFIRMED",
                        "RESTRICTION_PLACED",
                        "DECISION_PROPOSED",
                        "TASK_DECIDED",
                        "ERASURE_PLANNED",
                        "KEY_DESTROYED",
                        "ERASURE_CONFIRMED",
                        "ERASURE_VERIFIED",
                        "RESTRICTION_LIFTED",
                        "DOCUMENT_ISSUED",
                        "MESSAGE_SENT",
                        "REQUEST_CLOSED",
                        "VIEWED");
        assertThat(evidence.verifyAll().intact()).isTrue();
    }

    private void cancel(RequestId id, TestFirm.Client client) {
        TestFirm.asClient(client.id(), () -> {
            desks.intake().cancel(id);
            return null;
        });
    }

    private void officerKeepsUntil(RequestId id, String until) {
        desks.decideOpen(id, Map.of("outcome", "RESTRICT_STORAGE_ONLY", "until", until, "reason", "部门规章要求留存"));
    }

    private int count(String sql, TestFirm.Client client) {
        return count(sql, client.id(), client.child());
    }

    private int count(String sql, UUID a, UUID b) {
        return jdbc.sql(sql).params(a, b).query(Integer.class).single();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
