package io.shouxin.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresForTestsTest {

    @Test
    void every_fresh_database_is_empty_and_its_own() {
        FreshDatabase first = PostgresForTests.freshDatabase();
        FreshDatabase second = PostgresForTests.freshDatabase();
        JdbcClient.create(first.owner()).sql("CREATE TABLE only_here (id int)").update();
        assertThatThrownBy(() -> JdbcClient.create(second.owner())
                        .sql("SELECT * FROM only_here")
                        .query()
                        .listOfRows())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_migrated_database_has_the_engines_tables_for_the_application() {
        assertThat(PostgresForTests.freshDatabase()
                        .migrated()
                        .jdbc()
                        .sql("SELECT count(*) FROM act_ru_task")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
