package io.shouxin.platform;

import org.jspecify.annotations.Nullable;

/** A ciphertext does not open: it was altered, moved, or its key is gone. Names the cell, never its content. */
public class CannotDecrypt extends RuntimeException {

    public CannotDecrypt(Cell cell, @Nullable Throwable cause) {
        super("Cannot decrypt " + cell, cause);
    }
}
