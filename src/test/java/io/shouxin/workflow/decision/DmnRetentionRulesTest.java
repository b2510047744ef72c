package io.shouxin.workflow.decision;

import static io.shouxin.retention.DealType.*;
import static io.shouxin.shared.Sector.BROKERAGE;
import static io.shouxin.shared.Sector.HOUSEKEEPING;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.record.Category;
import io.shouxin.retention.CaseFileRetention;
import io.shouxin.retention.DealType;
import io.shouxin.retention.RetentionRule;
import io.shouxin.retention.RuleQuery;
import io.shouxin.retention.Strength;
import io.shouxin.shared.Sector;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DmnRetentionRulesTest {

    private static final DmnRetentionRules RULES = new DmnRetentionRules(new DecisionTables());

    @Test
    void the_longest_period_is_the_ten_years_of_the_anti_money_laundering_law() {
        assertThat(RULES.longestFrom(LocalDate.of(2026, 11, 22))).isEqualTo(LocalDate.of(2036, 11, 22));
    }

    /** For each row one case that it is meant for; a row without a case here fails the test below. */
    private static Map<String, RuleQuery> examples() {
        Map<String, RuleQuery> cases = new LinkedHashMap<>();
        cases.put("AML_SALE_IDENTITY_10Y", query("IDENTITY_IMAGE", BROKERAGE, SALE, "2025-01-01"));
        cases.put("AML_SALE_TRANSACTION_10Y", query("PROPERTY", BROKERAGE, SALE, "2026-03-15"));
        cases.put("AML_SECTOR_RULE_10Y", query("TRANSACTION", BROKERAGE, SALE, "2025-09-01"));
        cases.put("AML_SALE_IDENTITY_2006_5Y", query("CONTACT", BROKERAGE, SALE, "2024-12-31"));
        cases.put("AML_SALE_TRANSACTION_2006_5Y", query("TRANSACTION", BROKERAGE, SALE, "2019-12-31"));
        cases.put("AML_SALE_TRANSITION_10Y", query("IDENTITY", BROKERAGE, SALE, "2020-01-01"));
        cases.put("AML_SALE_END_UNKNOWN", query("IDENTITY", BROKERAGE, SALE, null));
        cases.put("AML_SALE_ADDRESS_10Y", query("ADDRESS", BROKERAGE, SALE, null));
        cases.put("AML_SALE_ACCOUNT_10Y", query("FINANCIAL_ACCOUNT", BROKERAGE, SALE, "2025-01-01"));
        cases.put("AML_SALE_ANCILLARY_2006_5Y", query("ADDRESS", BROKERAGE, SALE, "2024-12-31"));
        cases.put("BROKERAGE_CONTRACT_5Y", query("TRANSACTION", BROKERAGE, LEASE, "2024-05-01"));
        cases.put("BROKERAGE_BUSINESS_RECORD", query("SERVICE", BROKERAGE, LEASE, "2024-05-01"));
        cases.put("LEASE_ARCHIVE_PERIOD_UNVERIFIED", query("PROPERTY", BROKERAGE, LEASE, "2025-09-15"));
        cases.put("LABOUR_CONTRACT_2Y", query("WORKER", BROKERAGE, NONE, "2025-01-01"));
        cases.put("HR_SERVICE_LEDGER_2Y", query("WORKER", HOUSEKEEPING, NONE, null));
        cases.put("HOUSEKEEPING_WORKER_FILE_3Y", query("WORKER", HOUSEKEEPING, SERVICE, null));
        cases.put("HOUSEKEEPING_CONTRACT_3Y", query("SERVICE", HOUSEKEEPING, SERVICE, "2025-01-02"));
        cases.put("CONSENT_RECORD_3Y", query("CONSENT_CLAIM", HOUSEKEEPING, NONE, null));
        cases.put("GENERAL_CLAIM_3Y", query("HOME_ACCESS", HOUSEKEEPING, SERVICE, "2025-01-02"));
        cases.put("UNCLASSIFIED_IN_SALE", query("UNCLASSIFIED", BROKERAGE, SALE, "2026-01-01"));
        cases.put("DEAL_TYPE_UNKNOWN", query("PROPERTY", BROKERAGE, UNKNOWN, null));
        cases.put("SERVICE_END_UNKNOWN", query("SERVICE", HOUSEKEEPING, SERVICE, null));
        cases.put(
                "CONTRACT_RUNNING",
                new RuleQuery("SERVICE", HOUSEKEEPING, SERVICE, "GENERAL", null, true, false, "CN"));
        cases.put(
                "DISPUTED_RECORD_SEALED", new RuleQuery("DEMAND", BROKERAGE, NONE, "GENERAL", null, false, true, "CN"));
        cases.put("CASE_FILE_3Y", query("CASE_FILE", HOUSEKEEPING, NONE, "2026-11-23"));
        cases.put("INVOICE_STUB_5Y", query("INVOICE", BROKERAGE, NONE, null));
        cases.put("TAX_BOOKS_10Y", query("TAX_BOOKS", HOUSEKEEPING, NONE, "2026-11-23"));
        cases.put("ACCOUNTING_VOUCHERS_30Y", query("ACCOUNTING_VOUCHERS", BROKERAGE, SALE, "2026-11-23"));
        cases.put("BANK_STATEMENTS_10Y", query("BANK_STATEMENTS", BROKERAGE, NONE, "2026-11-23"));
        cases.put("PLATFORM_ORDER_3Y", query("PLATFORM_ORDER", HOUSEKEEPING, SERVICE, "2026-11-23"));
        cases.put("IMPACT_ASSESSMENT_3Y", query("IMPACT_ASSESSMENT", BROKERAGE, NONE, null));
        cases.put("PROVISION_RECORD_3Y", query("PROVISION_RECORD", BROKERAGE, NONE, null));
        cases.put("FOREIGN_PROFILE", new RuleQuery("DEMAND", BROKERAGE, NONE, "GENERAL", null, false, false, "EU"));
        return cases;
    }

    static Stream<String> rows() {
        return TableFile.read("retention-rules").ruleIds().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_row_is_hit_by_the_case_it_is_meant_for(String ruleId) {
        RuleQuery example = examples().get(ruleId);
        assertThat(example).as("an example for the row %s", ruleId).isNotNull();
        assertThat(ids(Objects.requireNonNull(example))).contains(ruleId);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-12-31, AML_SALE_TRANSACTION_2006_5Y",
        "2020-01-01, AML_SALE_TRANSACTION_2006_5Y AML_SALE_TRANSITION_10Y",
        "2024-12-31, AML_SALE_TRANSACTION_2006_5Y AML_SALE_TRANSITION_10Y",
        "2025-01-01, AML_SALE_TRANSACTION_10Y",
        "2025-08-31, AML_SALE_TRANSACTION_10Y",
        "2025-09-01, AML_SALE_TRANSACTION_10Y AML_SECTOR_RULE_10Y"
    })
    void a_sale_falls_under_the_law_of_the_day_it_ended(String endedOn, String expected) {
        assertThat(ids(query("TRANSACTION", BROKERAGE, SALE, endedOn)))
                .filteredOn(id -> id.startsWith("AML"))
                .containsExactlyInAnyOrder(expected.split(" "));
    }

    @Test
    void a_missing_end_date_hits_the_rows_that_ask_for_it_and_no_dated_row() {
        assertThat(ids(query("IDENTITY", BROKERAGE, SALE, null)))
                .containsExactlyInAnyOrder("AML_SALE_END_UNKNOWN", "BROKERAGE_CONTRACT_5Y", "GENERAL_CLAIM_3Y");
    }

    @Test
    void a_lease_is_outside_anti_money_laundering_law() {
        for (String category : List.of("IDENTITY", "IDENTITY_IMAGE", "CONTACT", "TRANSACTION", "PROPERTY")) {
            assertThat(ids(query(category, BROKERAGE, LEASE, "2026-01-01"))).noneMatch(id -> id.startsWith("AML"));
        }
    }

    @Test
    void a_lease_that_ended_before_the_lease_regulations_needs_no_archive() {
        assertThat(ids(query("IDENTITY", BROKERAGE, LEASE, "2025-09-14")))
                .doesNotContain("LEASE_ARCHIVE_PERIOD_UNVERIFIED");
    }

    @ParameterizedTest
    @CsvSource({"SOCIAL_ACCOUNT", "DEMAND", "HOUSEHOLD", "CHILD", "HEALTH", "BELIEF_DIET", "HOME_ACCESS"})
    void nothing_but_an_open_claim_stands_against_deleting(String category) {
        for (Sector sector : Sector.values()) {
            for (DealType deal : DealType.values()) {
                assertThat(RULES.standing(query(category, sector, deal, "2026-01-01")))
                        .extracting(RetentionRule::strength)
                        .containsOnly(Strength.C);
            }
        }
    }

    @Test
    void sensitive_data_is_not_needed_by_a_running_contract() {
        RuleQuery query =
                new RuleQuery("SERVICE", HOUSEKEEPING, SERVICE, "STATUTORY_SENSITIVE", null, true, false, "CN");
        assertThat(ids(query)).doesNotContain("CONTRACT_RUNNING");
    }

    @Test
    void who_only_looked_hits_no_row_of_a_deal() {
        for (String category : List.of("IDENTITY", "CONTACT", "ADDRESS", "PROPERTY", "UNCLASSIFIED")) {
            assertThat(ids(query(category, BROKERAGE, NONE, null))).containsExactly("GENERAL_CLAIM_3Y");
        }
    }

    @Test
    void a_service_that_ended_or_is_known_to_run_has_no_unknown_end() {
        assertThat(ids(query("SERVICE", HOUSEKEEPING, SERVICE, "2025-01-02"))).doesNotContain("SERVICE_END_UNKNOWN");
        assertThat(ids(new RuleQuery("SERVICE", HOUSEKEEPING, SERVICE, "GENERAL", null, true, false, "CN")))
                .doesNotContain("SERVICE_END_UNKNOWN");
        assertThat(ids(new RuleQuery(
                        "SERVICE", HOUSEKEEPING, SERVICE, "STATUTORY_SENSITIVE", null, false, false, "CN")))
                .doesNotContain("SERVICE_END_UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23, CN, 2029-11-23", "2028-02-29, CN, 2031-02-28", "2026-11-23, EU, 2029-11-23"})
    void the_file_of_a_case_is_kept_for_three_years_after_its_end(
            LocalDate closedOn, String jurisdiction, LocalDate until) {
        assertThat(new CaseFileRetention(RULES).lastDay(closedOn, BROKERAGE, jurisdiction))
                .isEqualTo(until);
    }

    @Test
    void the_row_of_case_files_stands_against_no_client_record() {
        for (Category category : Category.values()) {
            assertThat(ids(query(category.name(), HOUSEKEEPING, NONE, "2026-11-23")))
                    .doesNotContain("CASE_FILE_3Y");
        }
    }

    @Test
    void the_answer_to_the_same_question_is_remembered() {
        RuleQuery query = query("IDENTITY", BROKERAGE, SALE, "2026-03-15");
        assertThat(RULES.standing(query)).isSameAs(RULES.standing(query));
    }

    @Test
    void a_remembered_answer_is_the_answer_of_the_table_for_that_very_day() {
        for (String step : List.of("2020-01-01", "2025-01-01", "2025-09-01", "2025-09-15")) {
            for (int days : new int[] {-400, -1, 0, 1, 2, 14, 400}) {
                String day = LocalDate.parse(step).plusDays(days).toString();
                for (RuleQuery query : List.of(
                        query("IDENTITY", BROKERAGE, SALE, day),
                        query("ADDRESS", BROKERAGE, SALE, day),
                        query("PROPERTY", BROKERAGE, LEASE, day))) {
                    assertThat(RULES.standing(query)).as(query.toString()).isEqualTo(RULES.evaluate(query));
                }
            }
        }
    }

    @Test
    void days_between_two_steps_share_one_answer_only_where_cells_merely_compare() {
        LocalDate day = LocalDate.parse("2025-03-04");
        assertThat(new DateSteps(List.of(
                                "", "null, >= date(\"2025-01-01\")", "[date(\"2020-01-01\")..date(\"2025-01-01\"))"))
                        .representative(day))
                .isEqualTo("2025-01-02");
        assertThat(new DateSteps(List.of(">= date(\"2025-01-01\")")).representative(LocalDate.EPOCH))
                .isEqualTo("2024-12-31");
        assertThat(new DateSteps(List.of(">= date(\"2025-01-01\")", "endedOn.year = 2025")).representative(day))
                .isEqualTo(day);
        assertThat(new DateSteps(List.of("", "-")).representative(day)).isEqualTo(day);
    }

    private static List<String> ids(RuleQuery query) {
        return RULES.standing(query).stream().map(RetentionRule::ruleId).toList();
    }

    private static RuleQuery query(String category, Sector sector, DealType deal, @Nullable String endedOn) {
        LocalDate end = endedOn == null ? null : LocalDate.parse(endedOn);
        return new RuleQuery(category, sector, deal, "GENERAL", end, false, false, "CN");
    }
}
