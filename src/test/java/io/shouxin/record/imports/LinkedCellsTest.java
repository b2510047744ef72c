package io.shouxin.record.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A cell that links somewhere is read as what it shows, whichever way the link was made. */
class LinkedCellsTest {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    @Test
    void a_formula_that_links_is_read_as_the_text_it_shows() {
        assertThat(texts("<c r=\"A1\" t=\"str\"><f>HYPERLINK(\"mailto:ke@example.com\",\"ke@example.com\")</f>"
                        + "<v>ke@example.com</v></c>"))
                .containsExactly("ke@example.com");
    }

    @Test
    void a_link_that_was_never_counted_shows_its_text_or_else_its_target() {
        assertThat(texts(
                        "<c r=\"A1\"><f>HYPERLINK(\"mailto:ke@example.com\", \"柯 \"\"一\"\"\")</f></c>",
                        "<c r=\"A2\" t=\"str\"><f>HYPERLINK(\"https://example.com\")</f><v></v></c>"))
                .containsExactly("柯 \"一\"", "https://example.com");
    }

    @Test
    void a_link_laid_on_a_cell_leaves_the_cell_as_it_is() {
        String links = "<hyperlinks><hyperlink ref=\"A1\" xmlns:r=\"" + DOC
                + "\" r:id=\"rId9\" display=\"elsewhere\"/></hyperlinks>";
        assertThat(read(links, "<c r=\"A1\" t=\"inlineStr\"><is><r><t>ke@</t></r><r><t>example.com</t></r></is></c>"))
                .containsExactly("ke@example.com");
    }

    @Test
    void another_formula_without_a_result_is_told_as_a_formula() {
        assertThat(texts("<c r=\"A1\"><f>A2&amp;HYPERLINK(\"x\")</f></c>"))
                .singleElement()
                .asString()
                .startsWith("=");
    }

    @Test
    void a_sheet_as_excel_itself_writes_it_is_read() {
        String xml = "<worksheet xmlns=\"" + MAIN + "\" xmlns:r=\"" + DOC + "\"><dimension ref=\"A1\"/><sheetData>"
                + "<row r=\"1\" spans=\"1:1\"><c r=\"A1\" t=\"inlineStr\"><is><t>柯一</t></is></c></row></sheetData></worksheet>";
        assertThat(new SheetReader()
                        .read(Files.workbook(false, xml), "clients.xlsx")
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cell(0).text()).isEqualTo("柯一"));
    }

    private static List<String> texts(String... cells) {
        return read("", cells);
    }

    private static List<String> read(String behind, String... cells) {
        StringBuilder xml = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        for (int i = 0; i < cells.length; i++) {
            xml.append("<row r=\"" + (i + 1) + "\">").append(cells[i]).append("</row>");
        }
        xml.append("</sheetData>").append(behind).append("</worksheet>");
        return new SheetReader()
                .read(Files.workbook(false, xml.toString()), "clients.xlsx").rows().stream()
                        .map(row -> row.cell(0).text())
                        .toList();
    }
}
