package io.shouxin.identity;

import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Texts;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Builds the problem details of the API (RFC 9457): a type that never changes its meaning, words for a person who can act on them. */
public final class ApiProblem {

    private static final String TYPE = "urn:shouxin:problem:";

    private ApiProblem() {}

    public static ProblemDetail of(HttpStatusCode status, String code, @Nullable Locale locale, Object... arguments) {
        Texts texts = Texts.of(locale);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, texts.get("api.problem." + code, arguments));
        problem.setType(URI.create(TYPE + code));
        problem.setTitle(texts.get("api.title." + code));
        return problem;
    }

    /** As {@link #of}, naming the fields that were wrong. */
    public static ProblemDetail of(
            HttpStatusCode status, String code, @Nullable Locale locale, List<Fault> faults, Object... arguments) {
        ProblemDetail problem = of(status, code, locale, arguments);
        if (!faults.isEmpty()) {
            problem.setProperty("errors", faults);
        }
        return problem;
    }

    /**
     * One thing that is wrong with a call.
     *
     * @param pointer JSON pointer into the body, or null
     * @param parameter name of a query parameter, or null
     * @param code what is wrong, for machines
     * @param detail what is wrong, in the caller's language
     */
    public record Fault(@Nullable String pointer, @Nullable String parameter, String code, String detail) {

        public static Fault of(InvalidInput wrong, @Nullable Locale locale) {
            return of(wrong.pointer(), wrong.textKey(), Texts.of(locale).get(wrong.textKey(), wrong.arguments()));
        }

        /**
         * @param where JSON pointer, or {@code ?name} for a query parameter
         */
        public static Fault of(String where, String code, String detail) {
            boolean parameter = where.startsWith("?");
            return new Fault(parameter ? null : where, parameter ? where.substring(1) : null, code, detail);
        }
    }
}
