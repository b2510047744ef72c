package io.shouxin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.testing.SetClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** How often a collector may ask, and what it hears while the database is away. */
class FiguresTest {

    private final SetClock clock = new SetClock();
    private final Figures figures = new Figures(clock);
    private final AtomicInteger asked = new AtomicInteger();

    private boolean away;

    private int count() {
        int times = asked.incrementAndGet();
        if (away) {
            throw new DataAccessResourceFailureException("away");
        }
        return times;
    }

    @Test
    void asked_often_the_database_is_asked_seldom() {
        Figures.Counted<Integer> counted = figures.counted(this::count);
        assertThat(counted.read(times -> times)).isEqualTo(1);
        assertThat(counted.read(times -> times * 10))
                .as("another figure of the same statement")
                .isEqualTo(10);
        clock.advance(Duration.ofSeconds(15));
        assertThat(counted.read(times -> times)).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(counted.read(times -> times)).isEqualTo(2);
    }

    @Test
    void while_the_database_is_away_figures_are_unknown_and_not_one_of_them_tries_again_at_once() {
        Figures.Counted<Integer> first = figures.counted(this::count);
        Figures.Counted<Integer> second = figures.counted(this::count);
        assertThat(first.read(times -> times)).isEqualTo(1);
        away = true;
        clock.advance(Duration.ofSeconds(16));

        assertThat(first.read(times -> times)).as("not what it was before").isNaN();
        assertThat(second.read(times -> times)).isNaN();
        assertThat(first.read(times -> times)).isNaN();
        assertThat(asked).hasValue(2);

        away = false;
        clock.advance(Duration.ofSeconds(16));
        assertThat(second.read(times -> times)).isEqualTo(3);
        assertThat(first.read(times -> times)).isEqualTo(4);
    }
}
