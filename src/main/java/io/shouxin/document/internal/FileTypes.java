package io.shouxin.document.internal;

import org.apache.tika.Tika;

/** What the beginning of some content looks like. Its tables are read at the first question, not at the start of the portal. */
public final class FileTypes {

    private static final Tika TIKA = new Tika();

    private FileTypes() {}

    /** @return a media type, {@code application/octet-stream} where nothing is recognised */
    public static String of(byte[] content) {
        return TIKA.detect(content);
    }
}
