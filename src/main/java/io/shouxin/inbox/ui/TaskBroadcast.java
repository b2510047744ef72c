package io.shouxin.inbox.ui;

import io.shouxin.inbox.TasksChanged;
import io.shouxin.inbox.ViewsChanged;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells open inboxes of this node that tasks have changed, after the commit. What comes in a burst is told once, so that
 * an import of a thousand cases does not redraw every screen a thousand times.
 */
@Component
class TaskBroadcast {

    private static final Logger LOG = LoggerFactory.getLogger(TaskBroadcast.class);

    private final List<Consumer<Set<UUID>>> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> counters = new CopyOnWriteArrayList<>();
    private final Set<UUID> changed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean countsStale = new AtomicBoolean();

    /** @return what ends the subscription */
    Runnable listen(Consumer<Set<UUID>> branches) {
        listeners.add(branches);
        return () -> listeners.remove(branches);
    }

    /**
     * For what costs a count: told at most every two seconds, after the last change of a burst too.
     *
     * @return what ends the subscription
     */
    Runnable listenForCounts(Runnable counter) {
        counters.add(counter);
        return () -> counters.remove(counter);
    }

    @EventListener
    void on(TasksChanged event) {
        afterCommit(() -> changed.add(event.branchId()));
    }

    /** The views are read and counted anew, the rows are not. */
    @EventListener
    void on(ViewsChanged event) {
        afterCommit(() -> countsStale.set(true));
    }

    /** Events are published inside the transaction of the change; screens may look only when it is committed. */
    private static void afterCommit(Runnable then) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            then.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                then.run();
            }
        });
    }

    @Scheduled(fixedDelay = 700)
    void tell() {
        if (changed.isEmpty()) {
            return;
        }
        Set<UUID> branches = new HashSet<>();
        for (Iterator<UUID> each = changed.iterator(); each.hasNext(); ) {
            branches.add(each.next());
            each.remove();
        }
        countsStale.set(true);
        listeners.forEach(listener -> tellOne(() -> listener.accept(branches)));
    }

    @Scheduled(fixedDelay = 2_000)
    void tellCounters() {
        if (countsStale.getAndSet(false)) {
            counters.forEach(TaskBroadcast::tellOne);
        }
    }

    private static void tellOne(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.debug("An inbox could not be told: {}", e.getClass().getSimpleName());
        }
    }
}
