package io.shouxin.benchmark;

import io.shouxin.platform.DataDirectory;
import io.shouxin.platform.database.EmbeddedPostgres;
import io.shouxin.record.DueDates;
import io.shouxin.shared.ChinaTime;
import io.shouxin.testing.FreshDatabase;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * What it costs to find what is due among many records, beside the bare indexed query: the same columns, the same rows, over the same
 * connection by JDBC alone, and the plan looked at once. Of the records one in a hundred is due, in four branches. Arguments:
 * thousands of records, rounds.
 */
public final class SweepBenchmark {

    private static final double TARGET = 2.0;
    private static final int THOUSAND = 1_000;
    private static final int BATCH = 5_000;
    private static final int LOOKS = 20;
    private static final UUID BRANCH = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final String BARE = """
            SELECT record_id, subject_id, branch_id, due_on, why, rule_id FROM record_due
            WHERE branch_id = ? AND due_on <= ? ORDER BY due_on, record_id LIMIT ?
            """;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private SweepBenchmark() {}

    public static void main(String[] args) throws Exception {
        int records = Arguments.number(args, 0, 10_000) * THOUSAND;
        int rounds = Arguments.number(args, 1, 20);
        Path home = Files.createTempDirectory("shouxin-benchmark");
        Path binaries = Path.of("target", "pgbin").toAbsolutePath();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(DataDirectory.open(home), binaries)) {
            FreshDatabase database = new FreshDatabase(postgres.createDatabase("sweep")).migrated();
            try (Connection owner = database.owner().getConnection()) {
                fill(owner, records);
            }
            try (Connection app = database.app().getConnection()) {
                measure(app, records, rounds);
            }
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
    }

    /** The search reads no other table, so the records themselves are left out. */
    private static void fill(Connection owner, int records) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("ALTER TABLE record_due DROP CONSTRAINT record_due_record_id_fkey");
            statement.execute("""
                    INSERT INTO record_due (record_id, subject_id, branch_id, due_on, why, rule_id, table_version)
                    SELECT gen_random_uuid(), gen_random_uuid(),
                           ('00000000-0000-4000-8000-00000000000' || (1 + n / 100 %% 4))::uuid,
                           CASE WHEN n %% 5 = 0 AND n %% 100 <> 0 THEN NULL
                                WHEN n %% 100 = 0 THEN current_date - (n / 100 %% 900)
                                ELSE current_date + 30 + n %% 3650 END,
                           CASE WHEN n %% 5 = 0 AND n %% 100 <> 0 THEN 'NO_RULE' ELSE 'RULE_OVER' END,
                           'AML_SALE_IDENTITY_10Y', 'v1-0123456789ab/CN'
                    FROM generate_series(1, %d) AS n
                    """.formatted(records));
            statement.execute("VACUUM ANALYZE record_due");
        }
    }

    private static void measure(Connection app, int records, int rounds) throws SQLException {
        LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ChinaTime.ZONE);
        DueDates dates = new DueDates(JdbcClient.create(new SingleConnectionDataSource(app, true)));
        explain(app, today);
        for (int i = 0; i < 3; i++) {
            product(dates, today);
            bare(app, today);
        }
        Ratios ratios = new Ratios();
        for (int round = 1; round <= rounds; round++) {
            double product = product(dates, today);
            double floor = bare(app, today) + bare(app, today);
            product += product(dates, today);
            ratios.add(product / floor);
            OUT.printf(
                    Locale.ROOT,
                    "round %d: product %.1f ms, floor %.1f ms, ratio %.2f%n",
                    round,
                    product / 2 / LOOKS * THOUSAND,
                    floor / 2 / LOOKS * THOUSAND,
                    product / floor);
        }
        OUT.printf(
                Locale.ROOT,
                "Finding %d due among %d records, times the bare query: %s, target at most %.1f: %s%n",
                BATCH,
                records,
                ratios,
                TARGET,
                ratios.median() <= TARGET ? "met" : "missed");
    }

    private static double product(DueDates dates, LocalDate today) {
        long start = System.nanoTime();
        for (int i = 0; i < LOOKS; i++) {
            require(dates.due(BRANCH, today, BATCH).size());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double bare(Connection app, LocalDate today) throws SQLException {
        long start = System.nanoTime();
        for (int i = 0; i < LOOKS; i++) {
            try (PreparedStatement query = app.prepareStatement(BARE)) {
                query.setObject(1, BRANCH);
                query.setObject(2, today);
                query.setInt(3, BATCH);
                int rows = 0;
                try (ResultSet found = query.executeQuery()) {
                    while (found.next()) {
                        rows += found.getObject(1) == null ? 0 : 1;
                    }
                }
                require(rows);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void require(int rows) {
        if (rows == 0) {
            throw new IllegalStateException("Nothing is due");
        }
    }

    private static void explain(Connection app, LocalDate today) throws SQLException {
        try (PreparedStatement query = app.prepareStatement("EXPLAIN (ANALYZE, COSTS OFF) " + BARE)) {
            query.setObject(1, BRANCH);
            query.setObject(2, today);
            query.setInt(3, BATCH);
            try (ResultSet plan = query.executeQuery()) {
                while (plan.next()) {
                    OUT.println(plan.getString(1));
                }
            }
        }
    }
}
