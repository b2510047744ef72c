package io.shouxin.document;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Takes what clamd would take and answers what it is told to. */
public final class FakeScanner implements AutoCloseable {

    private final ServerSocket server;
    private volatile String answer;
    private volatile int received;
    private volatile int stumbling = -1;
    private volatile int asked;

    public FakeScanner(String answer) throws IOException {
        this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.answer = answer;
        Thread worker = new Thread(this::serve, "fake-scanner");
        worker.setDaemon(true);
        worker.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** What it says from now on. */
    public void says(String next) {
        answer = next;
    }

    /** How many bytes of a file came last. */
    public int received() {
        return received;
    }

    /** It has no answer about files of that many bytes. */
    public void stumblesOver(long size) {
        stumbling = Math.toIntExact(size);
    }

    /** How many files it was given. */
    public int asked() {
        return asked;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                serve(socket);
            } catch (SocketException e) {
                continue; // closed, by the test or by who asked
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] command = in.readNBytes("zINSTREAM\0".length());
        if (!new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
            throw new IOException("not the command INSTREAM");
        }
        int sum = 0;
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            in.readNBytes(length);
            sum += length;
        }
        received = sum;
        asked = asked + 1;
        if (!answer.isEmpty() && sum != stumbling) {
            socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
