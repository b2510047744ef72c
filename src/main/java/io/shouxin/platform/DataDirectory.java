package io.shouxin.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.DisposableBean;

/**
 * The directory that holds everything one installation keeps: database, secrets, files. It belongs to one running process
 * at a time, held by an operating-system lock that a killed process cannot leave behind.
 */
public final class DataDirectory implements AutoCloseable, DisposableBean {

    private static final String LOCK_FILE = "shouxin.lock";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> FOR_OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(OWNER_ONLY);

    /** POSIX drops a process's lock when any of its channels to the file closes, so a second opening must not reach the file. */
    private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Creates the directory where it is missing and takes it for this process.
     *
     * @throws StartRefusedException if it cannot be written or another process holds it
     */
    public static DataDirectory open(Path wanted) {
        Path path = created(wanted);
        if (!HELD_BY_THIS_PROCESS.add(path)) {
            throw inUse(path, "this process");
        }
        try {
            return new DataDirectory(path, locked(path));
        } catch (RuntimeException refused) {
            HELD_BY_THIS_PROCESS.remove(path);
            throw refused;
        }
    }

    public Path path() {
        return path;
    }

    /** A subdirectory that only the owner may enter; created where it is missing. */
    public Path directory(String name) {
        Path directory = path.resolve(name);
        try {
            if (Files.isDirectory(directory)) {
                Files.setPosixFilePermissions(directory, OWNER_ONLY);
            } else {
                Files.createDirectory(directory, FOR_OWNER_ONLY);
            }
            return directory;
        } catch (IOException e) {
            throw notWritable(directory, e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new IllegalStateException("Data directory lock not released", e);
        } finally {
            HELD_BY_THIS_PROCESS.remove(path);
        }
    }

    @Override
    public void destroy() {
        close();
    }

    private static Path created(Path wanted) {
        try {
            return Files.createDirectories(wanted.toAbsolutePath().normalize(), FOR_OWNER_ONLY)
                    .toRealPath();
        } catch (IOException e) {
            throw notWritable(wanted.toAbsolutePath().normalize(), e);
        }
    }

    private static FileChannel locked(Path path) {
        Path file = path.resolve(LOCK_FILE);
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                String holder = "process " + Files.readString(file).strip();
                channel.close();
                throw inUse(path, holder);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException e) {
            throw notWritable(path, e);
        }
    }

    private static StartRefusedException inUse(Path path, String holder) {
        return new StartRefusedException(
                "The data directory " + path + " is in use by another running Shouxin (" + holder + ").",
                "Stop that one first, or set SHOUXIN_DATA to another directory.");
    }

    private static StartRefusedException notWritable(Path path, IOException cause) {
        return new StartRefusedException(
                "The data directory " + path + " cannot be written ("
                        + cause.getClass().getSimpleName() + ").",
                "Make it writable for the user that runs Shouxin, or set SHOUXIN_DATA to another directory.",
                cause);
    }
}
