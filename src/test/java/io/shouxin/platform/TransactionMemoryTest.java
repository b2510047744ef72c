package io.shouxin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.testing.PostgresForTests;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class TransactionMemoryTest {

    private static final PlatformTransactionManager TRANSACTIONS =
            new DataSourceTransactionManager(PostgresForTests.freshDatabase().owner());

    private final TransactionMemory<String, String> memory = new TransactionMemory<>();
    private final TransactionTemplate outer = new TransactionTemplate(TRANSACTIONS);
    private final TransactionTemplate apart = new TransactionTemplate(
            TRANSACTIONS, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));

    @Test
    void what_is_kept_is_found_until_the_transaction_ends() {
        outer.executeWithoutResult(status -> {
            memory.keep("key", "value");
            assertThat(memory.find("key")).contains("value");
        });
        assertThat(memory.find("key")).isEmpty();
        outer.executeWithoutResult(status -> assertThat(memory.find("key")).isEmpty());
    }

    @Test
    void a_transaction_that_fails_leaves_nothing_behind() {
        outer.executeWithoutResult(status -> {
            memory.keep("key", "value");
            status.setRollbackOnly();
        });
        outer.executeWithoutResult(status -> assertThat(memory.find("key")).isEmpty());
    }

    @Test
    void outside_a_transaction_nothing_is_kept() {
        memory.keep("key", "value");
        assertThat(memory.find("key")).isEmpty();
    }

    @Test
    void what_is_forgotten_is_not_found() {
        outer.executeWithoutResult(status -> {
            memory.keep("key", "value");
            memory.forget("key");
            assertThat(memory.find("key")).isEmpty();
        });
    }

    @Test
    void a_transaction_of_its_own_neither_sees_nor_changes_it() {
        outer.executeWithoutResult(status -> {
            memory.keep("key", "outer");
            apart.executeWithoutResult(inner -> {
                assertThat(memory.find("key")).isEmpty();
                memory.keep("key", "inner");
            });
            assertThat(memory.find("key")).contains("outer");
        });
    }
}
