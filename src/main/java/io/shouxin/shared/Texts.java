package io.shouxin.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every text that a person sees, in Chinese and English, from {@code i18n/<area>_zh_CN.properties} and
 * {@code i18n/<area>_en.properties}. A missing key is a defect: it shows as {@code !key!} and a test fails.
 */
public final class Texts {

    /** One bundle pair per area, so that modules do not share files. */
    public static final List<String> AREAS = List.of(
            "shell",
            "ui",
            "client",
            "staff",
            "inbox",
            "request",
            "record",
            "retention",
            "deadline",
            "imports",
            "document",
            "identity",
            "notification",
            "evidence",
            "operation",
            "api",
            "clock",
            "setup",
            "sweep",
            "match",
            "unusual",
            "demo");

    private static final Texts CHINESE = new Texts(Locale.SIMPLIFIED_CHINESE, "zh_CN");
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH, "en");

    private final Locale locale;
    private final Map<String, String> patterns = new TreeMap<>();

    private Texts(Locale locale, String suffix) {
        this.locale = locale;
        for (String area : AREAS) {
            try (InputStream in = Texts.class.getResourceAsStream("/i18n/" + area + "_" + suffix + ".properties")) {
                if (in == null) {
                    continue;
                }
                Properties properties = new Properties();
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                properties.forEach((key, value) -> patterns.put((String) key, (String) value));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Chinese for every Chinese locale and for unknown ones (the portal is Chinese first), English for English. */
    public static Texts of(@Nullable Locale locale) {
        return locale != null && locale.getLanguage().equals("en") ? ENGLISH : CHINESE;
    }

    public static Texts chinese() {
        return CHINESE;
    }

    public static Texts english() {
        return ENGLISH;
    }

    public Locale locale() {
        return locale;
    }

    public boolean isChinese() {
        return this == CHINESE;
    }

    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    public Set<String> keys() {
        return new TreeSet<>(patterns.keySet());
    }

    /**
     * The text of the key, with arguments in the manner of {@link MessageFormat}. Words among them that run from right to left do not
     * turn the sentence around them.
     */
    public String get(String key, Object... arguments) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            return "!" + key + "!";
        }
        return arguments.length == 0 && pattern.indexOf('\'') < 0
                ? pattern
                : new MessageFormat(pattern, locale).format(isolated(arguments));
    }

    private static Object[] isolated(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof String words ? PlainText.isolated(words) : argument)
                .toArray();
    }

    /** The label of an enum constant, key {@code <SimpleTypeName>.<CONSTANT>}: no raw enum is ever shown. */
    public String label(Enum<?> constant) {
        return get(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }
}
