package io.shouxin.workflow.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.record.Classification;
import io.shouxin.request.Proof;
import io.shouxin.request.ProofRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DmnProofRulesTest {

    private static final ProofRules RULES = new DmnProofRules(new DecisionTables());

    @ParameterizedTest
    @CsvSource({
        "GENERAL, CODE",
        "POLICY_SENSITIVE, STRONG",
        "STATUTORY_SENSITIVE, STRONG",
        "STATUTORY_SENSITIVE_CHILD, STRONG"
    })
    void data_ask_for_as_much_proof_as_they_are_sensitive(Classification classification, Proof proof) {
        assertThat(RULES.neededFor(classification.name())).isEqualTo(proof);
    }

    @Test
    void every_classification_has_one_row_and_every_row_one_classification() {
        assertThat(TableFile.read("identity-proof").ruleIds()).hasSameSizeAs(Classification.values());
    }

    @Test
    void a_classification_without_a_row_is_refused_not_guessed() {
        assertThatThrownBy(() -> RULES.neededFor("HARMLESS")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_table_that_was_asked_can_be_named() {
        assertThat(RULES.version()).matches("v1-[0-9a-f]{12}");
    }
}
