package io.shouxin.record.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shouxin.record.imports.UnreadableFile.Reason;
import io.shouxin.shared.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks and lists as hostile or careless hands make them: read as they are, or refused in words. */
class OddFilesTest {

    private static final String SHEET =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>%s</sheetData>%s</worksheet>";

    private static final List<List<String>> CLIENTS =
            List.of(List.of("姓名", "手机号"), List.of("王强", "13015230413"), List.of("周玉", "13811419212"));

    private static List<Sheet> sheets(byte[] content) {
        return new SheetReader().readAll(content, "clients.xlsx");
    }

    private static List<String> names(Sheet sheet) {
        return Files.interpret(sheet).stream()
                .map(row -> row.persons().get(0).first(IdentifierType.NAME).orElse("?"))
                .toList();
    }

    /** The workbook with parts added, or changed. */
    private static byte[] with(byte[] workbook, Map<String, String> parts, UnaryOperator<String> ofWorkbookXml) {
        Map<String, String> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries.computeIfPresent("xl/workbook.xml", (name, xml) -> ofWorkbookXml.apply(xml));
        entries.putAll(parts);
        return Files.zip(entries);
    }

    @Test
    void two_hundred_megabytes_are_refused_before_a_byte_is_read() {
        FileContent large = new FileContent() {
            @Override
            public long size() {
                return 200L * 1024 * 1024;
            }

            @Override
            public InputStream open() {
                throw new IllegalStateException("Not to be opened");
            }
        };
        UnreadableFile refused = catchThrowableOfType(
                UnreadableFile.class, () -> new SheetReader().read(large, "clients.csv", new Nowhere()));
        assertThat(refused.reason()).isEqualTo(Reason.FILE_TOO_LARGE);
        assertThat(Texts.chinese().get(refused.textKey(), refused.arguments())).contains("50 MB");
        assertThat(Texts.of(Locale.ENGLISH).get(refused.textKey(), refused.arguments()))
                .contains("50 MB");
    }

    private static final class Nowhere implements RowSink {
        @Override
        public void sheet(String name, String encoding, boolean hidden) {
            throw new IllegalStateException("No sheet");
        }

        @Override
        public void row(Row row) {
            throw new IllegalStateException("No row");
        }
    }

    @Test
    void an_archive_of_too_many_parts_or_too_much_text_is_refused() {
        ReadingLimits small = new ReadingLimits(1_000_000, 100, 10, 100, 1_000, 20_000, 10);
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 10; i++) {
            many.put("xl/media/" + i, "x");
        }
        Map<String, String> large = Map.of("xl/theme.xml", "<a/>".repeat(10_000));
        for (Map<String, String> parts : List.of(many, large)) {
            byte[] workbook = with(Files.xlsx(false, CLIENTS), parts, xml -> xml);
            UnreadableFile refused = catchThrowableOfType(
                    UnreadableFile.class, () -> new SheetReader(small).readAll(workbook, "clients.xlsx"));
            assertThat(refused.reason()).isEqualTo(Reason.ARCHIVE_TOO_LARGE);
        }
    }

    @Test
    void macros_and_links_to_other_files_are_left_alone_and_the_rows_are_read() {
        byte[] workbook = with(
                Files.workbook(
                        false,
                        SHEET.formatted(
                                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>姓名</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>手机号</t></is></c></row>"
                                        + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>[1]名单!A1</f><v>王强</v></c>"
                                        + "<c r=\"B2\" t=\"inlineStr\"><is><t>13015230413</t></is></c></row>",
                                "")),
                Map.of(
                        "xl/vbaProject.bin",
                        "Sub Auto_Open() End Sub",
                        "xl/externalLinks/externalLink1.xml",
                        "<externalLink><externalBook r:id=\"rId1\"/></externalLink>",
                        "xl/externalLinks/_rels/externalLink1.xml.rels",
                        "<Relationships><Relationship Id=\"rId1\" Target=\"http://192.0.2.1/list.xlsx\" TargetMode=\"External\"/></Relationships>"),
                xml -> xml.replace(
                        "</sheets>",
                        "</sheets><externalReferences><externalReference r:id=\"x\"/></externalReferences>"));
        Sheet sheet = sheets(workbook).get(0);
        assertThat(names(sheet)).containsExactly("王强");
        assertThat(sheet.rows().get(1).cell(0).kind()).isEqualTo(SheetCell.Kind.FORMULA);
    }

    @Test
    void a_formula_stays_the_text_that_it_showed() {
        Sheet sheet = sheets(Files.workbook(
                        false,
                        SHEET.formatted(
                                "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>CONCATENATE(\"=\",\"cmd\")</f><v>=cmd|' /C calc'!A1</v></c></row>",
                                "")))
                .get(0);
        assertThat(sheet.rows().get(0).cell(0).text()).isEqualTo("=cmd|' /C calc'!A1");
    }

    @Test
    void a_cell_merged_over_rows_counts_for_each_of_them_and_one_over_columns_stands_once() {
        Sheet sheet = sheets(
                        Files.workbook(
                                false,
                                SHEET.formatted(
                                        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>二月客户名单</t></is></c><c r=\"B1\"/><c r=\"C1\"/></row>"
                                                + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>姓名</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>手机号</t></is></c></row>"
                                                + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>王强</t></is></c><c r=\"B3\" t=\"inlineStr\"><is><t>13015230413</t></is></c></row>"
                                                + "<row r=\"4\"><c r=\"A4\"/><c r=\"B4\" t=\"inlineStr\"><is><t>13811419212</t></is></c></row>",
                                        "<mergeCells count=\"2\"><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A3:A4\"/></mergeCells>")))
                .get(0);
        assertThat(Files.columns(sheet).headerRow()).isEqualTo(2);
        assertThat(names(sheet)).containsExactly("王强", "王强");
        assertThat(sheet.rows()).extracting(Row::merged).containsExactly(false, false, false, true);
    }

    @Test
    void of_two_header_rows_the_one_with_the_columns_names_counts() {
        Sheet sheet = Files.csv("客户,,合同,\n姓名,手机号,成交类型,成交日期\n王强,13015230413,租赁,2024-01-02\n");
        assertThat(Files.columns(sheet).headerRow()).isEqualTo(2);
        assertThat(names(sheet)).containsExactly("王强");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "veryHidden"})
    void the_reader_tells_of_a_hidden_sheet_as_of_a_shown_one(String state) {
        byte[] workbook = with(
                Files.xlsx(Map.of("名单", CLIENTS)),
                Map.of(),
                xml -> xml.replace("<sheet name=\"名单\"", "<sheet state=\"" + state + "\" name=\"名单\""));
        assertThat(sheets(workbook)).singleElement().satisfies(sheet -> assertThat(names(sheet))
                .containsExactly("王强", "周玉"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "0001/1/1", "0001年1月1日"})
    void a_date_of_the_year_one_is_kept_as_it_was_typed(String date) {
        assertThat(DateNormaliser.normalise(date)).isEqualTo(Normalised.rejected(ProblemCode.DATE_IMPOSSIBLE));
        InterpretedRow row = Files.interpret(Files.csv("姓名,手机号,成交日期\n王强,13015230413," + date + "\n"))
                .get(0);
        assertThat(row.problems()).extracting(Problem::code).contains(ProblemCode.DATE_IMPOSSIBLE);
        assertThat(row.records()).anyMatch(record -> record.fields().containsValue(date));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf_16_is_read_with_its_mark_and_without(String charset) {
        String text = "姓名,手机号\r\n王强,13015230413\r\n周玉,13811419212\r\n";
        for (String mark : List.of("", "\uFEFF")) {
            byte[] content = (mark + text).getBytes(java.nio.charset.Charset.forName(charset));
            assertThat(names(new SheetReader().read(content, "clients.csv"))).containsExactly("王强", "周玉");
        }
    }

    @Test
    void a_quote_that_never_closes_is_found_across_long_files_and_one_that_closes_at_the_end_is_not() {
        String rows = "王强,13015230413\r\n".repeat(20_000);
        byte[] closed = ("姓名,备注\r\n" + rows + "周玉,\"老\"\"客\"\"户\"").getBytes(StandardCharsets.UTF_8);
        assertThat(new SheetReader().read(closed, "a.csv").rows()).hasSize(20_002);
        byte[] open = ("姓名,备注\r\n" + rows + "周玉,\"老\"\"客户").getBytes(StandardCharsets.UTF_8);
        UnreadableFile refused =
                catchThrowableOfType(UnreadableFile.class, () -> new SheetReader().read(open, "a.csv"));
        assertThat(refused.reason()).isEqualTo(Reason.UNCLOSED_QUOTE);
        assertThat(refused.arguments()).containsExactly(20_002);
    }

    @Test
    void a_sample_of_a_long_sheet_tells_what_the_whole_sheet_tells() {
        StringBuilder text = new StringBuilder("甲,乙,丙,丁\n");
        for (int i = 0; i < 8_000; i++) {
            String late = i < 6_000 ? "" : "3101012016%04d%04d".formatted(101 + i % 9, i);
            text.append("王强,130152%05d,%s,%s\n".formatted(i, i % 40 == 0 ? "2024-01-0" + (1 + i % 9) : "", late));
        }
        Sheet whole = Files.csv(text.toString());
        SheetSample sample = new SheetSample("s", "test");
        whole.rows().forEach(sample::add);
        assertThat(sample.rows()).isEqualTo(8_001);
        assertThat(sample.sheet().rows()).hasSizeLessThan(1_000);
        assertThat(Files.columns(sample.sheet())).isEqualTo(Files.columns(whole));
    }

    @Test
    void that_the_rows_cannot_be_put_away_is_no_fault_of_the_file() {
        List<Row> taken = new ArrayList<>();
        RowSink full = new RowSink() {
            @Override
            public void sheet(String name, String encoding, boolean hidden) {
                taken.clear();
            }

            @Override
            public void row(Row row) {
                throw new ReadingInterrupted(new IOException("No space"));
            }
        };
        for (byte[] content : List.of(Files.xlsx(false, CLIENTS), "姓名,手机号\n王强,1\n".getBytes(StandardCharsets.UTF_8))) {
            assertThat(catchThrowableOfType(ReadingInterrupted.class, () -> new SheetReader()
                            .read(FileContent.of(content), "clients", full)))
                    .isNotNull();
        }
    }
}
