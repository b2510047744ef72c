package io.shouxin.record;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A list on its way out of the house, row by row, so that no more than a page of it is ever in memory. That it leaves was noted before
 * it was handed out.
 */
@FunctionalInterface
public interface CsvFile {

    /** Writes it to its end and leaves the stream open. */
    void writeTo(OutputStream out) throws IOException;
}
