package io.shouxin.platform.database;

import io.shouxin.platform.DataDirectory;
import io.shouxin.platform.StartRefusedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;

/** The program that tests kill: starts the server of a data directory and commits rows until it dies. */
final class ServerHolder {

    private ServerHolder() {}

    public static void main(String[] args) throws Exception {
        EmbeddedPostgres server;
        try {
            server = EmbeddedPostgres.start(DataDirectory.open(Path.of(args[0])), Path.of(args[1]));
        } catch (StartRefusedException refused) {
            System.out.println("refused " + refused.getMessage());
            return;
        }
        DatabaseLogin owner = server.access().owner();
        try (Connection connection =
                        DriverManager.getConnection(server.access().url(), owner.username(), owner.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS kept (number int PRIMARY KEY)");
            for (int number = 1; ; number++) {
                statement.execute("INSERT INTO kept VALUES (" + number + ")");
                System.out.println("committed " + number);
            }
        }
    }
}
