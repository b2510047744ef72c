package io.shouxin.record.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.shouxin.record.imports.FormulaQuote;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A file that opens in Excel as text: a byte order mark, and no cell that could run as a formula (OWASP CSV injection). */
final class SafeCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
    private final CsvWriter csv = CsvWriter.builder().build(text);

    void write(List<String> cells) {
        csv.writeRecord(cells.stream().map(FormulaQuote::put).toList());
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
