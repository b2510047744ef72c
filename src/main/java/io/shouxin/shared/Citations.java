package io.shouxin.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Legal sources in the reader's language. The decision tables cite Chinese law in Chinese; {@code laws/citations-en.tsv} says how each
 * citation reads in English. One that the table lacks stays Chinese: better the law's own name than none.
 */
public final class Citations {

    private static final String BETWEEN = "；";
    private static final Map<String, String> ENGLISH = read();

    private Citations() {}

    /** The source, which may cite several laws, for a reader of this language. */
    public static String in(String source, @Nullable Locale locale) {
        return Texts.of(locale).isChinese()
                ? source
                : parts(source).stream()
                        .map(part -> ENGLISH.getOrDefault(part, part))
                        .collect(Collectors.joining("; "));
    }

    /** Whether every law that the source cites has its English. */
    public static boolean isKnown(String source) {
        return ENGLISH.keySet().containsAll(parts(source));
    }

    private static List<String> parts(String source) {
        return Arrays.asList(source.split(BETWEEN));
    }

    private static Map<String, String> read() {
        try (InputStream in = Citations.class.getResourceAsStream("/laws/citations-en.tsv")) {
            if (in == null) {
                throw new IllegalStateException("laws/citations-en.tsv is missing");
            }
            Map<String, String> english = new HashMap<>();
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .forEach(columns -> english.put(columns[0], columns[1]));
            return Map.copyOf(english);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
