package io.shouxin.deadline;

import io.shouxin.shared.Texts;
import java.util.List;

/**
 * Something in a holiday notice that cannot be right.
 *
 * @param line where it stands; 0 where it is about the whole
 * @param textKey the sentence that says it
 * @param arguments of the sentence: what stands in the line, numbers, keys of the bundles
 */
public record NoticeFinding(int line, String textKey, List<Object> arguments) {

    public NoticeFinding {
        arguments = List.copyOf(arguments);
    }

    /** The sentence, with its line before it. */
    public String words(Texts texts) {
        String words = texts.get(
                textKey,
                arguments.stream()
                        .map(argument ->
                                argument instanceof String key && key.startsWith("clock.") ? texts.get(key) : argument)
                        .toArray());
        return line == 0 ? words : texts.get("clock.notice.line", String.valueOf(line), words);
    }
}
