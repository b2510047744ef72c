package io.shouxin.record.imports;

/** Reading stopped for a reason that is not the file's: where it lies, or where its rows go, cannot be reached. To be tried again. */
public final class ReadingInterrupted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ReadingInterrupted(Throwable cause) {
        super(cause);
    }
}
