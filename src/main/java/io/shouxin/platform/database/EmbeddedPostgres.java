package io.shouxin.platform.database;

import io.shouxin.platform.DataDirectory;
import io.shouxin.platform.StartRefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL as part of one installation: its own server on a random loopback port over its own data directory, started and
 * stopped with the application. Durable and closed, and verified to be so before anything uses it.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int ATTEMPTS = 3;
    private static final long LARGE_LOG = 10_000_000;
    private static final String CLUSTER = "postgres";
    private static final String VERSION_FILE = "PG_VERSION";
    private static final String MAJOR_VERSION = "17";

    private final PostgresCommands commands;
    private final Path cluster;
    private final int port;
    private final DatabaseLogin superuser;
    private final DatabaseAccess access;
    private final Path logFile;
    private volatile boolean closing;

    private EmbeddedPostgres(
            PostgresCommands commands,
            Path cluster,
            int port,
            Path logFile,
            DatabaseLogin superuser,
            List<DatabaseLogin> roles) {
        this.commands = commands;
        this.cluster = cluster;
        this.port = port;
        this.logFile = logFile;
        this.superuser = superuser;
        this.access = new DatabaseAccess(url(Roles.DATABASE), roles.get(0), roles.get(1), roles.get(2));
    }

    /** Starts the server of this data directory; the first start creates it. */
    public static EmbeddedPostgres start(DataDirectory data, Path binaries) {
        try {
            PostgresCommands commands = new PostgresCommands(PostgresBinaries.unpackedIn(binaries));
            Secrets secrets = new Secrets(data.directory("secrets"));
            Path cluster = existingOrNew(data, commands, secrets);
            new OrphanedPostmaster(commands, cluster).stop();
            Path logFile = logFile(data);
            int port = startOnFreePort(commands, cluster, logFile);
            EmbeddedPostgres server = new EmbeddedPostgres(
                    commands,
                    cluster,
                    port,
                    logFile,
                    secrets.login(Roles.SUPERUSER),
                    List.of(secrets.login(Roles.OWNER), secrets.login(Roles.APP), secrets.login(Roles.LEGAL)));
            server.verifyAndPrepare();
            server.watch(ATTEMPTS);
            return server;
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The database directory " + data.path().resolve(CLUSTER) + " cannot be used.",
                    "Check free space and permissions there.",
                    e);
        }
    }

    /** Whether a server works on this directory's cluster, whoever started it. */
    public static boolean isRunning(Path data) throws IOException {
        return new Postmaster(data.resolve(CLUSTER)).running().isPresent();
    }

    /** A session as the administrator of the server that works on this directory: for back-ups beside a running portal. */
    public static Connection connectToRunning(Path data) throws SQLException, IOException {
        Path cluster = data.resolve(CLUSTER);
        int port = new Postmaster(cluster)
                .port()
                .orElseThrow(() -> new IOException("No PostgreSQL listens for " + cluster));
        Secrets secrets = new Secrets(data.resolve("secrets"));
        if (!secrets.has("postgres-" + Roles.SUPERUSER)) {
            throw new IOException("The administrator's password is missing from " + data.resolve("secrets"));
        }
        DatabaseLogin superuser = secrets.login(Roles.SUPERUSER);
        Connection connection = connect(url(port, "postgres"), superuser);
        try {
            ServerCheck.ownServer(connection, cluster);
            return connection;
        } catch (SQLException | IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    public int port() {
        return port;
    }

    public DatabaseAccess access() {
        return access;
    }

    /** Stops the server in order; what was committed is on disk either way. */
    @Override
    public void close() {
        closing = true;
        if (!commands.stop(cluster, "fast", 60).succeeded()
                && !commands.stop(cluster, "immediate", 30).succeeded()) {
            log.error("The embedded PostgreSQL did not stop; the next start will stop it");
        }
    }

    /** Another database of the same server with the same roles, for tests that each want an empty one. */
    public DatabaseAccess createDatabase(String name) throws SQLException {
        try (Connection connection = asSuperuser()) {
            Roles.prepareDatabase(connection, name);
        }
        return new DatabaseAccess(url(name), access.owner(), access.app(), access.legal());
    }

    /**
     * A server that ends while we run (killed, out of memory) is started again on the same port: connections are opened anew and
     * the engine's jobs are tried again. One that ends again and again is left alone, for a person to look.
     */
    private void watch(int restarts) throws IOException {
        new OrphanedPostmaster(commands, cluster)
                .running()
                .ifPresent(postmaster -> postmaster.onExit().thenRun(() -> startAgain(restarts)));
    }

    private void startAgain(int restarts) {
        if (closing) {
            return;
        }
        if (restarts == 0) {
            log.error("The embedded PostgreSQL ended once more and stays down; {} says why. Restart Shouxin", logFile);
            return;
        }
        log.error("The embedded PostgreSQL has ended and is started again");
        try {
            new OrphanedPostmaster(commands, cluster).stop();
            if (!commands.start(cluster, logFile).succeeded()) {
                log.error("The embedded PostgreSQL does not start again; {} says why. Restart Shouxin", logFile);
                return;
            }
            log.info("The embedded PostgreSQL runs again");
            watch(restarts - 1);
        } catch (IOException | StartRefusedException e) {
            log.error("The embedded PostgreSQL cannot be started again. Restart Shouxin", e);
        }
    }

    private void verifyAndPrepare() throws IOException {
        try (Connection connection = asSuperuser()) {
            ServerCheck.ownServer(connection, cluster);
            ServerCheck.durable(connection);
            Roles.prepare(connection, List.of(access.owner(), access.app(), access.legal()));
            Roles.prepareDatabase(connection, Roles.DATABASE);
            log.info("PostgreSQL runs on 127.0.0.1:{} with its data in {}", port, cluster);
        } catch (SQLException e) {
            close();
            throw new StartRefusedException(
                    "The embedded PostgreSQL refuses its administrator (SQL state " + e.getSQLState() + ").",
                    "If the directory secrets was lost or replaced, restore it from the backup that belongs to this data.",
                    e);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** A server in our place that asks for the password in clear would learn it: only SCRAM is answered. */
    private Connection asSuperuser() throws SQLException {
        return connect(url("postgres"), superuser);
    }

    private static Connection connect(String url, DatabaseLogin login) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.username());
        properties.setProperty("password", login.password());
        return DriverManager.getConnection(url, properties);
    }

    private String url(String database) {
        return url(port, database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database
                + "?requireAuth=scram-sha-256&logServerErrorDetail=false";
    }

    /** Creation ends with a rename: a crash in between leaves no half cluster behind. */
    private static Path existingOrNew(DataDirectory data, PostgresCommands commands, Secrets secrets)
            throws IOException {
        Path cluster = data.path().resolve(CLUSTER);
        if (!Files.exists(cluster)) {
            Path fresh = data.path().resolve("postgres.new");
            FileSystemUtils.deleteRecursively(fresh);
            secrets.login(Roles.SUPERUSER);
            PostgresCommands.Result created = commands.initdb(fresh, secrets.file("postgres-" + Roles.SUPERUSER));
            if (!created.succeeded()) {
                throw new StartRefusedException(
                        "PostgreSQL cannot create its directory: " + lastLine(created.output()),
                        "Check free space and permissions of " + data.path() + ".");
            }
            Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
        }
        Path version = cluster.resolve(VERSION_FILE);
        if (!Files.exists(version) || !Files.readString(version).strip().equals(MAJOR_VERSION)) {
            throw new StartRefusedException(
                    "The directory " + cluster + " is not one of PostgreSQL " + MAJOR_VERSION + ".",
                    "Start the Shouxin version that wrote it and move the data over by backup and restore.");
        }
        return data.directory(CLUSTER);
    }

    private static int startOnFreePort(PostgresCommands commands, Path cluster, Path logFile) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            ClusterConfiguration.write(cluster, port);
            if (commands.start(cluster, logFile).succeeded()) {
                return port;
            }
            if (attempt == ATTEMPTS) {
                throw new StartRefusedException(
                        "The embedded PostgreSQL does not start.", "The file " + logFile + " says why.");
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static Path logFile(DataDirectory data) throws IOException {
        Path file = data.directory("logs").resolve("postgres.log");
        if (Files.exists(file) && Files.size(file) > LARGE_LOG) {
            Files.move(file, file.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    private static String lastLine(String output) {
        return output.substring(output.lastIndexOf('\n') + 1);
    }
}
