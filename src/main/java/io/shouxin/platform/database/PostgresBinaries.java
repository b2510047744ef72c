package io.shouxin.platform.database;

import io.shouxin.platform.StartRefusedException;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/** The PostgreSQL programs that come inside the jar, unpacked once for each archive and reused by every later start. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The installation below {@code root}, in a directory named by the archive's digest; unpacked where it is missing. */
    static Path unpackedIn(Path root) {
        try {
            Path home = root.resolve(digestOfArchive());
            if (!Files.isDirectory(home)) {
                Files.createDirectories(root);
                Path fresh = Files.createTempDirectory(root, "unpacking");
                unpackTo(fresh);
                publish(fresh, home);
            }
            return home;
        } catch (IOException e) {
            throw new StartRefusedException(
                    "PostgreSQL cannot be unpacked into " + root + ".",
                    "Check free space and permissions there, or set spring.datasource.url to an external PostgreSQL.",
                    e);
        }
    }

    /** What another process has put there meanwhile is as good; systems report that in different ways, so the outcome is looked at. */
    static void publish(Path fresh, Path home) throws IOException {
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
            FileSystemUtils.deleteRecursively(fresh);
        }
    }

    private static void unpackTo(Path target) throws IOException {
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
        try (InputStream archive = archive();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("Archive entry outside its directory");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, target.resolve(entry.getLinkName()));
        } else {
            Files.copy(content, file);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
        }
    }

    private static String digestOfArchive() throws IOException {
        try (InputStream archive = archive();
                DigestInputStream digesting = new DigestInputStream(archive, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream archive() throws IOException {
        String system = System.getProperty("os.name");
        String machine = System.getProperty("os.arch");
        InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(osName(system), machine);
        if (archive == null) {
            throw new StartRefusedException(
                    "There is no embedded PostgreSQL for " + system + " on " + machine + ".",
                    "Set spring.datasource.url to an external PostgreSQL 15 or newer (docs/sql/roles.sql).");
        }
        return archive;
    }

    private static String osName(String system) {
        return system.startsWith("Mac") ? "Darwin" : system;
    }
}
