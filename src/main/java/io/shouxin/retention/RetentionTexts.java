package io.shouxin.retention;

import io.shouxin.shared.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Says a decision as a sentence (PIPL 50 demands reasons). Never names a suspicion report: only the duty to keep is cited
 * (反洗钱法 7, 35).
 */
public final class RetentionTexts {

    private static final String UNKNOWN = "retention.unknown";

    private RetentionTexts() {}

    /** The sentence that the client reads in the preview, on the timeline and in the letter. */
    public static String client(RetentionDecision decision, Locale locale) {
        Texts texts = Texts.of(locale);
        return texts.get(decision.textKey(), arguments(decision, texts));
    }

    /** The sentence for the staff: what is asked or decided, with strength, source and certainty. */
    public static String staff(RetentionDecision decision, Locale locale) {
        Texts texts = Texts.of(locale);
        String sentence = texts.get(decision.reason().staffKey(), arguments(decision, texts));
        Strength strength = decision.strength();
        if (strength == null) {
            return sentence;
        }
        return sentence
                + texts.get(
                        "retention.staff.suffix",
                        texts.label(strength),
                        orUnknown(decision.source(), texts),
                        orUnknown(decision.certainty(), texts),
                        orUnknown(decision.ruleId(), texts));
    }

    private static Object[] arguments(RetentionDecision decision, Texts texts) {
        return decision.arguments().stream()
                .map(argument -> argument(argument, texts))
                .toArray();
    }

    private static Object argument(String argument, Texts texts) {
        if (argument.startsWith("retention.")) {
            return texts.get(argument);
        }
        try {
            return date(LocalDate.parse(argument), texts);
        } catch (DateTimeParseException e) {
            return argument;
        }
    }

    private static String date(LocalDate day, Texts texts) {
        return DateTimeFormatter.ofPattern(texts.get("retention.date"), texts.locale())
                .format(day);
    }

    private static String orUnknown(@Nullable String text, Texts texts) {
        return text == null ? texts.get(UNKNOWN) : text;
    }
}
