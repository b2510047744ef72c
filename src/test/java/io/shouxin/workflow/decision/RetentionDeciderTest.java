package io.shouxin.workflow.decision;

import static io.shouxin.retention.DealType.*;
import static io.shouxin.shared.Sector.BROKERAGE;
import static io.shouxin.shared.Sector.HOUSEKEEPING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.retention.DealFacts;
import io.shouxin.retention.DealType;
import io.shouxin.retention.DecisionReason;
import io.shouxin.retention.Outcome;
import io.shouxin.retention.RetentionDecider;
import io.shouxin.retention.RetentionDecision;
import io.shouxin.retention.RetentionTexts;
import io.shouxin.retention.Strength;
import io.shouxin.shared.Sector;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decider with the tables that ship: what a client and the staff are told. */
class RetentionDeciderTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final DmnRetentionRules RULES = new DmnRetentionRules(new DecisionTables());
    private static final RetentionDecider DECIDER = new RetentionDecider(RULES, Clock.systemUTC());

    @Test
    void a_sale_is_stored_only_until_ten_years_after_its_end() {
        RetentionDecision decision = decide(record("TRANSACTION", sale("2026-03-15")));

        assertThat(decision.outcome()).isEqualTo(Outcome.RESTRICT_STORAGE_ONLY);
        assertThat(decision.until()).isEqualTo("2036-03-15");
        assertThat(decision.ruleId()).isEqualTo("AML_SALE_TRANSACTION_10Y");
        assertThat(decision.strength()).isEqualTo(Strength.A);
        assertThat(decision.refusalCode()).isEqualTo("R3");
        assertThat(decision.tableVersion()).isEqualTo(RULES.version());
        assertThat(client(decision)).isEqualTo("法律要求从交易结束起保存 10 年（反洗钱法第 34、42、64 条）。您申请删除后只存不用至 2036 年 3 月 15 日，到期删除。");
        assertThat(RetentionTexts.staff(decision, Locale.SIMPLIFIED_CHINESE)).contains("2036 年 3 月 15 日");
        assertThat(RetentionTexts.basis(decision, Locale.SIMPLIFIED_CHINESE))
                .contains("A · 法律、行政法规", "反洗钱法", "已读条文全文")
                .doesNotContain("V1", "AML_");
        assertThat(RetentionTexts.basis(decision, Locale.ENGLISH)).contains("Certainty: full text read");
    }

    @ParameterizedTest
    @CsvSource({
        // the last day of keeping, and the day after
        "2025-01-01, 2035-01-01, RESTRICT_STORAGE_ONLY, 2035-01-01",
        "2025-01-01, 2035-01-02, DELETE_NOW, 2035-01-01",
        // 29 February: no such day ten years later, so the last of the month
        "2028-02-29, 2038-02-28, RESTRICT_STORAGE_ONLY, 2038-02-28",
        "2028-02-29, 2038-03-01, DELETE_NOW, 2038-02-28",
        // the old law's five years, then the unsettled five
        "2024-12-31, 2029-12-31, RESTRICT_STORAGE_ONLY, 2029-12-31",
        "2024-12-31, 2030-01-01, OFFICER_DECIDES, 2034-12-31",
        "2024-12-31, 2035-01-01, DELETE_NOW, 2029-12-31",
        "2020-01-01, 2026-11-23, OFFICER_DECIDES, 2030-01-01",
        // over before the new law began
        "2019-12-31, 2026-11-23, DELETE_NOW, 2024-12-31",
        "2024-02-29, 2029-02-28, RESTRICT_STORAGE_ONLY, 2029-02-28"
    })
    void the_day_decides_what_becomes_of_a_sale(LocalDate endedOn, LocalDate today, Outcome outcome, LocalDate until) {
        RetentionDecision decision =
                DECIDER.decide(record("IDENTITY", sale(endedOn.toString())).facts(), today);

        assertThat(decision.outcome()).isEqualTo(outcome);
        assertThat(decision.until()).isEqualTo(until);
    }

    @Test
    void today_is_the_day_in_china() {
        Clock lateInUtc = Clock.fixed(Instant.parse("2035-01-01T16:00:00Z"), ZoneOffset.UTC);
        RetentionDecision decision = new RetentionDecider(RULES, lateInUtc)
                .decide(record("TRANSACTION", sale("2025-01-01")).facts());

        assertThat(decision.outcome()).isEqualTo(Outcome.DELETE_NOW);
    }

    @Test
    void a_period_that_is_over_is_a_ground_of_its_own() {
        RetentionDecision decision = decide(record("TRANSACTION", sale("2015-06-30")));

        assertThat(decision.reason()).isEqualTo(DecisionReason.RULE_OVER);
        assertThat(decision.ground()).isEqualTo("47(1)2");
        assertThat(decision.refusalCode()).isNull();
    }

    @Test
    void what_no_rule_keeps_is_deleted() {
        RetentionDecision decision = decide(record("DEMAND", sale("2026-03-15")));

        assertThat(decision.outcome()).isEqualTo(Outcome.DELETE_NOW);
        assertThat(decision.reason()).isEqualTo(DecisionReason.NO_RULE);
        assertThat(decision.ground()).isEqualTo("47(1)1");
        assertThat(decision.ruleId()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"TRANSACTION, ", "PROPERTY, ", "IDENTITY, 2026-03-15", "UNCLASSIFIED, "})
    void what_may_belong_to_a_sale_goes_to_the_officer(String category, @Nullable String endedOn) {
        RetentionDecision decision = decide(record(category, deal(BROKERAGE, UNKNOWN, endedOn, false)));

        assertThat(decision.outcome()).isEqualTo(Outcome.OFFICER_DECIDES);
        assertThat(decision.ruleId()).isEqualTo("DEAL_TYPE_UNKNOWN");
        assertThat(client(decision)).startsWith("没有记录这笔交易是买卖还是租赁").doesNotContain("法律要求");
    }

    @Test
    void a_service_without_an_end_goes_to_the_officer_because_its_contract_may_still_run() {
        RetentionDecision decision = decide(record("SERVICE", service(null, false)));

        assertThat(decision.outcome()).isEqualTo(Outcome.OFFICER_DECIDES);
        assertThat(decision.ruleId()).isEqualTo("SERVICE_END_UNKNOWN");
        assertThat(client(decision)).startsWith("没有记录服务何时结束");
    }

    @Test
    void what_a_person_has_settled_is_not_asked_again_before_its_day_is_over() {
        KnownFacts open = record("TRANSACTION", deal(BROKERAGE, UNKNOWN, null, false));
        RetentionDecision settled = decide(open.keptUntil(TODAY, "SC-2026-000123"));

        assertThat(settled.outcome()).isEqualTo(Outcome.RESTRICT_STORAGE_ONLY);
        assertThat(settled.reason()).isEqualTo(DecisionReason.DECIDED_EARLIER);
        assertThat(settled.until()).isEqualTo(TODAY);
        assertThat(client(settled)).contains("SC-2026-000123", "2026 年 11 月 23 日");
        assertThat(decide(open.keptUntil(TODAY.minusDays(1), "SC-2026-000123")).outcome())
                .isEqualTo(Outcome.OFFICER_DECIDES);
    }

    @Test
    void what_a_person_kept_goes_where_no_rule_leaves_it_open() {
        KnownFacts wishes = record("DEMAND", sale("2026-03-15"));

        assertThat(decide(wishes.keptUntil(TODAY.plusYears(1), "SC-2026-000123"))
                        .outcome())
                .isEqualTo(Outcome.DELETE_NOW);
    }

    @Test
    void a_missing_end_date_goes_to_the_officer_with_the_latest_known_day() {
        DealFacts deal = new DealFacts(BROKERAGE, SALE, LocalDate.parse("2021-01-09"), null, false);
        RetentionDecision decision = decide(
                record("TRANSACTION", deal).recorded(LocalDate.parse("2021-01-10"), LocalDate.parse("2022-02-03")));

        assertThat(decision.outcome()).isEqualTo(Outcome.OFFICER_DECIDES);
        assertThat(decision.reason()).isEqualTo(DecisionReason.DATE_MISSING);
        assertThat(decision.until()).isNull();
        assertThat(decision.alternatives()).containsExactly("RESTRICT_STORAGE_ONLY", "DELETE_NOW", "ANONYMISE");
        assertThat(RetentionTexts.staff(decision, Locale.SIMPLIFIED_CHINESE)).contains("2022 年 2 月 3 日");
    }

    @Test
    void a_departmental_rule_asks_the_officer_while_it_runs() {
        RetentionDecision decision = decide(record("TRANSACTION", lease("2024-05-01")));

        assertThat(decision.outcome()).isEqualTo(Outcome.OFFICER_DECIDES);
        assertThat(decision.reason()).isEqualTo(DecisionReason.RULE_UNSETTLED);
        assertThat(decision.until()).isEqualTo("2029-05-01");
        assertThat(decision.strength()).isEqualTo(Strength.B);
    }

    @Test
    void an_unverified_period_asks_the_officer() {
        RetentionDecision decision = decide(record("TRANSACTION", lease("2025-09-15")));

        assertThat(decision.reason()).isEqualTo(DecisionReason.PERIOD_UNSTATED);
        assertThat(decision.ruleId()).isEqualTo("LEASE_ARCHIVE_PERIOD_UNVERIFIED");
        assertThat(decision.until()).isNull();
    }

    @Test
    void limitation_counts_only_for_a_concrete_open_claim() {
        KnownFacts facts = record("SERVICE", service("2026-01-02", false));

        assertThat(decide(facts).outcome()).isEqualTo(Outcome.DELETE_NOW);
        RetentionDecision claimed = decide(facts.withOpenClaim());
        assertThat(claimed.outcome()).isEqualTo(Outcome.OFFICER_DECIDES);
        assertThat(claimed.reason()).isEqualTo(DecisionReason.OPEN_CLAIM);
        assertThat(claimed.strength()).isEqualTo(Strength.C);
    }

    @Test
    void a_claim_is_named_and_gives_the_day_on_which_it_is_looked_at_again() {
        RetentionDecision claimed =
                decide(record("SERVICE", service("2026-01-02", false)).withOpenClaim(LocalDate.of(2027, 2, 28)));

        assertThat(claimed.until()).isEqualTo("2027-02-28");
        assertThat(claimed.codeIfKept(Outcome.RESTRICT_STORAGE_ONLY)).isEqualTo("R14");
        assertThat(client(claimed)).contains("费用未付", "TS-2026-12", "2027 年 2 月 28 日");
    }

    @Test
    void a_claim_that_nobody_looked_at_in_time_gives_the_officer_no_day() {
        RetentionDecision claimed =
                decide(record("SERVICE", service("2026-01-02", false)).withOpenClaim(TODAY));

        assertThat(claimed.outcome()).isEqualTo(Outcome.OFFICER_DECIDES);
        assertThat(claimed.until()).isNull();
        assertThat(client(claimed)).contains("已到期");
    }

    @Test
    void an_open_claim_does_not_weaken_a_running_law() {
        assertThat(decide(record("TRANSACTION", sale("2026-03-15")).withOpenClaim())
                        .outcome())
                .isEqualTo(Outcome.RESTRICT_STORAGE_ONLY);
    }

    @Test
    void a_seal_comes_before_everything() {
        RetentionDecision decision =
                decide(record("TRANSACTION", sale("2010-01-01")).sealedBy("ZY-2026-0031"));

        assertThat(decision.outcome()).isEqualTo(Outcome.HELD);
        assertThat(decision.until()).isNull();
        assertThat(decision.refusalCode()).isEqualTo("R5");
        assertThat(client(decision)).isEqualTo("因争议 ZY-2026-0031 封存，争议结束后再处理。");
        assertThat(client(decide(record("DEMAND", sale("2010-01-01")).sealedBy(null))))
                .contains("编号未记录");
    }

    @Test
    void a_sale_that_still_runs_is_kept_until_it_ends_and_ten_years_on() {
        RetentionDecision decision = decide(record("TRANSACTION", sale("2027-01-20")));

        assertThat(decision.outcome()).isEqualTo(Outcome.REFUSE);
        assertThat(decision.reason()).isEqualTo(DecisionReason.CONTRACT_RUNNING_THEN_LAW);
        assertThat(decision.until()).isEqualTo("2037-01-20");
        assertThat(decision.ground()).isNull();
        assertThat(decision.refusalCode()).isEqualTo("R13");
        assertThat(client(decision)).contains("2027 年 1 月 20 日", "2037 年 1 月 20 日", "10 年");
    }

    @Test
    void a_service_that_still_runs_is_kept_until_it_ends() {
        assertThat(decide(record("SERVICE", service("2026-11-23", false))).until())
                .isEqualTo("2026-11-23");
        RetentionDecision decision = decide(record("SERVICE", service("2027-06-30", false)));
        assertThat(decision.reason()).isEqualTo(DecisionReason.CONTRACT_RUNNING);
        assertThat(decision.until()).isEqualTo("2027-06-30");
        assertThat(decide(record("SERVICE", service("2026-11-22", true))).outcome())
                .as("an end date in the past outweighs a stale mark")
                .isEqualTo(Outcome.DELETE_NOW);
    }

    @Test
    void a_contract_without_an_end_is_kept_while_it_runs() {
        RetentionDecision decision = decide(record("SERVICE", service(null, true)));

        assertThat(decision.outcome()).isEqualTo(Outcome.REFUSE);
        assertThat(decision.reason()).isEqualTo(DecisionReason.CONTRACT_RUNNING_OPEN);
        assertThat(decision.until()).isNull();
    }

    @Test
    void what_a_running_contract_does_not_need_is_deleted_as_consent_withdrawn() {
        RetentionDecision doorCode = decide(record("HOME_ACCESS", service(null, true)));
        assertThat(doorCode.outcome()).isEqualTo(Outcome.DELETE_NOW);
        assertThat(doorCode.reason()).isEqualTo(DecisionReason.CONSENT_WITHDRAWN);
        assertThat(doorCode.ground()).isEqualTo("47(1)3");

        KnownFacts sensitive = new KnownFacts("SERVICE", "STATUTORY_SENSITIVE", service(null, true));
        assertThat(decide(sensitive).outcome()).isEqualTo(Outcome.DELETE_NOW);
    }

    @Test
    void identity_is_kept_as_long_as_the_longest_of_the_deals_of_the_person() {
        KnownFacts identity = record("IDENTITY", sale("2015-01-01"))
                .withOtherDeals(List.of(sale("2026-03-15"), sale("2025-05-05"), lease("2012-01-01")));

        assertThat(decide(identity).outcome()).isEqualTo(Outcome.RESTRICT_STORAGE_ONLY);
        assertThat(decide(identity).until()).isEqualTo("2036-03-15");
    }

    @Test
    void identity_without_a_deal_of_its_own_follows_the_other_deals() {
        KnownFacts contact = record("CONTACT", DealFacts.none(BROKERAGE)).withOtherDeals(List.of(sale("2026-03-15")));

        assertThat(decide(contact).until()).isEqualTo("2036-03-15");
    }

    @Test
    void a_known_running_law_outweighs_an_unknown_date_of_another_deal() {
        DealFacts undated = new DealFacts(BROKERAGE, SALE, null, null, false);
        KnownFacts identity = record("IDENTITY", undated).withOtherDeals(List.of(sale("2026-03-15")));

        assertThat(decide(identity).outcome()).isEqualTo(Outcome.RESTRICT_STORAGE_ONLY);
    }

    @Test
    void a_running_contract_comes_before_the_law_of_an_earlier_deal() {
        KnownFacts identity = record("IDENTITY", lease("2027-01-01")).withOtherDeals(List.of(sale("2026-03-15")));

        RetentionDecision decision = decide(identity);
        assertThat(decision.reason()).isEqualTo(DecisionReason.CONTRACT_RUNNING_THEN_LAW);
        assertThat(decision.until()).isEqualTo("2036-03-15");
    }

    @Test
    void a_worker_is_kept_for_the_ledger_from_the_day_of_the_record() {
        KnownFacts worker =
                record("WORKER", DealFacts.none(HOUSEKEEPING)).recorded(LocalDate.parse("2026-01-01"), null);

        assertThat(decide(worker).outcome()).isEqualTo(Outcome.RESTRICT_STORAGE_ONLY);
        assertThat(decide(worker).until()).isEqualTo("2028-01-01");
    }

    @Test
    void a_record_under_another_law_is_left_to_the_officer() {
        assertThat(decide(record("DEMAND", sale("2026-03-15")).under("EU")).outcome())
                .isEqualTo(Outcome.OFFICER_DECIDES);
    }

    @Test
    void facts_without_a_category_are_refused() {
        assertThatThrownBy(() -> record(" ", sale("2026-03-15")).facts()).isInstanceOf(IllegalArgumentException.class);
    }

    private static RetentionDecision decide(KnownFacts facts) {
        return DECIDER.decide(facts.facts(), TODAY);
    }

    private static String client(RetentionDecision decision) {
        return RetentionTexts.client(decision, Locale.SIMPLIFIED_CHINESE);
    }

    private static KnownFacts record(String category, DealFacts deal) {
        return new KnownFacts(category, "GENERAL", deal);
    }

    private static DealFacts sale(String endedOn) {
        return deal(BROKERAGE, SALE, endedOn, false);
    }

    private static DealFacts lease(String endedOn) {
        return deal(BROKERAGE, LEASE, endedOn, false);
    }

    private static DealFacts service(@Nullable String endedOn, boolean running) {
        return deal(HOUSEKEEPING, SERVICE, endedOn, running);
    }

    private static DealFacts deal(Sector sector, DealType type, @Nullable String endedOn, boolean running) {
        return new DealFacts(sector, type, null, endedOn == null ? null : LocalDate.parse(endedOn), running);
    }
}
