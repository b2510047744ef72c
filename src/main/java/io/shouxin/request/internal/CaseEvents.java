package io.shouxin.request.internal;

import io.shouxin.platform.Parameters;
import io.shouxin.platform.TransactionMemory;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.RequestId;
import io.shouxin.shared.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The timeline of each case. */
@Repository
class CaseEvents {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionMemory<RequestId, List<CaseEvent>> read = new TransactionMemory<>();

    CaseEvents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(RequestId request, CaseEvent.Kind kind, Actor by, @Nullable String detail) {
        read.forget(request);
        jdbc.sql(
                        "INSERT INTO request_event (request_id, at, kind, actor_kind, actor_id, detail) VALUES (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        request.value(),
                        Timestamp.from(clock.instant()),
                        kind.name(),
                        by.kind().name(),
                        Parameters.id(by.id()),
                        Parameters.text(detail)))
                .update();
    }

    /** Adds the event unless the case already has one of its kind: for steps that may run again after a crash. */
    void addOnce(RequestId request, CaseEvent.Kind kind, Actor by, @Nullable String detail) {
        read.forget(request);
        jdbc.sql("""
                        INSERT INTO request_event (request_id, at, kind, actor_kind, actor_id, detail)
                        SELECT ?, ?, ?, ?, ?, ?
                        WHERE NOT EXISTS (SELECT 1 FROM request_event WHERE request_id = ? AND kind = ?)
                        """)
                .params(Arrays.asList(
                        request.value(),
                        Timestamp.from(clock.instant()),
                        kind.name(),
                        by.kind().name(),
                        Parameters.id(by.id()),
                        Parameters.text(detail),
                        request.value(),
                        kind.name()))
                .update();
    }

    List<CaseEvent> of(RequestId request) {
        return read.find(request).orElseGet(() -> {
            List<CaseEvent> events = select(request);
            read.keep(request, events);
            return events;
        });
    }

    private List<CaseEvent> select(RequestId request) {
        return jdbc.sql(
                        "SELECT at, kind, actor_kind, actor_id, detail FROM request_event WHERE request_id = ? ORDER BY id")
                .param(request.value())
                .query((rs, n) -> new CaseEvent(
                        rs.getTimestamp(1).toInstant(),
                        CaseEvent.Kind.valueOf(rs.getString(2)),
                        Actor.Kind.valueOf(rs.getString(3)),
                        rs.getObject(4, UUID.class),
                        rs.getString(5)))
                .list();
    }

    int count(RequestId request, CaseEvent.Kind kind) {
        return jdbc.sql("SELECT count(*) FROM request_event WHERE request_id = ? AND kind = ?")
                .params(request.value(), kind.name())
                .query(Integer.class)
                .single();
    }

    /** Whether the request came in through this actor. */
    boolean receivedBy(RequestId request, Actor actor) {
        return of(request).stream()
                .anyMatch(event -> event.kind() == CaseEvent.Kind.RECEIVED
                        && event.actor() == actor.kind()
                        && actor.id() != null
                        && actor.id().equals(event.actorId()));
    }

    /**
     * Those of the cases in whose answer this member of the firm had a hand, whose second person they may not be. Who only looked,
     * or only returned a case as its second person, had none.
     */
    List<UUID> touchedBy(UUID member, Collection<UUID> cases) {
        return jdbc.sql("""
                        SELECT DISTINCT request_id FROM request_event
                        WHERE request_id = ANY (?) AND actor_kind = 'STAFF' AND actor_id = ?
                          AND kind NOT IN ('REVEALED', 'PROOF_VIEWED', 'RETURNED')
                        """)
                .params(cases.toArray(UUID[]::new), member)
                .query(UUID.class)
                .list();
    }
}
