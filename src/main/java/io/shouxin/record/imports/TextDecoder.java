package io.shouxin.record.imports;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import io.shouxin.record.imports.UnreadableFile.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds the charset of a text file. Every candidate must decode the whole file without an error: a guess that replaces one character
 * of a name by a question mark is wrong.
 */
final class TextDecoder {

    private static final int SAMPLE = 256 * 1024;
    private static final int BUFFER = 16 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Charset GB18030 = Charset.forName("GB18030");
    /** GB18030 accepts nearly any bytes; another charset must be this much more likely. */
    private static final int CLEARLY_BETTER = 30;

    private TextDecoder() {}

    /** @param blank whether there is nothing but white space */
    record Decoded(Charset charset, boolean blank) {}

    static Decoded decode(FileContent content) throws IOException {
        byte[] sample;
        try (InputStream in = content.open()) {
            sample = in.readNBytes(SAMPLE);
        }
        for (Charset charset : new Charset[] {utf16(sample), StandardCharsets.UTF_8, likely(sample), GB18030}) {
            Decoded decoded = charset == null ? null : strictly(content, charset);
            if (decoded != null) {
                return decoded;
            }
        }
        throw new UnreadableFile(Reason.UNKNOWN_CHARSET);
    }

    /** @throws UnreadableFile where this charset does not give the file a text */
    static Decoded decode(FileContent content, Charset charset) throws IOException {
        Decoded decoded = strictly(content, charset);
        if (decoded == null) {
            throw new UnreadableFile(Reason.OTHER_CHARSET, charset.name());
        }
        return decoded;
    }

    /** The text behind its byte order mark; every malformed byte is an error. */
    static Reader open(FileContent content, Charset charset) throws IOException {
        InputStream in = content.open();
        PushbackReader reader = new PushbackReader(
                new BufferedReader(
                        new InputStreamReader(
                                in,
                                charset.newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT)),
                        BUFFER),
                1);
        int first = reader.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            reader.unread(first);
        }
        return reader;
    }

    private static @Nullable Decoded strictly(FileContent content, Charset charset) throws IOException {
        long length = 0;
        long controls = 0;
        boolean blank = true;
        try (Reader reader = open(content, charset)) {
            char[] buffer = new char[BUFFER];
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                length += n;
                for (int i = 0; i < n; i++) {
                    controls += isControl(buffer[i]) ? 1 : 0;
                    blank &= Chars.isSpace(buffer[i]);
                }
            }
        } catch (CharacterCodingException e) {
            return null;
        }
        // Text has no control characters but tabs, line ends and the odd leftover; anything else is a binary file.
        if (controls * 200 > length) {
            throw new UnreadableFile(Reason.NOT_A_SPREADSHEET);
        }
        return new Decoded(charset, blank);
    }

    private static boolean isControl(char c) {
        return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1A)
                || c == 0x7F
                || c == 0xFFFE
                || c == 0xFFFF;
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
        int length = content.length;
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
        detector.setText(content);
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
}
