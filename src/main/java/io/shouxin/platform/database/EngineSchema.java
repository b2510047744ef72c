package io.shouxin.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * The process engine's tables, from the scripts in its own jar, owned by the owner role like every other table. The engine only
 * checks them ({@code schema-update: false}). The checksum covers the scripts: another engine version needs a migration of its own.
 */
@Component
public class EngineSchema implements JavaMigration {

    private static final List<String> PARTS = List.of(
            "engine", "identity", "history", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("002");
    }

    @Override
    public String getDescription() {
        return "engine";
    }

    @Override
    public Integer getChecksum() {
        CRC32 checksum = new CRC32();
        for (String part : PARTS) {
            try (InputStream script = script(part).getInputStream()) {
                checksum.update(script.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return (int) checksum.getValue();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection owner = context.getConnection();
        for (String part : PARTS) {
            ScriptUtils.executeSqlScript(owner, new EncodedResource(script(part), StandardCharsets.UTF_8));
        }
        try (Statement grant = owner.createStatement()) {
            for (String table : engineTables(owner)) {
                grant.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON " + table + " TO " + Roles.APP);
            }
        }
    }

    private static List<String> engineTables(Connection owner) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet found = statement.executeQuery("SELECT quote_ident(tablename) FROM pg_tables"
                        + " WHERE schemaname = 'public' AND tablename LIKE 'act\\_%'")) {
            while (found.next()) {
                tables.add(Objects.requireNonNull(found.getString(1)));
            }
        }
        return tables;
    }

    private static ClassPathResource script(String part) {
        return new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql");
    }
}
