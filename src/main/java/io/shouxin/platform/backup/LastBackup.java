package io.shouxin.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** When the last back-up of a data directory was begun, as the back-up's maker left it there. */
public final class LastBackup {

    private LastBackup() {}

    public static Optional<Instant> of(Path data) {
        try {
            return Optional.of(
                    Instant.parse(Files.readString(data.resolve("backup.last")).strip()));
        } catch (IOException | DateTimeException none) {
            return Optional.empty();
        }
    }
}
