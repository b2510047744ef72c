package io.shouxin.record.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.record.imports.PersonKey.Match;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonKeyTest {

    private static final String HEADER = "姓名,手机号,身份证号,子女姓名,子女出生日期\n";
    private static final String ID = "11010519491231002X";
    private static final String OTHER_ID = "320102198112290946";

    private static List<InterpretedRow> rows(String... lines) {
        return Files.interpret(Files.csv(HEADER + String.join("\n", lines) + "\n"));
    }

    private static Match match(String a, String b) {
        List<InterpretedRow> rows = rows(a, b);
        return PersonKey.compare(
                rows.get(0).persons().get(0), rows.get(1).persons().get(0));
    }

    @Test
    void the_same_identity_number_is_one_person() {
        assertThat(match("王强,13015230413," + ID, "王强先生,," + ID.toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(Match.SAME);
    }

    @Test
    void the_same_phone_and_name_is_one_person() {
        assertThat(match("王强,13015230413,", "王 强先生,+86 130-1523-0413,")).isEqualTo(Match.SAME);
        assertThat(match("王强,13015230413/13811419212,", "王强,13811419212,")).isEqualTo(Match.SAME);
    }

    @Test
    void the_same_phone_with_another_name_is_doubtful() {
        assertThat(match("王强,13015230413,", "周玉,13015230413,")).isEqualTo(Match.POSSIBLE);
    }

    @Test
    void different_identity_numbers_keep_a_couple_apart() {
        assertThat(match("王强,13015230413," + ID, "周玉,13015230413," + OTHER_ID)).isEqualTo(Match.DIFFERENT);
        assertThat(match("王强,13015230413," + ID, "王强,13015230413," + OTHER_ID)).isEqualTo(Match.POSSIBLE);
    }

    @Test
    void a_name_alone_or_a_mistyped_number_never_merges() {
        assertThat(match("王强,,", "王强,,")).isEqualTo(Match.DIFFERENT);
        assertThat(match("王强,,110105194912310021", "王强,,110105194912310021")).isEqualTo(Match.POSSIBLE);
    }

    @Test
    void groups_join_rows_and_report_doubts() {
        List<InterpretedRow> rows = rows(
                "王强,13015230413,",
                "王强,13811419212," + ID,
                "王强,13015230413," + ID,
                "周玉,13015230413,",
                "韩雨,18687851253,");
        assertThat(Files.people(rows)).extracting(List::size).containsExactly(3, 1, 1);
        assertThat(Files.doubtfulRows(rows)).containsExactly(5);
    }

    @Test
    void a_child_in_two_rows_of_one_client_is_one_child() {
        List<InterpretedRow> rows =
                rows("王强,13015230413,,王一,2020-01-02", "王强,13015230413,,王一,2020年1月2日", "周玉,13811419212,,王一,2020-01-02");
        assertThat(Files.people(rows))
                .filteredOn(drafts -> drafts.get(0).role() == PersonRole.CHILD)
                .extracting(List::size)
                .containsExactly(2, 1);
    }
}
