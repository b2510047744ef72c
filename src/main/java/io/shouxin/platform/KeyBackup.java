package io.shouxin.platform;

import java.nio.file.Path;
import java.time.Instant;

/** Proves that a copy of the wrapping keys opens this database; a back-up that nobody has tried is none (docs/adr/0005). */
public interface KeyBackup {

    /** The largest file that is read as a copy, in bytes. */
    int LARGEST = 1 << 20;

    /** Where the wrapping keys lie. */
    Path place();

    /** The number of the wrapping key in use. */
    int currentEpoch();

    /** From when another wrapping key is used, which a copy made before does not hold. */
    Instant nextEpoch();

    /** The file as it is now, to be laid somewhere else. */
    byte[] copy();

    /** Tries a copy on keys of this database. */
    Verdict check(byte[] copy);

    /** As {@link #check(byte[])}, of a file on this machine. */
    Verdict check(Path copy);

    /** What a copy is good for. */
    enum Verdict {
        /** It opens what is protected today. */
        OPENS,
        /** It is of this installation, and lacks the key in use. */
        OUTDATED,
        /** It is of another installation. */
        FOREIGN,
        /** It holds no keys. */
        UNREADABLE,
        TOO_LARGE,
        /** There is no such file, or it may not be read. */
        NO_FILE,
        /** It is the very file in use and no copy. */
        THE_FILE_ITSELF
    }
}
