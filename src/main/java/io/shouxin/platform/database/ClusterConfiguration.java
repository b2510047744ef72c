package io.shouxin.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The embedded server's configuration, written anew at every start: durable, closed, modest, and silent about data. */
final class ClusterConfiguration {

    private ClusterConfiguration() {}

    /**
     * {@code log_min_messages=log} keeps statement errors out of the server's log, where they would quote values; the
     * application gets them through its connection. An administrator's changes go into {@code local.conf}; what must not be
     * changed is verified after the start.
     */
    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            wal_level = replica
            max_wal_senders = 2
            max_connections = 40
            shared_buffers = 64MB
            work_mem = 8MB
            maintenance_work_mem = 64MB
            max_wal_size = 512MB
            max_parallel_workers_per_gather = 0
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_line_prefix = '%m [%p] '
            log_statement = 'none'
            log_min_messages = log
            log_min_error_statement = panic
            log_error_verbosity = terse
            log_parameter_max_length_on_error = 0
            include_if_exists = 'local.conf'
            """;

    private static final String ACCESS = """
            # Written by Shouxin at every start. No line may say trust.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    static void write(Path cluster, int port) throws IOException {
        Files.writeString(cluster.resolve("postgresql.conf"), SETTINGS + "port = " + port + "\n");
        Files.writeString(cluster.resolve("pg_hba.conf"), ACCESS);
    }
}
