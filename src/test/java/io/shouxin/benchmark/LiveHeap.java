package io.shouxin.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** The largest heap that is in use right after a collection, looked at again and again while something runs. */
final class LiveHeap implements AutoCloseable {

    private static final int PAUSE_MS = 300;

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final Thread looking = new Thread(this::look, "live-heap");
    private volatile boolean over;
    private volatile long most;
    private volatile int looks;

    LiveHeap() {
        looking.start();
    }

    static long now() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void look() {
        try {
            while (!over) {
                System.gc();
                most = Math.max(most, memory.getHeapMemoryUsage().getUsed());
                looks++;
                Thread.sleep(PAUSE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    long most() {
        return most;
    }

    int looks() {
        return looks;
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        looking.join();
    }
}
