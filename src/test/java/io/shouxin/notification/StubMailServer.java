package io.shouxin.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A mail server on this machine that speaks just enough SMTP, and at any step answers, hangs, dribbles or hangs up as a test wants. */
public final class StubMailServer implements AutoCloseable {

    /** Where a test may have its own way; END is the answer to the end of a mail. */
    public enum Step {
        GREETING,
        EHLO,
        AUTH,
        MAIL,
        RCPT,
        DATA,
        END
    }

    public static final String HANGS = "(hangs)";
    public static final String DRIBBLES = "(dribbles)";
    public static final String HANGS_UP = "(hangs up)";

    private static final Map<Step, String> USUAL = Map.of(
            Step.GREETING, "220 stub",
            Step.EHLO, "250-stub\r\n250 AUTH PLAIN",
            Step.AUTH, "235 welcome",
            Step.MAIL, "250 ok",
            Step.RCPT, "250 ok",
            Step.DATA, "354 go on",
            Step.END, "250 queued as 42");

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<Step, String> script = new ConcurrentHashMap<>(USUAL);
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch released = new CountDownLatch(1);

    public StubMailServer() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::listen);
    }

    public int port() {
        return listener.getLocalPort();
    }

    public StubMailServer at(Step step, String answer) {
        script.put(step, answer);
        return this;
    }

    /** Forgets what came, hangs up where it hangs, and answers as servers do. */
    public void forget() {
        released.countDown();
        released = new CountDownLatch(1);
        script.putAll(USUAL);
        mails.clear();
        commands.clear();
    }

    /** The mails whose end came, whatever was answered to it. */
    public List<String> mails() {
        return mails;
    }

    public List<String> commands() {
        return commands;
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = client.getOutputStream()) {
            boolean goesOn = answer(Step.GREETING, out);
            String line = goesOn ? in.readLine() : null;
            while (line != null) {
                commands.add(line);
                line = obey(line, in, out) ? in.readLine() : null;
            }
        } catch (IOException e) {
            // the other side has gone
        }
    }

    private boolean obey(String line, BufferedReader in, OutputStream out) throws IOException {
        String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        switch (verb) {
            case "EHLO", "HELO" -> {
                return answer(Step.EHLO, out);
            }
            case "AUTH", "MAIL", "RCPT" -> {
                return answer(Step.valueOf(verb), out);
            }
            case "DATA" -> {
                if (!answer(Step.DATA, out)) {
                    return false;
                }
                return !script.getOrDefault(Step.DATA, "").startsWith("354") || receive(in, out);
            }
            case "QUIT" -> {
                write(out, "221 bye");
                return false;
            }
            default -> {
                write(out, "250 ok");
                return true;
            }
        }
    }

    private boolean receive(BufferedReader in, OutputStream out) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                mails.add(mail.toString());
                return answer(Step.END, out);
            }
            mail.append(line).append("\r\n");
        }
        return false;
    }

    private boolean answer(Step step, OutputStream out) throws IOException {
        String answer = script.getOrDefault(step, "250 ok");
        switch (answer) {
            case HANGS -> waitForEnd();
            case DRIBBLES -> dribble(out);
            case HANGS_UP -> {}
            default -> {
                write(out, answer);
                return true;
            }
        }
        return false;
    }

    private void dribble(OutputStream out) throws IOException {
        try {
            CountDownLatch end = released;
            while (!end.await(50, TimeUnit.MILLISECONDS)) {
                out.write('2');
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitForEnd() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        released.countDown();
        try {
            listener.close();
        } catch (IOException e) {
            // it is closed
        }
        threads.shutdownNow();
    }
}
