package io.shouxin.shared;

import java.util.List;

/**
 * One page of a list of the API.
 *
 * @param page counted from 0
 * @param total how many there are on all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {

    /** The largest page that a caller may ask for. */
    public static final int LARGEST = 200;

    private static final int LAST_PAGE = 1_000_000;

    public Page {
        items = List.copyOf(items);
    }

    /** Which page is asked for. */
    public record Wanted(int page, int size) {

        /**
         * @throws InvalidInput if there can be no such page
         */
        public Wanted {
            if (page < 0 || page > LAST_PAGE) {
                throw new InvalidInput("?page", "api.error.page", LAST_PAGE);
            }
            if (size < 1 || size > LARGEST) {
                throw new InvalidInput("?size", "api.error.size", LARGEST);
            }
        }

        public int offset() {
            return page * size;
        }

        public <T> Page<T> of(List<T> items, long total) {
            return new Page<>(items, page, size, total);
        }
    }
}
