package io.shouxin.testing;

import io.shouxin.platform.DataDirectory;
import io.shouxin.platform.database.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/** One server of the product's own kind per test JVM, as durable and closed as the real one, and a fresh database for each who asks. */
public final class PostgresForTests {

    /** Shared by all test runs of this checkout, so that unpacking happens once. */
    public static final Path BINARIES = Path.of("target", "pgbin").toAbsolutePath();

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private PostgresForTests() {}

    /** An empty database with the three roles and no table yet. */
    public static FreshDatabase freshDatabase() {
        try {
            return new FreshDatabase(Server.RUNNING.createDatabase("test_" + NUMBER.incrementAndGet()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A directory that is removed when the JVM ends. */
    public static Path temporaryDirectory() {
        try {
            Path directory = Files.createTempDirectory("shouxin-test");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    FileSystemUtils.deleteRecursively(directory);
                } catch (IOException ignored) {
                    // a leftover in the temporary directory harms nobody
                }
            }));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Server {

        /** Of Spring Boot, which closes the contexts in it; all hooks of a JVM start together. */
        private static final String CLOSES_CONTEXTS = "SpringApplicationShutdownHook";

        private static final int ALL_STARTED = 200;

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                Path directory = Files.createTempDirectory("shouxin-test-postgres");
                EmbeddedPostgres server = start(DataDirectory.open(directory));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    awaitContexts();
                    server.close();
                    try {
                        FileSystemUtils.deleteRecursively(directory);
                    } catch (IOException ignored) {
                        // a leftover in the temporary directory harms nobody
                    }
                }));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** With room for the pools of all contexts that the test JVM keeps, where the product has room for its own. */
        private static EmbeddedPostgres start(DataDirectory data) throws IOException {
            EmbeddedPostgres.start(data, BINARIES).close();
            Files.writeString(data.path().resolve("postgres").resolve("local.conf"), "max_connections = 300\n");
            return EmbeddedPostgres.start(data, BINARIES);
        }

        /** Contexts that lose their database first wait for it for many seconds each. */
        private static void awaitContexts() {
            try {
                Thread.sleep(ALL_STARTED);
                for (Thread thread : Thread.getAllStackTraces().keySet()) {
                    if (thread.getName().equals(CLOSES_CONTEXTS)) {
                        thread.join();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
