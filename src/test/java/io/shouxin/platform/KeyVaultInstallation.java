package io.shouxin.platform;

import io.shouxin.testing.FreshDatabase;
import io.shouxin.testing.PostgresForTests;
import io.shouxin.testing.SetClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** A database and a key file on which the vault alone can be started, again and again. */
final class KeyVaultInstallation {

    private final FreshDatabase database = PostgresForTests.freshDatabase().migratedTo("030");
    private final Path keyFile;
    private final SetClock clock = new SetClock(Instant.parse("2026-03-01T02:00:00Z"));

    KeyVaultInstallation(Path keyFile) {
        this.keyFile = keyFile;
    }

    Path keyFile() {
        return keyFile;
    }

    Running start() {
        DataSource app = database.app();
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        List<Integer> destroyed = new ArrayList<>();
        context.registerBean(DataSource.class, () -> app);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(app));
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(app));
        context.registerBean(DataSourceTransactionManager.class, () -> new DataSourceTransactionManager(app));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(
                KeyProperties.class, () -> new KeyProperties(keyFile, Duration.ofDays(7), Duration.ofDays(30)));
        context.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
            if (event.getPayload() instanceof KeyEpochDestroyed gone) {
                destroyed.add(gone.epoch());
            }
        });
        context.register(VaultOnly.class);
        context.refresh();
        return new Running(context, JdbcClient.create(database.owner()), clock, destroyed);
    }

    record Running(
            AnnotationConfigApplicationContext context,
            JdbcClient asOwner,
            SetClock clock,
            List<Integer> destroyedEpochs)
            implements AutoCloseable {

        KeyVault vault() {
            return context.getBean(KeyVault.class);
        }

        BlindIndex blind() {
            return context.getBean(BlindIndex.class);
        }

        /** As the application's role. */
        JdbcClient jdbc() {
            return context.getBean(JdbcClient.class);
        }

        byte @Nullable [] wrapped(UUID key) {
            return asOwner.sql("SELECT wrapped FROM keys.data_key WHERE id = ?")
                    .param(key)
                    .query((rs, n) -> new Wrapped(rs.getBytes(1)))
                    .single()
                    .bytes();
        }

        /** The epochs of the live keys. */
        List<Integer> epochs() {
            return asOwner.sql("SELECT DISTINCT epoch FROM keys.data_key WHERE destroyed_at IS NULL ORDER BY epoch")
                    .query(Integer.class)
                    .list();
        }

        /** Puts a destroyed key's row back as it lies in a backup, which only who owns the table can. */
        void restore(UUID key, byte[] wrapped, int epoch) {
            asOwner.sql("ALTER TABLE keys.data_key DISABLE TRIGGER data_key_stays_destroyed")
                    .update();
            asOwner.sql("UPDATE keys.data_key SET wrapped = ?, epoch = ?, destroyed_at = NULL WHERE id = ?")
                    .params(wrapped, epoch, key)
                    .update();
            asOwner.sql("ALTER TABLE keys.data_key ENABLE TRIGGER data_key_stays_destroyed")
                    .update();
        }

        /** Runs now what runs every hour. */
        void sweep() {
            context.getBean(ScheduledTaskHolder.class)
                    .getScheduledTasks()
                    .forEach(task -> task.getTask().getRunnable().run());
        }

        @Override
        public void close() {
            context.close();
        }

        private record Wrapped(byte @Nullable [] bytes) {}
    }

    /** Not a component, so that no other test's scan finds it. */
    @EnableTransactionManagement(proxyTargetClass = true)
    @EnableScheduling
    @ComponentScan("io.shouxin.platform.internal")
    @Import(BlindIndex.class)
    static class VaultOnly {}
}
