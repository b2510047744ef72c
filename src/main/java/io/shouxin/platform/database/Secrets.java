package io.shouxin.platform.database;

import io.shouxin.platform.StartRefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** Generated passwords, one file each that only the owner may read, kept beside the database that they open. */
public final class Secrets {

    private static final int BYTES = 32;

    private final Path directory;
    private final SecureRandom random = new SecureRandom();

    public Secrets(Path directory) {
        this.directory = directory;
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    boolean has(String name) {
        return Files.isRegularFile(file(name));
    }

    DatabaseLogin login(String username) {
        return new DatabaseLogin(username, password("postgres-" + username));
    }

    /** The kept password, or a new one that is on disk before anybody can have used it. */
    public String password(String name) {
        try {
            if (!has(name)) {
                create(name);
            }
            return Files.readString(file(name), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The secret " + file(name) + " cannot be read or written.",
                    "Check the permissions of that file and its directory.",
                    e);
        }
    }

    private void create(String name) throws IOException {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        Path fresh = file(name + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap(HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(fresh, file(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
