package io.shouxin.record;

/**
 * What is still wrong with a row after a correction.
 *
 * @param column from 0, or {@link #WHOLE_ROW}
 */
public record RowProblem(int column, String code) {

    public static final int WHOLE_ROW = -1;

    /** The key of the sentence in the bundles. */
    public String reasonKey() {
        return "imports.problem." + code;
    }
}
