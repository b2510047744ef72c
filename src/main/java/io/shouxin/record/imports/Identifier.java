package io.shouxin.record.imports;

/**
 * One identifier in its normal form: phones as E.164, identity numbers with 18 digits and a capital X.
 *
 * @param reliable whether it may decide on its own that two rows are one person; an identity number with a wrong check digit may
 *     not, because the mistyped number can be another person's
 */
public record Identifier(IdentifierType type, String value, boolean reliable) {

    public Identifier {
        if (Chars.isBlank(value)) {
            throw new IllegalArgumentException("An identifier has a value");
        }
    }

    @Override
    public String toString() {
        return "Identifier[" + type + "]";
    }
}
