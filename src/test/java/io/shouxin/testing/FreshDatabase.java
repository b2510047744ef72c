package io.shouxin.testing;

import io.shouxin.platform.database.DatabaseAccess;
import io.shouxin.platform.database.DatabaseLogin;
import io.shouxin.platform.database.EngineSchema;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of its own for one test class, reached as each of the roles. */
public record FreshDatabase(DatabaseAccess access) {

    /** Applies every migration on the class path as the owner, as the product's start does. */
    public FreshDatabase migrated() {
        Flyway.configure()
                .dataSource(owner())
                .locations("classpath:db/migration")
                .javaMigrations(new EngineSchema())
                .load()
                .migrate();
        return this;
    }

    /** Applies the migrations up to and including this version, without those of the engine. */
    public FreshDatabase migratedTo(String version) {
        Flyway.configure()
                .dataSource(owner())
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
        return this;
    }

    public DataSource app() {
        return dataSource(access.app());
    }

    public DataSource owner() {
        return dataSource(access.owner());
    }

    public DataSource legal() {
        return dataSource(access.legal());
    }

    /** As the application: what this may not do, the product may not do. */
    public JdbcClient jdbc() {
        return JdbcClient.create(app());
    }

    private DataSource dataSource(DatabaseLogin login) {
        return new DriverManagerDataSource(access.url(), login.username(), login.password());
    }
}
