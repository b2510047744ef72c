package io.shouxin.platform.backup;

import io.shouxin.platform.backup.BackupManifest.FileEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;

/** Files that only their owner may read, and how they are on disk for sure. */
final class DurableFiles {

    private static final int BUFFER = 1 << 17;
    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private DurableFiles() {}

    static Path directory(Path directory) throws IOException {
        return Files.createDirectories(directory, DIRECTORY);
    }

    static void forOwnerOnly(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }

    /** What it holds is on disk when this returns: a file's content, a directory's names. */
    static void sync(Path fileOrDirectory) throws IOException {
        try (FileChannel channel = FileChannel.open(fileOrDirectory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** One after the other at the end, which is many times faster than each as it is written. */
    static void syncBelow(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.toList()) {
                sync(each);
            }
        }
    }

    /** Copies what the file holds when it is read; the answer says what was written. {@link #syncBelow} is to follow. */
    static FileEntry copy(Path from, Path root, String path) throws IOException {
        try (InputStream in = Files.newInputStream(from)) {
            Path to = root.resolve(path);
            directory(to.resolveSibling("."));
            MessageDigest digest = digest();
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            try (FileChannel out =
                    FileChannel.open(to, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), FILE)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                    writeAll(out, ByteBuffer.wrap(buffer, 0, read));
                    size += read;
                }
            }
            return new FileEntry(path, size, HexFormat.of().formatHex(digest.digest()));
        }
    }

    static FileEntry write(Path root, String path, byte[] content) throws IOException {
        write(root.resolve(path), content);
        return new FileEntry(path, content.length, HexFormat.of().formatHex(digest().digest(content)));
    }

    static void write(Path file, byte[] content) throws IOException {
        directory(file.resolveSibling("."));
        try (FileChannel out = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                FILE)) {
            writeAll(out, ByteBuffer.wrap(content));
            out.force(true);
        }
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    static String sha256(Path file) throws IOException {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
