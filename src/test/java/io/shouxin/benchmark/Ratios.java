package io.shouxin.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The ratios of all rounds; their median is the result, their range says how far to trust it. */
final class Ratios {

    private final List<Double> all = new ArrayList<>();

    void add(double ratio) {
        all.add(ratio);
    }

    double median() {
        return median(all.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    @Override
    public String toString() {
        double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f–%.2f, %d rounds)",
                median(),
                sorted[0],
                sorted[sorted.length - 1],
                sorted.length);
    }
}
