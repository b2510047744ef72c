package io.shouxin.platform;

import java.sql.Types;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;

/**
 * Parameters of statements that run often, with their type even where they are null. PostgreSQL's driver prepares a statement
 * anew, parse and plan, whenever the type of a parameter changes, and a null without a type is such a change.
 */
public final class Parameters {

    private Parameters() {}

    /** A text that may be missing. */
    public static SqlParameterValue text(@Nullable String value) {
        return new SqlParameterValue(Types.VARCHAR, value);
    }

    /** An id that may be missing. */
    public static Object id(@Nullable UUID value) {
        return value == null ? new SqlParameterValue(Types.OTHER, "uuid", null) : value;
    }

    /** A day that may be missing. */
    public static SqlParameterValue day(@Nullable LocalDate value) {
        return new SqlParameterValue(Types.DATE, value);
    }

    /** A year that may be missing. */
    public static SqlParameterValue year(@Nullable Integer value) {
        return new SqlParameterValue(Types.INTEGER, value);
    }
}
