package io.shouxin.evidence.internal;

import io.shouxin.evidence.Checkpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads exported checkpoints one by one, as the file may be long. Throws IllegalArgumentException at what is none. */
final class CheckpointFileReader implements AutoCloseable {

    static final int NOTE_LINES = 7;

    private final BufferedReader lines;
    private long left;
    private @Nullable Checkpoint next;

    CheckpointFileReader(Path file, long length) {
        this.left = length;
        try {
            this.lines = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CheckpointFileReader(Reader reader) {
        this.left = 0;
        this.lines = new BufferedReader(reader);
    }

    static CheckpointFileReader empty() {
        return new CheckpointFileReader(Reader.nullReader());
    }

    /** The next checkpoint without taking it, or null at the end. */
    @Nullable Checkpoint peek() {
        if (next == null && left > 0) {
            next = read();
        }
        return next;
    }

    void take() {
        next = null;
    }

    private Checkpoint read() {
        List<String> note = new ArrayList<>();
        try {
            for (int i = 0; i <= NOTE_LINES; i++) {
                String line = lines.readLine();
                if (line == null) {
                    throw new IllegalArgumentException("The exported checkpoints end within a note");
                }
                left -= line.getBytes(StandardCharsets.UTF_8).length + 1L;
                note.add(line);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("The exported checkpoints cannot be read", e);
        }
        if (!note.remove(NOTE_LINES).isEmpty()) {
            throw new IllegalArgumentException("An exported checkpoint does not end where it should");
        }
        return Checkpoint.parse(String.join("\n", note));
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
