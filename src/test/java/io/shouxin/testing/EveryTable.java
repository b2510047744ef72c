package io.shouxin.testing;

import io.shouxin.platform.database.DatabaseAccess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Every row of every table of every schema, the engine's included, read out as the owner from whom no row can hide. */
public final class EveryTable {

    private EveryTable() {}

    public static String of(DatabaseAccess access) {
        StringBuilder all = new StringBuilder();
        try (Connection owner = DriverManager.getConnection(
                access.url(), access.owner().username(), access.owner().password())) {
            CopyManager copy = owner.unwrap(PGConnection.class).getCopyAPI();
            for (String table : tables(owner)) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                copy.copyOut("COPY " + table + " TO STDOUT", out);
                all.append(out.toString(StandardCharsets.UTF_8)).append('\n');
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return all.toString();
    }

    private static List<String> tables(Connection owner) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables
                        WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        if (tables.size() < 60) {
            throw new IllegalStateException("Only " + tables.size() + " tables: not a whole installation");
        }
        return tables;
    }
}
