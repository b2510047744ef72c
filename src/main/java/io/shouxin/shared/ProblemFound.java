package io.shouxin.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of the API that is answered with a problem (RFC 9457).
 *
 * @see Texts keys {@code api.title.<code>} and {@code api.problem.<code>}
 */
public class ProblemFound extends RuntimeException {

    private final int status;
    private final String code;
    private final String pointer;
    private final @Nullable Long retryAfterSeconds;
    private final List<Object> arguments;

    /**
     * @param status of HTTP
     * @param code last part of the problem's type, which never changes its meaning
     */
    public ProblemFound(int status, String code) {
        this(status, code, "", null);
    }

    /**
     * @param pointer JSON pointer of the field, {@code ?name} for a query parameter, "" for the whole
     * @param retryAfterSeconds when to try again, or null
     * @param arguments of the sentence
     */
    public ProblemFound(
            int status, String code, String pointer, @Nullable Long retryAfterSeconds, Object... arguments) {
        super(code);
        this.status = status;
        this.code = code;
        this.pointer = pointer;
        this.retryAfterSeconds = retryAfterSeconds;
        this.arguments = List.of(arguments);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String pointer() {
        return pointer;
    }

    public @Nullable Long retryAfterSeconds() {
        return retryAfterSeconds;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }
}
