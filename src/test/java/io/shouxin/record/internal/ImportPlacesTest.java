package io.shouxin.record.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shouxin.record.FindingPlace;
import io.shouxin.record.ImportFinding;
import io.shouxin.record.ImportView;
import io.shouxin.record.RejectView;
import io.shouxin.record.imports.Files;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Findings and rows left out say where in the file they are: sheet, row, column. */
class ImportPlacesTest extends ImportsOnADatabase {

    @Autowired
    ImportPlacesTest(Tools tools) {
        super(tools);
    }

    @Test
    void in_a_workbook_of_several_sheets_each_place_names_its_sheet() {
        ImportView view = imported("clients.xlsx", Files.xlsx(twoSheets()));
        assertThat(imports.rejects(view.id()))
                .extracting(RejectView::sheetName, RejectView::row)
                .containsExactly(tuple("一月", 3), tuple("二月", 2));
        assertThat(imports.findings(view.id(), "PHONE_UNREADABLE", 0, 10))
                .containsExactly(
                        new FindingPlace("一月", 2, "手机号", "PHONE_UNREADABLE"),
                        new FindingPlace("二月", 3, "联系电话", "PHONE_UNREADABLE"));
        assertThat(lines(bytes(imports.rejectsCsv(view.id(), Locale.SIMPLIFIED_CHINESE))))
                .first()
                .asString()
                .endsWith("原工作表,导入行标记,原行号,出错的列,没有导入的原因,姓名,手机号,备注");
        assertThat(lines(bytes(imports.rejectsCsv(view.id(), Locale.SIMPLIFIED_CHINESE))))
                .anyMatch(line -> line.startsWith("一月," + view.id() + "/1/3,3,"))
                .anyMatch(line -> line.startsWith("二月," + view.id() + "/2/2,2,"));
        assertThat(lines(bytes(imports.findingsCsv(view.id(), Locale.SIMPLIFIED_CHINESE))))
                .anyMatch(line -> line.startsWith("二月,3,联系电话,不是可以拨打的电话号码"));
    }

    @Test
    void a_sheet_that_alone_has_data_needs_no_name() {
        Map<String, List<List<String>>> sheets = twoSheets();
        sheets.put("二月", List.of());
        ImportView view = imported("clients.xlsx", Files.xlsx(sheets));
        assertThat(imports.rejects(view.id()))
                .singleElement()
                .extracting(RejectView::sheetName)
                .isNull();
        assertThat(lines(bytes(imports.findingsCsv(view.id(), Locale.SIMPLIFIED_CHINESE))))
                .first()
                .asString()
                .endsWith("原行号,列,问题")
                .doesNotContain("工作表");
    }

    @Test
    void findings_name_their_columns_and_are_read_page_by_page() {
        ImportView view = imported(
                "clients.csv",
                csv(
                        "姓名,手机号,备用电话,出生日期",
                        "钱一,13911130001,不是号码,2001-02-30",
                        "钱二,不是号码,13911130002,",
                        "钱三,不是号码,,",
                        "钱四,13911130004,也不是,"));
        assertThat(view.findings())
                .contains(
                        new ImportFinding("PHONE_UNREADABLE", 4, List.of("手机号", "备用电话")),
                        new ImportFinding("DATE_IMPOSSIBLE", 1, List.of("出生日期")))
                .anyMatch(finding ->
                        finding.code().equals("NO_PHONE") && finding.columns().isEmpty());
        assertThat(imports.findings(view.id(), "PHONE_UNREADABLE", 0, 3))
                .extracting(FindingPlace::row)
                .containsExactly(2, 3, 4);
        assertThat(imports.findings(view.id(), "PHONE_UNREADABLE", 3, 3))
                .containsExactly(new FindingPlace(null, 5, "备用电话", "PHONE_UNREADABLE"));
    }

    private static Map<String, List<List<String>>> twoSheets() {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        sheets.put("一月", List.of(List.of("姓名", "手机号", "备注"), List.of("赵一", "不是号码", "甲"), List.of("", "", "没有人")));
        sheets.put("二月", List.of(List.of("客户姓名", "联系电话", "说明"), List.of("", "", "没有人"), List.of("赵二", "不是号码", "")));
        return sheets;
    }

    private static List<String> lines(byte[] csv) {
        return new String(csv, StandardCharsets.UTF_8).strip().lines().toList();
    }
}
