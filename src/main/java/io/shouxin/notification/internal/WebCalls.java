package io.shouxin.notification.internal;

import io.shouxin.notification.Failure;
import io.shouxin.notification.Loopback;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the outside over HTTP: encrypted but for this machine itself, never led elsewhere, with an end to all patience and to every
 * answer's length.
 */
final class WebCalls {

    private static final int LONGEST_ANSWER = 64 * 1024;

    /** An idle connection may be dead without a word: what is sent into it has an outcome that nobody knows. The JDK would keep it. */
    private static final String IDLE_SECONDS = "5";

    static {
        System.setProperty("jdk.httpclient.keepalive.timeout", IDLE_SECONDS);
    }

    private final HttpClient client;
    private final Patience patience;

    WebCalls(Patience patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience.connect())
                .build();
    }

    record Answer(int status, String body, Duration retryAfter) {}

    /** No answer came, for the reason given. */
    static final class NoAnswer extends Exception {

        private final Failure failure;

        NoAnswer(Failure failure) {
            super(failure.name());
            this.failure = failure;
        }

        Failure failure() {
            return failure;
        }
    }

    Answer call(HttpRequest.Builder request, URI target) throws NoAnswer {
        guard(target);
        CompletableFuture<HttpResponse<byte[]>> call = client.sendAsync(
                request.uri(target).timeout(patience.answer()).build(), info -> new ShortBody(LONGEST_ANSWER));
        try {
            HttpResponse<byte[]> response = call.get(patience.whole().toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(
                    response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), retryAfter(response));
        } catch (TimeoutException e) {
            call.cancel(true);
            throw new NoAnswer(Failure.NO_ANSWER);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoAnswer(Failure.INTERRUPTED);
        } catch (ExecutionException e) {
            throw new NoAnswer(failure(e.getCause()));
        }
    }

    private static void guard(URI target) throws NoAnswer {
        boolean encrypted = "https".equalsIgnoreCase(target.getScheme());
        try {
            if (!(encrypted || Loopback.names(target.getHost())) || !Targets.mayCall(target)) {
                throw new NoAnswer(Failure.FORBIDDEN_TARGET);
            }
        } catch (UnknownHostException e) {
            throw new NoAnswer(Failure.UNREACHABLE);
        }
    }

    /** Before there is a connection nothing can have been handed over; after that nobody knows. */
    private static Failure failure(@Nullable Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof HttpConnectTimeoutException
                    || each instanceof ConnectException
                    || each instanceof UnresolvedAddressException) {
                return Failure.UNREACHABLE;
            }
            if (each instanceof SSLHandshakeException) {
                return Failure.TLS_REFUSED;
            }
        }
        return Failure.NO_ANSWER;
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        long seconds = response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(Long::parseLong)
                .orElse(0L);
        return Duration.ofSeconds(seconds);
    }
}
