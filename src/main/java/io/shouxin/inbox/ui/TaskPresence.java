package io.shouxin.inbox.ui;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Who has which task open on this node, in memory only: it says who looks now, and is nobody's record of who looked. Whoever comes or
 * goes is told to those who have the same task open, and to nobody else; nothing is asked at intervals. A window that is closed or
 * whose session ends goes by itself, because its page is detached then; a computer that loses its network goes when the
 * server misses its heartbeats. Two nodes do not see each other's windows.
 */
@Component
class TaskPresence {

    private final Map<UUID, Set<Look>> open = new HashMap<>();

    /** A window that has the task open; several of one person count once. */
    private static final class Look {

        private final UUID account;
        private final Runnable changed;

        private Look(UUID account, Runnable changed) {
            this.account = account;
            this.changed = changed;
        }
    }

    /**
     * Says that this window has the task open.
     *
     * @param changed told in a thread of its own making whenever somebody comes or goes; it must not wait for the page's lock
     * @return what says that it has it open no more; calling it twice does no harm
     */
    Runnable enter(UUID task, UUID account, Runnable changed) {
        Look look = new Look(account, changed);
        List<Look> others;
        synchronized (open) {
            Set<Look> looks = open.computeIfAbsent(task, id -> new LinkedHashSet<>());
            others = List.copyOf(looks);
            looks.add(look);
        }
        tell(others, account);
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
        List<Look> others;
        synchronized (open) {
            Set<Look> looks = open.get(task);
            if (looks == null || !looks.remove(look)) {
                return;
            }
            if (looks.isEmpty()) {
                open.remove(task);
            }
            others = List.copyOf(looks);
        }
        tell(others, look.account);
    }

    /** One's own other windows show nothing of oneself. */
    private static void tell(List<Look> looks, UUID about) {
        looks.stream().filter(look -> !look.account.equals(about)).forEach(look -> look.changed.run());
    }
}
