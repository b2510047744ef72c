package io.shouxin.retention;

import io.shouxin.shared.Certainty;
import io.shouxin.shared.Citations;
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

    /** Stands in place of a claim's number, the second argument of its sentences, once the case file that it belongs to has ended. */
    public static final String CLAIM_NUMBER_GONE = "retention.claim.numberGone";

    private static final String UNKNOWN = "retention.unknown";
    private static final String CLAIM_KIND = "ClaimKind.";

    private RetentionTexts() {}

    /** The sentence that the client reads in the preview, on the timeline and in the letter. */
    public static String client(RetentionDecision decision, Locale locale) {
        Texts texts = Texts.of(locale);
        return texts.get(decision.textKey(), arguments(decision, texts));
    }

    /** The sentence for the staff: what the rules say. */
    public static String staff(RetentionDecision decision, Locale locale) {
        Texts texts = Texts.of(locale);
        return texts.get(decision.reason().staffKey(), arguments(decision, texts));
    }

    /** What the officer is asked where the rules leave it open; empty where they do not. */
    public static String question(RetentionDecision decision, Locale locale) {
        Texts texts = Texts.of(locale);
        String key = decision.reason().questionKey();
        return texts.has(key) ? texts.get(key) : "";
    }

    /** For the staff: how strong the rule is, where it stands and how well we know it; empty where no rule decided. */
    public static String basis(RetentionDecision decision, Locale locale) {
        Texts texts = Texts.of(locale);
        Strength strength = decision.strength();
        return strength == null
                ? ""
                : texts.get(
                        "retention.staff.basis",
                        texts.label(strength),
                        Citations.in(orUnknown(decision.source(), texts), locale),
                        Certainty.words(decision.certainty(), texts));
    }

    /** A day as the sentences write it. */
    public static String date(LocalDate day, Locale locale) {
        return date(day, Texts.of(locale));
    }

    private static Object[] arguments(RetentionDecision decision, Texts texts) {
        return decision.arguments().stream()
                .map(argument -> argument(argument, texts))
                .toArray();
    }

    private static Object argument(String argument, Texts texts) {
        if (argument.startsWith("retention.") || argument.startsWith(CLAIM_KIND)) {
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
