package io.shouxin.record.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.record.Category;
import io.shouxin.record.ImportFinding;
import io.shouxin.record.ImportState;
import io.shouxin.record.ImportView;
import io.shouxin.record.imports.Files;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** The two sample files on a real database, figure by figure. */
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class SampleImportsTest extends ImportsOnADatabase {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    SampleImportsTest(Tools tools) {
        super(tools);
    }

    @Test
    void the_brokerage_sample_gives_the_expected_people_and_records_and_importing_it_again_doubles_nothing() {
        JsonNode expected = expected("brokerage-clients.xlsx");
        ImportView first = sample("brokerage-clients.xlsx");
        assertThat(first.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(first.rows()).isEqualTo(expected.get("rows").asInt());
        assertThat(first.rowsDone()).isEqualTo(first.rows());
        assertThat(first.duplicates()).isEqualTo(expected.get("duplicate_rows").asInt());
        assertThat(first.people()).isEqualTo(first.rows() - first.duplicates());
        assertThat(first.people() - peopleWithoutPhone(first))
                .isEqualTo(expected.get("distinct_persons_with_phone").asInt());
        assertThat(first.rejected()).isZero();
        assertThat(findings(first, "NO_PHONE"))
                .isEqualTo(expected.get("no_phone").asInt());
        assertThat(findings(first, "FORMULA_LIKE"))
                .isEqualTo(expected.get("formula_like").asInt());
        assertThat(first.warnings())
                .isEqualTo(first.findings().stream().mapToInt(f -> f.count()).sum());
        assertThat(new String(bytes(imports.findingsCsv(first.id(), Locale.SIMPLIFIED_CHINESE)), UTF_8).lines())
                .as("each finding with row and column, and no value")
                .hasSize(first.warnings() + 1)
                .anyMatch(line -> line.matches("\\d+,身份证号,身份证号校验码不符.*"))
                .noneMatch(line -> line.matches(".*\\d{11,}.*"));
        assertThat(count(
                        "SELECT count(*) FROM record WHERE import_id = ? AND classification = 'STATUTORY_SENSITIVE_CHILD'",
                        first.id()))
                .isLessThanOrEqualTo(expected.get("children_under_14").asInt())
                .isPositive();
        assertThat(first.recordsByCategory().values().stream().mapToInt(n -> n).sum())
                .isEqualTo(first.records());

        assertThat(pairs(first))
                .as("in this list nobody can be mistaken for another, so nobody is asked")
                .isEqualTo(findings(first, "POSSIBLE_SAME_PERSON"))
                .isZero();
        long peopleBefore = count("SELECT count(*) FROM subject");
        long recordsBefore = count("SELECT count(*) FROM record");
        ImportView second = sample("brokerage-clients.xlsx");
        assertThat(second.people()).isEqualTo(first.people());
        assertThat(second.peopleKnown()).isEqualTo(first.people());
        assertThat(second.thirdParties()).isEqualTo(first.thirdParties());
        assertThat(second.records()).isZero();
        assertThat(second.duplicates()).isEqualTo(first.duplicates());
        assertThat(count("SELECT count(*) FROM subject")).isEqualTo(peopleBefore);
        assertThat(count("SELECT count(*) FROM record")).isEqualTo(recordsBefore);
        assertThat(pairs(second)).isZero();
    }

    @Test
    void the_housekeeping_sample_gives_the_expected_records_and_ties_children_and_workers() {
        JsonNode expected = expected("housekeeping-clients.csv");
        ImportView view = sample("housekeeping-clients.csv");
        assertThat(view.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(view.rows()).isEqualTo(expected.get("rows").asInt());
        assertThat(view.rejected()).isZero();
        assertThat(view.recordsByCategory().get(Category.HEALTH))
                .isEqualTo(expected.get("elder_health").asInt());
        assertThat(view.recordsByCategory().get(Category.HOME_ACCESS))
                .isEqualTo(expected.get("door_codes").asInt());
        assertThat(view.recordsByCategory().get(Category.CHILD))
                .isEqualTo(expected.get("infants").asInt());
        assertThat(count("""
                        SELECT count(*) FROM subject s WHERE s.kind IN ('CHILD', 'DOMESTIC_WORKER')
                        AND EXISTS (SELECT 1 FROM record r WHERE r.subject_id = s.id AND r.import_id = ?)
                        AND NOT EXISTS (SELECT 1 FROM subject_link l WHERE l.subject_id = s.id)
                        """, view.id())).isZero();
        assertThat(pairs(view)).isEqualTo(findings(view, "POSSIBLE_SAME_PERSON"));
    }

    @Test
    void each_row_of_a_sample_whose_telephone_another_name_has_too_is_a_question_once() {
        String sample = new String(Files.sample("housekeeping-clients.csv"), Charset.forName("GB18030"));
        List<String> lines = sample.lines().limit(21).toList();
        StringBuilder doubled = new StringBuilder(String.join("\n", lines)).append('\n');
        lines.stream().skip(1).map(line -> "另" + line).forEach(line -> doubled.append(line)
                .append('\n'));
        ImportView view = imported("doubled.csv", doubled.toString().getBytes(UTF_8));
        assertThat(view.people()).isEqualTo(40);
        assertThat(findings(view, "POSSIBLE_SAME_PERSON")).isEqualTo(20);
        assertThat(pairs(view)).isEqualTo(20);
        ImportView again = imported("doubled.csv", doubled.toString().getBytes(UTF_8));
        assertThat(pairs(again)).as("nobody is asked twice").isZero();
    }

    @Test
    void whoever_may_be_a_person_of_a_batch_long_written_is_a_question_too() {
        StringBuilder list = new StringBuilder("姓名,手机号\n");
        for (int i = 0; i < 1_100; i++) {
            list.append("测")
                    .append((char) ('一' + i))
                    .append(',')
                    .append(13611160000L + i)
                    .append('\n');
        }
        list.append("另外,").append(13611160000L).append('\n');
        ImportView view = imported("long.csv", list.toString().getBytes(UTF_8));
        assertThat(view.people()).isEqualTo(1_101);
        assertThat(findings(view, "POSSIBLE_SAME_PERSON")).isOne();
        assertThat(pairs(view)).isOne();
    }

    @Test
    void a_number_of_five_is_asked_about_and_one_of_more_is_told_once_and_asked_about_by_nobody() {
        ImportView family = imported("family.csv", ofOneNumber("家", 5, "13622260005"));
        assertThat(pairs(family)).as("each of five with those before").isEqualTo(10);
        assertThat(shared(family)).isEmpty();

        ImportView office = imported("office.csv", ofOneNumber("办", 60, "13622260000"));
        assertThat(office.people()).isEqualTo(60);
        assertThat(pairs(office)).isZero();
        assertThat(findings(office, "POSSIBLE_SAME_PERSON")).isZero();
        assertThat(shared(office))
                .containsExactly(new ImportFinding("NUMBER_SHARED", 1, List.of(), List.of("136****0000", "60")));

        ImportView more = imported("more.csv", "姓名,手机号\n另外,13622260000\n办一,13622260000\n".getBytes(UTF_8));
        assertThat(pairs(more)).as("shared by those on file").isZero();
        assertThat(more.people()).isEqualTo(2);
        assertThat(more.peopleKnown())
                .as("the same name and number is the same person still")
                .isOne();
        assertThat(shared(more)).extracting(ImportFinding::arguments).containsExactly(List.of("136****0000", "60"));
    }

    private static List<ImportFinding> shared(ImportView view) {
        return view.findings().stream()
                .filter(finding -> finding.code().equals("NUMBER_SHARED"))
                .toList();
    }

    private static byte[] ofOneNumber(String surname, int people, String phone) {
        StringBuilder list = new StringBuilder("姓名,手机号\n");
        for (int i = 0; i < people; i++) {
            list.append(surname)
                    .append((char) ('一' + i))
                    .append(',')
                    .append(phone)
                    .append('\n');
        }
        return list.toString().getBytes(UTF_8);
    }

    private long pairs(ImportView view) {
        return count("SELECT count(*) FROM possible_match WHERE import_id = ?", view.id());
    }

    private ImportView sample(String name) {
        return imported(name, Files.sample(name));
    }

    private static JsonNode expected(String name) {
        try {
            return JSON.readTree(Files.sample("expected.json")).get(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long peopleWithoutPhone(ImportView view) {
        return count("""
                SELECT count(DISTINCT r.subject_id) FROM record r JOIN subject s ON s.id = r.subject_id
                WHERE r.import_id = ? AND s.kind = 'CLIENT' AND NOT EXISTS
                (SELECT 1 FROM subject_index i WHERE i.subject_id = s.id AND i.kind = 'PHONE')
                """, view.id());
    }
}
