package io.shouxin.platform.database;

import io.shouxin.platform.DataDirectory;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/** An embedded PostgreSQL on its way. Whoever takes the server closes it; if nobody does, this does. */
final class DatabaseStart implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseStart.class);

    private final FutureTask<EmbeddedPostgres> server;
    private boolean taken;

    private DatabaseStart(FutureTask<EmbeddedPostgres> server) {
        this.server = server;
    }

    static DatabaseStart begin(DataDirectory data, Path binaries) {
        FutureTask<EmbeddedPostgres> server = new FutureTask<>(() -> EmbeddedPostgres.start(data, binaries));
        Thread thread = new Thread(server, "database-start");
        thread.setDaemon(true);
        thread.start();
        return new DatabaseStart(server);
    }

    /**
     * Waits until the server runs.
     *
     * @throws io.shouxin.platform.StartRefusedException as {@link EmbeddedPostgres#start}
     */
    EmbeddedPostgres take() {
        try {
            EmbeddedPostgres running = server.get();
            taken = true;
            return running;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the database started", e);
        }
    }

    /** The rest of the application did not start, or has ended. */
    @Override
    public void destroy() {
        if (taken) {
            return;
        }
        try {
            server.get().close();
        } catch (ExecutionException e) {
            LOG.debug("The embedded PostgreSQL did not start, so there is nothing to stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
