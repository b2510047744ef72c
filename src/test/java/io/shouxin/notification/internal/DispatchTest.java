package io.shouxin.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** What is known of a hand-over while the database is away. */
class DispatchTest {

    private final AtomicInteger tries = new AtomicInteger();

    private void away(int times) {
        Dispatch.insist(() -> {
            if (tries.incrementAndGet() <= times) {
                throw new CannotGetJdbcConnectionException("away");
            }
        });
    }

    @Test
    void is_noted_once_it_is_back() {
        away(3);
        assertThat(tries).hasValue(4);
    }

    @Test
    void is_left_to_reconciliation_when_it_stays_away() {
        assertThatThrownBy(() -> away(Integer.MAX_VALUE)).isInstanceOf(CannotGetJdbcConnectionException.class);
        assertThat(tries).hasValueBetween(2, 20);
    }
}
