package io.shouxin.shell.rest;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.shouxin.identity.ApiProblem.Fault;
import io.shouxin.shared.Texts;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Finds the field that could not be read in a body that is JSON; says nothing of the value. */
final class UnreadableBody {

    private UnreadableBody() {}

    /** Empty if the body is no JSON at all. */
    static Optional<Fault> fault(HttpMessageNotReadableException e, Texts words) {
        if (!(e.getCause() instanceof MismatchedInputException wrong)
                || wrong.getPath().isEmpty()) {
            return Optional.empty();
        }
        String pointer = pointer(wrong);
        if (wrong instanceof UnrecognizedPropertyException) {
            return Optional.of(Fault.of(pointer, "api.error.unknownField", words.get("api.error.unknownField")));
        }
        if (wrong instanceof InvalidFormatException format
                && format.getTargetType().isEnum()) {
            String allowed = Arrays.stream(format.getTargetType().getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
            return Optional.of(Fault.of(pointer, "api.error.oneOf", words.get("api.error.oneOf", allowed)));
        }
        return Optional.of(Fault.of(pointer, "api.error.unreadable", words.get("api.error.unreadable")));
    }

    /** Where in the body it happened, "" for the whole of it. */
    static String pointer(@Nullable Throwable failure) {
        if (!(failure instanceof JsonMappingException e) || e.getPath().isEmpty()) {
            return "";
        }
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null
                        ? Integer.toString(step.getIndex())
                        : step.getFieldName().replace("~", "~0").replace("/", "~1"))
                .map(name -> name.length() > 100 ? "…" : name)
                .collect(Collectors.joining("/", "/", ""));
    }
}
