package io.shouxin.workflow.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.shared.Texts;
import io.shouxin.sweep.Approvals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DmnApprovalsTest {

    private static final Approvals TABLE = new DmnApprovals(new DecisionTables());

    @ParameterizedTest
    @CsvSource({
        "0, false, 1, SWEEP_SMALL_ONE",
        "9, false, 1, SWEEP_SMALL_ONE",
        "10, false, 2, SWEEP_LARGE_TWO",
        "1000, false, 2, SWEEP_LARGE_TWO",
        "1, true, 2, SWEEP_SENSITIVE_TWO",
        "1000, true, 2, SWEEP_SENSITIVE_TWO"
    })
    void a_share_and_sensitive_data_decide_how_many_approve(int share, boolean sensitive, int people, String rule) {
        Approvals.Needed needed = TABLE.forSweep(share, sensitive);
        assertThat(needed.people()).isEqualTo(people);
        assertThat(needed.ruleId()).isEqualTo(rule);
        assertThat(needed.source()).contains("第 51 条");
    }

    @Test
    void every_row_is_told_in_both_languages() {
        for (String rule : TableFile.read("sweep-approval").ruleIds()) {
            assertThat(Texts.chinese().has("sweep.approvals.rule." + rule)).isTrue();
            assertThat(Texts.english().has("sweep.approvals.rule." + rule)).isTrue();
        }
    }

    @Test
    void the_table_that_was_asked_can_be_named() {
        assertThat(TABLE.version()).matches("v1-[0-9a-f]{12}");
    }
}
