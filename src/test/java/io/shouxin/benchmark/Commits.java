package io.shouxin.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Locale;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Commits so far.
 *
 * @param all every transaction that ended well, reading ones included ({@code pg_stat_database.xact_commit})
 * @param durable those that wrote, by the transaction numbers that the server gave out: only these wait for the disk
 */
record Commits(long all, long durable) {

    private static final int UNTIL_BACKENDS_ENDED = 700;

    /** A server process reports its numbers when it ends, so the pool's connections are renewed first. */
    static Commits now(DataSource pool) throws Exception {
        HikariDataSource hikari = pool.unwrap(HikariDataSource.class);
        Objects.requireNonNull(hikari.getHikariPoolMXBean()).softEvictConnections();
        Thread.sleep(UNTIL_BACKENDS_ENDED);
        JdbcTemplate jdbc = new JdbcTemplate(pool);
        return new Commits(
                number(jdbc, "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()"),
                number(jdbc, "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint"));
    }

    Commits since(Commits before) {
        return new Commits(all - before.all, durable - before.durable);
    }

    String perCase(int cases) {
        return String.format(
                Locale.ROOT,
                "%.1f commits a case, %.1f of them written",
                all / (double) cases,
                durable / (double) cases);
    }

    private static long number(JdbcTemplate jdbc, String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
    }
}
