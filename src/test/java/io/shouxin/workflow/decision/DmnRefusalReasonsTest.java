package io.shouxin.workflow.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.request.RefusalFacts;
import io.shouxin.request.RefusalReason;
import io.shouxin.request.RefusalReasons;
import io.shouxin.request.RequestType;
import io.shouxin.request.Requester;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DmnRefusalReasonsTest {

    private static final RefusalReasons REASONS = new DmnRefusalReasons(new DecisionTables());

    @Test
    void every_row_but_the_pause_is_offered_in_some_case() {
        List<String> offered = everyCase()
                .flatMap(facts -> Stream.of(
                                REASONS.forRequest(facts), REASONS.forRecord(facts), REASONS.forAuthority(facts))
                        .flatMap(List::stream))
                .map(RefusalReason::code)
                .distinct()
                .toList();
        List<String> rows = codesOf(TableFile.read("refusal-reasons"));
        assertThat(rows).doesNotHaveDuplicates();
        assertThat(offered)
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().filter(code -> !code.equals("R1")).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "DELETION, R6 R8 R13",
        "ACCESS, R6 R9 R12",
        "PORTABILITY, R6 R7 R8 R12",
        "RESTRICTION, R13",
        "OBJECTION, R13",
        "EXPLANATION, R9"
    })
    void a_person_of_whom_something_is_held_is_refused_as_a_whole_only_for_what_fits(RequestType type, String codes) {
        assertThat(codes(REASONS.forRequest(held(type)))).containsExactly(codes.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "DELETION, R3 R4 R6 R8 R13",
        "ACCESS, R6 R9",
        "PORTABILITY, R6 R7 R8",
        "RESTRICTION, R13",
        "OBJECTION, R13",
        "EXPLANATION, R9"
    })
    void a_record_is_kept_only_for_what_fits_a_record(RequestType type, String codes) {
        assertThat(codes(REASONS.forRecord(held(type)))).containsExactly(codes.split(" "));
    }

    @ParameterizedTest
    @EnumSource(RequestType.class)
    void a_seal_is_a_reason_only_where_something_is_sealed_and_the_kind_of_request_would_touch_it(RequestType type) {
        RefusalFacts underSeal = new RefusalFacts(type, Requester.SUBJECT, true, false, true);
        boolean touches = type == RequestType.DELETION || type == RequestType.CORRECTION;
        assertThat(codes(REASONS.forRequest(underSeal)).contains("R5")).isEqualTo(touches);
        assertThat(codes(REASONS.forRecord(underSeal)).contains("R5")).isEqualTo(touches);
        assertThat(codes(REASONS.forRequest(held(type)))).doesNotContain("R5");
        assertThat(codes(REASONS.forRecord(held(type)))).doesNotContain("R5");
    }

    @ParameterizedTest
    @EnumSource(RequestType.class)
    void that_nothing_is_held_is_said_only_where_nothing_is_held(RequestType type) {
        RefusalFacts nothing = new RefusalFacts(type, Requester.SUBJECT, false, false, false);
        assertThat(codes(REASONS.forRequest(nothing))).startsWith("R2").doesNotContain("R3", "R5", "R6", "R8", "R13");
        assertThat(REASONS.forRecord(nothing)).isEmpty();
        assertThat(codes(REASONS.forRequest(held(type)))).doesNotContain("R2");
    }

    @ParameterizedTest
    @EnumSource(
            value = RequestType.class,
            names = {"DELETION", "ACCESS", "CORRECTION", "PORTABILITY"})
    void the_dead_are_spoken_of_only_to_those_who_claim_to_be_their_relatives(RequestType type) {
        RefusalFacts relative = new RefusalFacts(type, Requester.DECEASED_RELATIVE, true, false, false);
        assertThat(codes(REASONS.forRequest(relative))).contains("R10", "R11");
        assertThat(codes(REASONS.forRecord(relative))).doesNotContain("R10", "R11");
        assertThat(codes(REASONS.forRequest(held(type)))).doesNotContain("R10", "R11");
    }

    @ParameterizedTest
    @CsvSource({"REPRESENTATIVE, R15", "DECEASED_RELATIVE, R10 R11"})
    void lack_of_authority_has_reasons_of_its_own_for_those_who_ask_for_others(Requester requester, String reasons) {
        RefusalFacts facts = new RefusalFacts(RequestType.DELETION, requester, false, false, false);
        assertThat(codes(REASONS.forAuthority(facts))).containsExactly(reasons.split(" "));
        assertThat(REASONS.forAuthority(facts)).allMatch(RefusalReason::needsText);
        assertThat(REASONS.forAuthority(held(RequestType.DELETION))).isEmpty();
        assertThat(codes(REASONS.forRequest(facts))).doesNotContain("R15");
    }

    @Test
    void an_identity_not_yet_verified_is_a_pause_and_never_a_refusal() {
        everyCase().forEach(facts -> {
            assertThat(codes(REASONS.forRequest(facts))).doesNotContain("R1");
            assertThat(codes(REASONS.forRecord(facts))).doesNotContain("R1");
        });
    }

    @Test
    void a_statutory_period_speaks_for_itself_and_a_departmental_rule_needs_words() {
        assertThat(REASONS.forRecord(held(RequestType.DELETION)))
                .filteredOn(RefusalReason::needsText)
                .extracting(RefusalReason::code)
                .contains("R4")
                .doesNotContain("R3");
    }

    @Test
    void an_open_claim_is_a_reason_for_single_records_and_only_where_the_register_has_one() {
        RefusalFacts claimed = new RefusalFacts(RequestType.DELETION, Requester.SUBJECT, true, true, false);
        assertThat(codes(REASONS.forRecord(claimed))).contains("R14");
        assertThat(codes(REASONS.forRequest(claimed))).doesNotContain("R14");
        assertThat(codes(REASONS.forRecord(held(RequestType.DELETION)))).doesNotContain("R14");
    }

    @Test
    void a_recorded_code_is_read_whatever_the_case() {
        for (String code : codesOf(TableFile.read("refusal-reasons"))) {
            assertThat(REASONS.withCode(code))
                    .as(code)
                    .map(RefusalReason::textKey)
                    .hasValue("retention.refusal." + code);
        }
        assertThat(REASONS.withCode("R99")).isEmpty();
    }

    private static Stream<RefusalFacts> everyCase() {
        return Arrays.stream(RequestType.values()).flatMap(type -> Arrays.stream(Requester.values())
                .flatMap(requester -> Stream.concat(
                        Stream.of(new RefusalFacts(type, requester, false, false, false)),
                        Stream.of(true, false).flatMap(claim -> Stream.of(true, false)
                                .map(seal -> new RefusalFacts(type, requester, true, claim, seal))))));
    }

    private static RefusalFacts held(RequestType type) {
        return new RefusalFacts(type, Requester.SUBJECT, true, false, false);
    }

    private static List<String> codes(List<RefusalReason> reasons) {
        return reasons.stream().map(RefusalReason::code).toList();
    }

    private static List<String> codesOf(TableFile file) {
        return file.rules().stream()
                .map((Rule rule) -> file.output(rule, "code"))
                .toList();
    }
}
