package io.shouxin.record.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of an uploaded file, wherever they lie; they are read several times and never needed all at once. */
public interface FileContent {

    long size();

    /** From the first byte; the caller closes it. */
    InputStream open() throws IOException;

    static FileContent of(byte[] content) {
        return new FileContent() {
            @Override
            public long size() {
                return content.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(content);
            }
        };
    }
}
