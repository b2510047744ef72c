package io.shouxin.record.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * Numbers words in the order in which they first come, without keeping them: 128 bits of a salted digest are kept of each, about fifty
 * bytes. Two different words get one number less often than a machine miscounts; the salt leaves nobody the choice of such words.
 */
final class KeyNumbers {

    private static final int FIRST_SIZE = 1 << 10;

    private final MessageDigest digest;
    private final byte[] salt = new byte[16];
    private long[] high = new long[FIRST_SIZE];
    private long[] low = new long[FIRST_SIZE];
    /** One more than the number; 0 where the place is free. */
    private int[] numbers = new int[FIRST_SIZE];

    private int size;

    KeyNumbers() {
        new SecureRandom().nextBytes(salt);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    int size() {
        return size;
    }

    int of(String word) {
        digest.update(salt);
        ByteBuffer bits = ByteBuffer.wrap(digest.digest(word.getBytes(StandardCharsets.UTF_8)));
        return of(bits.getLong(), bits.getLong());
    }

    /** The number of a pair of numbers, which are their own key. */
    int of(long first, long second) {
        if (size * 2 >= numbers.length) {
            grow();
        }
        int place = place(first, second);
        if (numbers[place] == 0) {
            put(place, first, second, ++size);
        }
        return numbers[place] - 1;
    }

    private int place(long first, long second) {
        int mask = numbers.length - 1;
        long mixed = (first * 0x9E3779B97F4A7C15L) ^ (second * 0xC2B2AE3D27D4EB4FL);
        int place = (int) (mixed ^ (mixed >>> 32)) & mask;
        while (numbers[place] != 0 && (high[place] != first || low[place] != second)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void put(int place, long first, long second, int number) {
        high[place] = first;
        low[place] = second;
        numbers[place] = number;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        int[] oldNumbers = numbers;
        high = new long[oldNumbers.length * 2];
        low = new long[oldNumbers.length * 2];
        numbers = new int[oldNumbers.length * 2];
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] != 0) {
                put(place(oldHigh[i], oldLow[i]), oldHigh[i], oldLow[i], oldNumbers[i]);
            }
        }
    }
}
