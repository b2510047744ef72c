package io.shouxin.record.internal;

import io.shouxin.record.imports.ReadingInterrupted;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The batches of an import in their order, each read and interpreted while the one before it is matched and written. All of them are
 * prepared on one thread, never more than one in advance; what goes wrong there goes wrong where the batch is asked for.
 */
final class BatchesAhead implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread ahead = new Thread(task, "imports-ahead");
        ahead.setDaemon(true);
        return ahead;
    });

    private final UUID importId;
    private final ImportPlan plan;
    private final int mostRows;
    private @Nullable Future<ImportBatch> next;
    private int nextFrom;

    BatchesAhead(UUID importId, ImportPlan plan, int mostRows) {
        this.importId = importId;
        this.plan = plan;
        this.mostRows = mostRows;
    }

    /** The batch that begins with this row of the plan; the one behind it is begun. */
    ImportBatch from(int row) {
        Future<ImportBatch> wanted = next;
        if (wanted == null || nextFrom != row) {
            wanted = begun(row);
        }
        ImportBatch batch = ended(wanted);
        next = batch.to() < plan.size() ? begun(batch.to()) : null;
        nextFrom = batch.to();
        return batch;
    }

    private Future<ImportBatch> begun(int from) {
        return thread.submit(() -> new ImportBatch(importId, plan, from, plan.batchEnd(from, mostRows)));
    }

    private static ImportBatch ended(Future<ImportBatch> batch) {
        try {
            return batch.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException broken) {
                throw broken;
            }
            if (e.getCause() instanceof Error broken) {
                throw broken;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadingInterrupted(e);
        }
    }

    /** Returns when nobody reads the plan's rows any more: whoever opened them may close them now. */
    @Override
    public void close() {
        thread.shutdown();
        boolean interrupted = false;
        while (true) {
            try {
                if (thread.awaitTermination(1, TimeUnit.MINUTES)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
