package io.shouxin.record.internal;

/** Numbers of 64 evenly spread bits, eleven to twenty-two bytes each. */
final class PackedNumbers {

    private long[] places = new long[1 << 8];
    private boolean zero;
    private int size;

    /** @return false where it is there already */
    boolean add(long number) {
        if (number == 0) {
            boolean fresh = !zero;
            zero = true;
            return fresh;
        }
        if (size * 4L >= places.length * 3L) {
            long[] old = places;
            places = new long[old.length * 2];
            for (long each : old) {
                if (each != 0) {
                    places[place(each)] = each;
                }
            }
        }
        int place = place(number);
        if (places[place] == number) {
            return false;
        }
        places[place] = number;
        size++;
        return true;
    }

    boolean contains(long number) {
        return number == 0 ? zero : places[place(number)] == number;
    }

    private int place(long number) {
        int mask = places.length - 1;
        int place = Long.hashCode(number) & mask;
        while (places[place] != 0 && places[place] != number) {
            place = (place + 1) & mask;
        }
        return place;
    }
}
