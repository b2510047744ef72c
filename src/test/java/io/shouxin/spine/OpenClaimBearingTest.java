package io.shouxin.spine;

import static io.shouxin.spine.ClaimDesk.LONG_AGO;
import static io.shouxin.spine.ClaimDesk.REVIEW;
import static io.shouxin.spine.ClaimDesk.TODAY;
import static io.shouxin.spine.ClaimDesk.about;
import static io.shouxin.spine.ClaimDesk.aboutTheSale;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.record.Category;
import io.shouxin.record.ClaimKind;
import io.shouxin.record.ClaimSide;
import io.shouxin.record.Classification;
import io.shouxin.record.DealType;
import io.shouxin.record.NewClaim;
import io.shouxin.record.NewRecord;
import io.shouxin.record.Records;
import io.shouxin.request.DecisionTexts;
import io.shouxin.request.RecordDecision;
import io.shouxin.retention.Outcome;
import java.time.LocalDate;
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

/** Rules of strength C (limitation periods) count for the records that a concrete open claim bears on, and for nothing else. */
@SpringBootTest
@Import(TestFirm.class)
class OpenClaimBearingTest {

    private final TestFirm firm;
    private final ClaimDesk claims;
    private final Records records;

    @Autowired
    OpenClaimBearingTest(BeanFactory beans, TestFirm firm, Records records) {
        this.firm = firm;
        this.claims = ClaimDesk.of(beans);
        this.records = records;
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void the_client_reads_of_an_open_claim_before_asking() {
        TestFirm.Client client = firm.client("claim-before", LONG_AGO);
        claims.recordAs("clerk", aboutTheSale(client, "GZ-2026-03"));
        List<RecordDecision> preview = claims.preview(client.id());
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
    void a_claim_about_single_records_bears_on_these_alone_and_each_rule_of_strength_C_counts() {
        UUID client = firm.client("claim-service", null).id();
        UUID service = store(client, Category.SERVICE, DealType.SERVICE, LocalDate.of(2024, 1, 31));
        UUID consent = store(client, Category.CONSENT_CLAIM, null, null);
        assertThat(claims.preview(client)).allMatch(RecordDecision::erases);

        claims.recordAs(
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
        assertThat(claims.preview(client))
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
        List<RecordDecision> before = claims.preview(client.id());
        claims.recordAs("clerk", about(client, TODAY.minusYears(1), "GZ-2026-08"));
        assertThat(claims.preview(client.id()))
                .filteredOn(decision -> decision.outcome() == Outcome.RESTRICT_STORAGE_ONLY)
                .extracting(RecordDecision::recordId)
                .containsExactlyInAnyOrderElementsOf(before.stream()
                        .filter(decision -> decision.outcome() == Outcome.RESTRICT_STORAGE_ONLY)
                        .map(RecordDecision::recordId)
                        .toList());
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
}
