package io.shouxin.platform.database;

import io.shouxin.platform.DataDirectory;
import io.shouxin.platform.StartCheck;
import io.shouxin.platform.StartRefusedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The application's pool signs in as the role that owns nothing, migrations as the owner; embedded unless a URL is given. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Configuration(proxyBeanMethods = false)
    @Conditional(NoUrlGiven.class)
    static class Embedded {

        @Bean(destroyMethod = "close")
        EmbeddedPostgres embeddedPostgres(
                ObjectProvider<DatabaseStart> early, DataDirectory data, Environment environment) {
            return early.getIfAvailable(() -> DatabaseStart.begin(data, binaries(data, environment)))
                    .take();
        }

        @Bean
        DatabaseAccess databaseAccess(EmbeddedPostgres server) {
            return server.access();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("spring.datasource.url")
    static class External {

        @Bean
        DatabaseAccess databaseAccess(Environment environment) {
            return new DatabaseAccess(
                    environment.getRequiredProperty("spring.datasource.url"),
                    login(environment, Roles.OWNER, "shouxin.datasource.owner-password"),
                    login(environment, Roles.APP, "shouxin.datasource.app-password"),
                    login(environment, Roles.LEGAL, "shouxin.datasource.legal-password"));
        }

        private static DatabaseLogin login(Environment environment, String role, String property) {
            String password = environment.getProperty(property, "");
            if (password.isEmpty()) {
                throw new StartRefusedException(
                        "An external database is configured, but " + property + " is not.",
                        "Create the three roles with docs/sql/roles.sql and set their passwords.");
            }
            return new DatabaseLogin(role, password);
        }
    }

    static Path binaries(DataDirectory data, Environment environment) {
        String binaries = environment.getProperty("shouxin.postgres.binaries", "");
        return binaries.isEmpty() ? data.path().resolve("pgbin") : Path.of(binaries);
    }

    static class NoUrlGiven extends NoneNestedConditions {

        NoUrlGiven() {
            super(ConfigurationPhase.PARSE_CONFIGURATION);
        }

        @ConditionalOnProperty("spring.datasource.url")
        static class UrlGiven {}
    }

    @Bean
    JdbcConnectionDetails applicationConnection(DatabaseAccess access) {
        return new AppConnection(access);
    }

    @Bean
    FlywayConnectionDetails migrationConnection(DatabaseAccess access) {
        return new OwnerConnection(access);
    }

    /** The server is checked before the first statement changes anything in it, the data before anything else uses them. */
    @Bean
    FlywayMigrationStrategy migrateOnlyWhatIsReady(
            DatabaseAccess access, Environment environment, ObjectProvider<StartCheck> checks) {
        boolean external = environment.containsProperty("spring.datasource.url");
        return flyway -> {
            if (external) {
                ExternalServer.refuseUnlessReady(access);
            }
            try (Connection owner = DriverManager.getConnection(
                    access.url(), access.owner().username(), access.owner().password())) {
                ServerCheck.durable(owner);
                flyway.migrate();
                JdbcClient asOwner = JdbcClient.create(new SingleConnectionDataSource(owner, true));
                checks.orderedStream().forEach(check -> check.check(asOwner));
            } catch (SQLException e) {
                throw new StartRefusedException(
                        "The database cannot be reached as " + access.owner().username() + " (SQL state "
                                + e.getSQLState() + ").",
                        "Check spring.datasource.url and shouxin.datasource.owner-password.",
                        e);
            }
        };
    }

    private record AppConnection(DatabaseAccess access) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return access.app().username();
        }

        @Override
        public String getPassword() {
            return access.app().password();
        }

        @Override
        public String getJdbcUrl() {
            return access.url();
        }
    }

    private record OwnerConnection(DatabaseAccess access) implements FlywayConnectionDetails {

        @Override
        public String getUsername() {
            return access.owner().username();
        }

        @Override
        public String getPassword() {
            return access.owner().password();
        }

        @Override
        public String getJdbcUrl() {
            return access.url();
        }
    }
}
