package io.shouxin.record.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.record.ImportColumn;
import io.shouxin.record.RejectView;
import io.shouxin.shared.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RejectsCsvTest {

    private static final UUID IMPORT = new UUID(0, 7);
    private static final List<ImportColumn> COLUMNS = List.of(
            new ImportColumn(0, 0, "一月", "姓名", "NAME", "HEADER", 1),
            new ImportColumn(1, 0, "一月", "手机", "PHONE", "HEADER", 1),
            new ImportColumn(2, 1, "二月", "业主", "NAME", "HEADER", 1));

    @Test
    void a_file_without_rejected_rows_still_says_what_its_columns_would_be() {
        assertThat(lines(List.of())).hasSize(1).first().asString().endsWith("姓名,手机");
    }

    @Test
    void rejects_of_the_second_sheet_alone_stand_under_its_own_columns() {
        List<String> lines = lines(List.of(new RejectView(1, "二月", 7, null, "NAME_MISSING", "", List.of("王强"))));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).endsWith("业主").doesNotContain("姓名");
        assertThat(lines.get(1)).startsWith("二月," + IMPORT + "/2/7,7,").endsWith("王强");
    }

    @Test
    void the_columns_in_question_stand_beside_the_row() {
        List<String> cells = List.of("", "1380001");
        List<String> lines = lines(List.of(
                new RejectView(0, "一月", 4, "姓名", "NO_NAME", "", cells),
                new RejectView(0, "一月", 4, "手机", "PHONE", "1380001", cells)));
        assertThat(lines.get(0)).startsWith("\uFEFF原工作表,导入行标记,原行号,出错的列,没有导入的原因");
        assertThat(lines.get(1)).startsWith("一月," + IMPORT + "/1/4,4,姓名 手机,");
    }

    private static List<String> lines(List<RejectView> rejects) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            RejectsCsv csv = new RejectsCsv(out, IMPORT, COLUMNS, Texts.chinese());
            rejects.forEach(csv::add);
            csv.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8).strip().lines().toList();
    }
}
