package io.shouxin.workflow.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.deadline.Clocks;
import io.shouxin.deadline.DeadlineRule;
import io.shouxin.deadline.ResponseDeadline;
import io.shouxin.request.RequestType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DmnResponseDeadlineTest {

    private static final ResponseDeadline DEADLINES = new DmnResponseDeadline(new DecisionTables());

    @ParameterizedTest
    @EnumSource(RequestType.class)
    void every_right_is_answered_within_15_working_and_30_calendar_days_in_china(RequestType type) {
        DeadlineRule rule = DEADLINES.rule(type.name(), "CN");
        assertThat(rule.workingDays()).isEqualTo(15);
        assertThat(rule.calendarDays()).isEqualTo(30);
        assertThat(rule.source()).contains("个人信息保护法");
    }

    @ParameterizedTest
    @CsvSource({
        "ACCESS, CN, ACCESS_15WD",
        "CORRECTION, CN, CORRECTION_15WD",
        "DELETION, CN, DELETION_15WD",
        "WITHDRAWAL, CN, WITHDRAWAL_15WD",
        "OBJECTION, CN, RESTRICTION_15WD",
        "PORTABILITY, CN, PORTABILITY_15WD",
        "AUTOMATED_DECISION, CN, EXPLANATION_15WD",
        "ACCOUNT_CANCELLATION, CN, ACCOUNT_CANCELLATION_15WD",
        "COMPLAINT, CN, COMPLAINT_15WD",
        "MINOR, CN, MINOR_10WD",
        "DECEASED_RELATIVE, CN, DECEASED_RELATIVE_15WD",
        "DELETION, EU, EU_ONE_MONTH",
        "DELETION, UK, UK_ONE_MONTH",
        "CLIENT_PROOF, CN, CLIENT_PROOF_15WD",
        "CLIENT_PROOF, EU, CLIENT_PROOF_15WD",
        "STORAGE_END, CN, STORAGE_END_15WD",
        "STORAGE_END, EU, STORAGE_END_15WD"
    })
    void a_request_falls_under_its_row(String type, String jurisdiction, String ruleId) {
        assertThat(DEADLINES.rule(type, jurisdiction).ruleId()).isEqualTo(ruleId);
        assertThat(TableFile.read("response-deadline").ruleIds()).hasSize(15).contains(ruleId);
    }

    @Test
    void a_client_has_15_working_days_for_what_they_owe_and_no_calendar_days_cut_them() {
        DeadlineRule rule = DEADLINES.rule(Clocks.CLIENT_PROOF, "CN");
        assertThat(rule.workingDays()).isEqualTo(15);
        assertThat(rule.calendarDays()).isZero();
        assertThat(rule.certainty()).contains("I");
    }

    @Test
    void a_month_abroad_is_counted_as_its_shortest_and_in_calendar_days_only() {
        DeadlineRule rule = DEADLINES.rule("ACCESS", "EU");
        assertThat(rule.calendarDays()).isEqualTo(28);
        assertThat(rule.workingDays()).isZero();
    }

    @Test
    void a_request_without_a_row_is_refused_not_guessed() {
        assertThatThrownBy(() -> DEADLINES.rule("DELETION", "XX")).isInstanceOf(IllegalArgumentException.class);
    }
}
