package io.shouxin.record.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.record.Category;
import io.shouxin.record.FindingPlace;
import io.shouxin.record.ImportState;
import io.shouxin.record.ImportTrial;
import io.shouxin.record.ImportTrial.FoundRows;
import io.shouxin.record.ImportView;
import io.shouxin.record.imports.Files;
import io.shouxin.shared.StateRefused;
import io.shouxin.subject.IdentifierKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** A dry run says what the import will come to, and writes nothing about anybody. */
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class ImportTrialsTest extends ImportsOnADatabase {

    @Autowired
    ImportTrialsTest(Tools tools) {
        super(tools);
    }

    @ParameterizedTest
    @ValueSource(strings = {"brokerage-clients.xlsx", "housekeeping-clients.csv"})
    void a_dry_run_of_a_sample_comes_to_the_figures_of_the_import_that_follows_also_when_the_people_are_known(
            String name) {
        byte[] file = Files.sample(name);
        ImportView first = triedAndImported(name, file);
        assertThat(first.records()).isPositive();
        ImportView again = triedAndImported(name, file);
        assertThat(again.peopleKnown()).isEqualTo(again.people()).isEqualTo(first.people());
        assertThat(again.records()).isZero();
    }

    @Test
    void rejects_doubts_duplicates_and_other_people_of_a_list_are_told_by_row_column_and_reason() {
        UUID id = prepared(
                csv("姓名,手机号,子女姓名,备注", "试算一,13911160001,试小一,甲", "试算一,13911160001,,乙", "另一人,13911160001,,丙", ",,,没有人"));
        ImportTrial trial = tried(id);
        assertThat(trial.people()).isEqualTo(2);
        assertThat(trial.peopleKnown()).isZero();
        assertThat(trial.duplicates()).isOne();
        assertThat(trial.newOthers()).containsExactly(Map.entry("CHILD", 1));
        assertThat(trial.recordsByCategory()).containsEntry(Category.CHILD, 1);
        assertThat(trial.leftOut()).containsExactly(new FindingPlace(null, 5, null, "NOBODY_IN_ROW"));
        assertThat(trial.doubtful()).extracting(FindingPlace::row).containsExactly(4);
        assertThat(trial.rowsFound().get("POSSIBLE_SAME_PERSON"))
                .isEqualTo(new FoundRows(1, List.of(new FindingPlace(null, 4, null, "POSSIBLE_SAME_PERSON"))));
        assertThat(subjects.byIdentifier(IdentifierKind.PHONE, "13911160001")).isEmpty();
    }

    @Test
    void a_number_that_many_share_is_told_by_the_dry_run_as_by_the_import() {
        StringBuilder rows = new StringBuilder("姓名,手机号\n没有人,123\n");
        IntStream.range(0, 7)
                .forEach(i -> rows.append("共").append((char) ('一' + i)).append(",13711180777\n"));
        ImportView done = triedAndImported("shared.csv", csv(rows.toString().split("\n")));
        assertThat(done.findings())
                .filteredOn(found -> found.code().equals("NUMBER_SHARED"))
                .singleElement()
                .satisfies(found -> assertThat(found.arguments()).containsExactly("137****0777", "7"));
        assertThat(findings(done, "POSSIBLE_SAME_PERSON")).isZero();
    }

    @Test
    void people_whom_an_earlier_sheet_brought_are_told_as_in_the_import_though_nothing_of_them_is_written() {
        List<List<String>> january = new ArrayList<>(List.of(List.of("姓名", "手机号", "子女姓名")));
        IntStream.range(0, 230)
                .forEach(i -> january.add(List.of("表" + (char) ('一' + i), String.valueOf(13711180000L + i), "小" + i)));
        List<List<String>> february = List.of(
                List.of("姓名", "手机号", "子女姓名"),
                List.of("表一", "13711180000", "小0"),
                List.of("另一人", "13711180001", ""),
                List.of("新来人", "13711189999", "小新"));
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        sheets.put("一月", january);
        sheets.put("二月", february);
        ImportView done = triedAndImported("clients.xlsx", Files.xlsx(sheets));
        assertThat(done.people()).isEqualTo(232);
        assertThat(done.duplicates()).isOne();
        assertThat(findings(done, "POSSIBLE_SAME_PERSON")).isOne();
    }

    @Test
    void a_dry_run_that_a_crash_ends_begins_anew_and_counts_nothing_twice() {
        AtomicBoolean crashed = new AtomicBoolean();
        AtomicBoolean second = new AtomicBoolean();
        Stage.passing = place -> {
            if (place.equals("import.trial.planned")
                    && !second.compareAndSet(false, true)
                    && !crashed.getAndSet(true)) {
                throw new IllegalStateException("crash");
            }
        };
        String[] lines = Stream.concat(
                        Stream.of("姓名,手机号"),
                        IntStream.range(0, 4150).mapToObj(i -> "名" + (char) ('一' + i) + "," + (13711170000L + i)))
                .toArray(String[]::new);
        ImportTrial trial = tried(prepared(csv(lines)));
        assertThat(crashed).isTrue();
        assertThat(trial.people()).isEqualTo(4150);
    }

    @Test
    void after_a_dry_run_somebody_may_go_back_to_the_columns_or_have_the_file_destroyed_and_its_result_goes() {
        UUID id = prepared(csv("姓名,手机号,说明", "回看一,13911160021,甲"));
        assertThatThrownBy(() -> imports.run(id)).isInstanceOf(StateRefused.class);
        tried(id);
        imports.columnsAgain(id);
        ImportView back = imports.get(id);
        assertThat(back.state()).isEqualTo(ImportState.NEEDS_MAPPING);
        assertThat(back.trial()).isNull();
        imports.tryFirst(id, Map.of(2, "NOTE"), false);
        reaches(id, ImportState.TRIED);
        imports.discard(id);
        ImportView gone = imports.get(id);
        assertThat(gone.state()).isEqualTo(ImportState.FAILED);
        assertThat(count(
                        "SELECT count(*) FROM import_job WHERE id = ? AND (trial IS NOT NULL OR details IS NOT NULL)",
                        id))
                .isZero();
        assertThat(subjects.byIdentifier(IdentifierKind.PHONE, "13911160021")).isEmpty();
    }

    private UUID prepared(byte[] content) {
        UUID id = imports.prepare("clients.csv", content, branch);
        reaches(id, ImportState.NEEDS_MAPPING);
        return id;
    }

    private ImportTrial tried(UUID id) {
        imports.tryFirst(id, Map.of(), false);
        return Objects.requireNonNull(reaches(id, ImportState.TRIED).trial());
    }

    private ImportView triedAndImported(String name, byte[] content) {
        UUID id = imports.prepare(name, content, branch);
        reaches(id, ImportState.NEEDS_MAPPING);
        Map<String, Long> before = tables();
        ImportTrial trial = tried(id);
        assertThat(tables()).isEqualTo(before);
        imports.run(id);
        ImportView done = finished(id);
        assertThat(done.state()).isEqualTo(ImportState.COMPLETED);
        ImportView expected = done.as(trial);
        assertThat(expected.people()).isEqualTo(done.people());
        assertThat(expected.peopleKnown()).isEqualTo(done.peopleKnown());
        assertThat(expected.thirdParties()).isEqualTo(done.thirdParties());
        assertThat(expected.records()).isEqualTo(done.records());
        assertThat(expected.recordsKnown()).isEqualTo(done.recordsKnown());
        assertThat(expected.duplicates()).isEqualTo(done.duplicates());
        assertThat(expected.rejected()).isEqualTo(done.rejected());
        assertThat(expected.warnings()).isEqualTo(done.warnings());
        assertThat(expected.recordsByCategory()).isEqualTo(done.recordsByCategory());
        assertThat(expected.findings()).isEqualTo(done.findings());
        Map<String, Long> after = tables();
        assertThat(trial.people()
                        - trial.peopleKnown()
                        + trial.newOthers().values().stream().mapToInt(n -> n).sum())
                .as("new people, by the register")
                .isEqualTo((int) (after.getOrDefault("subject", 0L) - before.getOrDefault("subject", 0L)));
        return done;
    }

    private Map<String, Long> tables() {
        Map<String, Long> rows = new HashMap<>();
        List.of("subject", "subject_link", "subject_index", "record", "record_value", "import_problem")
                .forEach(table -> rows.put(table, count("SELECT count(*) FROM " + table)));
        return rows;
    }
}
