package io.shouxin.record.internal;

import io.shouxin.record.ErasureEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the record of erasures outside has and a database has not. Asks for many at once, however long the record is. */
final class UndoneErasures {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient database;
    private final Map<UUID, ErasureEntry> asked = new LinkedHashMap<>();
    private final Map<UUID, ErasureEntry> undone = new LinkedHashMap<>();

    private UndoneErasures(JdbcClient database) {
        this.database = database;
    }

    /** Oldest first. */
    static List<ErasureEntry> of(ErasureFile file, JdbcClient database) {
        UndoneErasures found = new UndoneErasures(database);
        file.forEach(found::add);
        found.ask();
        return new ArrayList<>(found.undone.values());
    }

    private void add(ErasureEntry entry) {
        asked.putIfAbsent(entry.id(), entry);
        if (asked.size() == AT_ONCE) {
            ask();
        }
    }

    private void ask() {
        Set<UUID> known = new HashSet<>(database.sql("SELECT id FROM erasure_journal WHERE id = ANY (?)")
                .param(asked.keySet().toArray(UUID[]::new))
                .query(UUID.class)
                .list());
        asked.forEach((id, entry) -> {
            if (!known.contains(id)) {
                undone.put(id, entry);
            }
        });
        asked.clear();
    }
}
