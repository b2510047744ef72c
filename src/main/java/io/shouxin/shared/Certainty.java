package io.shouxin.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How well we know a rule of law, in words that staff read. The tables write a code, and after it what is less certain than the rest. */
public final class Certainty {

    private static final Pattern CODE = Pattern.compile("V1|V2|MH|ML|I");

    private Certainty() {}

    public static String words(@Nullable String written, Texts texts) {
        Matcher code = CODE.matcher(written == null ? "" : written);
        if (!code.lookingAt()) {
            return texts.get("certainty.NONE");
        }
        String words = texts.get("certainty." + code.group());
        return code.end() == code.regionEnd() ? words : texts.get("certainty.partly", words);
    }
}
