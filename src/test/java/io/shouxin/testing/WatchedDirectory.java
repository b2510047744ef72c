package io.shouxin.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Knows every file that came into a directory, also what is gone again by now. */
public final class WatchedDirectory implements AutoCloseable {

    private final Path directory;
    private final WatchService watch;

    public WatchedDirectory(Path directory) throws IOException {
        this.directory = directory;
        this.watch = directory.getFileSystem().newWatchService();
        directory.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
    }

    /** Names of what came since the watch began; a file of its own proves that nothing before it was missed. */
    public List<String> created() throws IOException, InterruptedException {
        Path last = Files.createTempFile(directory, "watched", ".last");
        List<String> names = new ArrayList<>();
        try {
            while (true) {
                WatchKey key = watch.poll(30, TimeUnit.SECONDS);
                if (key == null) {
                    throw new IllegalStateException("Nothing is told of " + directory);
                }
                for (WatchEvent<?> event : key.pollEvents()) {
                    if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
                        throw new IllegalStateException("Too much came into " + directory);
                    }
                    if (last.getFileName().equals(event.context())) {
                        return names;
                    }
                    names.add(String.valueOf(event.context()));
                }
                key.reset();
            }
        } finally {
            Files.delete(last);
        }
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
