package io.shouxin.request.internal;

import io.shouxin.match.Belongings;
import io.shouxin.match.Obstacle;
import io.shouxin.request.DraftStore;
import io.shouxin.request.OpenCases;
import io.shouxin.request.StaffDrafts;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The cases of people who are merged. Closed ones go along, so that the one person finds them all; while one is open, for either or
 * for a client in whose records either stands, nobody is merged: what is decided in it was proposed for one of the two. Drafts end:
 * what was begun for one of them would be sent for both, or after an undone merge for the other.
 */
@Component
class MergedCases implements Belongings {

    private final JdbcClient jdbc;
    private final OpenCases open;
    private final DraftStore drafts;
    private final StaffDrafts staffDrafts;

    MergedCases(JdbcClient jdbc, OpenCases open, DraftStore drafts, StaffDrafts staffDrafts) {
        this.jdbc = jdbc;
        this.open = open;
        this.drafts = drafts;
        this.staffDrafts = staffDrafts;
    }

    @Override
    public void lock(Collection<UUID> people) {
        jdbc.sql("SELECT id FROM request WHERE subject_id = ANY (?) ORDER BY id FOR UPDATE")
                .param(people.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    @Override
    public Optional<Obstacle> obstacle(Collection<UUID> people) {
        return open.concerning(people).isEmpty() ? Optional.empty() : Optional.of(Obstacle.OPEN_CASE);
    }

    @Override
    public List<Matter> underWay(UUID person) {
        return jdbc.sql(
                        "SELECT id, reference FROM request WHERE subject_id = ? AND status <> 'CLOSED' ORDER BY received_at")
                .param(person)
                .query((rs, n) -> new Matter(rs.getString(2), "staff/cases/" + rs.getObject(1, UUID.class)))
                .list();
    }

    @Override
    public Set<UUID> move(UUID from, UUID to) {
        List<UUID> both = List.of(from, to);
        drafts.discard(both);
        staffDrafts.discard(both);
        return Set.copyOf(
                jdbc.sql("UPDATE request SET subject_id = ?, version = version + 1 WHERE subject_id = ? RETURNING id")
                        .params(to, from)
                        .query(UUID.class)
                        .list());
    }

    @Override
    public void moveBack(Collection<UUID> moved, UUID from, UUID to) {
        List<UUID> both = List.of(from, to);
        drafts.discard(both);
        staffDrafts.discard(both);
        jdbc.sql("UPDATE request SET subject_id = ?, version = version + 1 WHERE id = ANY (?)")
                .params(to, moved.toArray(UUID[]::new))
                .update();
    }

    @Override
    public boolean decidedSince(UUID person, Instant since, Collection<UUID> moved) {
        return jdbc.sql("SELECT count(*) FROM request WHERE subject_id = ? AND created_at > ? AND NOT id = ANY (?)")
                        .params(person, Timestamp.from(since), moved.toArray(UUID[]::new))
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
