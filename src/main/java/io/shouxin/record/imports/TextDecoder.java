package io.shouxin.record.imports;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import io.shouxin.record.imports.UnreadableFile.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the charset of a text file. Every candidate must decode the whole file without an error: a guess that replaces one character
 * of a name by a question mark is wrong.
 */
final class TextDecoder {

    private static final int SAMPLE = 256 * 1024;
    private static final Charset GB18030 = Charset.forName("GB18030");
    /** GB18030 accepts nearly any bytes; another charset must be this much more likely. */
    private static final int CLEARLY_BETTER = 30;

    private TextDecoder() {}

    record Decoded(String text, String charset) {}

    static Decoded decode(byte[] content) {
        for (Charset charset : new Charset[] {utf16(content), StandardCharsets.UTF_8, likely(content), GB18030}) {
            Decoded decoded = charset == null ? null : strictly(content, charset);
            if (decoded != null) {
                refuseBinary(decoded.text());
                return decoded;
            }
        }
        throw new UnreadableFile(Reason.UNKNOWN_CHARSET);
    }

    private static @Nullable Decoded strictly(byte[] content, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return new Decoded(text.startsWith("\uFEFF") ? text.substring(1) : text, charset.name());
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** By byte order mark, or by zero bytes that stand at one parity only: commas, digits and line ends have them. */
    private static @Nullable Charset utf16(byte[] content) {
        if (content.length >= 2) {
            int mark = (content[0] & 0xFF) << 8 | (content[1] & 0xFF);
            if (mark == 0xFEFF) {
                return StandardCharsets.UTF_16BE;
            }
            if (mark == 0xFFFE) {
                return StandardCharsets.UTF_16LE;
            }
        }
        int length = Math.min(content.length, SAMPLE);
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i++) {
            if (content[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if (odd > length / 20 && even * 20 < odd) {
            return StandardCharsets.UTF_16LE;
        }
        return even > length / 20 && odd * 20 < even ? StandardCharsets.UTF_16BE : null;
    }

    private static @Nullable Charset likely(byte[] content) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(content.length > SAMPLE ? Arrays.copyOf(content, SAMPLE) : content);
        CharsetMatch[] matches = detector.detectAll();
        int chinese = 0;
        for (CharsetMatch match : matches) {
            if (match.getName().equals("GB18030")) {
                chinese = match.getConfidence();
            }
        }
        for (CharsetMatch match : matches) {
            if (match.getConfidence() >= Math.max(40, chinese + CLEARLY_BETTER)
                    && Charset.isSupported(match.getName())) {
                return Charset.forName(match.getName());
            }
        }
        return null;
    }

    /** Text has no control characters but tabs, line ends and the odd leftover; anything else is a binary file. */
    private static void refuseBinary(String text) {
        long controls = text.chars()
                .filter(c -> (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1A)
                        || c == 0x7F
                        || c == 0xFFFE
                        || c == 0xFFFF)
                .count();
        if (controls * 200 > text.length()) {
            throw new UnreadableFile(Reason.NOT_A_SPREADSHEET);
        }
    }
}
