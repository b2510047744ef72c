package io.shouxin.inbox;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which open tasks a list shows.
 *
 * @param held those that the actor has in hand
 * @param free those that nobody has in hand and the actor may take
 * @param dueBefore only those due before this day; null for all
 */
public record TaskQuery(
        boolean held, boolean free, @Nullable LocalDate dueBefore) {}
