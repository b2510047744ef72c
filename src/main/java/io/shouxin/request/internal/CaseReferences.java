package io.shouxin.request.internal;

import io.shouxin.deadline.CaseNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names cases by their numbers to whoever must not see more of them. */
@Component
class CaseReferences implements CaseNames {

    private final JdbcClient jdbc;

    CaseReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, String> referencesOf(Collection<UUID> cases) {
        Map<UUID, String> references = new HashMap<>();
        jdbc.sql("SELECT id, reference FROM request WHERE id = ANY (?)")
                .param(cases.toArray(UUID[]::new))
                .query(rs -> {
                    references.put(rs.getObject(1, UUID.class), rs.getString(2));
                });
        return references;
    }
}
