package io.shouxin.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.ShouxinApplication;
import io.shouxin.platform.DataDirectory;
import io.shouxin.platform.StartRefusedException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same application against a PostgreSQL that somebody else runs. */
@SpringBootTest(classes = ShouxinApplication.class)
class ExternalDatabaseTest {

    private final JdbcClient jdbc;
    private final DataDirectory data;

    @Autowired
    ExternalDatabaseTest(JdbcClient jdbc, DataDirectory data) {
        this.jdbc = jdbc;
        this.data = data;
    }

    @Test
    void one_url_and_the_roles_passwords_are_enough_and_no_server_is_started() {
        assertThat(jdbc.sql("SELECT current_user").query(String.class).single()).isEqualTo("shouxin_app");
        assertThat(jdbc.sql("SELECT count(*) > 0 FROM act_ge_property")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(Files.exists(data.path().resolve("postgres"))).isFalse();
    }

    @Test
    void a_missing_password_of_a_role_is_named() {
        new ApplicationContextRunner()
                .withUserConfiguration(DatabaseConfiguration.class)
                .withPropertyValues("spring.datasource.url=jdbc:postgresql://127.0.0.1:1/shouxin")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(StartRefusedException.class)
                        .hasMessageContaining("shouxin.datasource.owner-password"));
    }
}
