package io.shouxin.record.imports;

/** Takes the rows of a file as they are read. */
public interface RowSink {

    /**
     * A sheet that has rows; what follows is in it.
     *
     * @param name the sheet's name, or the file's where the format has no sheets
     * @param encoding how the bytes were read: {@code xlsx}, or charset and delimiter
     * @param hidden whether the file hides it from whoever opens it
     */
    void sheet(String name, String encoding, boolean hidden);

    /** The next row of the sheet; blank ones are left out. */
    void row(Row row);
}
