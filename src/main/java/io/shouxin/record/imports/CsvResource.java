package io.shouxin.record.imports;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables that ship with the product: comma-separated, UTF-8, a header row, {@code #} for comments. */
final class CsvResource {

    private CsvResource() {}

    static List<NamedCsvRecord> read(String name) {
        try (InputStream in = CsvResource.class.getResourceAsStream("/imports/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The table imports/" + name + " is missing");
            }
            try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                    .commentStrategy(CommentStrategy.SKIP)
                    .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return reader.stream().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
