package io.shouxin.platform.database;

import io.shouxin.platform.StartRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What the server itself says after connecting: settings that are only configured are not believed. */
final class ServerCheck {

    private static final List<String> MUST_BE_ON = List.of("fsync", "full_page_writes");
    private static final int OLDEST_VERSION = 150000;

    private ServerCheck() {}

    /** An acknowledged request must survive a power cut. */
    static void durable(Connection connection) throws SQLException {
        if (Integer.parseInt(ask(connection, "SHOW server_version_num")) < OLDEST_VERSION) {
            throw refused("it is older than PostgreSQL 15");
        }
        for (String setting : MUST_BE_ON) {
            if (!ask(connection, "SHOW " + setting).equals("on")) {
                throw refused(setting + " is not on");
            }
        }
        if (List.of("off", "local").contains(ask(connection, "SHOW synchronous_commit"))) {
            throw refused("synchronous_commit does not wait for the disk");
        }
    }

    /** The server that answers is the one that was started here, and it lets nobody in without a password. */
    static void ownServer(Connection superuser, Path cluster) throws SQLException, IOException {
        if (!Path.of(ask(superuser, "SHOW data_directory")).toRealPath().equals(cluster.toRealPath())) {
            throw refused("another server answers in its place (data directory)");
        }
        if (Long.parseLong(ask(superuser, "SELECT system_identifier FROM pg_control_system()"))
                != systemIdentifier(cluster)) {
            throw refused("another server answers in its place (system identifier)");
        }
        if (!ask(superuser, "SHOW listen_addresses").equals("127.0.0.1")) {
            throw refused("it does not listen on 127.0.0.1 only");
        }
        if (!ask(
                        superuser,
                        "SELECT count(*) FROM pg_hba_file_rules"
                                + " WHERE error IS NOT NULL OR auth_method <> 'scram-sha-256'")
                .equals("0")) {
            throw refused("pg_hba.conf lets somebody in without a password");
        }
    }

    /** The first eight bytes of the control file, see PostgreSQL's {@code ControlFileData}. */
    private static long systemIdentifier(Path cluster) throws IOException {
        try (InputStream control = Files.newInputStream(cluster.resolve("global/pg_control"))) {
            return ByteBuffer.wrap(control.readNBytes(Long.BYTES))
                    .order(ByteOrder.nativeOrder())
                    .getLong();
        }
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static StartRefusedException refused(String reason) {
        return new StartRefusedException(
                "The database server cannot be used: " + reason + ".",
                "Correct the server's configuration (for the embedded server: postgres/local.conf and"
                        + " postgres/postgresql.auto.conf in the data directory).");
    }
}
