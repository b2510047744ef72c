package io.shouxin.shell.rest;

import io.shouxin.identity.ApiProblem;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.FirmDetails;
import io.shouxin.shell.Preferences;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.dao.DataAccessException;
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
            <body><main><h1>%s</h1><p>%s</p>%s<p><a href="%s/">%s</a></p></main></body></html>
            """;

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    private final LocaleResolver locales;
    private final ObjectProvider<FirmDetails> firm;

    ErrorAnswers(
            ErrorAttributes attributes,
            ServerProperties server,
            List<ErrorViewResolver> views,
            LocaleResolver locales,
            ObjectProvider<FirmDetails> firm) {
        super(attributes, server.getError(), views);
        this.locales = locales;
        this.firm = firm;
    }

    /**
     * For a browser: words for people, in the language that they chose, and whom to call, on a page that needs nothing of what may be
     * broken.
     */
    @Override
    public ModelAndView errorHtml(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = getStatus(request);
        Locale locale =
                Preferences.chosenLanguage(request.getCookies()).orElseGet(() -> locales.resolveLocale(request));
        Texts texts = Texts.of(locale);
        String words =
                switch (status) {
                    case NOT_FOUND -> "shell.missing";
                    case FORBIDDEN -> "shell.refused.client";
                    default -> status.is5xxServerError() ? "shell.broken" : "shell.unreadable";
                };
        String title = escaped(texts.get(words + ".title"));
        String page = PAGE.formatted(
                locale.toLanguageTag(),
                title,
                title,
                escaped(texts.get(words + ".text")),
                contact(texts),
                escaped(request.getContextPath()),
                escaped(texts.get("shell.to-front")));
        return new ModelAndView((model, asked, answer) -> {
            answer.setStatus(status.value());
            answer.setContentType("text/html;charset=UTF-8");
            answer.getWriter().write(page);
        });
    }

    /** Whom to call, where the firm is set up and can be read. */
    private String contact(Texts texts) {
        try {
            return Optional.ofNullable(firm.getIfAvailable())
                    .filter(known -> !known.name().isBlank())
                    .map(known -> Stream.of(known.name(), known.contactPerson(), known.contactPhone())
                            .filter(part -> !part.isBlank())
                            .collect(Collectors.joining(" · ")))
                    .map(line -> "<p>" + escaped(texts.get("shell.client.complaints") + " " + line) + "</p>")
                    .orElse("");
        } catch (DataAccessException e) {
            LOG.warn("The firm's contact cannot be read: {}", e.getClass().getSimpleName());
            return "";
        }
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
