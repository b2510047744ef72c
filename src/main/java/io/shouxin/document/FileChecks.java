package io.shouxin.document;

import io.shouxin.document.internal.FileBench;
import io.shouxin.document.internal.FileTypes;
import io.shouxin.document.internal.PictureRewriter;
import java.util.Arrays;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Takes files from people nobody knows. What a file is, its content says, never its name; only photos (JPEG, PNG) are taken, and none
 * as it came: they are decoded and drawn anew (OWASP ASVS 5: validate type, size and pixels before decoding; strip metadata).
 */
@Component
public class FileChecks {

    /** In bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final byte[] JPEG_HEAD = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private static final String PDF = "application/pdf";
    private static final Set<String> PAGES =
            Set.of("image/svg+xml", "text/html", "application/xhtml+xml", "application/xml");
    private static final Set<String> ARCHIVES = Set.of(
            "application/zip",
            "application/gzip",
            "application/x-7z-compressed",
            "application/x-rar-compressed",
            "application/x-tika-ooxml",
            "application/x-tika-msoffice");
    private static final Set<String> APPLE =
            Set.of("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence");

    private final FileBench bench = new FileBench();

    /**
     * Looks at a file and writes it anew; one at a time, within bounded time and memory. Takes seconds: call it outside transactions.
     *
     * @throws FileRefused if it is not taken
     */
    public CheckedFile check(byte[] content) {
        if (content.length == 0) {
            throw new FileRefused(FileProblem.EMPTY);
        }
        if (content.length > LARGEST) {
            throw new FileRefused(FileProblem.TOO_LARGE);
        }
        if (startsWith(content, JPEG_HEAD)) {
            return bench.run(() -> PictureRewriter.jpeg(content));
        }
        if (startsWith(content, PNG_HEAD)) {
            return bench.run(() -> PictureRewriter.png(content));
        }
        throw new FileRefused(whatItIs(FileTypes.of(content)));
    }

    private static FileProblem whatItIs(String type) {
        if (APPLE.contains(type)) {
            return FileProblem.HEIC;
        }
        if (type.equals(PDF)) {
            return FileProblem.PDF;
        }
        if (PAGES.contains(type)) {
            return FileProblem.ACTIVE_PAGE;
        }
        return ARCHIVES.contains(type) ? FileProblem.ARCHIVE : FileProblem.OTHER_TYPE;
    }

    private static boolean startsWith(byte[] content, byte[] head) {
        return content.length >= head.length && Arrays.equals(content, 0, head.length, head, 0, head.length);
    }
}
