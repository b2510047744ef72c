package io.shouxin.record.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PersonGroupsTest {

    private static final String HEADER = "姓名,手机号,身份证号,护照号,子女姓名,子女出生日期\n";
    private static final List<String> NAMES = List.of("王强", "周玉", "王强先生", "韩雨", "", "李娜");
    private static final List<String> PHONES =
            List.of("13015230413", "13811419212", "13015230413/13811419212", "", "18687851253");
    private static final List<String> DOCUMENTS =
            List.of("", "", "11010519491231002X", "320102198112290946", "110105194912310021");
    private static final List<String> PASSPORTS = List.of("", "", "", "G12345678", "E87654321");
    private static final List<String> CHILDREN = List.of(",", ",", "王一,2020-01-02", ",2020-01-02", "王一,");

    private static List<InterpretedRow> randomRows(Random random) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < 3 + random.nextInt(25); i++) {
            for (List<String> values : List.of(NAMES, PHONES, DOCUMENTS, PASSPORTS, CHILDREN)) {
                csv.append(values.get(random.nextInt(values.size()))).append(values == CHILDREN ? "\n" : ",");
            }
        }
        return Files.interpret(Files.csv(csv.toString()));
    }

    @Test
    void a_list_of_numbers_finds_the_same_people_and_doubts_as_the_rules_in_plain_words() {
        Random random = new Random(11);
        int joined = 0;
        int doubtful = 0;
        for (int i = 0; i < 3_000; i++) {
            List<InterpretedRow> rows = randomRows(random);
            PlainGroups plain = PlainGroups.of(rows);
            List<List<PersonDraft>> people = Files.people(rows);
            assertThat(people).isEqualTo(plain.people());
            List<Integer> doubts = Files.doubtfulRows(rows);
            assertThat(doubts)
                    .containsExactlyElementsOf(new TreeSet<>(plain.doubts().stream()
                            .map(doubt -> doubt.problem().row())
                            .toList()));
            assertThat(Files.doubts(rows))
                    .as("the same two people")
                    .isEqualTo(plain.doubts().stream()
                            .map(doubt ->
                                    List.of(doubt.earlier().ref(), doubt.later().ref()))
                            .toList());
            joined += people.stream().anyMatch(drafts -> drafts.size() > 1) ? 1 : 0;
            doubtful += doubts.isEmpty() ? 0 : 1;
        }
        assertThat(joined).isGreaterThan(1_000);
        assertThat(doubtful).isGreaterThan(1_000);
    }

    @Test
    void a_row_that_repeats_every_word_of_an_earlier_one_is_the_same_person() {
        List<InterpretedRow> rows = Files.interpret(Files.csv("姓名,备注\n王强,老客户\n周玉,老客户\n王强,老客户\n王强,新客户\n"));
        PersonGroups groups = new PersonGroups();
        rows.forEach(groups::add);
        groups.join();
        assertThat(List.of(groups.person(0), groups.person(1), groups.person(2), groups.person(3)))
                .containsExactly(0, 1, 0, 3);
        assertThat(groups.isNeededLater(0)).isTrue();
        assertThat(groups.isNeededLater(3)).isFalse();
    }

    @Test
    void whom_a_later_row_may_mean_is_kept_and_a_row_repeated_word_for_word_is_no_question() {
        List<InterpretedRow> rows = Files.interpret(
                Files.csv("手机号,姓名,备注\n13015230413,,甲\n13811419212,周玉,甲\n13015230413,,甲\n13015230413,韩雨,乙\n"));
        PersonGroups groups = new PersonGroups();
        rows.forEach(groups::add);
        groups.join();
        assertThat(groups.person(2)).isZero();
        assertThat(groups.doubts(2)).isEmpty();
        assertThat(groups.doubts(3)).contains(new PersonGroups.Doubt(0, 3));
        assertThat(groups.isNeededLater(0)).isTrue();
        assertThat(groups.isNeededLater(1)).isFalse();
        assertThat(groups.isNeededLater(3)).isFalse();
    }

    @Test
    void a_number_of_more_people_than_may_share_one_tells_nobody_and_a_row_repeated_is_one_of_them() {
        String rows = "姓名,手机号,备注\n甲,13015230413,\n乙,13015230413,\n丙,13015230413,\n丙,13015230413,又\n,13015230413,重\n"
                + ",13015230413,重\n";
        assertThat(grouped(rows, 4).doubts(2)).hasSize(2);
        assertThat(grouped(rows, 4).sharers(0, 0)).as("four people in six rows").isZero();
        PersonGroups shared = grouped(rows, 3);
        assertThat(IntStream.range(0, 6))
                .allSatisfy(row -> assertThat(shared.doubts(row)).isEmpty());
        assertThat(shared.person(3)).as("told by name and number").isEqualTo(2);
        assertThat(shared.sharers(0, 0)).isEqualTo(4);
        assertThat(shared.isFirstPhone(0, 0)).isTrue();
        assertThat(shared.isFirstPhone(1, 0)).isFalse();
    }

    private static PersonGroups grouped(String rows, int sharedBy) {
        PersonGroups groups = new PersonGroups(sharedBy);
        Files.interpret(Files.csv(rows)).forEach(groups::add);
        groups.join();
        return groups;
    }

    @Test
    void an_office_number_in_every_row_costs_no_more_than_other_rows() {
        List<String> lines = new ArrayList<>(List.of("姓名,手机号"));
        for (int i = 0; i < 30_000; i++) {
            lines.add(
                    "王" + Character.toString(0x4E00 + i / 200) + Character.toString(0x4E00 + i % 200) + ",13015230413");
        }
        List<InterpretedRow> rows = Files.interpret(Files.csv(String.join("\n", lines)));
        assertThat(Files.people(rows)).hasSize(30_000);
        assertThat(Files.doubtfulRows(rows)).hasSize(29_999);
        assertThat(Files.doubts(rows))
                .as("nobody is asked about with more than the first people of the number")
                .hasSizeLessThan(30_000 * PersonGroups.COMPARED);
    }

    @Test
    void what_several_rows_say_of_a_person_survives_packing() {
        List<PersonDraft> drafts = Files.interpret(
                        Files.csv(HEADER + "王强,13015230413,11010519491231002X,,,\n,13811419212,,,王一,2020-01-02\n"))
                .stream()
                .flatMap(row -> row.persons().stream())
                .toList();
        PersonSummary both = PersonSummary.of(drafts.get(0)).and(PersonSummary.of(drafts.get(2)));
        assertThat(PersonSummary.unpacked(both.packed())).isEqualTo(both);
        assertThat(both.identifiers())
                .hasSizeGreaterThan(drafts.get(0).identifiers().size());
        assertThat(both.birthDates()).hasSize(1);
        assertThat(Collections.frequency(
                        both.identifiers(), drafts.get(0).identifiers().get(0)))
                .isOne();
    }
}
