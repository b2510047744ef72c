package io.shouxin.inbox.ui;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Who has which task open on this node, in memory only: it says who looks now, and is nobody's record of who looked. Who comes and
 * goes is told to those who have the same task open, once in a while and only after a change, so that somebody who leafs through the
 * list redraws nobody's page with each step. A window that is closed or whose session ends goes by itself, because its page is detached
 * then; a computer that loses its network goes when the server misses its heartbeats. Two nodes do not see each other's windows.
 */
@Component
class TaskPresence {

    private static final Logger LOG = LoggerFactory.getLogger(TaskPresence.class);

    private final Map<UUID, Set<Look>> open = new HashMap<>();
    private final Set<UUID> changed = new HashSet<>();

    /** A window that has the task open; several of one person count once. */
    private static final class Look {

        private final UUID account;
        private final Runnable told;

        private Look(UUID account, Runnable told) {
            this.account = account;
            this.told = told;
        }
    }

    /**
     * Says that this window has the task open.
     *
     * @param told called, in a thread that holds no page, after somebody came or went
     * @return what says that it has it open no more; calling it twice does no harm
     */
    Runnable enter(UUID task, UUID account, Runnable told) {
        Look look = new Look(account, told);
        synchronized (open) {
            open.computeIfAbsent(task, id -> new LinkedHashSet<>()).add(look);
            changed.add(task);
        }
        return () -> leave(task, look);
    }

    /** Who else has it open, in the order in which they came. */
    Set<UUID> others(UUID task, UUID me) {
        synchronized (open) {
            Set<UUID> accounts = new LinkedHashSet<>();
            open.getOrDefault(task, Set.of()).forEach(look -> accounts.add(look.account));
            accounts.remove(me);
            return accounts;
        }
    }

    /** How many tasks somebody has open; nothing is kept of those that nobody has. */
    int size() {
        synchronized (open) {
            return open.size();
        }
    }

    private void leave(UUID task, Look look) {
        synchronized (open) {
            Set<Look> looks = open.get(task);
            if (looks == null || !looks.remove(look)) {
                return;
            }
            if (looks.isEmpty()) {
                open.remove(task);
            }
            changed.add(task);
        }
    }

    @Scheduled(fixedDelay = 700)
    void tell() {
        List<Look> concerned;
        synchronized (open) {
            concerned = changed.stream()
                    .flatMap(task -> open.getOrDefault(task, Set.of()).stream())
                    .toList();
            changed.clear();
        }
        for (Look look : concerned) {
            try {
                look.told.run();
            } catch (RuntimeException e) {
                LOG.debug("A page could not be told: {}", e.getClass().getSimpleName());
            }
        }
    }
}
