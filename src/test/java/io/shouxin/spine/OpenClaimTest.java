package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.document.PdfText;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.platform.database.DatabaseAccess;
import io.shouxin.record.Category;
import io.shouxin.record.ClaimEnded;
import io.shouxin.record.ClaimKind;
import io.shouxin.record.ClaimSide;
import io.shouxin.record.Claims;
import io.shouxin.record.Classification;
import io.shouxin.record.DealType;
import io.shouxin.record.NewClaim;
import io.shouxin.record.NewRecord;
import io.shouxin.record.OpenClaim;
import io.shouxin.record.Records;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseView;
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
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
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
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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
    private final Claims register;
    private final StaffAccounts accounts;
    private final TransactionTemplate transaction;
    private final Records records;
    private final JdbcClient jdbc;
    private final DatabaseAccess database;

    @Autowired
    OpenClaimTest(
            BeanFactory beans,
            TestFirm firm,
            OpenClaims claims,
            Claims register,
            StaffAccounts accounts,
            PlatformTransactionManager transactions,
            Records records,
            JdbcClient jdbc,
            DatabaseAccess database) {
        this.firm = firm;
        this.desks = Desks.of(beans);
        this.claims = claims;
        this.register = register;
        this.accounts = accounts;
        this.transaction = new TransactionTemplate(transactions);
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
        for (String reference : List.of(
                "",
                "陈静的案子",
                "13800001111",
                "138-0001-0001",
                "T138.0001.0001",
                "310101-19800101-123X",
                "1380001",
                "GZ-2026-138000",
                "GZ 1")) {
            assertThatThrownBy(() -> recordAs("clerk", aboutTheSale(client, reference)))
                    .as(reference)
                    .isInstanceOf(InvalidInput.class);
        }
        recordAs("clerk", aboutTheSale(client, "GZ-2026-00123"));
        recordAs("clerk", aboutTheSale(client, "GZ-2026-09"));
        assertThatThrownBy(() -> jdbc.sql("UPDATE open_claim SET reference = '138-0001-0001' WHERE subject_id = ?")
                        .param(client.id())
                        .update())
                .as("the database refuses it too")
                .isInstanceOf(DataIntegrityViolationException.class);
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

    @Test
    void erasing_everything_about_a_person_ends_the_claims_that_stand_and_makes_no_new_key() {
        TestFirm.Client client = firm.client("claim-stands", LONG_AGO);
        OpenClaim claim = recordAs("clerk", aboutTheSale(client, "GZ-2026-11"));
        erasedInSpiteOfTheClaim(client);

        assertThat(jdbc.sql("""
                                SELECT num_nonnulls(reference, since, review_on, records, deal_type, note, end_note, ended_by)
                                FROM open_claim WHERE id = ? AND ended_at IS NOT NULL
                                """).param(claim.id()).query(Integer.class).single())
                .isZero();
        assertThat(jdbc.sql("""
                                SELECT outcome FROM evidence_entry
                                WHERE kind = 'CLAIM_ENDED' AND actor_kind = 'SYSTEM' AND target_id = ?
                                """)
                        .param(claim.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("PERSON_ERASED");
        assertThatThrownBy(() -> endAs("officer", claim)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> recordAs("clerk", aboutTheSale(client, "GZ-2026-12")))
                .isInstanceOf(AccessRefused.class);
        assertThat(jdbc.sql("""
                                SELECT count(*) FROM keys.data_key
                                WHERE scope_kind = 'SUBJECT' AND scope_id = ? AND destroyed_at IS NULL
                                """).param(client.id()).query(Integer.class).single())
                .isZero();
        assertThat(entries(client)).isEmpty();
        assertThat(firm.asStaff("clerk", () -> claims.choices(client.id()))).isEmpty();
    }

    @Test
    void a_claim_that_an_erasure_ended_meanwhile_is_not_ended_again() {
        TestFirm.Client client = firm.client("claim-raced", LONG_AGO);
        OpenClaim claim = recordAs("clerk", aboutTheSale(client, "GZ-2026-13"));
        erasedInSpiteOfTheClaim(client);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> register.end(
                        claim, "晚了一步", new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "x", Set.of(), Set.of()))))
                .isInstanceOf(ClaimEnded.class);
    }

    @Test
    void a_claim_that_nobody_looked_at_in_time_keeps_no_longer_than_a_new_one_could() {
        TestFirm.Client client = firm.client("claim-overdue", LONG_AGO);
        recordAs("clerk", aboutTheSale(client, "GZ-2026-14"));
        jdbc.sql("UPDATE open_claim SET review_on = ? WHERE subject_id = ?")
                .params(TODAY.minusDays(1), client.id())
                .update();
        RequestId id = submit(client);
        desks.task(id, "officer", "officer-decisions");
        LocalDate longest = TODAY.plus(Claims.LONGEST_UNTIL_REVIEW);
        assertThatThrownBy(() -> officer(id, client, longest.plusDays(1)))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.textKey())
                        .isEqualTo("request.error.untilAfterReview"));
        officer(id, client, longest);
    }

    @Test
    void the_officer_gives_only_an_answer_that_the_rules_offer() {
        TestFirm.Client client = firm.client("claim-refuse", LONG_AGO);
        recordAs("clerk", aboutTheSale(client, "GZ-2026-15"));
        RequestId id = submit(client);
        desks.task(id, "officer", "officer-decisions");
        RecordDecision open = decisions(id).stream()
                .filter(RecordDecision::isOpen)
                .findFirst()
                .orElseThrow();
        assertThat(open.proposed().alternatives()).doesNotContain("REFUSE");
        assertThatThrownBy(() -> desks.decide(
                        id,
                        "officer",
                        "officer-decisions",
                        Map.of(
                                "decisions",
                                List.of(Map.of(
                                        "recordId", open.recordId().toString(),
                                        "outcome", "REFUSE",
                                        "code", "R14",
                                        "reason", "已核对")))))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.textKey())
                        .isEqualTo("request.error.notOffered"));
    }

    @Test
    void a_claim_that_comes_while_a_case_erases_says_so_and_changes_nothing_there() {
        TestFirm.Client client = firm.client("claim-too-late", LONG_AGO);
        RequestId id = submit(client);
        desks.task(id, "clerk", "review-decisions");
        jdbc.sql("UPDATE request SET status = 'ERASING', erasure_began_at = now() WHERE id = ?")
                .param(id.value())
                .update();
        OpenClaims.Effect effect = firm.asStaff("clerk", () -> claims.record(aboutTheSale(client, "GZ-2026-16")));
        CaseView view = firm.asStaff("officer", () -> desks.reader().get(id));
        assertThat(effect.again()).isEmpty();
        assertThat(effect.tooLate()).containsExactly(view.request().reference());
        assertThat(view.events())
                .extracting(CaseEvent::kind)
                .contains(CaseEvent.Kind.CLAIM_TOO_LATE)
                .doesNotContain(CaseEvent.Kind.CLAIM_RECORDED);
        assertThat(view.decisions()).allMatch(RecordDecision::erases);
    }

    @Test
    void who_recorded_the_claim_before_the_case_came_is_not_the_second_person_either() {
        TestFirm.Client client = firm.client("claim-before-own", LONG_AGO);
        recordAs("second", aboutTheSale(client, "GZ-2026-17"));
        RequestId id = submit(client);
        desks.task(id, "officer", "officer-decisions");
        officer(id, client, REVIEW);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        assertThatThrownBy(() -> desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED")))
                .isInstanceOf(AccessRefused.class);
        desks.decide(id, "third", "second-review", Map.of("outcome", "APPROVED"));
    }

    @Test
    void what_a_closed_case_keeps_for_a_claim_alone_has_its_last_day_when_the_claim_ends() {
        TestFirm.Client client = firm.client("claim-closed", LONG_AGO);
        OpenClaim first = recordAs("clerk", aboutTheSale(client, "GZ-2026-18"));
        OpenClaim other = recordAs("clerk", aboutTheSale(client, "GZ-2026-19"));
        RequestId id = submit(client);
        desks.task(id, "officer", "officer-decisions");
        officer(id, client, REVIEW);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        desks.closed(id, client.id());

        endAs("officer", first);
        assertThat(storedUntil(client)).as("another claim still needs it").containsExactly(REVIEW);
        endAs("officer", other);
        assertThat(storedUntil(client)).containsExactly(TODAY);
        assertThat(kinds(client)).contains(EvidenceKind.RESTRICTION_LIFTED.name());
    }

    @Test
    void an_auditor_sees_a_claim_but_does_not_read_what_was_written_about_it() {
        if (accounts.byUsername("auditor").isEmpty()) {
            accounts.create(
                    new StaffAccount(
                            UUID.randomUUID(),
                            "auditor",
                            "auditor",
                            Set.of(Role.AUDITOR),
                            Set.of(TestFirm.BRANCH),
                            true),
                    "secret");
        }
        TestFirm.Client client = firm.client("claim-audited", LONG_AGO);
        OpenClaim claim = recordAs("clerk", aboutTheSale(client, "GZ-2026-20"));
        endAs("officer", claim);
        assertThat(firm.asStaff("auditor", () -> claims.of(client.id())))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.claim().id()).isEqualTo(claim.id());
                    assertThat(entry.note() + entry.endNote()).isEmpty();
                });
    }

    private List<LocalDate> storedUntil(TestFirm.Client client) {
        return jdbc.sql(
                        "SELECT until_on FROM hold WHERE kind = 'STORAGE_ONLY' AND subject_id = ? AND lifted_at IS NULL")
                .param(client.id())
                .query(LocalDate.class)
                .list();
    }

    /** The officer looks at each record that a claim bears on, and erases it. */
    private void erasedInSpiteOfTheClaim(TestFirm.Client client) {
        RequestId id = submit(client);
        desks.decideOpen(id, Map.of("outcome", "DELETE_NOW", "reason", "不必用来证明"));
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        assertThat(desks.closed(id, client.id()).request().outcome()).isEqualTo(RequestOutcome.COMPLETED);
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
        return firm.asStaff(who, () -> claims.record(claim)).claim();
    }

    private void endAs(String who, OpenClaim claim) {
        firm.asStaff(who, () -> claims.end(claim.id(), "已付清"));
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
