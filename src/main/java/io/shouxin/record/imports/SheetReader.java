package io.shouxin.record.imports;

import io.shouxin.record.imports.UnreadableFile.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.Tika;

/**
 * Turns an uploaded file into rows. The kind of file is told by its content, not by its name: exports named {@code .xls} that are
 * web pages or text are common. Only text under the name of an archive or office document is refused, since it is none of them.
 */
public final class SheetReader {

    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ENCRYPTED_PACKAGE = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private static final Set<String> NEVER_TEXT = Set.of(
            "xlsx", "xlsm", "xlsb", "xltx", "ods", "doc", "docx", "docm", "odt", "ppt", "pptx", "odp", "zip", "pdf");

    private final ReadingLimits limits;
    private final Tika tika = new Tika();

    public SheetReader() {
        this(ReadingLimits.STANDARD);
    }

    SheetReader(ReadingLimits limits) {
        this.limits = limits;
    }

    /**
     * The first sheet that has rows.
     *
     * @throws UnreadableFile where the file is no spreadsheet that can be read
     */
    public Sheet read(byte[] content, String fileName) {
        return readAll(content, fileName).get(0);
    }

    /**
     * Every sheet that has rows, hidden ones included: a hidden sheet holds personal data as much as a shown one.
     *
     * @throws UnreadableFile where the file is no spreadsheet that can be read
     */
    public List<Sheet> readAll(byte[] content, String fileName) {
        if (content.length == 0) {
            throw new UnreadableFile(Reason.EMPTY_FILE);
        }
        limits.checkBytes(content.length);
        List<Sheet> sheets;
        if (startsWith(content, OLE2)) {
            throw new UnreadableFile(contains(content, ENCRYPTED_PACKAGE) ? Reason.ENCRYPTED : Reason.OLD_EXCEL);
        } else if (startsWith(content, new byte[] {'P', 'K', 3, 4})) {
            sheets = new XlsxReader(limits).read(content);
        } else {
            refuseWhatIsNotText(tika.detect(content));
            refuseTextNamedOtherwise(fileName);
            sheets = List.of(new DelimitedReader(limits).read(content, fileName));
        }
        List<Sheet> filled = sheets.stream().filter(s -> !s.rows().isEmpty()).toList();
        if (filled.isEmpty()) {
            throw new UnreadableFile(Reason.NO_ROWS);
        }
        return filled;
    }

    private static void refuseWhatIsNotText(String type) {
        if (type.equals("text/html") || type.endsWith("xml")) {
            throw new UnreadableFile(Reason.WEB_PAGE);
        }
        boolean perhapsText =
                type.startsWith("text/") || type.startsWith("message/") || type.equals("application/octet-stream");
        if (!perhapsText) {
            throw new UnreadableFile(type.startsWith("image/") ? Reason.PICTURE : Reason.NOT_A_SPREADSHEET);
        }
    }

    private static void refuseTextNamedOtherwise(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (NEVER_TEXT.contains(ending)) {
            throw new UnreadableFile(Reason.NOT_AS_NAMED, ending);
        }
    }

    private static boolean startsWith(byte[] content, byte[] prefix) {
        if (content.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (content[i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] content, byte[] wanted) {
        outer:
        for (int i = 0; i <= content.length - wanted.length; i++) {
            for (int j = 0; j < wanted.length; j++) {
                if (content[i + j] != wanted[j]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }
}
