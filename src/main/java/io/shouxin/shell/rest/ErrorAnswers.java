package io.shouxin.shell.rest;

import io.shouxin.identity.ApiProblem;
import io.shouxin.shared.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.HtmlUtils;

/** What fails before any controller is found, e.g. a path that the server refuses, is a problem of the same form. */
@Controller
class ErrorAnswers extends BasicErrorController {

    private static final String PAGE = """
            <!doctype html>
            <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark"><title>%s</title>
            <style>body { font: 16px/1.6 system-ui, sans-serif; max-width: 34rem; margin: 4rem auto; padding: 0 1.25rem } a { color: inherit }</style></head>
            <body><main><h1>%s</h1><p>%s</p><p><a href="%s/">%s</a></p></main></body></html>
            """;

    private final LocaleResolver locales;

    ErrorAnswers(
            ErrorAttributes attributes,
            ServerProperties server,
            List<ErrorViewResolver> views,
            LocaleResolver locales) {
        super(attributes, server.getError(), views);
        this.locales = locales;
    }

    /** For a browser: the same words on a page that needs nothing of what may be broken. */
    @Override
    public ModelAndView errorHtml(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = getStatus(request);
        ProblemDetail problem = problem(status, request);
        Locale locale = locales.resolveLocale(request);
        String page = PAGE.formatted(
                locale.toLanguageTag(),
                escaped(problem.getTitle()),
                escaped(problem.getTitle()),
                escaped(problem.getDetail()),
                escaped(request.getContextPath()),
                escaped(Texts.of(locale).get("api.error.home")));
        return new ModelAndView((model, asked, answer) -> {
            answer.setStatus(status.value());
            answer.setContentType("text/html;charset=UTF-8");
            answer.getWriter().write(page);
        });
    }

    private static String escaped(@Nullable String text) {
        return HtmlUtils.htmlEscape(text == null ? "" : text);
    }

    @Override
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        HttpStatus status = getStatus(request);
        var problem = problem(status, request);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Map.of(
                        "type", String.valueOf(problem.getType()),
                        "title", String.valueOf(problem.getTitle()),
                        "status", problem.getStatus(),
                        "detail", String.valueOf(problem.getDetail())));
    }

    private ProblemDetail problem(HttpStatus status, HttpServletRequest request) {
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
        return ApiProblem.of(status, code, locales.resolveLocale(request));
    }
}
