package io.shouxin.document.internal;

import io.shouxin.document.CheckedFile;
import io.shouxin.document.FileProblem;
import io.shouxin.document.FileRefused;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One foreign file lies on it at a time, so that many at once cannot take the memory of everybody else. Work that does not end in
 * time is told to stop; until it has, the next file waits, and where it does not the log says so: only a restart would help.
 */
public final class FileBench {

    private static final Duration TURN = Duration.ofSeconds(20);
    private static final Duration WORK = Duration.ofSeconds(15);

    private static final Duration STOP = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(FileBench.class);

    private final Semaphore free = new Semaphore(1, true);
    private final Duration turn;
    private final Duration work;
    private final ThreadFactory workers;

    public FileBench() {
        this(TURN, WORK, job -> new Thread(job, "file-bench"));
    }

    FileBench(Duration turn, Duration work, ThreadFactory workers) {
        this.turn = turn;
        this.work = work;
        this.workers = workers;
    }

    public CheckedFile run(Supplier<CheckedFile> job) {
        CompletableFuture<CheckedFile> result = new CompletableFuture<>();
        try {
            if (!free.tryAcquire(turn.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new FileRefused(FileProblem.BUSY);
            }
            return await(started(() -> work(job, result)), result);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FileRefused(FileProblem.BUSY);
        }
    }

    /** Who has begun gives the bench free at the end; where the machine has no thread left nobody has. */
    private Thread started(Runnable job) {
        boolean begun = false;
        try {
            Thread worker = workers.newThread(job);
            worker.setDaemon(true);
            worker.start();
            begun = true;
            return worker;
        } finally {
            if (!begun) {
                free.release();
            }
        }
    }

    private CheckedFile await(Thread worker, CompletableFuture<CheckedFile> result) throws InterruptedException {
        try {
            return result.get(work.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            worker.interrupt();
            worker.join(STOP.toMillis());
            if (worker.isAlive()) {
                LOG.error(
                        "The check of a proof file goes on though it was told to stop; until it ends no other is checked");
            }
            throw new FileRefused(FileProblem.TOO_SLOW);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof FileRefused refused ? refused : new FileRefused(FileProblem.DAMAGED);
        }
    }

    private void work(Supplier<CheckedFile> job, CompletableFuture<CheckedFile> result) {
        try {
            result.complete(job.get());
        } catch (RuntimeException | StackOverflowError e) {
            result.completeExceptionally(e);
        } catch (Error e) {
            result.completeExceptionally(e);
            throw e;
        } finally {
            free.release();
        }
    }

    /** Called between the parts of a longer work: ends it when nobody waits for it any more. */
    static void goOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new FileRefused(FileProblem.TOO_SLOW);
        }
    }
}
