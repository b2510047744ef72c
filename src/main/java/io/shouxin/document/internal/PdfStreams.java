package io.shouxin.document.internal;

import io.shouxin.document.FileProblem;
import io.shouxin.document.FileRefused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Measures the streams of a PDF before a library unpacks them into memory: each is inflated and thrown away at once. Streams that are
 * packed twice, or in a way that cannot be measured so, are not taken; programs of the last twenty years make none.
 */
final class PdfStreams {

    private static final long LARGEST = 40L * 1024 * 1024;
    private static final long ALL = 600L * 1024 * 1024;
    private static final int LONGEST_HEAD = 16 * 1024;

    private static final Pattern FILTER =
            Pattern.compile("/(?:Filter|F)\\s*(\\[[^\\]]*\\]|/[A-Za-z0-9]+|\\d+\\s+\\d+\\s+R)");
    private static final Pattern NAME = Pattern.compile("/([A-Za-z0-9]+)");
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Set<String> UNPACKED_BY_THE_LIBRARY =
            Set.of("FlateDecode", "Fl", "ASCIIHexDecode", "AHx", "ASCII85Decode", "A85");
    private static final Set<String> NOT_TAKEN = Set.of("LZWDecode", "LZW", "RunLengthDecode", "RL", "Crypt");

    private PdfStreams() {}

    static void measure(byte[] content) {
        long all = 0;
        int from = 0;
        for (int at = Bytes.find(content, "stream", 0); at >= 0; at = Bytes.find(content, "stream", at + 6)) {
            FileBench.goOn();
            if (isEnd(content, at)) {
                from = at + 6;
                continue;
            }
            head(content, from, at);
            all += inflated(content, at + 6);
            if (all > ALL) {
                throw new FileRefused(FileProblem.TOO_LARGE);
            }
        }
    }

    private static boolean isEnd(byte[] content, int at) {
        return at >= 3 && Bytes.find(content, "end", at - 3) == at - 3;
    }

    /** The dictionary before a stream. */
    private static void head(byte[] content, int from, int to) {
        int start = Math.max(from, to - LONGEST_HEAD);
        String text = new String(content, start, to - start, StandardCharsets.ISO_8859_1);
        String head = text.substring(Math.max(text.lastIndexOf(" obj"), 0));
        Matcher filters = FILTER.matcher(ESCAPED.matcher(head)
                .replaceAll(escaped ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escaped.group(1), 16)))));
        while (filters.find()) {
            String value = filters.group(1);
            if (value.endsWith("R")) {
                throw new FileRefused(FileProblem.DAMAGED);
            }
            List<String> names =
                    NAME.matcher(value).results().map(name -> name.group(1)).toList();
            if (names.stream().anyMatch(NOT_TAKEN::contains)
                    || names.stream().filter(UNPACKED_BY_THE_LIBRARY::contains).count() > 1) {
                throw new FileRefused(FileProblem.DAMAGED);
            }
        }
    }

    /** How much comes out of what may be a packed stream. */
    private static long inflated(byte[] content, int after) {
        int start = after;
        if (start < content.length && content[start] == '\r') {
            start++;
        }
        if (start < content.length && content[start] == '\n') {
            start++;
        }
        Inflater inflater = new Inflater();
        long sum = 0;
        try {
            inflater.setInput(content, start, content.length - start);
            byte[] thrownAway = new byte[64 * 1024];
            while (!inflater.finished()) {
                int some = inflater.inflate(thrownAway);
                if (some == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return sum;
                }
                sum += some;
                if (sum > LARGEST) {
                    throw new FileRefused(FileProblem.TOO_LARGE);
                }
                FileBench.goOn();
            }
            return sum;
        } catch (DataFormatException e) {
            return sum; // packed otherwise or broken; what came out so far has cost as much
        } finally {
            inflater.end();
        }
    }
}
