package io.shouxin.deadline.internal;

import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;

import com.zaxxer.hikari.HikariDataSource;
import io.shouxin.deadline.DeadlineRule;
import io.shouxin.deadline.DeadlineWarning;
import io.shouxin.deadline.DueDateMoved;
import io.shouxin.deadline.ResponseDeadline;
import io.shouxin.deadline.WorkingCalendar;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.Figures;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.Role;
import io.shouxin.testing.SetClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The module on a PostgreSQL of its own, as the application's role, with a clock that a test sets. */
class ClockDatabase implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final AnnotationConfigApplicationContext context;

    ClockDatabase() {
        try {
            postgres = EmbeddedPostgres.start();
            JdbcClient superuser = JdbcClient.create(postgres.getPostgresDatabase());
            superuser.sql("CREATE ROLE shouxin_owner LOGIN").update();
            superuser.sql("CREATE ROLE shouxin_app LOGIN").update();
            superuser.sql("CREATE DATABASE shouxin OWNER shouxin_owner").update();
            migrate(postgres.getDatabase("shouxin_owner", "shouxin"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context = new AnnotationConfigApplicationContext();
        context.registerBean(HikariDataSource.class, () -> {
            HikariDataSource pool = new HikariDataSource();
            pool.setDataSource(postgres.getDatabase("shouxin_app", "shouxin"));
            return pool;
        });
        context.register(Setup.class);
        context.refresh();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Sets the time in China, such as {@code 2026-11-23T09:12}. */
    void at(String time) {
        bean(SetClock.class)
                .set(LocalDateTime.parse(time).atZone(WorkingCalendar.CHINA).toInstant());
    }

    /** Forgets every case and every year that is not shipped. */
    void clear() {
        JdbcClient owner = JdbcClient.create(postgres.getDatabase("shouxin_owner", "shouxin"));
        owner.sql("TRUNCATE clock_warning, case_clock_pause, case_clock, calendar_day, calendar_year")
                .update();
        bean(ShippedCalendar.class).start();
        owner.sql("UPDATE work_lead SET working_days = 3").update();
        bean(Keeper.class).as(Role.ADMINISTRATOR);
        clearInvocations(bean(EvidenceLog.class));
        bean(Heard.class).clear();
    }

    @Override
    public void close() {
        context.close();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void migrate(DataSource owner) throws IOException {
        for (String file : List.of("V020__deadline", "V089__work_dates")) {
            try (InputStream in = Objects.requireNonNull(
                            ClockDatabase.class.getResourceAsStream("/db/migration/" + file + ".sql"));
                    var connection = owner.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @TestConfiguration
    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan(basePackageClasses = JdbcClocks.class)
    @Import(Figures.class)
    static class Setup {

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }

        @Bean
        ResponseDeadline responseDeadline() {
            return (type, jurisdiction) -> new DeadlineRule(15, 30, jurisdiction + "-" + type, "PIPL47", "V1");
        }

        @Bean
        SetClock clock() {
            return new SetClock();
        }

        @Bean
        EvidenceLog evidence() {
            return mock(EvidenceLog.class);
        }

        @Bean
        Keeper keeper() {
            return new Keeper();
        }

        @Bean
        Heard heard() {
            return new Heard();
        }
    }

    /** Who acts: an administrator, or somebody of another role. */
    static class Keeper implements CurrentActor {

        private volatile Role role = Role.ADMINISTRATOR;

        void as(Role other) {
            role = other;
        }

        @Override
        public Actor get() {
            return new Actor(Actor.Kind.STAFF, new UUID(0, 7), "somebody", Set.of(role), Set.of());
        }
    }

    /** What the module has published. */
    static class Heard {

        final List<DueDateMoved> moves = new CopyOnWriteArrayList<>();
        final List<DeadlineWarning> warnings = new CopyOnWriteArrayList<>();
        volatile Consumer<DeadlineWarning> onWarning = warning -> {};

        @EventListener
        void on(DueDateMoved moved) {
            moves.add(moved);
        }

        @EventListener
        void on(DeadlineWarning warning) {
            onWarning.accept(warning);
            warnings.add(warning);
        }

        void clear() {
            moves.clear();
            warnings.clear();
            onWarning = warning -> {};
        }
    }
}
