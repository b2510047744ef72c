package io.shouxin.platform;

import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;

/** Parameters of statements that run often. */
public final class Parameters {

    private Parameters() {}

    /**
     * A text that may be missing, with its type either way. PostgreSQL's driver prepares a statement anew, parse and plan, whenever
     * the type of a parameter changes, and a null without a type is such a change.
     */
    public static SqlParameterValue text(@Nullable String value) {
        return new SqlParameterValue(Types.VARCHAR, value);
    }
}
