package io.shouxin.workflow.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.audit.Act;
import io.shouxin.audit.UnusualRules;
import io.shouxin.audit.UnusualRules.Measure;
import io.shouxin.audit.UnusualRules.Period;
import io.shouxin.audit.UnusualRules.Rule;
import io.shouxin.shared.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DmnUnusualRulesTest {

    private static final UnusualRules TABLE = new DmnUnusualRules(new DecisionTables());

    @ParameterizedTest
    @CsvSource({
        "HOUR, OPENED, 30, PEOPLE_IN_AN_HOUR",
        "HOUR, LISTED, 300, LISTED_IN_AN_HOUR",
        "HOUR, SEARCHED, 40, SEARCHES_IN_AN_HOUR",
        "DAY, REVEALED, 20, REVEALED_IN_A_DAY",
        "DAY, EXPORTED, 3, EXPORTED_IN_A_DAY",
        "DAY, COLLEAGUE_MAIL, 0, COLLEAGUE_BY_MAIL",
        "DAY, COLLEAGUE_NAME, 0, COLLEAGUE_BY_NAME"
    })
    void a_row_finds_what_goes_beyond_its_threshold_and_not_what_reaches_it(
            Period period, Act act, int threshold, String rule) {
        assertThat(broken(period, act, threshold, 10, false)).isEmpty();
        assertThat(broken(period, act, threshold + 1, 10, false)).containsExactly(rule);
    }

    @ParameterizedTest
    @ValueSource(ints = {22, 23, 0, 1, 2, 3, 4, 5})
    void at_night_the_first_time_is_found(int hour) {
        assertThat(broken(Period.HOUR, Act.ANY, 1, hour, false)).containsExactly("AT_NIGHT");
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 12, 20, 21})
    void by_day_the_hour_alone_is_nothing(int hour) {
        assertThat(broken(Period.HOUR, Act.ANY, 1_000, hour, false)).isEmpty();
    }

    @Test
    void on_a_closed_day_a_short_look_is_let_pass_and_a_long_one_found() {
        assertThat(broken(Period.DAY, Act.ANY, 10, 0, true)).isEmpty();
        assertThat(broken(Period.DAY, Act.ANY, 11, 0, true)).containsExactly("ON_A_CLOSED_DAY");
        assertThat(broken(Period.DAY, Act.ANY, 1_000, 0, false)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void every_act_can_be_found(Act act) {
        assertThat(List.of(broken(Period.HOUR, act, 1_000, 23, true), broken(Period.DAY, act, 1_000, 0, true)))
                .anyMatch(rules -> !rules.isEmpty());
    }

    @Test
    void the_threshold_that_a_row_names_is_the_one_it_tests() {
        TableFile file = TableFile.read("unusual-access");
        assertThat(file.rules()).hasSize(9).allSatisfy(rule -> assertThat(
                        List.copyOf(rule.getInputEntries()).get(4).getText().getTextContent())
                .isEqualTo("> " + file.output(rule, "threshold")));
        assertThat(TABLE.all()).extracting(Rule::ruleId).isEqualTo(file.ruleIds());
        assertThat(TABLE.all().get(0)).isEqualTo(new Rule("PEOPLE_IN_AN_HOUR", 30, "个人信息保护法第 51 条第 4 项；本公司内部管理制度"));
    }

    @Test
    void every_row_is_told_in_both_languages_as_a_rule_and_as_a_finding() {
        for (String rule : TableFile.read("unusual-access").ruleIds()) {
            for (String key : List.of("unusual.rule." + rule, "unusual.found." + rule)) {
                assertThat(Texts.chinese().has(key)).as(key).isTrue();
                assertThat(Texts.english().has(key)).as(key).isTrue();
            }
        }
        assertThat(Texts.chinese().get("unusual.rule.AT_NIGHT", 0)).isEqualTo("夜间（22 点至次日 6 点）查看、显示、查找或导出");
        assertThat(Texts.english().get("unusual.rule.AT_NIGHT", 2)).endsWith(", more than 2 times");
    }

    @Test
    void the_table_that_was_asked_can_be_named() {
        assertThat(TABLE.version()).matches("v1-[0-9a-f]{12}");
    }

    private static List<String> broken(Period period, Act act, int amount, int hour, boolean closed) {
        return TABLE.broken(new Measure(period, act, amount, period == Period.HOUR ? hour : null, closed)).stream()
                .map(Rule::ruleId)
                .toList();
    }
}
