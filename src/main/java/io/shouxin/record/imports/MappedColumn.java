package io.shouxin.record.imports;

/**
 * What a column was taken for.
 *
 * @param index from 0
 * @param header as it stands in the file, empty where there is none
 * @param occurrence 1 for the first column of a field, 2 for the next: a second phone, a second child
 * @param confidence between 0 and 1
 * @param unit the factor by which money in the column is multiplied to give yuan (万元: 10000)
 */
public record MappedColumn(
        int index, String header, FieldCode field, int occurrence, double confidence, How how, int unit) {

    /** What told the column's meaning. */
    public enum How {
        HEADER,
        CONTENT,
        /** Somebody said so. */
        CHOSEN,
        UNKNOWN
    }

    public MappedColumn {
        if (index < 0 || occurrence < 1 || confidence < 0 || confidence > 1 || unit < 1) {
            throw new IllegalArgumentException("Column " + index + " is mapped impossibly");
        }
    }
}
