package io.shouxin.record.internal;

import io.shouxin.record.ErasureEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The record of erasures outside the database, one line each, only ever added to. A line that a crash cut off is written over: its
 * erasure is in the database and is written again.
 */
final class ErasureFile {

    private static final Object WRITERS = new Object();

    private final Path file;

    ErasureFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    Path path() {
        return file;
    }

    /** Is on disk when this returns. */
    void append(Collection<ErasureEntry> entries) {
        StringBuilder lines = new StringBuilder();
        entries.forEach(entry -> lines.append(entry.write()).append('\n'));
        synchronized (WRITERS) {
            try {
                Files.createDirectories(
                        file.resolveSibling("."),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                try (FileChannel channel = FileChannel.open(
                                file,
                                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                        FileLock lock = channel.lock()) {
                    long position = endOfLastLine(channel);
                    channel.truncate(position);
                    ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
                    while (bytes.hasRemaining()) {
                        position += channel.write(bytes, position);
                    }
                    channel.force(true);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    /**
     * Every whole entry, oldest first.
     *
     * @throws IllegalArgumentException naming the number of a line that is no entry
     */
    void forEach(Consumer<ErasureEntry> reader) {
        if (!Files.exists(file)) {
            return;
        }
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            long number = 0;
            String line = lines.readLine();
            while (line != null) {
                String next = lines.readLine();
                number++;
                read(line, number, next == null, reader);
                line = next;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String line, long number, boolean last, Consumer<ErasureEntry> reader) {
        ErasureEntry entry;
        try {
            entry = ErasureEntry.read(line);
        } catch (IllegalArgumentException e) {
            if (last && !line.endsWith("}")) {
                return; // cut off by a crash
            }
            throw new IllegalArgumentException("Line " + number + " of " + file + " is no entry of it");
        }
        reader.accept(entry);
    }
}
