package io.shouxin.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A provider on this machine that writes down every call and answers as a test wants. */
public final class StubGateway implements AutoCloseable {

    public record Call(String method, URI target, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(name))
                    .map(each -> each.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }
    }

    public record Reply(int status, Map<String, String> headers, String body) {

        public static Reply ok(String body) {
            return new Reply(200, Map.of(), body);
        }

        public static Reply of(int status, String body) {
            return new Reply(status, Map.of(), body);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch released = new CountDownLatch(1);
    private volatile Function<Call, Reply> answer = call -> Reply.ok("{}");
    private volatile Trouble trouble = Trouble.NONE;

    /** What goes wrong after a call has been read. */
    public enum Trouble {
        NONE,
        /** No answer comes. */
        HANGS,
        /** The answer begins and never ends. */
        TRICKLES,
        /** The connection is closed instead of an answer. */
        HANGS_UP
    }

    public StubGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public StubGateway answers(Function<Call, Reply> with) {
        trouble = Trouble.NONE;
        answer = with;
        return this;
    }

    public StubGateway answers(Reply with) {
        return answers(call -> with);
    }

    public StubGateway has(Trouble wanted) {
        trouble = wanted;
        return this;
    }

    public List<Call> calls() {
        return calls;
    }

    public void forget() {
        released.countDown();
        released = new CountDownLatch(1);
        calls.clear();
        answers(Reply.ok("{}"));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Call call = new Call(exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body);
        calls.add(call);
        switch (trouble) {
            case HANGS -> {
                waitForEnd();
                exchange.close();
            }
            case TRICKLES -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                waitForEnd();
                exchange.close();
            }
            case HANGS_UP -> exchange.close();
            case NONE -> reply(exchange, answer.apply(call));
        }
    }

    private static void reply(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void waitForEnd() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (!threads.isShutdown()) {
            released.countDown();
            server.stop(0);
            threads.shutdownNow();
        }
    }
}
