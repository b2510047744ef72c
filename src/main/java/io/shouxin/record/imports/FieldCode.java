package io.shouxin.record.imports;

import java.util.regex.Pattern;

/**
 * The meaning of a column. The known ones are rows of {@code imports/field-catalogue.csv}; a column that nobody understands is
 * {@code UNKNOWN_n} (n = its place in the sheet) and is kept all the same.
 */
public record FieldCode(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern DERIVED =
            Pattern.compile("(_\\d+)?(" + RowDrafts.AS_WRITTEN + "|" + RowDrafts.READ_AS + ")?$");
    private static final String UNKNOWN = "UNKNOWN_";

    public FieldCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A field code has capital letters, digits and underscores only");
        }
    }

    /** The code of a column without a known meaning, by its index from 0. */
    public static FieldCode unknown(int columnIndex) {
        return new FieldCode(UNKNOWN + (columnIndex + 1));
    }

    /** The column that a field of a record comes from: of {@code PHONE_2_AS_WRITTEN} it is {@code PHONE}. */
    public static FieldCode ofDerived(String field) {
        return new FieldCode(DERIVED.matcher(field).replaceFirst(""));
    }

    public boolean isUnknown() {
        return value.startsWith(UNKNOWN);
    }

    @Override
    public String toString() {
        return value;
    }
}
