package io.shouxin.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.ShouxinApplication;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application with an embedded server of its own: migrations as the owner, then the engine as the application. */
@SpringBootTest(classes = ShouxinApplication.class, properties = "shouxin.testing.own-server=true")
class ApplicationStartTest {

    private final JdbcClient jdbc;
    private final ProcessEngine engine;
    private final Clock clock;

    @Autowired
    ApplicationStartTest(JdbcClient jdbc, ProcessEngine engine, Clock clock) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.clock = clock;
    }

    @Test
    void the_pool_signs_in_as_the_application_and_that_role_owns_nothing() {
        assertThat(jdbc.sql("SELECT current_user").query(String.class).single()).isEqualTo("shouxin_app");
        assertThat(jdbc.sql("""
                                SELECT classid::regclass::text FROM pg_shdepend
                                WHERE refobjid = 'shouxin_app'::regrole AND deptype = 'o'
                                """).query(String.class).list()).isEmpty();
        assertThat(jdbc.sql("SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolbypassrls FROM pg_roles"
                                + " WHERE rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void the_application_can_neither_create_nor_change_nor_drop_nor_read_the_schemas_history() {
        for (String forbidden : List.of(
                "CREATE TABLE mine (id int)",
                "CREATE TEMPORARY TABLE mine (id int)",
                "CREATE SCHEMA mine",
                "ALTER TABLE act_ru_task ADD COLUMN extra text",
                "DROP TABLE act_ru_task",
                "TRUNCATE act_ru_task",
                "SET ROLE shouxin_owner",
                "SELECT * FROM flyway_schema_history")) {
            assertThatThrownBy(() -> jdbc.sql(forbidden).update())
                    .as(forbidden)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .message()
                    .containsAnyOf("permission denied", "must be owner");
        }
    }

    @Test
    void the_engine_works_on_tables_that_the_owner_created() {
        assertThat(jdbc.sql("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'")
                        .query(String.class)
                        .list())
                .containsExactly("shouxin_owner");
        assertThat(engine.getManagementService().getProperties()).containsKey("schema.version");
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
    }

    @Test
    void the_engine_evaluates_no_expression_in_queries_and_copies_no_variable_into_history() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(configuration.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(configuration.isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(configuration.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(configuration.getQueryMaxResultsLimit()).isEqualTo(1000);
        assertThat(configuration.isTaskMetricsEnabled()).isFalse();
        assertThat(configuration.isMetricsEnabled()).isFalse();
        assertThat(configuration.isAuthorizationEnabled()).isFalse();
        assertThat(configuration.getDatabaseSchemaUpdate()).isEqualTo("false");
        assertThat(configuration.getHistoryLevel()).isEqualTo(HistoryLevel.HISTORY_LEVEL_ACTIVITY);
        assertThat(configuration.getJobExecutor().getLockTimeInMillis()).isEqualTo(30_000);
    }

    @Test
    void days_are_counted_where_the_law_is_in_force() {
        assertThat(clock.getZone().getId()).isEqualTo("Asia/Shanghai");
    }
}
