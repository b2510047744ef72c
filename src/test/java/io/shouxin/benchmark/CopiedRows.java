package io.shouxin.benchmark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * The rows that an import wrote, taken out of the tables afterwards, and written again by COPY in one transaction into tables with the
 * same columns, checks and indexes, but without the product's foreign keys and triggers.
 */
final class CopiedRows {

    private static final String RECORDS = "SELECT id FROM record WHERE import_id = '%s'";
    private static final String PEOPLE = "SELECT DISTINCT subject_id FROM record WHERE import_id = '%s'";

    private static final Map<String, String> WRITTEN = new LinkedHashMap<>();

    static {
        WRITTEN.put("subject", "id IN (" + PEOPLE + ")");
        WRITTEN.put("subject_link", "client_id IN (" + PEOPLE + ")");
        WRITTEN.put("keys.data_key", "scope_kind = 'SUBJECT' AND scope_id IN (" + PEOPLE + ")");
        WRITTEN.put("record", "import_id = '%s'");
        WRITTEN.put("record_value", "record_id IN (" + RECORDS + ")");
        WRITTEN.put("subject_index", "record_id IN (" + RECORDS + ")");
        WRITTEN.put("record_due_stale", "subject_id IN (" + PEOPLE + ")");
        WRITTEN.put("import_problem", "import_id = '%s'");
        WRITTEN.put("evidence_entry", "target_id = '%s'");
    }

    private final Connection owner;
    private final Path directory;
    private final String schema;

    /** @param schema where the copies go; made anew */
    CopiedRows(Connection owner, Path directory, String schema) throws SQLException {
        this.owner = owner;
        this.directory = directory;
        this.schema = schema;
        execute("CREATE SCHEMA " + schema);
        for (String table : WRITTEN.keySet()) {
            execute("CREATE TABLE " + copyOf(table) + " (LIKE " + table + " INCLUDING ALL)");
        }
    }

    private String copyOf(String table) {
        return schema + "." + table.substring(table.indexOf('.') + 1);
    }

    /** Fetches what the import wrote, as COPY reads it; gives how many rows of each table. */
    static Map<String, Long> fetch(Connection owner, Path directory, UUID importId) throws SQLException, IOException {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (Map.Entry<String, String> written : WRITTEN.entrySet()) {
            try (OutputStream out =
                    new BufferedOutputStream(Files.newOutputStream(directory.resolve(written.getKey())))) {
                rows.put(
                        written.getKey(),
                        owner.unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyOut(
                                        "COPY (SELECT * FROM " + written.getKey() + " WHERE "
                                                + written.getValue().replace("%s", importId.toString())
                                                + ") TO STDOUT (FORMAT binary)",
                                        out));
            }
        }
        return rows;
    }

    /** Writes them; gives the seconds until they are on the disk. */
    double write() throws SQLException, IOException {
        long start = System.nanoTime();
        owner.setAutoCommit(false);
        for (String table : WRITTEN.keySet()) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(directory.resolve(table)))) {
                owner.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + copyOf(table) + " FROM STDIN (FORMAT binary)", in);
            }
        }
        owner.commit();
        owner.setAutoCommit(true);
        return (System.nanoTime() - start) / 1e9;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
