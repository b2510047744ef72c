package io.shouxin.document;

/**
 * A reason for keeping or refusing (PIPL 50: a refusal gives its reasons).
 *
 * @param code the code of the refusal table, such as {@code R3}
 * @param text the reason in words
 * @param legalSource the article that carries it, may be empty
 */
public record LetterReason(String code, String text, String legalSource) {

    public LetterReason {
        Required.text("code", code);
        Required.text("text", text);
    }
}
