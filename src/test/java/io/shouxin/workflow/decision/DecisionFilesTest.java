package io.shouxin.workflow.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.shared.Texts;
import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DecisionFilesTest {

    static final List<String> TABLES = TableFile.ALL;

    @ParameterizedTest
    @FieldSource("TABLES")
    void a_table_is_valid_dmn(String id) {
        Dmn.validateModel(TableFile.read(id).model());
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void a_table_carries_a_version_tag(String id) {
        assertThat(TableFile.read(id).decision().getVersionTag()).matches("v\\d+");
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void every_column_is_labelled_in_both_languages(String id) {
        TableFile file = TableFile.read(id);
        assertThat(file.table().getInputs()).extracting(Input::getLabel).allMatch(DecisionFilesTest::bilingual);
        assertThat(file.table().getOutputs()).extracting(Output::getLabel).allMatch(DecisionFilesTest::bilingual);
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void every_row_has_a_speaking_id_and_names_source_and_certainty(String id) {
        TableFile file = TableFile.read(id);
        String sourceColumn = id.equals("refusal-reasons") ? "legalSource" : "source";
        for (Rule rule : file.rules()) {
            assertThat(rule.getId()).matches("[A-Z][A-Z0-9_]{4,}");
            assertThat(file.output(rule, sourceColumn)).as(rule.getId()).isNotBlank();
            assertThat(file.output(rule, "certainty"))
                    .as(rule.getId())
                    .containsPattern("V1|V2|MH|ML|\\bI\\b|unverified");
            assertThat(rule.getDescription().getTextContent())
                    .as(rule.getId())
                    .contains(file.output(rule, sourceColumn))
                    .contains(file.output(rule, "certainty"));
        }
    }

    @Test
    void the_rule_that_a_row_reports_is_its_own_id() {
        for (String id : List.of(
                "retention-rules",
                "response-deadline",
                "identity-proof",
                "scale-tier",
                "sweep-approval",
                "unusual-access")) {
            TableFile file = TableFile.read(id);
            assertThat(file.rules())
                    .allSatisfy(rule -> assertThat(file.output(rule, "ruleId")).isEqualTo(rule.getId()));
        }
    }

    @Test
    void every_sentence_that_a_row_names_exists_in_both_languages() {
        for (String id : List.of("retention-rules", "refusal-reasons", "scale-tier")) {
            TableFile file = TableFile.read(id);
            for (Rule rule : file.rules()) {
                String key = file.output(rule, "textKey");
                assertThat(Texts.chinese().has(key)).as("zh %s", key).isTrue();
                assertThat(Texts.english().has(key)).as("en %s", key).isTrue();
            }
        }
    }

    @Test
    void a_version_names_tag_and_content() {
        DecisionTables tables = new DecisionTables();
        assertThat(tables.table("retention-rules").version()).matches("v1-[0-9a-f]{12}");
        assertThat(tables.table("refusal-reasons").version())
                .isNotEqualTo(tables.table("retention-rules").version());
    }

    @Test
    void a_table_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> new DecisionTables().table("no-such-table"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no-such-table");
    }

    private static boolean bilingual(String label) {
        return label.matches(".*\\p{IsHan}.*") && label.matches(".*[A-Za-z]{2}.*");
    }
}
