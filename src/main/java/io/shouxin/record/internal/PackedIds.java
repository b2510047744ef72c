package io.shouxin.record.internal;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Ids under keys of 128 bits, any number under each, in a few arrays of numbers: fifty to eighty bytes a key and its id, and nothing that
 * could hold a word. Keys are taken as evenly spread, as those of {@link io.shouxin.platform.BlindIndex} and ids are.
 */
final class PackedIds {

    private static final int FIRST_SIZE = 1 << 8;

    private long[] high = new long[FIRST_SIZE];
    private long[] low = new long[FIRST_SIZE];
    /** One more than the number of the key's newest id; 0 where the place is free. */
    private int[] newest = new int[FIRST_SIZE];

    private int keys;

    private long[] idsHigh = new long[FIRST_SIZE];
    private long[] idsLow = new long[FIRST_SIZE];
    /** One more than the number of the id that came under the same key before; 0 for the first. */
    private int[] before = new int[FIRST_SIZE];

    private int size;

    /** Adds an id under a key, unless it is there. */
    void add(UUID key, UUID id) {
        if (keys * 4L >= newest.length * 3L) {
            grow();
        }
        int place = place(key.getMostSignificantBits(), key.getLeastSignificantBits());
        for (int i = newest[place]; i > 0; i = before[i - 1]) {
            if (idsHigh[i - 1] == id.getMostSignificantBits() && idsLow[i - 1] == id.getLeastSignificantBits()) {
                return;
            }
        }
        if (size == before.length) {
            idsHigh = Arrays.copyOf(idsHigh, size * 2);
            idsLow = Arrays.copyOf(idsLow, size * 2);
            before = Arrays.copyOf(before, size * 2);
        }
        idsHigh[size] = id.getMostSignificantBits();
        idsLow[size] = id.getLeastSignificantBits();
        before[size] = newest[place];
        if (newest[place] == 0) {
            high[place] = key.getMostSignificantBits();
            low[place] = key.getLeastSignificantBits();
            keys++;
        }
        newest[place] = ++size;
    }

    /** The ids under a key. */
    Set<UUID> get(UUID key) {
        int i = newest[place(key.getMostSignificantBits(), key.getLeastSignificantBits())];
        if (i == 0) {
            return Set.of();
        }
        Set<UUID> ids = new LinkedHashSet<>();
        for (; i > 0; i = before[i - 1]) {
            ids.add(new UUID(idsHigh[i - 1], idsLow[i - 1]));
        }
        return ids;
    }

    private int place(long first, long second) {
        int mask = newest.length - 1;
        int place = Long.hashCode(first * 0x9E3779B97F4A7C15L ^ second) & mask;
        while (newest[place] != 0 && (high[place] != first || low[place] != second)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        int[] oldNewest = newest;
        high = new long[oldNewest.length * 2];
        low = new long[oldNewest.length * 2];
        newest = new int[oldNewest.length * 2];
        for (int i = 0; i < oldNewest.length; i++) {
            if (oldNewest[i] != 0) {
                int place = place(oldHigh[i], oldLow[i]);
                high[place] = oldHigh[i];
                low[place] = oldLow[i];
                newest[place] = oldNewest[i];
            }
        }
    }
}
