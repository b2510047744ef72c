package io.shouxin.deadline;

import java.time.Instant;

/**
 * A year whose holiday notice is loaded.
 *
 * @param source where its days come from, such as the number of the notice
 * @param byPerson whether somebody of the firm loaded it, rather than the product
 */
public record LoadedYear(int year, int days, String source, Instant loadedAt, boolean byPerson) {}
