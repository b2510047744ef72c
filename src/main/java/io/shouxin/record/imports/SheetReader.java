package io.shouxin.record.imports;

import io.shouxin.record.imports.UnreadableFile.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;

/**
 * Turns an uploaded file into rows. The kind of file is told by its content, not by its name: exports named {@code .xls} that are
 * web pages or text are common. Only text under the name of an archive or office document is refused, since it is none of them.
 */
public final class SheetReader {

    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ENCRYPTED_PACKAGE = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private static final Set<String> NEVER_TEXT = Set.of(
            "xlsx", "xlsm", "xlsb", "xltx", "ods", "doc", "docx", "docm", "odt", "ppt", "pptx", "odp", "zip", "pdf");

    /** What the kind of a file is told by. */
    private static final int HEAD = 64 * 1024;

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
        List<WholeSheet> sheets = new ArrayList<>();
        read(FileContent.of(content), fileName, new RowSink() {
            @Override
            public void sheet(String name, String encoding, boolean hidden) {
                sheets.add(new WholeSheet(name, encoding, new ArrayList<>()));
            }

            @Override
            public void row(Row row) {
                sheets.get(sheets.size() - 1).rows().add(row);
            }
        });
        return sheets.stream()
                .map(sheet -> new Sheet(sheet.name(), sheet.encoding(), sheet.rows()))
                .toList();
    }

    private record WholeSheet(String name, String encoding, List<Row> rows) {}

    /**
     * As {@link #readAll(byte[], String)}, row by row: nothing of a row is kept once the sink has it.
     *
     * @throws UnreadableFile where the file is no spreadsheet that can be read, perhaps after rows of it were given
     */
    public void read(FileContent content, String fileName, RowSink sink) {
        read(content, fileName, null, sink);
    }

    /** As {@link #read(FileContent, String, RowSink)}, a text in the charset that somebody says it is in. */
    public void read(FileContent content, String fileName, @Nullable Charset charset, RowSink sink) {
        if (content.size() == 0) {
            throw new UnreadableFile(Reason.EMPTY_FILE);
        }
        limits.checkBytes(content.size());
        FilledSheets filled = new FilledSheets(sink);
        try {
            byte[] head = head(content);
            if (startsWith(head, OLE2)) {
                throw new UnreadableFile(isEncryptedWorkbook(content) ? Reason.ENCRYPTED : Reason.OLD_EXCEL);
            } else if (startsWith(head, new byte[] {'P', 'K', 3, 4})) {
                new XlsxReader(limits).read(content, filled);
            } else {
                refuseWhatIsNotText(tika.detect(head));
                refuseTextNamedOtherwise(fileName);
                new DelimitedReader(limits).read(content, fileName, charset, filled);
            }
        } catch (IOException e) {
            throw ArchiveCheck.damaged(e);
        }
        if (!filled.any) {
            throw new UnreadableFile(Reason.NO_ROWS);
        }
    }

    private static byte[] head(FileContent content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readNBytes(HEAD);
        }
    }

    /** Tells of a sheet only when its first row comes. */
    private static final class FilledSheets implements RowSink {

        private final RowSink sink;
        private String name = "";
        private String encoding = "";
        private boolean hidden;
        private boolean begun;
        private boolean any;

        private FilledSheets(RowSink sink) {
            this.sink = sink;
        }

        @Override
        public void sheet(String of, String as, boolean isHidden) {
            name = of;
            encoding = as;
            hidden = isHidden;
            begun = false;
        }

        @Override
        public void row(Row row) {
            if (!begun) {
                sink.sheet(name, encoding, hidden);
                begun = true;
                any = true;
            }
            sink.row(row);
        }
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

    /** An encrypted workbook has a stream of this name in its directory, which may lie anywhere in the file. */
    private static boolean isEncryptedWorkbook(FileContent content) throws IOException {
        try (InputStream in = content.open()) {
            byte[] window = new byte[HEAD];
            int kept = 0;
            for (int n = in.readNBytes(window, 0, HEAD); n > 0; n = in.readNBytes(window, kept, HEAD - kept)) {
                int length = kept + n;
                if (contains(window, length, ENCRYPTED_PACKAGE)) {
                    return true;
                }
                kept = Math.min(length, ENCRYPTED_PACKAGE.length - 1);
                System.arraycopy(window, length - kept, window, 0, kept);
            }
            return false;
        }
    }

    private static boolean contains(byte[] content, int length, byte[] wanted) {
        outer:
        for (int i = 0; i <= length - wanted.length; i++) {
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
