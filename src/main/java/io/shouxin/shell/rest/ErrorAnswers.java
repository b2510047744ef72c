package io.shouxin.shell.rest;

import io.shouxin.identity.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.servlet.LocaleResolver;

/** What fails before any controller is found, e.g. a path that the server refuses, is a problem of the same form. */
@Controller
class ErrorAnswers extends BasicErrorController {

    private final LocaleResolver locales;

    ErrorAnswers(
            ErrorAttributes attributes,
            ServerProperties server,
            List<ErrorViewResolver> views,
            LocaleResolver locales) {
        super(attributes, server.getError(), views);
        this.locales = locales;
    }

    @Override
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        HttpStatus status = getStatus(request);
        String code =
                switch (status) {
                    case UNAUTHORIZED -> "unauthorized";
                    case FORBIDDEN -> "forbidden";
                    case NOT_FOUND -> "not-found";
                    case METHOD_NOT_ALLOWED -> "method-not-allowed";
                    case NOT_ACCEPTABLE -> "not-acceptable";
                    case PAYLOAD_TOO_LARGE -> "too-large";
                    case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
                    case SERVICE_UNAVAILABLE -> "unavailable";
                    default -> status.is5xxServerError() ? "internal" : "malformed";
                };
        var problem = ApiProblem.of(status, code, locales.resolveLocale(request));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Map.of(
                        "type", String.valueOf(problem.getType()),
                        "title", String.valueOf(problem.getTitle()),
                        "status", problem.getStatus(),
                        "detail", String.valueOf(problem.getDetail())));
    }
}
