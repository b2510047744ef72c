package io.shouxin.record.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shouxin.record.imports.UnreadableFile.Reason;
import io.shouxin.shared.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is uploaded, there is a sentence and no crash. */
class UnreadableFilesTest {

    private static Reason reason(byte[] content) {
        return reason(content, ReadingLimits.STANDARD);
    }

    private static Reason reason(byte[] content, ReadingLimits limits) {
        UnreadableFile refused =
                catchThrowableOfType(UnreadableFile.class, () -> new SheetReader(limits).read(content, "clients.csv"));
        assertThat(refused).isNotNull();
        assertThat(Texts.chinese().get(refused.textKey(), refused.arguments())).doesNotContain("!", "{");
        return refused.reason();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void an_empty_file() {
        assertThat(reason(new byte[0])).isEqualTo(Reason.EMPTY_FILE);
        assertThat(reason(utf8(" \r\n\t\n"))).isEqualTo(Reason.EMPTY_FILE);
        assertThat(reason(utf8(",,,\n,,,\n"))).isEqualTo(Reason.NO_ROWS);
    }

    @Test
    void a_picture_renamed_to_xlsx() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1};
        assertThat(reason(png)).isEqualTo(Reason.PICTURE);
    }

    @Test
    void random_bytes_are_no_text() {
        byte[] bytes = new byte[5000];
        new Random(3).nextBytes(bytes);
        assertThat(reason(bytes)).isIn(Reason.NOT_A_SPREADSHEET, Reason.UNKNOWN_CHARSET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"list.xlsx", "list.XLSX", "letter.docx", "a.csv.zip", "list.ods"})
    void text_under_the_name_of_an_office_document_is_not_taken_for_a_list(String name) {
        byte[] text = utf8("姓名,手机\n王强,13800000001\n");
        UnreadableFile refused = catchThrowableOfType(UnreadableFile.class, () -> new SheetReader().read(text, name));
        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isEqualTo(Reason.NOT_AS_NAMED);
        assertThat(Texts.chinese().get(refused.textKey(), refused.arguments()))
                .contains("." + name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT) + " 结尾");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list.csv", "list.txt", "list.xls", "list", "", "list.2026", "xlsx list.tsv"})
    void text_under_any_other_name_is_read(String name) {
        byte[] text = utf8("姓名,手机\n王强,13800000001\n");
        assertThat(new SheetReader().read(text, name).rows()).hasSize(2);
    }

    @Test
    void a_web_page_named_xls() {
        assertThat(reason(utf8("<html><body><table><tr><td>姓名</td></tr></table></body></html>")))
                .isEqualTo(Reason.WEB_PAGE);
    }

    @Test
    void old_and_encrypted_workbooks() {
        byte[] old = Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 2000);
        assertThat(reason(old)).isEqualTo(Reason.OLD_EXCEL);
        byte[] marker = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(marker, 0, old, 700, marker.length);
        assertThat(reason(old)).isEqualTo(Reason.ENCRYPTED);
    }

    @Test
    void an_archive_that_is_no_workbook() {
        assertThat(reason(Files.zip(Map.of("a.txt", "x")))).isEqualTo(Reason.NOT_A_SPREADSHEET);
        assertThat(reason(Files.zip(Map.of("content.xml", "x")))).isEqualTo(Reason.OTHER_OFFICE_FORMAT);
    }

    @Test
    void a_workbook_cut_in_the_middle() {
        byte[] whole = Files.sample("brokerage-clients.xlsx");
        assertThat(reason(Arrays.copyOf(whole, whole.length / 2))).isEqualTo(Reason.DAMAGED);
        assertThat(reason(Files.workbook(false, "<worksheet><sheetData><row r=\"1\"><c")))
                .isEqualTo(Reason.DAMAGED);
    }

    @Test
    void a_zip_bomb() {
        String bomb = "<worksheet><sheetData>" + " ".repeat(40_000_000);
        assertThat(reason(Files.workbook(false, bomb))).isEqualTo(Reason.ARCHIVE_TOO_LARGE);
    }

    @Test
    void a_cell_address_that_would_allocate_a_row_of_millions() {
        String xml = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>";
        assertThat(reason(Files.workbook(false, xml))).isEqualTo(Reason.TOO_MANY_COLUMNS);
    }

    @Test
    void two_thousand_columns() {
        assertThat(reason(utf8(String.join(",", Collections.nCopies(2000, "a")) + "\n")))
                .isEqualTo(Reason.TOO_MANY_COLUMNS);
        assertThat(reason(Files.xlsx(false, List.of(Collections.nCopies(2000, "a")))))
                .isEqualTo(Reason.TOO_MANY_COLUMNS);
    }

    @Test
    void an_unclosed_quote_names_its_line() {
        byte[] csv = utf8("姓名,备注\n王强,\"老客户\n周玉,新客户\n");
        UnreadableFile refused = catchThrowableOfType(UnreadableFile.class, () -> new SheetReader().read(csv, "a.csv"));
        assertThat(refused.reason()).isEqualTo(Reason.UNCLOSED_QUOTE);
        assertThat(refused.arguments()).containsExactly(2);
    }

    @Test
    void a_cell_that_is_too_long() {
        assertThat(reason(utf8("姓名,备注\n王强," + "长".repeat(40_000) + "\n"))).isEqualTo(Reason.CELL_TOO_LONG);
    }

    @Test
    void too_many_rows_cells_or_bytes() {
        ReadingLimits small = new ReadingLimits(1000, 3, 10, 100, 5, 100_000, 20);
        assertThat(reason(utf8("a\nb\nc\nd\n"), small)).isEqualTo(Reason.TOO_MANY_ROWS);
        assertThat(reason(utf8("a,b,c\nd,e,f\n"), small)).isEqualTo(Reason.TOO_MANY_CELLS);
        assertThat(reason(new byte[1001], small)).isEqualTo(Reason.FILE_TOO_LARGE);
    }
}
