package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shouxin.deadline.DeadlineTexts;
import io.shouxin.document.PdfText;
import io.shouxin.evidence.Checkpoint;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.evidence.EvidenceSequencer;
import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.platform.KeyVault;
import io.shouxin.record.Category;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.DecisionTexts;
import io.shouxin.request.ErasureReceipt;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestStatus;
import io.shouxin.retention.Outcome;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Role;
import io.shouxin.shared.Texts;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a case is answered with: the letter and its draft, the certificate, a refusal and its reasons. */
@SpringBootTest
@Import(TestFirm.class)
class CaseAnswerTest {

    private final TestFirm firm;
    private final Desks desks;
    private final JdbcClient jdbc;
    private final EvidenceReader evidence;
    private final EvidenceSequencer sequencer;
    private final KeyVault keys;
    private final StaffAccounts accounts;

    @Autowired
    CaseAnswerTest(
            ApplicationContext context,
            TestFirm firm,
            JdbcClient jdbc,
            EvidenceReader evidence,
            EvidenceSequencer sequencer,
            KeyVault keys,
            StaffAccounts accounts) {
        this.firm = firm;
        this.jdbc = jdbc;
        this.evidence = evidence;
        this.sequencer = sequencer;
        this.keys = keys;
        this.accounts = accounts;
        this.desks = Desks.of(context);
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void the_answer_and_the_certificate_hold_nothing_that_was_erased() {
        TestFirm.Client client = firm.client("paper", null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        CaseView closed = desks.closed(id, client.id());

        String certificate = paper(id, client, "certificate-zh");
        assertThat(certificate)
                .contains(closed.request().certificateNo(), closed.request().reference());
        assertThat(certificate)
                .as("no key of a text that is missing")
                .doesNotContain("!")
                .doesNotContain(
                        client.canaries().stream().map(PdfText::squeezed).toArray(String[]::new));
        String letter = paper(id, client, "letter-en");
        assertThat(letter).contains(closed.request().reference());
        assertThat(letter).doesNotContain(client.phone(), client.idNumber());
        assertThat(desks.reader().verify(String.valueOf(closed.request().verificationCode())))
                .hasValueSatisfying(verified -> assertThat(verified.erased()).isEqualTo(9));
    }

    @Test
    void the_certificate_names_whose_approval_was_carried_out_and_not_whose_was_returned() {
        UUID clerk = accounts.byUsername("clerk").orElseThrow().id();
        StaffAccount colleague = new StaffAccount(
                UUID.randomUUID(), "approver", "approver", Set.of(Role.STAFF), Set.of(TestFirm.BRANCH), true);
        accounts.create(colleague, "secret");
        TestFirm.Client client = firm.client("approved-anew", LocalDate.of(2026, 3, 15));
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        desks.decide(id, "second", "second-review", Map.of("outcome", "RETURNED", "text", "请再核对"));
        desks.decide(id, "approver", "review-decisions", Map.of("outcome", "APPROVED", "reply", "已核对"));
        desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        desks.closed(id, client.id());
        assertThat(paper(id, client, "certificate-zh"))
                .contains(
                        "专员审核·" + label(colleague.id()),
                        "第二人复核·"
                                + label(accounts.byUsername("second")
                                        .orElseThrow()
                                        .id()))
                .doesNotContain(label(clerk));
    }

    private static String label(UUID account) {
        return "员工" + account.toString().substring(0, 4).toUpperCase(Locale.ROOT);
    }

    @Test
    void the_letter_names_all_that_is_kept_with_reason_source_and_last_day() {
        TestFirm.Client client = firm.client("all-kept", LocalDate.of(2026, 3, 15));
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.task(id, "clerk", "review-decisions");
        String note = firm.asStaff("clerk", () -> desks.reader().get(id)).decisions().stream()
                .filter(decision -> decision.category() == Category.NOTE)
                .map(decision -> decision.recordId().toString())
                .findFirst()
                .orElseThrow();
        desks.decide(
                id,
                "clerk",
                "review-decisions",
                Map.of(
                        "outcome",
                        "APPROVED",
                        "decisions",
                        List.of(Map.of("recordId", note, "outcome", "REFUSE", "code", "R6", "reason", "涉及他人"))));
        desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        CaseView closed = desks.closed(id, client.id());
        List<RecordDecision> kept = closed.decisions().stream()
                .filter(decision -> !decision.erases())
                .toList();
        assertThat(kept).hasSize(5);
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            String letter = paper(id, client, "letter-" + locale.getLanguage());
            for (RecordDecision decision : kept) {
                assertThat(letter)
                        .contains(
                                PdfText.squeezed(DecisionTexts.title(decision, locale)),
                                PdfText.squeezed(DecisionTexts.forClient(decision, locale)));
                if (decision.until() != null) {
                    assertThat(letter).contains(decision.until().toString());
                }
            }
        }
        assertThat(paper(id, client, "letter-zh"))
                .contains("反洗钱法(2024修订)第34、42、64条", "网络数据安全管理条例第25条第4项")
                .contains("只存不用至2036年3月15日", "案卷(编号、答复和证明)", "民法典第188条", "办理日志", "比对码");
        assertThat(paper(id, client, "letter-en"))
                .contains("Anti-MoneyLaunderingLaw(revised2024),Arts.34,42and64")
                .contains("RegulationsonNetworkDataSecurityManagement,Art.25item4", "CivilCode,Art.188")
                .doesNotContainPattern("第\\d+条");
        assertThat(paper(id, client, "certificate-zh")).contains("4条", "只存不用至2036-03-15", "未删除,理由见答复");
        assertThat(paper(id, client, "receipt-zh"))
                .as("how the date was counted, with the notices of the holidays")
                .contains(PdfText.squeezed(DeadlineTexts.of(Locale.SIMPLIFIED_CHINESE, LocalDate.now(ChinaTime.ZONE))
                        .explanation(Objects.requireNonNull(closed.clock()))));
        assertThat(closed.documents())
                .as("the order in which papers are listed")
                .containsExactly(
                        "receipt-zh", "receipt-en", "certificate-en", "certificate-zh", "letter-en", "letter-zh");
    }

    @Test
    void the_certificate_says_when_each_key_was_destroyed_and_when_all_was_searched_again() {
        TestFirm.Client client = firm.client("times", null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        desks.closed(id, client.id());
        String certificate = paper(id, client, "certificate-zh");
        for (UUID person : List.of(client.id(), client.child())) {
            assertThat(certificate).contains(time("SELECT destroyed_at FROM keys.data_key WHERE scope_id = ?", person));
        }
        assertThat(certificate)
                .contains("复查时间" + time("SELECT verified_at FROM request_erasure WHERE request_id = ?", id.value()))
                .contains("主密钥换新", "换下的主密钥在备份保存期过后销毁");
    }

    @Test
    void the_certificate_names_the_day_of_the_last_backup_its_witnesses_and_the_signed_state_of_the_log() {
        TestFirm.Client client = firm.client("last-backup", null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        sequencer.sequenceNow();
        Checkpoint before = evidence.latestCheckpoint().orElseThrow();
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        CaseView closed = desks.closed(id, client.id());
        LocalDate lastDay = keys.backupsUnreadableFrom(closed.erasures().stream()
                .map(ErasureReceipt::at)
                .max(Comparator.naturalOrder())
                .orElseThrow());

        String certificate = paper(id, client, "certificate-zh");
        assertThat(lastDay).isAfter(LocalDate.now(ChinaTime.ZONE));
        assertThat(certificate)
                .contains(PdfText.squeezed("自 %d 年 %d 月 %d 日起，任何备份都不能恢复这些信息。"
                        .formatted(lastDay.getYear(), lastDay.getMonthValue(), lastDay.getDayOfMonth())))
                .contains(PdfText.squeezed("批准 专员审核 · 员工"), PdfText.squeezed("见证（监销） 本软件在删除后重新搜索各系统"))
                .contains(PdfText.squeezed("证据日志 本证明签发前最近一次签名的状态：" + before.origin() + "，共"));
        Matcher size = Pattern.compile(PdfText.squeezed("，共(\\d+)条，"))
                .matcher(certificate.substring(certificate.indexOf("证据日志")));
        assertThat(size.find()).isTrue();
        assertThat(Long.parseLong(size.group(1))).isGreaterThanOrEqualTo(before.size());
        assertThat(jdbc.sql("SELECT encode(root, 'hex') FROM evidence_checkpoint WHERE size = ?")
                        .param(Long.parseLong(size.group(1)))
                        .query(String.class)
                        .list())
                .as("the root of a state that was signed")
                .anyMatch(certificate::contains);
    }

    private String time(String sql, UUID of) {
        return DateTimeFormatter.ofPattern("yyyy-MM-ddHH:mm:ss")
                .withZone(ChinaTime.ZONE)
                .format(jdbc.sql(sql).param(of).query(OffsetDateTime.class).single());
    }

    @Test
    void the_draft_says_what_the_letter_will_say_but_names_nobody() {
        TestFirm.Client client = firm.client("draft", null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.task(id, "clerk", "review-decisions");
        List<Map<String, String>> allRefused = firm
                .asStaff("clerk", () -> desks.reader().get(id))
                .decisions()
                .stream()
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
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED", "decisions", allRefused));
        desks.task(id, "second", "second-review");
        String draft = draft(id, "second", UnaryOperator.identity());
        desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        CaseView closed = desks.closed(id, client.id());
        String letter = paper(id, client, "letter-zh");

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
        RequestId id = desks.submit(firm.client("noted", null), "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.task(id, "clerk", "review-decisions");
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

    @Test
    void a_refusal_needs_a_code_and_words_and_is_answered_with_remedies() {
        TestFirm.Client client = firm.client("refused", null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        assertThatThrownBy(() -> desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "REFUSED")))
                .isInstanceOf(InvalidInput.class);
        for (String unfit : List.of("R1", "R2", "R3", "R10", "R11")) {
            assertThatThrownBy(() -> desks.decide(
                            id,
                            "clerk",
                            "review-decisions",
                            Map.of("outcome", "REFUSED", "code", unfit, "text", "不适用")))
                    .as(unfit)
                    .isInstanceOf(InvalidInput.class);
        }
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "REFUSED", "code", "R6", "text", "涉及他人权益"));
        desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        CaseView closed = desks.closed(id, client.id());
        assertThat(closed.request().outcome()).isEqualTo(RequestOutcome.REFUSED);
        String letter = paper(id, client, "letter-zh");
        assertThat(letter).contains("人民法院").contains("涉及他人权益");
    }

    @Test
    void a_letter_without_a_known_person_is_answered_too() {
        RequestId id = desks.enter(
                "clerk",
                DeletionWish.ofSomebody("某人", Channel.LETTER).saying("请删除").reachedAt("13900000000"));
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> firm.asStaff("clerk", () -> desks.reader().get(id))
                                .request()
                                .status()
                        == RequestStatus.CLOSED);
        assertThat(firm.asStaff("clerk", () -> desks.reader().get(id)).request().outcome())
                .isEqualTo(RequestOutcome.NOTHING_HELD);
    }

    private String draft(RequestId id, String who, UnaryOperator<RecordDecision> noted) {
        return PdfText.of(firm.asStaff(who, () -> desks.reader().letterDraft(id, noted, Locale.SIMPLIFIED_CHINESE)));
    }

    private String paper(RequestId id, TestFirm.Client client, String name) {
        return PdfText.of(TestFirm.asClient(client.id(), () -> desks.reader().document(id, name)));
    }
}
