package io.shouxin.document;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks a ClamAV daemon, where the operator names one ({@code shouxin.clamd.host}), about a file: its command INSTREAM over TCP, see
 * the manual page clamd(8). An answer that is not understood is none, and without an answer nothing counts as clean.
 */
@Component
public class VirusScan {

    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4 * 1024;

    private final String host;
    private final int port;
    private final Duration patience;

    @Autowired
    VirusScan(@Value("${shouxin.clamd.host:}") String host, @Value("${shouxin.clamd.port:3310}") int port) {
        this(host, port, Duration.ofSeconds(15));
    }

    VirusScan(String host, int port, Duration patience) {
        this.host = host.strip();
        this.port = port;
        this.patience = patience;
    }

    /** What the scanner says. */
    public enum Verdict {
        CLEAN,
        INFECTED,
        /** It cannot be reached, does not answer in time or answers something else. */
        NO_ANSWER
    }

    /** Whether there is a scanner to ask. */
    public boolean isOn() {
        return !host.isEmpty();
    }

    /** Takes as long as the scanner; call it outside transactions. */
    public Verdict scan(byte[] content) {
        if (!isOn()) {
            throw new IllegalStateException("No scanner is named");
        }
        int limit = Math.toIntExact(patience.toMillis());
        try (Socket socket = new Socket()) {
            closeIn(patience, socket);
            socket.connect(new InetSocketAddress(host, port), limit);
            socket.setSoTimeout(limit);
            send(new DataOutputStream(socket.getOutputStream()), content);
            return verdict(answer(socket.getInputStream()));
        } catch (IOException e) {
            return Verdict.NO_ANSWER; // the caller keeps the file shut and asks again
        }
    }

    private static void send(DataOutputStream to, byte[] content) throws IOException {
        to.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        for (int from = 0; from < content.length; from += CHUNK) {
            int length = Math.min(CHUNK, content.length - from);
            to.writeInt(length);
            to.write(content, from, length);
        }
        to.writeInt(0);
        to.flush();
    }

    /** A scanner that stops reading, or answers a byte at a time, would hold us for ever: no time limit of a socket covers that. */
    private static void closeIn(Duration time, Socket socket) {
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    try {
                        socket.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static String answer(InputStream from) throws IOException {
        StringBuilder said = new StringBuilder();
        for (int next = from.read(); next > 0; next = from.read()) {
            said.append((char) next);
            if (said.length() > LONGEST_ANSWER) {
                throw new IOException("no end of the answer");
            }
        }
        return said.toString().strip();
    }

    private static Verdict verdict(String answer) {
        if (answer.endsWith(" FOUND")) {
            return Verdict.INFECTED;
        }
        return answer.equals("stream: OK") ? Verdict.CLEAN : Verdict.NO_ANSWER;
    }
}
