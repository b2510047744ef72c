package io.shouxin.record.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The download of left-out rows, read again. */
class ReturnedRowsTest {

    private static final String MARK = new RowMark(new UUID(1, 2), 1, 7).text();

    private final List<String> sheets = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"=1+2", "+8613800000000", "-1", "@a", "'=1+2", "''+1", "'老客户", "普通", ""})
    void a_quoted_cell_comes_back_as_it_was(String cell) {
        assertThat(FormulaQuote.takenOff(FormulaQuote.put(cell))).isEqualTo(cell);
    }

    @Test
    void a_mark_names_import_sheet_and_row_and_anything_else_is_none() {
        assertThat(RowMark.of(" " + MARK + " ")).contains(new RowMark(new UUID(1, 2), 1, 7));
        assertThat(RowMark.of("柯一")).isEmpty();
        assertThat(RowMark.of(new UUID(1, 2) + "/0/7")).isEmpty();
        assertThat(RowMark.of(new UUID(1, 2) + "/1/99999999999")).isEmpty();
    }

    @Test
    void rows_of_each_sheet_stand_under_their_own_heads_again_and_lose_their_quotes() {
        read("导入行标记,原行号,姓名,手机号\n" + MARK + ",7,柯一,'+8613800000000\n导入行标记,原行号,业主\n" + MARK + ",9,'=柯二\n");
        assertThat(sheets).containsExactly("list.csv", "list.csv 2");
        assertThat(rows)
                .containsExactly(
                        List.of("导入行标记", "原行号", "姓名", "手机号"),
                        List.of(MARK, "7", "柯一", "+8613800000000"),
                        List.of("导入行标记", "原行号", "业主"),
                        List.of(MARK, "9", "=柯二"));
    }

    @Test
    void a_list_of_other_making_passes_as_it_is() {
        read("姓名,手机号\n柯一,'+8613800000000\n姓名,手机号\n");
        assertThat(sheets).containsExactly("list.csv");
        assertThat(rows).contains(List.of("柯一", "'+8613800000000"));
    }

    private void read(String csv) {
        RowSink all = new RowSink() {
            @Override
            public void sheet(String name, String encoding, boolean hidden) {
                sheets.add(name);
            }

            @Override
            public void row(Row row) {
                rows.add(row.cells().stream().map(SheetCell::text).toList());
            }
        };
        new SheetReader().read(FileContent.of(csv.getBytes(StandardCharsets.UTF_8)), "list.csv", new ReturnedRows(all));
    }
}
