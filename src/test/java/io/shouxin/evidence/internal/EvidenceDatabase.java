package io.shouxin.evidence.internal;

import io.shouxin.evidence.EvidenceReader;
import io.shouxin.platform.KeyWrapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A real PostgreSQL with the evidence tables, and nodes of the application on top of it. */
final class EvidenceDatabase implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private int databases;
    private String name = "postgres";

    EvidenceDatabase() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        execute(superuser(), "CREATE ROLE shouxin_owner LOGIN; CREATE ROLE shouxin_app LOGIN");
    }

    /** Starts a test with an empty log. */
    void reset() throws IOException {
        String fresh = "evidence" + databases++;
        execute(postgres.getPostgresDatabase(), "CREATE DATABASE " + fresh + " OWNER shouxin_owner");
        name = fresh;
        try (InputStream migration = getClass().getResourceAsStream("/db/migration/V010__evidence.sql")) {
            execute(owner(), new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    DataSource superuser() {
        return postgres.getDatabase("postgres", name);
    }

    DataSource owner() {
        return postgres.getDatabase("shouxin_owner", name);
    }

    DataSource app() {
        return postgres.getDatabase("shouxin_app", name);
    }

    static void execute(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Node node(String dataDirectory) {
        return new Node(app(), dataDirectory);
    }

    Node node(Path dataDirectory) {
        return node(dataDirectory.toString());
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    /** One running instance of the application. */
    static final class Node {

        final JdbcClient jdbc;
        final TransactionTemplate transaction;
        final TransactionTemplate apart;
        final EntryRows rows;
        final JdbcEvidenceLog log;
        final JdbcSequencer sequencer;
        final EvidenceReader reader;

        Node(DataSource source, String dataDirectory) {
            JdbcTemplate template = new JdbcTemplate(source);
            JdbcTransactionManager transactions = new JdbcTransactionManager(source);
            Clock clock = Clock.systemUTC();
            jdbc = JdbcClient.create(template);
            transaction = new TransactionTemplate(transactions);
            apart = new TransactionTemplate(transactions);
            apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            rows = new EntryRows(JdbcClient.create(template), template);
            log = new JdbcEvidenceLog(jdbc, rows, transactions, clock);
            CheckpointKeys keys = new CheckpointKeys(jdbc, new TestKeyWrapper(), log, clock);
            CheckpointExport export = new CheckpointExport(jdbc, dataDirectory);
            sequencer = new JdbcSequencer(jdbc, template, transactions, keys, export, clock, "shouxin/test");
            reader = new JdbcEvidenceReader(jdbc, keys, new EvidenceVerifier(jdbc, keys, export, transactions));
        }
    }

    /** AES-GCM under a key that all test nodes share. */
    private static final class TestKeyWrapper implements KeyWrapper {

        private static final SecretKeySpec KEY = new SecretKeySpec(new byte[32], "AES");
        private static final int NONCE = 12;

        @Override
        public byte[] wrap(String purpose, byte[] plain) {
            byte[] nonce = new byte[NONCE];
            new SecureRandom().nextBytes(nonce);
            byte[] sealed = run(Cipher.ENCRYPT_MODE, purpose, nonce, plain);
            byte[] wrapped = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, wrapped, NONCE, sealed.length);
            return wrapped;
        }

        @Override
        public byte[] unwrap(String purpose, byte[] wrapped) {
            return run(
                    Cipher.DECRYPT_MODE,
                    purpose,
                    Arrays.copyOf(wrapped, NONCE),
                    Arrays.copyOfRange(wrapped, NONCE, wrapped.length));
        }

        private static byte[] run(int mode, String purpose, byte[] nonce, byte[] data) {
            try {
                Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(mode, KEY, new GCMParameterSpec(128, nonce));
                cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
                return cipher.doFinal(data);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
