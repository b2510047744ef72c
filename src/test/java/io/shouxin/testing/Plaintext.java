package io.shouxin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds texts in raw bytes, in the forms in which software leaves them behind: encodings, hexadecimal and Base64. */
public final class Plaintext {

    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("GB18030"));

    private final Map<String, String> nameOfBytes = new LinkedHashMap<>();

    public Plaintext(Collection<String> texts) {
        for (String text : texts) {
            forms(text).forEach((name, bytes) -> nameOfBytes.putIfAbsent(bytesAsText(bytes), text + " as " + name));
        }
    }

    /** The bytes of a text in each form that is looked for. */
    public static Map<String, byte[]> forms(String text) {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        for (Charset encoding : ENCODINGS) {
            byte[] bytes = text.getBytes(encoding);
            forms.put(encoding.name(), bytes);
            forms.put(encoding.name() + " hex", ascii(HexFormat.of().formatHex(bytes)));
            forms.put(
                    encoding.name() + " HEX",
                    ascii(HexFormat.of().withUpperCase().formatHex(bytes)));
            for (int before = 0; before < 3; before++) {
                forms.put(encoding.name() + " Base64 after " + before, base64(bytes, before));
            }
        }
        return forms;
    }

    /** What stands of the bytes in the Base64 of something longer, as many bytes of a group before them: without signs that others share. */
    private static byte[] base64(byte[] bytes, int before) {
        byte[] longer = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, longer, before, bytes.length);
        String whole = Base64.getEncoder().withoutPadding().encodeToString(longer);
        return ascii(whole.substring((before * 8 + 5) / 6, longer.length * 8 / 6));
    }

    public Set<String> in(byte[] content) {
        String haystack = bytesAsText(content);
        Set<String> found = new TreeSet<>();
        nameOfBytes.forEach((needle, name) -> {
            if (haystack.contains(needle)) {
                found.add(name);
            }
        });
        return found;
    }

    /** What is found in which file below the directory. */
    public Set<String> below(Path directory) {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                in(Files.readAllBytes(file)).forEach(hit -> found.add(directory.relativize(file) + ": " + hit));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String bytesAsText(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
