package io.shouxin.shared;

import java.util.List;

/**
 * Input that cannot be used, told as a sentence for the person.
 *
 * @see Texts keys of the bundle that holds the sentence
 */
public class InvalidInput extends RuntimeException {

    private final String pointer;
    private final String textKey;
    private final List<Object> arguments;

    /**
     * @param pointer JSON pointer or field name of the bad part, "" for the whole
     * @param textKey key of the sentence in the bundles
     */
    public InvalidInput(String pointer, String textKey, Object... arguments) {
        super(textKey);
        this.pointer = pointer;
        this.textKey = textKey;
        this.arguments = List.of(arguments);
    }

    public String pointer() {
        return pointer;
    }

    public String textKey() {
        return textKey;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }
}
