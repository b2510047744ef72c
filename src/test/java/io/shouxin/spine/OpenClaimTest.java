package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.document.PdfText;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.platform.database.DatabaseAccess;
import io.shouxin.record.Category;
import io.shouxin.record.ClaimKind;
import io.shouxin.record.ClaimSide;
import io.shouxin.record.Claims;
import io.shouxin.record.Classification;
import io.shouxin.record.DealType;
import io.shouxin.record.NewClaim;
import io.shouxin.record.NewRecord;
import io.shouxin.record.OpenClaim;
import io.shouxin.record.Records;
import io.shouxin.request.DecisionTexts;
import io.shouxin.request.OpenClaims;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestOutcome;
import io.shouxin.retention.DecisionReason;
import io.shouxin.retention.Outcome;
import io.shouxin.retention.Strength;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import io.shouxin.testing.EveryTable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rules of strength C (limitation periods) count for a concrete open claim, and for nothing else: the register, and real cases. */
@SpringBootTest
@Import(TestFirm.class)
class OpenClaimTest {

    /** Long enough ago that no law and no rule of strength B keeps it any more. */
    private static final LocalDate LONG_AGO = LocalDate.of(2010, 6, 30);

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final LocalDate REVIEW = TODAY.plusMonths(3);

    private final TestFirm firm;
    private final Desks desks;
    private final OpenClaims claims;
    private final Records records;
    private final JdbcClient jdbc;
    private final DatabaseAccess database;

    @Autowired
    OpenClaimTest(
            BeanFactory beans,
            TestFirm firm,
            OpenClaims claims,
            Records records,
            JdbcClient jdbc,
            DatabaseAccess database) {
        this.firm = firm;
        this.desks = Desks.of(beans);
        this.claims = claims;
        this.records = records;
        this.jdbc = jdbc;
        this.database = database;
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void a_claim_that_comes_during_the_review_brings_the_case_to_the_officer_and_into_the_letter() {
        TestFirm.Client client = firm.client("claim-late", LONG_AGO);
        RequestId id = submit(client);
        desks.task(id, "clerk", "review-decisions");
        assertThat(decisions(id)).allMatch(RecordDecision::erases);

        OpenClaim claim = recordAs("clerk", aboutTheSale(client, "GZ-2026-01"));
        desks.task(id, "officer", "officer-decisions");
        assertThat(firm.asStaff("clerk", () -> desks.inbox().ofCase(id.value())))
                .as("nobody reviews the decisions of before")
                .noneMatch(task -> task.kind().equals("review-decisions"));
        List<RecordDecision> open =
                decisions(id).stream().filter(RecordDecision::isOpen).toList();
        assertThat(open)
                .isNotEmpty()
                .allMatch(decision -> decision.subjectId().equals(client.id()))
                .allMatch(decision -> decision.proposed().reason() == DecisionReason.OPEN_CLAIM)
                .allMatch(decision -> decision.proposed().strength() == Strength.C)
                .allMatch(decision -> REVIEW.equals(decision.proposed().until()));
        assertThat(DecisionTexts.forStaff(open.get(0), Locale.SIMPLIFIED_CHINESE))
                .contains("费用未付", claim.reference());

        officer(id, client, REVIEW);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        assertThat(desks.closed(id, client.id()).request().outcome()).isEqualTo(RequestOutcome.PARTLY_COMPLETED);
        assertThat(PdfText.of(
                        TestFirm.asClient(client.id(), () -> desks.reader().document(id, "letter-zh"))))
                .contains(PdfText.squeezed(Texts.of(Locale.SIMPLIFIED_CHINESE).get("retention.refusal.R14")));
        assertThat(entries(client))
                .as("the text is read after the person's key was replaced")
                .extracting(Claims.Entry::note)
                .containsExactly("尾款 canary金丝雀claim");
        assertThat(EveryTable.of(database)).doesNotContain("canary金丝雀claim");
        assertThat(kinds(client)).contains(EvidenceKind.CLAIM_RECORDED.name());
    }

    @Test
    void nobody_keeps_longer_than_until_the_claim_is_looked_at_again() {
        TestFirm.Client client = firm.client("claim-too-long", LONG_AGO);
        recordAs("clerk", aboutTheSale(client, "GZ-2026-02"));
        RequestId id = submit(client);
        desks.task(id, "officer", "officer-decisions");
        assertThatThrownBy(() -> officer(id, client, REVIEW.plusDays(1)))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.textKey())
                        .isEqualTo("request.error.untilAfterReview"));
    }

    @Test
    void the_client_reads_of_an_open_claim_before_asking() {
        TestFirm.Client client = firm.client("claim-before", LONG_AGO);
        recordAs("clerk", aboutTheSale(client, "GZ-2026-03"));
        List<RecordDecision> preview =
                TestFirm.asClient(client.id(), () -> desks.intake().preview(client.id(), null));
        assertThat(preview).filteredOn(RecordDecision::isOpen).isNotEmpty().allSatisfy(decision -> assertThat(
                        DecisionTexts.forClient(decision, Locale.ENGLISH))
                .contains("unpaid fee", "GZ-2026-03", Integer.toString(REVIEW.getYear())));
        assertThat(preview)
                .filteredOn(decision -> decision.subjectId().equals(client.child()))
                .as("a claim about the parent's deal keeps nothing of the child")
                .isNotEmpty()
                .allMatch(RecordDecision::erases);
    }

    @Test
    void the_officer_ends_a_claim_and_the_case_is_decided_again_without_it() {
        TestFirm.Client client = firm.client("claim-ended", LONG_AGO);
        OpenClaim claim = recordAs("clerk", aboutTheSale(client, "GZ-2026-04"));
        RequestId id = submit(client);
        desks.task(id, "officer", "officer-decisions");
        assertThatThrownBy(() -> endAs("clerk", claim)).isInstanceOf(AccessRefused.class);

        endAs("officer", claim);
        desks.task(id, "clerk", "review-decisions");
        assertThat(decisions(id)).allMatch(RecordDecision::erases);
        assertThat(entries(client)).extracting(Claims.Entry::endNote).containsExactly("已付清");
        assertThat(kinds(client)).contains(EvidenceKind.CLAIM_ENDED.name());
        assertThatThrownBy(() -> endAs("officer", claim)).isInstanceOf(StateRefused.class);
    }

    @Test
    void a_claim_that_comes_before_the_second_person_takes_the_refusal_back() {
        TestFirm.Client client = firm.client("claim-refused", LONG_AGO);
        RequestId id = submit(client);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "REFUSED", "code", "R6", "text", "涉及他人"));
        desks.task(id, "second", "second-review");
        recordAs("clerk", aboutTheSale(client, "GZ-2026-05"));
        desks.task(id, "officer", "officer-decisions");
        assertThat(firm.asStaff("officer", () -> desks.reader().get(id))
                        .request()
                        .refusalCode())
                .isNull();
    }

    @Test
    void who_recorded_the_claim_is_not_the_second_person() {
        TestFirm.Client client = firm.client("claim-own", LONG_AGO);
        RequestId id = submit(client);
        desks.task(id, "clerk", "review-decisions");
        recordAs("second", aboutTheSale(client, "GZ-2026-06"));
        desks.task(id, "officer", "officer-decisions");
        officer(id, client, REVIEW);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        assertThatThrownBy(() -> desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED")))
                .isInstanceOf(AccessRefused.class);
        desks.decide(id, "third", "second-review", Map.of("outcome", "APPROVED"));
    }

    @Test
    void a_claim_about_single_records_bears_on_these_alone_and_each_rule_of_strength_C_counts() {
        UUID client = firm.client("claim-service", null).id();
        UUID service = store(client, Category.SERVICE, DealType.SERVICE, LocalDate.of(2024, 1, 31));
        UUID consent = store(client, Category.CONSENT_CLAIM, null, null);
        assertThat(preview(client)).allMatch(RecordDecision::erases);

        recordAs(
                "clerk2",
                new NewClaim(
                        client,
                        TestFirm.OTHER_BRANCH,
                        ClaimKind.COMPLAINT,
                        ClaimSide.PERSON,
                        "TS-7",
                        TODAY,
                        REVIEW,
                        null,
                        Set.of(service, consent),
                        "投诉"));
        assertThat(preview(client))
                .filteredOn(RecordDecision::isOpen)
                .extracting(RecordDecision::recordId, decision -> decision.proposed()
                        .ruleId())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(service, "GENERAL_CLAIM_3Y"),
                        org.assertj.core.groups.Tuple.tuple(consent, "CONSENT_RECORD_3Y"));
    }

    @Test
    void a_claim_does_not_touch_what_a_law_decides() {
        TestFirm.Client client = firm.client("claim-law", TODAY.minusYears(1));
        List<RecordDecision> before = preview(client.id());
        recordAs("clerk", about(client, TODAY.minusYears(1), "GZ-2026-08"));
        assertThat(preview(client.id()))
                .filteredOn(decision -> decision.outcome() == Outcome.RESTRICT_STORAGE_ONLY)
                .extracting(RecordDecision::recordId)
                .containsExactlyInAnyOrderElementsOf(before.stream()
                        .filter(decision -> decision.outcome() == Outcome.RESTRICT_STORAGE_ONLY)
                        .map(RecordDecision::recordId)
                        .toList());
    }

    @Test
    void only_staff_of_the_branch_record_a_claim_and_only_one_that_can_be_told_apart() {
        TestFirm.Client client = firm.client("claim-whose", LONG_AGO);
        assertThatThrownBy(() -> recordAs("clerk2", aboutTheSale(client, "GZ-2026-09")))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> recordAs("clerk", about(client, LONG_AGO.plusDays(1), "GZ-2026-09")))
                .as("no deal of that day")
                .isInstanceOf(AccessRefused.class);
        for (String reference : List.of("", "陈静的案子", "13800001111", "GZ 1")) {
            assertThatThrownBy(() -> recordAs("clerk", aboutTheSale(client, reference)))
                    .as(reference)
                    .isInstanceOf(InvalidInput.class);
        }
        recordAs("clerk", aboutTheSale(client, "GZ-2026-09"));
        assertThatThrownBy(() -> recordAs("clerk", aboutTheSale(client, "GZ-2026-09")))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.textKey())
                        .isEqualTo("record.claim.error.known"));
        assertThat(firm.asStaff("clerk2", () -> claims.of(client.id()))).isEmpty();
    }

    @Test
    void nothing_that_was_written_about_a_claim_outlives_the_person() {
        TestFirm.Client client = firm.client("claim-gone", LONG_AGO);
        OpenClaim claim = recordAs("clerk", aboutTheSale(client, "GZ-2026-10"));
        endAs("officer", claim);
        RequestId id = submit(client);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        assertThat(desks.closed(id, client.id()).request().outcome()).isEqualTo(RequestOutcome.COMPLETED);
        assertThat(jdbc.sql("SELECT count(*) FROM open_claim WHERE id = ? AND note IS NULL AND end_note IS NULL")
                        .param(claim.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private NewClaim aboutTheSale(TestFirm.Client client, String reference) {
        return about(client, LONG_AGO, reference);
    }

    private static NewClaim about(TestFirm.Client client, LocalDate saleEnded, String reference) {
        return new NewClaim(
                client.id(),
                TestFirm.BRANCH,
                ClaimKind.UNPAID_FEE,
                ClaimSide.FIRM,
                reference,
                TODAY.minusDays(20),
                REVIEW,
                new OpenClaim.Deal(DealType.SALE, saleEnded.minusMonths(3), saleEnded),
                Set.of(),
                "尾款 canary金丝雀claim");
    }

    private UUID store(UUID client, Category category, @Nullable DealType deal, @Nullable LocalDate ended) {
        return Objects.requireNonNull(records.store(List.of(new NewRecord(
                        client,
                        TestFirm.OTHER_BRANCH,
                        category,
                        Classification.GENERAL,
                        deal,
                        ended,
                        ended,
                        null,
                        LocalDate.of(2024, 1, 1),
                        null,
                        Map.of("NOTE", "x" + category))))
                .get(0));
    }

    private OpenClaim recordAs(String who, NewClaim claim) {
        return firm.asStaff(who, () -> claims.record(claim));
    }

    private void endAs(String who, OpenClaim claim) {
        firm.asStaff(who, () -> {
            claims.end(claim.id(), "已付清");
            return null;
        });
    }

    private List<Claims.Entry> entries(TestFirm.Client client) {
        return firm.asStaff("second", () -> claims.of(client.id()));
    }

    private List<String> kinds(TestFirm.Client client) {
        return jdbc.sql("SELECT kind FROM evidence_entry WHERE subject_id = ?")
                .param(client.id())
                .query(String.class)
                .list();
    }

    private RequestId submit(TestFirm.Client client) {
        return desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
    }

    private List<RecordDecision> preview(UUID client) {
        return TestFirm.asClient(client, () -> desks.intake().preview(client, null));
    }

    private List<RecordDecision> decisions(RequestId id) {
        return firm.asStaff("officer", () -> desks.reader().get(id)).decisions();
    }

    /** Keeps the contract's own data until that day, and gives up the rest. */
    private void officer(RequestId id, TestFirm.Client client, LocalDate until) {
        List<Map<String, String>> all = decisions(id).stream()
                .filter(RecordDecision::isOpen)
                .map(decision -> {
                    Map<String, String> fields = new HashMap<>();
                    fields.put("recordId", decision.recordId().toString());
                    fields.put("reason", "已核对");
                    if (decision.category() == Category.TRANSACTION) {
                        fields.put("outcome", "RESTRICT_STORAGE_ONLY");
                        fields.put("until", until.toString());
                    } else {
                        fields.put("outcome", "DELETE_NOW");
                    }
                    return fields;
                })
                .toList();
        desks.decide(id, "officer", "officer-decisions", Map.of("decisions", all));
    }
}
