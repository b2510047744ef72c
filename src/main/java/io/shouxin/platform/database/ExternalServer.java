package io.shouxin.platform.database;

import io.shouxin.platform.StartRefusedException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.util.PSQLState;

/** What an external PostgreSQL lacks before Shouxin can use it, all of it in one line, so that nobody mends it piece by piece. */
final class ExternalServer {

    private static final String NO_SUCH_DATABASE = "3D000";
    private static final List<String> NOT_LET_IN = List.of("28P01", "28000");
    /** Connecting is refused after the password was found right. */
    private static final String GRANTED_BY_THE_FIRST_MIGRATION = "42501";

    private ExternalServer() {}

    static void refuseUnlessReady(DatabaseAccess access) {
        List<String> missing = missing(access);
        if (!missing.isEmpty()) {
            throw new StartRefusedException(
                    "The external PostgreSQL at " + address(access.url()) + " is not ready: "
                            + String.join("; ", missing) + ".",
                    "Run docs/sql/roles.sql as its administrator (again, if need be), set spring.datasource.url and"
                            + " shouxin.datasource.owner-password, app-password and legal-password, then start again.");
        }
    }

    private static List<String> missing(DatabaseAccess access) {
        List<String> missing = new ArrayList<>();
        for (DatabaseLogin login : List.of(access.owner(), access.app(), access.legal())) {
            try (Connection connection =
                    DriverManager.getConnection(access.url(), login.username(), login.password())) {
                if (login.equals(access.owner())) {
                    checkAsOwner(connection, missing);
                }
            } catch (SQLException e) {
                String state = String.valueOf(e.getSQLState());
                if (PSQLState.isConnectionError(state)) {
                    return List.of("nobody answers there (SQL state " + state + ")");
                }
                if (state.equals(NO_SUCH_DATABASE)) {
                    return List.of("the database named in the URL does not exist");
                }
                if (!state.equals(GRANTED_BY_THE_FIRST_MIGRATION) || login.equals(access.owner())) {
                    missing.add(login.username()
                            + (NOT_LET_IN.contains(state)
                                    ? " is not let in (role, password or pg_hba.conf)"
                                    : " cannot sign in (SQL state " + state + ")"));
                }
            }
        }
        return missing;
    }

    private static void checkAsOwner(Connection owner, List<String> missing) throws SQLException {
        if (!isTrue(
                owner,
                "SELECT pg_get_userbyid(datdba) = current_user FROM pg_database WHERE datname = current_database()")) {
            missing.add("the database does not belong to " + Roles.OWNER);
        }
        if (!isTrue(owner, "SELECT current_setting('server_encoding') = 'UTF8'")) {
            missing.add("its encoding is not UTF8");
        }
        for (String role : List.of(Roles.OWNER, Roles.APP, Roles.LEGAL)) {
            if (isTrue(
                    owner,
                    "SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls FROM pg_roles"
                            + " WHERE rolname = '" + role + "'")) {
                missing.add(role + " may do more than it must (superuser, create, replicate or bypass)");
            }
        }
        for (String role : List.of(Roles.APP, Roles.LEGAL)) {
            if (isTrue(
                    owner,
                    "SELECT pg_has_role('" + role + "', '" + Roles.OWNER + "', 'MEMBER') FROM pg_roles"
                            + " WHERE rolname = '" + role + "'")) {
                missing.add(role + " is a member of " + Roles.OWNER);
            }
        }
    }

    private static boolean isTrue(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** Without parameters, of which one may be a password. */
    private static String address(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}
