package io.shouxin.record.imports;

import java.util.Arrays;

/** A growing list of numbers, four bytes each. */
final class Ints {

    private int[] values = new int[64];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }

    int[] range(int from, int to) {
        return Arrays.copyOfRange(values, from, to);
    }

    int[] all() {
        return Arrays.copyOf(values, size);
    }
}
