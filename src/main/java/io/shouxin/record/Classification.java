package io.shouxin.record;

/**
 * How sensitive a record is. Statutory classes follow PIPL 28 and GB/T 45574-2025; the policy class holds what older standards
 * call sensitive (identity numbers, property, transactions) and what must be masked without asking for a separate consent.
 */
public enum Classification {
    GENERAL("G"),
    POLICY_SENSITIVE("P"),
    STATUTORY_SENSITIVE("S"),
    /** A person under fourteen: sensitive by age alone, and a guardian's matter (PIPL 28, 31). */
    STATUTORY_SENSITIVE_CHILD("S14");

    private final String code;

    Classification(String code) {
        this.code = code;
    }

    /** The short code that the field tables use. */
    public String code() {
        return code;
    }

    public static Classification ofCode(String code) {
        for (Classification each : values()) {
            if (each.code.equals(code)) {
                return each;
            }
        }
        throw new IllegalArgumentException("No classification has the code " + code);
    }

    /** The stricter of two classes: a record is as sensitive as its most sensitive field. */
    public Classification stricter(Classification other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
