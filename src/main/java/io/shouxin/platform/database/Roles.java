package io.shouxin.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * The three roles of every installation. The owner changes tables and is used by migrations only; the application owns
 * nothing; the legal role reads sealed content through logging functions only.
 */
public final class Roles {

    public static final String OWNER = "shouxin_owner";
    public static final String APP = "shouxin_app";
    public static final String LEGAL = "shouxin_legal";
    static final String SUPERUSER = "postgres";
    static final String DATABASE = "shouxin";

    private Roles() {}

    /** Creates what is missing and sets the passwords that the secrets hold, so that a restored secret works again. */
    static void prepare(Connection superuser, List<DatabaseLogin> logins) throws SQLException {
        for (DatabaseLogin login : logins) {
            prepareRole(superuser, login);
        }
        execute(superuser, "REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
    }

    /** A database of the owner in which nobody else may create anything; the first migration grants the rest. */
    static void prepareDatabase(Connection superuser, String name) throws SQLException {
        if (!exists(superuser, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            execute(superuser, "CREATE DATABASE " + name + " OWNER " + OWNER + " TEMPLATE template0");
        }
        execute(superuser, "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
    }

    private static void prepareRole(Connection superuser, DatabaseLogin login) throws SQLException {
        if (!exists(superuser, "SELECT 1 FROM pg_roles WHERE rolname = ?", login.username())) {
            execute(superuser, "CREATE ROLE " + login.username());
        }
        execute(
                superuser,
                "ALTER ROLE " + login.username()
                        + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '"
                        + superuser.unwrap(PGConnection.class).escapeLiteral(login.password()) + "'");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
