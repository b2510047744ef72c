package io.shouxin.record;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A list on its way out of the house, row by row, so that no more than a page of it is ever in memory. That it leaves was noted before
 * it was handed out. Its end cannot say that it is whole, as every line of it is a row: whoever sends it must break the connection where
 * writing failed, and never end it in order.
 */
@FunctionalInterface
public interface CsvFile {

    /**
     * Writes it to its end and leaves the stream open.
     *
     * @throws IOException or an exception at run time where it broke off; what was written until then is not the whole list
     */
    void writeTo(OutputStream out) throws IOException;
}
