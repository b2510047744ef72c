package io.shouxin.platform;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Inserts many rows by one statement that is always the same, however many they are: each column goes as one array. A batch of single
 * rows, even joined by the driver, has the server read and plan thousands of parameters and run each statement's triggers again.
 */
public final class Inserts {

    /**
     * The order in which the server's indexes keep ids. Rows that come in it touch each page of an index once; in any other order,
     * a table larger than the server's memory costs a page for each row.
     */
    public static final Comparator<UUID> ORDER = (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high == 0 ? Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits()) : high;
    };

    private Inserts() {}

    /** So many new random ids, in {@link #ORDER}. */
    public static List<UUID> ids(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).sorted(ORDER).toList();
    }

    /**
     * @param into table and columns, such as {@code subject (id, kind)}
     * @param types of the columns, with commas between
     * @param rows values by column: bytes, or whatever the type reads from its text
     * @return how many rows were inserted
     */
    public static int all(JdbcClient jdbc, String into, String types, List<Object[]> rows) {
        return insert(jdbc, into, types, "", rows);
    }

    /** As {@link #all}, leaving out those rows that are there already. */
    public static int missing(JdbcClient jdbc, String into, String types, List<Object[]> rows) {
        return insert(jdbc, into, types, " ON CONFLICT DO NOTHING", rows);
    }

    private static int insert(JdbcClient jdbc, String into, String types, String ending, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        String[] each = types.split(", ", -1);
        String arrays = Arrays.stream(each).map(type -> "?::" + type + "[]").collect(Collectors.joining(", "));
        JdbcClient.StatementSpec statement =
                jdbc.sql("INSERT INTO " + into + " SELECT * FROM unnest(" + arrays + ")" + ending);
        for (int i = 0; i < each.length; i++) {
            statement = statement.param(column(rows, i, each[i].equals("bytea")));
        }
        return statement.update();
    }

    private static Object column(List<Object[]> rows, int column, boolean bytes) {
        byte[][] asBytes = new byte[bytes ? rows.size() : 0][];
        @Nullable String[] asTexts = new @Nullable String[bytes ? 0 : rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            Object value = rows.get(i)[column];
            if (bytes) {
                asBytes[i] = (byte[]) value;
            } else {
                asTexts[i] = value == null ? null : value.toString();
            }
        }
        return bytes ? asBytes : asTexts;
    }
}
