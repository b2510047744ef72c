package io.shouxin.workflow.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.request.RefusalReason;
import io.shouxin.request.RefusalReasons;
import io.shouxin.request.RequestType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DmnRefusalReasonsTest {

    private static final RefusalReasons REASONS = new DmnRefusalReasons(new DecisionTables());

    @Test
    void every_row_is_offered_for_some_request() {
        TableFile file = TableFile.read("refusal-reasons");
        Set<String> offered = Arrays.stream(RequestType.values())
                .flatMap(type -> REASONS.of(type).stream())
                .map(RefusalReason::code)
                .collect(Collectors.toSet());
        for (Rule rule : file.rules()) {
            assertThat(offered).contains(file.output(rule, "code"));
        }
        assertThat(offered).hasSize(file.rules().size());
    }

    @ParameterizedTest
    @CsvSource({
        "DELETION, R1 R2 R3 R4 R5 R6 R8 R10 R11 R13",
        "ACCESS, R1 R2 R6 R9 R10 R11 R12",
        "CORRECTION, R1 R2 R5 R10 R11",
        "PORTABILITY, R1 R2 R6 R7 R8 R10 R11 R12",
        "RESTRICTION, R1 R2 R13",
        "OBJECTION, R1 R2 R13",
        "EXPLANATION, R1 R2 R9"
    })
    void a_request_may_be_refused_only_for_reasons_that_fit_it(RequestType type, String codes) {
        assertThat(REASONS.of(type)).extracting(RefusalReason::code).containsExactly(codes.split(" "));
    }

    @ParameterizedTest
    @EnumSource(RequestType.class)
    void an_identity_not_yet_verified_is_the_only_pause(RequestType type) {
        List<RefusalReason> pauses =
                REASONS.of(type).stream().filter(RefusalReason::pauseNotRefusal).toList();
        assertThat(pauses).extracting(RefusalReason::code).containsExactly("R1");
    }

    @Test
    void a_statutory_period_speaks_for_itself_and_a_departmental_rule_needs_words() {
        assertThat(REASONS.of(RequestType.DELETION))
                .filteredOn(RefusalReason::needsText)
                .extracting(RefusalReason::code)
                .contains("R4")
                .doesNotContain("R3");
    }
}
