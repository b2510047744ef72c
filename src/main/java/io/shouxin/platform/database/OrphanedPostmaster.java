package io.shouxin.platform.database;

import io.shouxin.platform.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that outlived its killed Shouxin. It runs with the settings of its own start and perhaps another version, so it is
 * stopped, never adopted. The caller holds the data directory's lock: no live Shouxin owns such a server.
 */
final class OrphanedPostmaster {

    private static final Logger log = LoggerFactory.getLogger(OrphanedPostmaster.class);

    private final PostgresCommands commands;
    private final Path cluster;
    private final Postmaster postmaster;

    OrphanedPostmaster(PostgresCommands commands, Path cluster) {
        this.commands = commands;
        this.cluster = cluster;
        this.postmaster = new Postmaster(cluster);
    }

    /** Afterwards no server process works on this cluster and no stale {@code postmaster.pid} keeps a new one from starting. */
    void stop() throws IOException {
        Optional<ProcessHandle> orphan = running();
        if (orphan.isPresent()) {
            log.warn(
                    "A PostgreSQL of an earlier run (process {}) is stopped first",
                    orphan.get().pid());
            stop(orphan.get());
        }
        if (!awaitNoProcess()) {
            throw new StartRefusedException(
                    "PostgreSQL processes of an earlier run still work on " + cluster + ".",
                    "End them, or restart the machine; then start Shouxin again.");
        }
        Files.deleteIfExists(postmaster.pidFile());
    }

    private void stop(ProcessHandle orphan) {
        if (commands.stop(cluster, "fast", 30).succeeded()
                || commands.stop(cluster, "immediate", 30).succeeded()
                || !orphan.isAlive()) {
            return;
        }
        throw new StartRefusedException(
                "A PostgreSQL of an earlier run (process " + orphan.pid() + ") does not stop.",
                "End that process, then start Shouxin again.");
    }

    Optional<ProcessHandle> running() throws IOException {
        return postmaster.running();
    }

    /** Backends whose postmaster was killed notice it and leave by themselves, within seconds. */
    private boolean awaitNoProcess() {
        for (int attempt = 0; attempt < 100; attempt++) {
            if (!postmaster.anyProcess()) {
                return true;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }
}
