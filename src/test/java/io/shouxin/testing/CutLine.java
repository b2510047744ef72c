package io.shouxin.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line to a server of this machine, which a test can cut and mend again: calls under way break off, new ones too. */
public final class CutLine implements AutoCloseable {

    private final ServerSocket entry;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    public CutLine(int target) {
        this.target = target;
        try {
            this.entry = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        background(this::accept);
    }

    public int port() {
        return entry.getLocalPort();
    }

    public void cut() {
        cut = true;
        open.forEach(CutLine::hangUp);
    }

    public void mend() {
        cut = false;
    }

    @Override
    public void close() {
        cut();
        try {
            entry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (!entry.isClosed()) {
                Socket caller = entry.accept();
                if (cut) {
                    hangUp(caller);
                } else {
                    connect(caller);
                }
            }
        } catch (IOException closed) {
            cut = true;
        }
    }

    private void connect(Socket caller) {
        try {
            Socket server = new Socket(InetAddress.getByName("127.0.0.1"), target);
            open.add(caller);
            open.add(server);
            if (cut) {
                hangUp(caller);
                hangUp(server);
            }
            background(() -> pass(caller, server));
            background(() -> pass(server, caller));
        } catch (IOException e) {
            hangUp(caller);
        }
    }

    private void pass(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException brokenOff) {
            hangUp(to);
        } finally {
            hangUp(from);
            hangUp(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void background(Runnable work) {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }
}
