package io.shouxin.evidence;

import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.CurrentSession;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down which rows of a list somebody was shown: one entry for a page of rows, with their ids. Rows that the same person has
 * had before in the same session are left out, so that a list that is read again whenever something changes adds what is new in it.
 */
@Service
public class ShownRows {

    /** Sessions remembered by this node. One that is forgotten has its rows written down once more, and none too few. */
    private static final int SESSIONS = 500;

    private final EvidenceLog evidence;
    private final CurrentActor current;
    private final CurrentSession session;
    private final TransactionTemplate transaction;
    private final Map<Viewer, Set<Seen>> before = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Viewer, Set<Seen>> eldest) {
            return size() > SESSIONS;
        }
    };

    public ShownRows(
            EvidenceLog evidence,
            CurrentActor current,
            CurrentSession session,
            PlatformTransactionManager transactions) {
        this.evidence = evidence;
        this.current = current;
        this.session = session;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Viewer(
            String session, Actor.Kind kind, @Nullable UUID id) {}

    private record Seen(String list, UUID row) {}

    /**
     * Notes that the actor was handed these rows. Joins the caller's transaction, or has one of its own.
     *
     * @param list a code for the list, such as {@code inbox}
     * @param of what the ids name, such as {@code case}
     */
    public void note(String list, String of, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        Actor actor = current.get();
        Optional<Viewer> viewer = session.id().map(id -> new Viewer(id, actor.kind(), actor.id()));
        List<UUID> fresh = ids.stream()
                .distinct()
                .filter(id -> viewer.isEmpty() || !wasShown(viewer.get(), new Seen(list, id)))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            evidence.append(EvidenceEvent.of(EvidenceKind.VIEWED, actor)
                    .target("list", list)
                    .detail("rows", fresh.size())
                    .ids(of, fresh)
                    .build());
            viewer.ifPresent(who -> rememberAfterCommit(who, list, fresh));
        });
    }

    private void rememberAfterCommit(Viewer viewer, String list, List<UUID> rows) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                synchronized (before) {
                    Set<Seen> seen = before.computeIfAbsent(viewer, key -> new HashSet<>());
                    rows.forEach(row -> seen.add(new Seen(list, row)));
                }
            }
        });
    }

    private boolean wasShown(Viewer viewer, Seen row) {
        synchronized (before) {
            Set<Seen> seen = before.get(viewer);
            return seen != null && seen.contains(row);
        }
    }
}
