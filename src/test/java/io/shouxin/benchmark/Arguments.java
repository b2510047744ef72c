package io.shouxin.benchmark;

import java.util.Arrays;

/** Reads the numbers of a command line; what a build tool adds to it is passed over. */
final class Arguments {

    private Arguments() {}

    static int number(String[] arguments, int place, int otherwise) {
        int[] numbers = Arrays.stream(arguments)
                .filter(argument -> argument.matches("\\d{1,6}"))
                .mapToInt(Integer::parseInt)
                .toArray();
        return numbers.length > place ? numbers[place] : otherwise;
    }
}
