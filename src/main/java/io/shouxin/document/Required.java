package io.shouxin.document;

/** What a document cannot be issued without. Messages name the field, never its value. */
final class Required {

    private Required() {}

    static void text(String field, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + " must not be blank");
        }
    }

    static void count(String field, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(field + " must not be negative");
        }
    }
}
