package io.shouxin.record.imports;

import java.util.List;
import java.util.Optional;

/**
 * What a cell was read as.
 *
 * @param values the values in their normal form; empty where nothing could be read
 * @param problems what was wrong with it
 */
public record Normalised<T>(List<T> values, List<ProblemCode> problems) {

    public Normalised {
        values = List.copyOf(values);
        problems = List.copyOf(problems);
    }

    static <T> Normalised<T> of(T value, ProblemCode... warnings) {
        return new Normalised<>(List.of(value), List.of(warnings));
    }

    static <T> Normalised<T> rejected(ProblemCode reason) {
        return new Normalised<>(List.of(), List.of(reason));
    }

    static <T> Normalised<T> nothing() {
        return new Normalised<>(List.of(), List.of());
    }

    public Optional<T> first() {
        return values.stream().findFirst();
    }

    @Override
    public String toString() {
        return "Normalised[" + values.size() + " values, " + problems + "]";
    }
}
