package io.shouxin.shell.rest;

import io.shouxin.identity.ApiProblem;
import io.shouxin.identity.ApiProblem.Fault;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.inbox.AlreadyClaimed;
import io.shouxin.inbox.TaskGone;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.ProblemFound;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Answers every failure of the API as problem+json (RFC 9457), in the caller's language, without stack traces and without anything
 * that the caller sent.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "5";

    private final StaffAccounts accounts;

    Problems(StaffAccounts accounts) {
        this.accounts = accounts;
    }

    @ExceptionHandler
    ResponseEntity<Object> found(ProblemFound e) {
        HttpHeaders headers = new HttpHeaders();
        Long seconds = e.retryAfterSeconds();
        if (seconds != null) {
            headers.set(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        if (e.status() == HttpStatus.UNAUTHORIZED.value()) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        List<Fault> faults = e.pointer().isEmpty()
                ? List.of()
                : List.of(Fault.of(e.pointer(), e.code(), words().get("api.problem." + e.code(), e.arguments())));
        return answer(HttpStatusCode.valueOf(e.status()), e.code(), headers, faults, e.arguments());
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(InvalidInput e) {
        if (e.textKey().equals("request.error.idempotencyKeyReused")) {
            return answer(HttpStatus.UNPROCESSABLE_ENTITY, "idempotency-key-reused");
        }
        return invalid(e.pointer(), Fault.of(e, locale()));
    }

    private ResponseEntity<Object> invalid(String pointer, Fault fault) {
        return pointer.startsWith("?")
                ? answer(HttpStatus.BAD_REQUEST, "invalid-parameter", new HttpHeaders(), List.of(fault))
                : answer(HttpStatus.UNPROCESSABLE_ENTITY, "invalid", new HttpHeaders(), List.of(fault));
    }

    @ExceptionHandler
    ResponseEntity<Object> notFound(NotFound e) {
        return answer(HttpStatus.NOT_FOUND, "not-found");
    }

    @ExceptionHandler({AccessRefused.class, AccessDeniedException.class})
    ResponseEntity<Object> refused(Exception e) {
        return answer(HttpStatus.FORBIDDEN, "forbidden");
    }

    @ExceptionHandler
    ResponseEntity<Object> refusedByState(StateRefused e) {
        return answer(HttpStatus.CONFLICT, "state-refused");
    }

    @ExceptionHandler
    ResponseEntity<Object> claimed(AlreadyClaimed e) {
        String holder = accounts.nameOf(e.holder());
        ProblemDetail problem = ApiProblem.of(HttpStatus.CONFLICT, "already-claimed", locale(), holder);
        problem.setProperty("holder", holder);
        return write(problem, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Object> gone(TaskGone e) {
        return answer(HttpStatus.GONE, "task-gone");
    }

    @ExceptionHandler
    ResponseEntity<Object> changed(OptimisticLockingFailureException e) {
        return answer(HttpStatus.CONFLICT, "changed-meanwhile");
    }

    /** A form whose parts cannot be told apart, or that broke off; one that is too large is told as such by Spring. */
    @ExceptionHandler
    ResponseEntity<Object> unreadableForm(MultipartException e) {
        return answer(HttpStatus.BAD_REQUEST, "malformed");
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        CannotGetJdbcConnectionException.class,
        TransientDataAccessException.class
    })
    ResponseEntity<Object> unavailable(Exception e) {
        LOG.warn("The database cannot answer: {}", e.getClass().getSimpleName());
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return answer(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", headers, List.of());
    }

    /**
     * Pages have error pages of their own, so only failures of the API end here. To an answer that has begun to leave nothing can be
     * added: its connection is broken, and whoever receives it sees that it is not whole.
     */
    @ExceptionHandler
    ResponseEntity<Object> internal(Exception e, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (!request.getRequestURI().startsWith("/api/") || response.isCommitted()) {
            throw e;
        }
        LOG.error("A call of the API failed", e);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "internal");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemFound found) {
                return found(found);
            }
            if (cause instanceof InvalidInput wrong) {
                return invalid(new InvalidInput(
                        UnreadableBody.pointer(e.getCause()) + wrong.pointer(), wrong.textKey(), wrong.arguments()));
            }
        }
        return UnreadableBody.fault(e, words())
                .map(fault -> invalid("/", fault))
                .orElseGet(() -> answer(HttpStatus.BAD_REQUEST, "malformed"));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (e instanceof MethodArgumentTypeMismatchException mismatch) {
            if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
                return answer(HttpStatus.NOT_FOUND, "not-found");
            }
            Class<?> type = mismatch.getParameter().getParameterType();
            String detail = type.isEnum()
                    ? words().get(
                                    "api.error.oneOf",
                                    Arrays.stream(type.getEnumConstants())
                                            .map(Object::toString)
                                            .collect(Collectors.joining(", ")))
                    : words().get("api.error.unreadable");
            return invalid("?", Fault.of("?" + mismatch.getName(), "api.error.unreadable", detail));
        }
        return answer(HttpStatus.BAD_REQUEST, "malformed");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(
                "?", Fault.of("?" + e.getParameterName(), "api.error.missing", words().get("api.error.missing")));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(
            MissingServletRequestPartException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(
                "/", Fault.of("/" + e.getRequestPartName(), "api.error.missing", words().get("api.error.missing")));
    }

    /** Everything else that Spring itself refuses: method, media types, size, unknown paths. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String code =
                switch (status.value()) {
                    case 404 -> "not-found";
                    case 405 -> "method-not-allowed";
                    case 406 -> "not-acceptable";
                    case 413 -> "too-large";
                    case 415 -> "unsupported-media-type";
                    case 503 -> "unavailable";
                    default -> status.is5xxServerError() ? "internal" : "malformed";
                };
        if (status.is5xxServerError()) {
            LOG.error("A call of the API failed", e);
        }
        return answer(status, code, headers, List.of());
    }

    private static ResponseEntity<Object> answer(HttpStatusCode status, String code) {
        return answer(status, code, new HttpHeaders(), List.of());
    }

    private static ResponseEntity<Object> answer(
            HttpStatusCode status, String code, HttpHeaders headers, List<Fault> faults, Object... arguments) {
        return write(ApiProblem.of(status, code, locale(), faults, arguments), headers);
    }

    private static ResponseEntity<Object> write(ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static Texts words() {
        return Texts.of(locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
