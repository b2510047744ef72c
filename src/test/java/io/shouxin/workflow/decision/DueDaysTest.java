package io.shouxin.workflow.decision;

import static io.shouxin.retention.DealType.*;
import static io.shouxin.shared.Sector.BROKERAGE;
import static io.shouxin.shared.Sector.HOUSEKEEPING;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.retention.DealFacts;
import io.shouxin.retention.DealType;
import io.shouxin.retention.DecisionReason;
import io.shouxin.retention.DueDay;
import io.shouxin.retention.DueDays;
import io.shouxin.retention.Outcome;
import io.shouxin.retention.RetentionDecider;
import io.shouxin.shared.Sector;
import io.shouxin.shared.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When a record goes that nobody asks about, by the tables that ship. */
class DueDaysTest {

    private static final RetentionDecider DECIDER =
            new RetentionDecider(new DmnRetentionRules(new DecisionTables()), Clock.systemUTC());
    private static final DueDays DAYS = new DueDays(DECIDER);

    @ParameterizedTest
    @CsvSource({
        // the day after the last day of keeping
        "IDENTITY, 2025-01-01, 2035-01-02, AML_SALE_IDENTITY_10Y",
        "TRANSACTION, 2028-02-29, 2038-03-01, AML_SECTOR_RULE_10Y",
        // the unsettled years after the old law's five are waited for: a person would have to decide
        "TRANSACTION, 2024-12-31, 2035-01-01, AML_SALE_TRANSITION_10Y",
        "IDENTITY, 2015-06-30, 2020-07-01, BROKERAGE_CONTRACT_5Y",
        // no rule but the limitation of claims: the day after that
        "DEMAND, 2020-06-30, 2023-07-01, GENERAL_CLAIM_3Y"
    })
    void a_record_of_a_sale_is_due_after_the_last_period(
            String category, String endedOn, LocalDate day, String ruleId) {
        DueDay due = DAYS.of(record(category, deal(BROKERAGE, SALE, endedOn)).facts());
        assertThat(due.on()).isEqualTo(day);
        assertThat(due.ruleId()).isEqualTo(ruleId);
    }

    @ParameterizedTest
    @CsvSource({"IDENTITY, 2025-01-01", "DEMAND, 2020-06-30", "TRANSACTION, 2010-01-31", "ADDRESS, 2024-02-29"})
    void on_the_day_the_decider_deletes_and_no_case_would_have_kept_it(String category, String endedOn) {
        KnownFacts known = record(category, deal(BROKERAGE, SALE, endedOn));
        LocalDate day = java.util.Objects.requireNonNull(DAYS.of(known.facts()).on());
        assertThat(DECIDER.decide(known.facts(), day).outcome()).isEqualTo(Outcome.DELETE_NOW);
        assertThat(DECIDER.decide(known.facts(), day.plusYears(20)).outcome()).isEqualTo(Outcome.DELETE_NOW);
    }

    @Test
    void what_belongs_to_the_person_waits_for_the_last_of_their_deals() {
        KnownFacts identity = record("IDENTITY", deal(BROKERAGE, SALE, "2010-01-01"))
                .withOtherDeals(List.of(deal(BROKERAGE, SALE, "2026-03-15")));
        assertThat(DAYS.of(identity.facts()).on()).isEqualTo("2036-03-16");
    }

    @Test
    void a_contract_that_runs_is_waited_for() {
        DueDay due = DAYS.of(
                record("SERVICE", deal(HOUSEKEEPING, SERVICE, "2030-05-31")).facts());
        assertThat(due.on()).isEqualTo("2033-06-01");
        assertThat(due.reason()).isEqualTo(DecisionReason.NO_RULE);
    }

    @Test
    void a_date_that_is_missing_is_never_guessed() {
        assertThat(reasonWithoutDay(record("TRANSACTION", deal(BROKERAGE, SALE, null))))
                .isEqualTo(DecisionReason.DATE_MISSING);
        assertThat(reasonWithoutDay(record("CONTACT", DealFacts.none(BROKERAGE))))
                .isEqualTo(DecisionReason.NO_RULE);
    }

    @Test
    void a_period_that_no_law_states_and_what_a_person_must_decide_give_no_day() {
        assertThat(reasonWithoutDay(record("TRANSACTION", deal(BROKERAGE, LEASE, "2025-09-15"))))
                .isEqualTo(DecisionReason.PERIOD_UNSTATED);
        assertThat(reasonWithoutDay(record("SERVICE", deal(BROKERAGE, SALE, "2010-01-01"))))
                .isEqualTo(DecisionReason.PERIOD_UNSTATED);
    }

    @Test
    void a_seal_a_claim_and_a_case_that_keeps_it_give_no_day() {
        KnownFacts over = record("TRANSACTION", deal(BROKERAGE, SALE, "2010-01-01"));
        assertThat(reasonWithoutDay(over.sealedBy("ZY-2026-0031"))).isEqualTo(DecisionReason.SEALED);
        assertThat(reasonWithoutDay(over.withOpenClaim())).isEqualTo(DecisionReason.OPEN_CLAIM);
        assertThat(reasonWithoutDay(over.withOpenClaim(LocalDate.of(2020, 1, 1))))
                .as("a claim that nobody looked at again still stands")
                .isEqualTo(DecisionReason.OPEN_CLAIM);
        assertThat(reasonWithoutDay(over.keptUntil(LocalDate.of(2020, 1, 1), "SC-2019-000001")))
                .isEqualTo(DecisionReason.DECIDED_EARLIER);
    }

    @ParameterizedTest
    @EnumSource(DecisionReason.class)
    void every_reason_is_told_in_both_languages(DecisionReason reason) {
        for (Texts texts : List.of(Texts.chinese(), Texts.english())) {
            assertThat(texts.has("sweep.spared." + reason) || texts.has("sweep.why." + reason))
                    .isTrue();
        }
    }

    private static DecisionReason reasonWithoutDay(KnownFacts known) {
        DueDay due = DAYS.of(known.facts());
        assertThat(due.on()).isNull();
        return due.reason();
    }

    private static KnownFacts record(String category, DealFacts deal) {
        return new KnownFacts(category, "GENERAL", deal);
    }

    private static DealFacts deal(Sector sector, DealType type, @Nullable String endedOn) {
        return new DealFacts(sector, type, null, endedOn == null ? null : LocalDate.parse(endedOn), false);
    }
}
