package io.shouxin.record.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.shouxin.record.imports.UnreadableFile.Reason;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads delimited text in whatever charset and with whatever delimiter it was exported. */
final class DelimitedReader {

    private static final char[] DELIMITERS = {',', '\t', ';', '|', '，'};
    private static final int SAMPLE_RECORDS = 60;
    private static final String NAMES_DELIMITER = "sep=";
    private static final int FIRST_LINE = 1_000;
    /** How many different short values are kept once each, which are most of a sheet. */
    private static final int INTERNED = 50_000;

    private final ReadingLimits limits;

    DelimitedReader(ReadingLimits limits) {
        this.limits = limits;
    }

    /** @param chosen the charset that somebody says it is; null to find it out */
    void read(FileContent content, String fileName, @Nullable Charset chosen, RowSink sink) throws IOException {
        TextDecoder.Decoded decoded =
                chosen == null ? TextDecoder.decode(content) : TextDecoder.decode(content, chosen);
        if (decoded.blank()) {
            throw new UnreadableFile(Reason.EMPTY_FILE);
        }
        Text text = new Text(content, decoded.charset());
        char delimiter = text.named == null ? sniff(text) : text.named;
        refuseUnclosedQuote(text, delimiter);
        sink.sheet(fileName, decoded.charset().name() + (delimiter == '\t' ? ", TAB" : ", " + delimiter), false);
        rows(text, delimiter, sink);
    }

    /** The text of a file, read anew each time; a first line that only names the delimiter ({@code sep=;}) is passed over. */
    private static final class Text {

        private final FileContent content;
        private final Charset charset;
        private final @Nullable Character named;

        private Text(FileContent content, Charset charset) throws IOException {
            this.content = content;
            this.charset = charset;
            try (Reader reader = TextDecoder.open(content, charset)) {
                this.named = delimiterOfFirstLine(reader);
            }
        }

        /** Leaves the reader behind the line where it names one. */
        private static @Nullable Character delimiterOfFirstLine(Reader reader) throws IOException {
            StringBuilder start = new StringBuilder();
            int c = reader.read();
            while (c >= 0 && c != '\n' && start.length() < FIRST_LINE) {
                start.append((char) c);
                c = reader.read();
            }
            boolean names = c == '\n'
                    && start.length() > NAMES_DELIMITER.length()
                    && start.toString().regionMatches(true, 0, NAMES_DELIMITER, 0, NAMES_DELIMITER.length());
            return names ? start.charAt(NAMES_DELIMITER.length()) : null;
        }

        private int skipped() {
            return named == null ? 0 : 1;
        }

        private Reader open() throws IOException {
            Reader reader = TextDecoder.open(content, charset);
            if (named != null) {
                delimiterOfFirstLine(reader);
            }
            return reader;
        }
    }

    private void rows(Text text, char delimiter, RowSink sink) throws IOException {
        Map<String, SheetCell> interned = new HashMap<>();
        int number = text.skipped();
        int rows = 0;
        int cells = 0;
        try (CsvReader<CsvRecord> reader = reader(text.open(), delimiter)) {
            for (CsvRecord csv : reader) {
                number++;
                List<SheetCell> row = new ArrayList<>(csv.getFieldCount());
                int last = -1;
                for (int i = 0; i < csv.getFieldCount(); i++) {
                    String value = csv.getField(i);
                    limits.checkCell(value, number, i);
                    SheetCell cell = value.length() > 24 || interned.size() > INTERNED
                            ? SheetCell.text(value)
                            : interned.computeIfAbsent(value, SheetCell::text);
                    row.add(cell);
                    last = cell.isBlank() ? last : i;
                }
                limits.checkColumns(last + 1);
                if (last >= 0) {
                    limits.checkRow(++rows);
                    cells += last + 1;
                    limits.checkCells(cells);
                    sink.row(new Row(number, row.subList(0, last + 1)));
                }
            }
        } catch (CsvParseException e) {
            throw new UnreadableFile(Reason.CELL_TOO_LONG, number + 1, 1, limits.cellChars());
        } catch (UncheckedIOException e) {
            throw ArchiveCheck.damaged(e);
        }
    }

    private static CsvReader<CsvRecord> reader(Reader text, char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .ignoreDifferentFieldCount(true)
                .acceptCharsAfterQuotes(true)
                .ofCsvRecord(text);
    }

    /** The delimiter that cuts most of the first records into the same number of fields, more fields being better. */
    private static char sniff(Text text) {
        char best = ',';
        double bestScore = 0;
        for (char candidate : DELIMITERS) {
            double score = score(text, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static double score(Text text, char delimiter) {
        Map<Integer, Integer> byWidth = new HashMap<>();
        int records = 0;
        try (CsvReader<CsvRecord> reader = reader(text.open(), delimiter)) {
            for (CsvRecord csv : reader) {
                byWidth.merge(csv.getFieldCount(), 1, Integer::sum);
                if (++records == SAMPLE_RECORDS) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            return 0;
        }
        double best = 0;
        for (Map.Entry<Integer, Integer> each : byWidth.entrySet()) {
            double share = (double) each.getValue() / records;
            best = Math.max(best, share * share * Math.log(each.getKey()));
        }
        return best;
    }

    /** A quote that opens and never closes swallows the rest of the file into one cell; the line where it opened is named. */
    private static void refuseUnclosedQuote(Text text, char delimiter) throws IOException {
        boolean fieldStart = true;
        boolean quoted = false;
        boolean perhapsClosed = false;
        int line = 1;
        int openedOn = 0;
        int before = -1;
        char[] buffer = new char[16 * 1024];
        try (Reader reader = text.open()) {
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    char c = buffer[i];
                    line += c == '\r' || (c == '\n' && before != '\r') ? 1 : 0;
                    before = c;
                    if (perhapsClosed) {
                        perhapsClosed = false;
                        if (c == '"') {
                            continue;
                        }
                        quoted = false;
                    }
                    if (quoted) {
                        perhapsClosed = c == '"';
                    } else if (c == '"' && fieldStart) {
                        quoted = true;
                        openedOn = line;
                        fieldStart = false;
                    } else {
                        fieldStart = c == delimiter || c == '\n' || c == '\r';
                    }
                }
            }
        }
        if (quoted && !perhapsClosed) {
            throw new UnreadableFile(Reason.UNCLOSED_QUOTE, openedOn);
        }
    }
}
