package io.shouxin.record.internal;

import io.shouxin.document.FileStore.FileInPieces;
import io.shouxin.evidence.Hash;
import io.shouxin.record.imports.FileContent;
import io.shouxin.record.imports.ReadingInterrupted;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An uploaded file as it lies in the database. That it cannot be reached says nothing of the file: the import is tried again. */
final class Upload implements FileContent {

    private final FileInPieces file;
    /** Of what the first reader saw who came to the end. */
    private @Nullable Hash content;

    Upload(FileInPieces file) {
        this.file = file;
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public InputStream open() {
        try {
            return new Stream(new DigestInputStream(file.open(), digest()));
        } catch (RuntimeException e) {
            throw new ReadingInterrupted(e);
        }
    }

    /** Known without reading once more, where somebody has read the whole file in one go before. */
    Hash sha256() {
        if (content == null) {
            try (InputStream in = open()) {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new ReadingInterrupted(e);
            }
        }
        return Objects.requireNonNull(content);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private final class Stream extends FilterInputStream {

        private final DigestInputStream digested;
        private boolean skipped;

        private Stream(DigestInputStream in) {
            super(in);
            digested = in;
        }

        private int ended(int read) {
            if (read < 0 && !skipped && content == null) {
                content = Hash.of(digested.getMessageDigest().digest());
            }
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            skipped = true;
            return super.skip(bytes);
        }

        /** Nobody reads a part twice: the hash would count it twice. */
        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public int read() {
            try {
                return ended(in.read());
            } catch (IOException | RuntimeException e) {
                throw new ReadingInterrupted(e);
            }
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            try {
                return ended(in.read(buffer, offset, length));
            } catch (IOException | RuntimeException e) {
                throw new ReadingInterrupted(e);
            }
        }
    }
}
