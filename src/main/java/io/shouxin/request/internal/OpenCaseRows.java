package io.shouxin.request.internal;

import io.shouxin.request.OpenCases;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OpenCaseRows implements OpenCases {

    private final JdbcClient jdbc;

    OpenCaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> concerning(Collection<UUID> people) {
        return new HashSet<>(jdbc.sql("""
                        SELECT q.subject_id FROM request q WHERE q.status <> 'CLOSED' AND q.subject_id = ANY (:people)
                        UNION SELECT l.subject_id FROM subject_link l JOIN request q ON q.subject_id = l.client_id
                        WHERE q.status <> 'CLOSED' AND l.subject_id = ANY (:people)
                        """)
                .param("people", people.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }
}
