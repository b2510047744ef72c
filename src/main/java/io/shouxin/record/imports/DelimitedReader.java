package io.shouxin.record.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.shouxin.record.imports.UnreadableFile.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads delimited text in whatever charset and with whatever delimiter it was exported. */
final class DelimitedReader {

    private static final char[] DELIMITERS = {',', '\t', ';', '|', '，'};
    private static final int SAMPLE_RECORDS = 60;

    private final ReadingLimits limits;

    DelimitedReader(ReadingLimits limits) {
        this.limits = limits;
    }

    Sheet read(byte[] content, String fileName) {
        TextDecoder.Decoded decoded = TextDecoder.decode(content);
        String text = decoded.text();
        if (Chars.isBlank(text)) {
            throw new UnreadableFile(Reason.EMPTY_FILE);
        }
        int skipped = 0;
        char delimiter;
        if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 5 && text.indexOf('\n') > 4) {
            delimiter = text.charAt(4);
            text = text.substring(text.indexOf('\n') + 1);
            skipped = 1;
        } else {
            delimiter = sniff(text);
        }
        refuseUnclosedQuote(text, delimiter);
        String encoding = decoded.charset() + (delimiter == '\t' ? ", TAB" : ", " + delimiter);
        return new Sheet(fileName, encoding, rows(text, delimiter, skipped));
    }

    private List<Row> rows(String text, char delimiter, int skipped) {
        Map<String, SheetCell> interned = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        int number = skipped;
        int cells = 0;
        try (CsvReader<CsvRecord> reader = reader(text, delimiter)) {
            for (CsvRecord csv : reader) {
                number++;
                List<SheetCell> row = new ArrayList<>(csv.getFieldCount());
                int last = -1;
                for (int i = 0; i < csv.getFieldCount(); i++) {
                    String value = csv.getField(i);
                    limits.checkCell(value, number, i);
                    SheetCell cell = value.length() > 24 || interned.size() > 50_000
                            ? SheetCell.text(value)
                            : interned.computeIfAbsent(value, SheetCell::text);
                    row.add(cell);
                    last = cell.isBlank() ? last : i;
                }
                limits.checkColumns(last + 1);
                if (last >= 0) {
                    rows.add(new Row(number, row.subList(0, last + 1)));
                    cells += last + 1;
                    limits.checkRow(rows.size());
                    limits.checkCells(cells);
                }
            }
        } catch (CsvParseException e) {
            throw new UnreadableFile(Reason.CELL_TOO_LONG, number + 1, 1, limits.cellChars());
        } catch (IOException | UncheckedIOException e) {
            throw ArchiveCheck.damaged(e);
        }
        return rows;
    }

    private static CsvReader<CsvRecord> reader(String text, char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .ignoreDifferentFieldCount(true)
                .acceptCharsAfterQuotes(true)
                .ofCsvRecord(text);
    }

    /** The delimiter that cuts most of the first records into the same number of fields, more fields being better. */
    private static char sniff(String text) {
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

    private static double score(String text, char delimiter) {
        Map<Integer, Integer> byWidth = new HashMap<>();
        int records = 0;
        try (CsvReader<CsvRecord> reader = reader(text, delimiter)) {
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
    private static void refuseUnclosedQuote(String text, char delimiter) {
        boolean fieldStart = true;
        boolean quoted = false;
        int line = 1;
        int openedOn = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                line++;
            }
            if (quoted) {
                if (c == '"') {
                    if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                        i++;
                    } else {
                        quoted = false;
                    }
                }
            } else if (c == '"' && fieldStart) {
                quoted = true;
                openedOn = line;
                fieldStart = false;
            } else {
                fieldStart = c == delimiter || c == '\n' || c == '\r';
            }
        }
        if (quoted) {
            throw new UnreadableFile(Reason.UNCLOSED_QUOTE, openedOn);
        }
    }
}
