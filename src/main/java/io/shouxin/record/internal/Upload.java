package io.shouxin.record.internal;

import io.shouxin.document.FileStore.FileInPieces;
import io.shouxin.evidence.Hash;
import io.shouxin.record.imports.FileContent;
import io.shouxin.record.imports.ReadingInterrupted;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** An uploaded file as it lies in the database. That it cannot be reached says nothing of the file: the import is tried again. */
final class Upload implements FileContent {

    private final FileInPieces file;

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
            return new Stream(file.open());
        } catch (RuntimeException e) {
            throw new ReadingInterrupted(e);
        }
    }

    Hash sha256() {
        try (DigestInputStream in = new DigestInputStream(open(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return Hash.of(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new ReadingInterrupted(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static final class Stream extends FilterInputStream {

        private Stream(InputStream in) {
            super(in);
        }

        @Override
        public int read() {
            try {
                return in.read();
            } catch (IOException | RuntimeException e) {
                throw new ReadingInterrupted(e);
            }
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            try {
                return in.read(buffer, offset, length);
            } catch (IOException | RuntimeException e) {
                throw new ReadingInterrupted(e);
            }
        }
    }
}
