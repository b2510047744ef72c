package io.shouxin.retention;

import io.shouxin.record.Category;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the retention table has rows for although it is no record of a client: the firm's own papers, from case files to vouchers. No
 * list brings them in, and how long the law keeps them says nothing of how long a record may be kept.
 */
public final class FirmPapers {

    private static final Pattern NAME = Pattern.compile("\"([A-Z_]+)\"");
    private static final Set<String> RECORDS =
            Arrays.stream(Category.values()).map(Enum::name).collect(Collectors.toSet());

    private FirmPapers() {}

    /** Whether a cell of the table's first column names such papers only; an empty cell means everything. */
    public static boolean alone(String cell) {
        Set<String> named =
                NAME.matcher(cell).results().map(name -> name.group(1)).collect(Collectors.toSet());
        return !named.isEmpty() && named.stream().noneMatch(RECORDS::contains);
    }
}
