package io.shouxin.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Figures that a collector asks for: counted at most four times a minute however often and by however many they are asked for, and
 * unknown, not zero, while the database is away. Once one of them could not be counted, the others do not try for as long either: a
 * collector gets the rest at once and does not wait for each of them.
 */
@Component
public class Figures {

    private static final Duration LIFE = Duration.ofSeconds(15);

    private final Clock clock;
    private volatile Instant awayUntil = Instant.MIN;

    public Figures(Clock clock) {
        this.clock = clock;
    }

    public <T> Counted<T> counted(Supplier<T> count) {
        return new Counted<>(count);
    }

    /** What one statement counts. */
    public final class Counted<T> {

        private final Supplier<T> count;
        private @Nullable T known;
        private Instant goodUntil = Instant.MIN;

        private Counted(Supplier<T> count) {
            this.count = count;
        }

        /** One figure of it; not a number while it is unknown. */
        public synchronized double read(ToDoubleFunction<T> figure) {
            Instant now = clock.instant();
            if (now.isAfter(goodUntil)) {
                known = now.isAfter(awayUntil) ? fresh() : null;
                goodUntil = known == null ? Instant.MIN : now.plus(LIFE);
            }
            return known == null ? Double.NaN : figure.applyAsDouble(known);
        }

        private @Nullable T fresh() {
            try {
                return count.get();
            } catch (DataAccessException | TransactionException away) {
                awayUntil = clock.instant().plus(LIFE);
                return null;
            }
        }
    }
}
