package io.shouxin.platform.internal;

import java.nio.file.Path;

/** The database holds keys but the file that opens them is not there: starting would make all data unreadable for good. */
class MissingWrappingKeys extends RuntimeException {

    MissingWrappingKeys(Path file, long keys) {
        super(
                "The wrapping keys are missing: %s. The database holds %d keys that only they open. Put the file back from its backup; do not start without it."
                        .formatted(file.toAbsolutePath(), keys));
    }
}
