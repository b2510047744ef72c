package io.shouxin.record.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.record.ImportColumn;
import io.shouxin.record.ImportSheet;
import io.shouxin.record.ImportState;
import io.shouxin.record.ImportView;
import io.shouxin.record.Purpose;
import io.shouxin.record.ReadingChoice;
import io.shouxin.record.imports.Files;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.StateRefused;
import io.shouxin.subject.IdentifierKind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which sheets of a file are read, in which charset and under which heads. */
class ImportReadingTest extends ImportsOnADatabase {

    @Autowired
    ImportReadingTest(Tools tools) {
        super(tools);
    }

    @Test
    void a_hidden_sheet_is_told_and_not_read_unless_somebody_says_so() throws IOException {
        byte[] file = workbook();
        ImportView without = imported("list.xlsx", file);
        assertThat(without.people()).isOne();
        assertThat(without.sheets()).extracting(ImportSheet::taken).containsExactly(true, false);
        assertThat(subjects.byIdentifier(IdentifierKind.PHONE, "13911198002")).isEmpty();

        UUID id = imports.prepare("list.xlsx", file, branch);
        reaches(id, ImportState.NEEDS_MAPPING);
        imports.readAs(id, new ReadingChoice(null, Map.of(1, true), Map.of()));
        ImportView view = imports.get(id);
        assertThat(view.state()).isEqualTo(ImportState.NEEDS_MAPPING);
        assertThat(view.columns()).hasSize(4);
        imports.map(id, Map.of(), false);
        assertThat(finished(id).people()).isEqualTo(2);
        assertThat(subjects.byIdentifier(IdentifierKind.PHONE, "13911198002")).hasSize(1);
    }

    @Test
    void a_waiting_file_is_read_in_another_charset_without_a_new_upload() {
        byte[] big5 = "姓名,手機\n陳志明,13911198003\n".getBytes(Charset.forName("Big5"));
        UUID id = imports.prepare("list.csv", big5, branch);
        reaches(id, ImportState.NEEDS_MAPPING);
        imports.readAs(id, new ReadingChoice("Big5", Map.of(), Map.of(0, 1)));
        assertThat(imports.get(id).columns()).extracting(ImportColumn::header).containsExactly("姓名", "手機");
        assertThat(imports.get(id).sheets().get(0).charset()).isEqualTo("Big5");
        assertThatThrownBy(() -> imports.readAs(id, new ReadingChoice("UTF-8", Map.of(), Map.of())))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> imports.readAs(id, new ReadingChoice("IBM037", Map.of(), Map.of())))
                .isInstanceOf(InvalidInput.class);
        assertThat(imports.get(id).sheets().get(0).charset()).isEqualTo("Big5");
    }

    @Test
    void the_row_of_heads_may_be_said_by_number() {
        UUID id = imports.prepare("list.csv", csv("姓名,手机号", "名称,号码", "柯一,13911198004"), branch);
        reaches(id, ImportState.NEEDS_MAPPING);
        imports.readAs(id, new ReadingChoice(null, Map.of(), Map.of(0, 2)));
        assertThat(imports.get(id).columns()).extracting(ImportColumn::header).containsExactly("名称", "号码");
        imports.map(id, Map.of(0, "NAME", 1, "PHONE"), false);
        assertThat(finished(id).rows()).isOne();
        assertThatThrownBy(() -> imports.readAs(id, ReadingChoice.NONE)).isInstanceOf(StateRefused.class);
    }

    @Test
    void a_name_merged_over_two_rows_counts_for_both_and_the_import_says_so_once() throws IOException {
        List<List<String>> rows = List.of(
                List.of("姓名", "手机号", "备注"),
                List.of("柯一", "13911198005", "甲"),
                List.of("", "13911198005", "乙"),
                List.of("", "13911198006", "丙"));
        ImportView view = imported("list.xlsx", Files.merging(Files.xlsx(Map.of("名单", rows)), "A2:A4"));
        assertThat(findings(view, "CELLS_MERGED")).isOne();
        assertThat(view.duplicates()).isOne();
        assertThat(findings(view, "NO_NAME")).isZero();
        assertThat(people.card(person("13911198006"), Purpose.CASE).name()).isEqualTo("柯一");
    }

    private static byte[] workbook() throws IOException {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        sheets.put("名单", List.of(List.of("姓名", "手机号"), List.of("柯一", "13911198001")));
        sheets.put("底稿", List.of(List.of("姓名", "手机号"), List.of("柯二", "13911198002")));
        return Files.hiding(Files.xlsx(sheets), "底稿");
    }
}
