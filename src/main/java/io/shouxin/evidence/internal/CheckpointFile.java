package io.shouxin.evidence.internal;

import io.shouxin.evidence.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The checkpoints outside the database, where its administrator cannot rewrite them: signed notes, one after the other,
 * each followed by an empty line.
 */
final class CheckpointFile {

    /** Two writers in one process cannot both ask for the file's lock. */
    private static final Object WRITERS = new Object();

    private static final int TAIL = 4096;
    private static final String NOTE_END = "\n\n";
    private static final String SIGNATURE_LINE = "— ";

    private final Path file;

    CheckpointFile(Path file) {
        this.file = file;
    }

    /** The end of the last whole note: where it lies, and how large the log was. */
    record End(long position, long size) {}

    /**
     * Adds the checkpoints that the file does not have yet. A note that a crash cut off is written anew.
     *
     * @param missing gives the checkpoints larger than a size, in order
     */
    void append(LongFunction<List<Checkpoint>> missing) {
        synchronized (WRITERS) {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                try (FileChannel channel = FileChannel.open(
                                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    append(channel, missing);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void append(FileChannel channel, LongFunction<List<Checkpoint>> missing) throws IOException {
        End end = end(channel);
        List<Checkpoint> checkpoints = missing.apply(end.size());
        if (checkpoints.isEmpty()) {
            return;
        }
        StringBuilder notes = new StringBuilder();
        checkpoints.forEach(checkpoint -> notes.append(checkpoint.note()).append('\n'));
        channel.truncate(end.position());
        ByteBuffer bytes = ByteBuffer.wrap(notes.toString().getBytes(StandardCharsets.UTF_8));
        long position = end.position();
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
        channel.force(true);
    }

    /** Up to where the file can be trusted to be whole. */
    End end() {
        if (!Files.exists(file)) {
            return new End(0, 0);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return end(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the whole notes that are there now, and none that are added later. */
    CheckpointFileReader read() {
        End end = end();
        return end.position() == 0 ? CheckpointFileReader.empty() : new CheckpointFileReader(file, end.position());
    }

    private static End end(FileChannel channel) throws IOException {
        long length = channel.size();
        int wanted = (int) Math.min(TAIL, length);
        ByteBuffer bytes = ByteBuffer.allocate(wanted);
        while (bytes.hasRemaining() && channel.read(bytes, length - wanted + bytes.position()) >= 0) {}
        String tail = new String(bytes.array(), StandardCharsets.ISO_8859_1);
        int end = tail.lastIndexOf(NOTE_END);
        while (end >= 0) {
            String lastLine = tail.substring(tail.lastIndexOf('\n', end - 1) + 1, end);
            if (utf8(lastLine).startsWith(SIGNATURE_LINE)) {
                return new End(length - wanted + end + NOTE_END.length(), size(tail.substring(0, end)));
            }
            end = tail.lastIndexOf(NOTE_END, end - 1);
        }
        if (length > wanted) {
            throw new IllegalArgumentException("The exported checkpoints end in something else");
        }
        return new End(0, 0);
    }

    private static long size(String tailUpToLastNote) {
        List<String> lines = utf8(tailUpToLastNote).lines().toList();
        List<String> note = lines.subList(Math.max(0, lines.size() - CheckpointFileReader.NOTE_LINES), lines.size());
        return Checkpoint.parse(String.join("\n", note)).size();
    }

    private static String utf8(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
