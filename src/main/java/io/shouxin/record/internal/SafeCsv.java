package io.shouxin.record.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.shouxin.record.imports.FormulaQuote;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A file that opens in Excel as text: a byte order mark, and no cell that could run as a formula (OWASP CSV injection). */
final class SafeCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Writer text;
    private final CsvWriter csv;

    SafeCsv(OutputStream out) throws IOException {
        text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.append(BYTE_ORDER_MARK);
        csv = CsvWriter.builder().bufferSize(0).build(text);
    }

    void write(List<String> cells) {
        csv.writeRecord(cells.stream().map(FormulaQuote::put).toList());
    }

    void end() throws IOException {
        text.flush();
    }
}
