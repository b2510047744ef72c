package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.shouxin.document.PdfText;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.evidence.EvidenceSequencer;
import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.platform.database.DatabaseAccess;
import io.shouxin.record.Category;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.NewRequest;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.RequestType;
import io.shouxin.retention.Outcome;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import io.shouxin.testing.EveryTable;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One real case all the way: from the client's request to the certificate, on real PostgreSQL, with the real engine. */
@SpringBootTest
@Import(TestFirm.class)
class DeletionCaseTest {

    private final TestFirm firm;
    private final RequestIntake intake;
    private final RequestReader reader;
    private final Inbox inbox;
    private final JdbcClient jdbc;
    private final DatabaseAccess database;
    private final EvidenceReader evidence;
    private final EvidenceSequencer sequencer;

    @Autowired
    DeletionCaseTest(
            TestFirm firm,
            RequestIntake intake,
            RequestReader reader,
            Inbox inbox,
            JdbcClient jdbc,
            DatabaseAccess database,
            EvidenceReader evidence,
            EvidenceSequencer sequencer) {
        this.firm = firm;
        this.intake = intake;
        this.reader = reader;
        this.inbox = inbox;
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
        List<RecordDecision> preview = TestFirm.asClient(client.id(), () -> intake.preview(client.id(), null));
        assertThat(preview).hasSize(9).allMatch(RecordDecision::erases);

        RequestId id = submit(client, "请把我的资料都删掉 canary金丝雀note", ProofMethod.CODE_AND_ID_LAST_SIX, null);
        decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        CaseView closed = closed(id, client);

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
    void the_answer_and_the_certificate_hold_nothing_that_was_erased() {
        TestFirm.Client client = firm.client("paper", null);
        RequestId id = submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX, null);
        decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        CaseView closed = closed(id, client);

        String certificate = text(TestFirm.asClient(client.id(), () -> reader.document(id, "certificate-zh")));
        assertThat(certificate)
                .contains(closed.request().certificateNo(), closed.request().reference());
        assertThat(certificate)
                .as("no key of a text that is missing")
                .doesNotContain("!")
                .doesNotContain(client.canaries().toArray(String[]::new));
        String letter = text(TestFirm.asClient(client.id(), () -> reader.document(id, "letter-en")));
        assertThat(letter).contains(closed.request().reference());
        assertThat(letter).doesNotContain(client.phone(), client.idNumber());
        assertThat(reader.verify(String.valueOf(closed.request().verificationCode())))
                .hasValueSatisfying(verified -> assertThat(verified.erased()).isEqualTo(9));
    }

    @Test
    void the_draft_says_what_the_letter_will_say_but_names_nobody() {
        TestFirm.Client client = firm.client("draft", null);
        RequestId id = submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX, null);
        task(id, "clerk", "review-decisions");
        List<Map<String, String>> allRefused = firm.asStaff("clerk", () -> reader.get(id)).decisions().stream()
                .map(decision -> Map.of(
                        "recordId",
                        decision.recordId().toString(),
                        "outcome",
                        "REFUSE",
                        "code",
                        "R13",
                        "reason",
                        "合同还在履行"))
                .toList();
        decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED", "decisions", allRefused));
        task(id, "second", "second-review");
        String draft = draft(id, "second", UnaryOperator.identity());
        decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        CaseView closed = closed(id, client);
        String letter = PdfText.of(TestFirm.asClient(client.id(), () -> reader.document(id, "letter-zh")));

        assertThat(closed.request().outcome()).isEqualTo(RequestOutcome.REFUSED);
        String name = closed.text(CaseText.Kind.CONTACT_NAME);
        assertThat(letter).contains(PdfText.squeezed(name));
        assertThat(draft).contains("草稿").doesNotContain(PdfText.squeezed(name));
        String title = Texts.of(Locale.SIMPLIFIED_CHINESE).get("document.letter.REFUSED.summary");
        assertThat(letter).contains(PdfText.squeezed(title));
        assertThat(draft).contains(PdfText.squeezed(title));
    }

    @Test
    void the_draft_says_what_is_noted_and_not_sent_yet() {
        RequestId id = submit(firm.client("noted", null), "", ProofMethod.CODE_AND_ID_LAST_SIX, null);
        task(id, "clerk", "review-decisions");
        Texts texts = Texts.of(Locale.SIMPLIFIED_CHINESE);
        String allGone = PdfText.squeezed(texts.get("document.letter.NOTHING_KEPT.summary"));
        String oneKept = PdfText.squeezed(texts.get("document.letter.SOMETHING_KEPT.summary"));
        UnaryOperator<RecordDecision> keepingTheWishes = decision -> decision.category() == Category.DEMAND
                ? decision.changed(
                        Outcome.RESTRICT_STORAGE_ONLY,
                        LocalDate.of(2029, 6, 30),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "R4")
                : decision;
        assertThat(draft(id, "clerk", keepingTheWishes))
                .contains(oneKept, "2029-06-30", PdfText.squeezed(texts.get("retention.refusal.R4")))
                .doesNotContain(allGone);
        assertThat(draft(id, "clerk", UnaryOperator.identity())).contains(allGone);
    }

    private String draft(RequestId id, String who, UnaryOperator<RecordDecision> noted) {
        return PdfText.of(firm.asStaff(who, () -> reader.letterDraft(id, noted, Locale.SIMPLIFIED_CHINESE)));
    }

    @Test
    void what_a_law_keeps_is_stored_only_and_a_second_person_must_confirm() {
        TestFirm.Client client = firm.client("kept", LocalDate.of(2026, 3, 15));
        RequestId id = submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX, null);
        decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));

        InboxTask second = task(id, "second", "second-review");
        assertThatThrownBy(() -> firm.asStaff("clerk", () -> {
                    inbox.decide(second.id(), Map.of("outcome", "APPROVED"));
                    return null;
                }))
                .isInstanceOf(NotFound.class);
        decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        CaseView closed = closed(id, client);

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
        RequestId id = submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX, null);
        InboxTask task = task(id, "officer", "officer-decisions");
        assertThatThrownBy(() -> firm.asStaff("officer", () -> {
                    inbox.decide(task.id(), Map.of());
                    return null;
                }))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> officerKeepsUntil(id, "2999-01-01"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("request.error.untilTooLate");
        officerKeepsUntil(id, "2030-06-30");
        decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        CaseView closed = closed(id, client);
        assertThat(closed.decisions())
                .filteredOn(RecordDecision::isChanged)
                .isNotEmpty()
                .allMatch(decision -> LocalDate.of(2030, 6, 30).equals(decision.until()));
    }

    @Test
    void without_strong_proof_a_sensitive_case_waits_and_the_clock_stands_still() {
        TestFirm.Client client = firm.client("waits", null);
        RequestId id = submit(client, "", ProofMethod.ONE_TIME_CODE, null);
        await().until(() -> view(id, client).request().status() == RequestStatus.AWAITING_PROOF);
        assertThat(view(id, client).clock().state()).hasToString("PAUSED");

        TestFirm.asClient(client.id(), () -> {
            intake.confirmIdentity(id, ProofMethod.CODE_AND_ID_LAST_SIX);
            return null;
        });
        await().until(() -> view(id, client).request().status() == RequestStatus.REVIEW);
        assertThat(view(id, client).clock().state()).hasToString("RUNNING");
    }

    @Test
    void a_client_cancels_until_erasure_begins_and_not_after() {
        TestFirm.Client client = firm.client("cancels", null);
        RequestId id = submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX, null);
        task(id, "clerk", "review-decisions");
        cancel(id, client);
        CaseView closed = closed(id, client);
        assertThat(closed.request().outcome()).isEqualTo(RequestOutcome.CANCELLED);
        assertThat(closed.documents()).contains("letter-zh");
        assertThat(count("SELECT count(*) FROM record WHERE subject_id IN (?, ?)", client))
                .isEqualTo(9);
        assertThat(count("SELECT count(*) FROM hold WHERE subject_id IN (?, ?) AND lifted_at IS NULL", client))
                .isZero();
        assertThatThrownBy(() -> cancel(id, client)).isInstanceOf(StateRefused.class);
    }

    @Test
    void a_refusal_needs_a_code_and_words_and_is_answered_with_remedies() {
        TestFirm.Client client = firm.client("refused", null);
        RequestId id = submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX, null);
        assertThatThrownBy(() -> decide(id, "clerk", "review-decisions", Map.of("outcome", "REFUSED")))
                .isInstanceOf(InvalidInput.class);
        for (String unfit : List.of("R1", "R2", "R3", "R10", "R11")) {
            assertThatThrownBy(() -> decide(
                            id,
                            "clerk",
                            "review-decisions",
                            Map.of("outcome", "REFUSED", "code", unfit, "text", "不适用")))
                    .as(unfit)
                    .isInstanceOf(InvalidInput.class);
        }
        decide(id, "clerk", "review-decisions", Map.of("outcome", "REFUSED", "code", "R6", "text", "涉及他人权益"));
        decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        CaseView closed = closed(id, client);
        assertThat(closed.request().outcome()).isEqualTo(RequestOutcome.REFUSED);
        String letter = text(TestFirm.asClient(client.id(), () -> reader.document(id, "letter-zh")));
        assertThat(letter).contains("人民法院").contains("涉及他人权益");
    }

    @Test
    void the_clerk_may_ask_and_decisions_survive_the_question() {
        TestFirm.Client client = firm.client("asked", null);
        RequestId id = submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX, null);
        decide(id, "clerk", "review-decisions", Map.of("outcome", "ASK_CLIENT", "text", "请问包括子女信息吗？"));
        await().until(() -> view(id, client).request().status() == RequestStatus.AWAITING_PROOF);
        TestFirm.asClient(client.id(), () -> {
            intake.answerQuestion(id, "包括。");
            return null;
        });
        decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        assertThat(closed(id, client).request().outcome()).isEqualTo(RequestOutcome.COMPLETED);
    }

    @Test
    void nobody_sees_another_clients_case_and_a_double_click_makes_one() {
        TestFirm.Client client = firm.client("owner", null);
        TestFirm.Client stranger = firm.client("stranger", null);
        RequestId first = submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX, "token-1");
        RequestId second = submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX, "token-1");
        assertThat(second).isEqualTo(first);
        assertThatThrownBy(() -> view(first, stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> firm.asStaff("clerk2", () -> reader.get(first)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> TestFirm.asClient(stranger.id(), () -> intake.preview(client.id(), null)))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void a_letter_without_a_known_person_is_answered_too() {
        RequestId id = firm.asStaff("clerk", () -> intake.submit(new NewRequest(
                        RequestType.DELETION,
                        null,
                        null,
                        Channel.LETTER,
                        TestFirm.BRANCH,
                        null,
                        "请删除",
                        "zh",
                        "某人",
                        "13900000000",
                        null,
                        false,
                        null))
                .id());
        decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        firm.asStaff("clerk", () -> reader.get(id)).request().status() == RequestStatus.CLOSED);
        assertThat(firm.asStaff("clerk", () -> reader.get(id)).request().outcome())
                .isEqualTo(RequestOutcome.NOTHING_HELD);
    }

    @Test
    void every_step_is_in_the_log_and_the_log_is_whole() {
        TestFirm.Client client = firm.client("logged", null);
        RequestId id = submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX, null);
        decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        closed(id, client);
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

    private RequestId submit(TestFirm.Client client, String note, ProofMethod proof, @Nullable String key) {
        return TestFirm.asClient(client.id(), () -> intake.submit(new NewRequest(
                        RequestType.DELETION,
                        client.id(),
                        null,
                        Channel.PORTAL,
                        null,
                        null,
                        note,
                        "zh",
                        "",
                        "",
                        proof,
                        false,
                        key))
                .id());
    }

    private void cancel(RequestId id, TestFirm.Client client) {
        TestFirm.asClient(client.id(), () -> {
            intake.cancel(id);
            return null;
        });
    }

    private CaseView view(RequestId id, TestFirm.Client client) {
        return TestFirm.asClient(client.id(), () -> reader.get(id));
    }

    private CaseView closed(RequestId id, TestFirm.Client client) {
        await().atMost(Duration.ofSeconds(40))
                .until(() -> view(id, client).request().status() == RequestStatus.CLOSED);
        return view(id, client);
    }

    private void officerKeepsUntil(RequestId id, String until) {
        InboxTask task = task(id, "officer", "officer-decisions");
        List<Map<String, String>> decisions = firm.asStaff("officer", () -> reader.get(id)).decisions().stream()
                .filter(RecordDecision::isOpen)
                .map(open -> Map.of(
                        "recordId",
                        open.recordId().toString(),
                        "outcome",
                        "RESTRICT_STORAGE_ONLY",
                        "until",
                        until,
                        "reason",
                        "部门规章要求留存"))
                .toList();
        firm.asStaff("officer", () -> {
            inbox.decide(task.id(), Map.of("decisions", decisions));
            return null;
        });
    }

    private void decide(RequestId id, String who, String kind, Map<String, Object> fields) {
        InboxTask task = task(id, who, kind);
        firm.asStaff(who, () -> {
            inbox.decide(task.id(), fields);
            return null;
        });
    }

    private InboxTask task(RequestId id, String who, String kind) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> firm.asStaff(who, () -> inbox.ofCase(id.value())).stream()
                                .filter(task -> task.kind().equals(kind))
                                .findFirst()
                                .orElse(null),
                        task -> task != null);
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

    private static String text(byte[] pdf) {
        try {
            PdfReader reader = new PdfReader(pdf);
            PdfTextExtractor extractor = new PdfTextExtractor(reader);
            StringBuilder text = new StringBuilder();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(extractor.getTextFromPage(page)).append('\n');
            }
            return Normalizer.normalize(text, Normalizer.Form.NFKC);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
