package io.shouxin.match.internal;

import io.shouxin.match.MatchStatus;
import io.shouxin.match.PossibleMatch;
import io.shouxin.match.PossibleMatch.Course;
import io.shouxin.match.PossibleMatch.Found;
import io.shouxin.platform.Inserts;
import io.shouxin.record.PossiblePairs.Pair;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code possible_match} and {@code match_moved}. */
@Repository
class MatchRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    MatchRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whatever became of a pair that is known, it is not added again. */
    void add(Collection<Pair> pairs, UUID importId) {
        List<Pair> fresh = unknown(pairs);
        if (fresh.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        String year = Integer.toString(ChinaTime.dayOf(now).getYear());
        Iterator<Long> numbers = jdbc.sql("SELECT nextval('match_number') FROM generate_series(1, ?)")
                .param(fresh.size())
                .query(Long.class)
                .list()
                .iterator();
        Inserts.missing(
                jdbc,
                "possible_match (id, reference, first_id, second_id, branch_id, import_id, status, found_at)",
                "uuid, text, uuid, uuid, uuid, uuid, text, timestamptz",
                fresh.stream()
                        .map(pair -> new Object[] {
                            UUID.randomUUID(),
                            "BD-%s-%06d".formatted(year, numbers.next()),
                            pair.one(),
                            pair.other(),
                            pair.branch(),
                            importId,
                            MatchStatus.OPEN,
                            now
                        })
                        .toList());
    }

    /** Those of these pairs that have no row, each once and in the order of their ids, so that two imports never wait for each other. */
    private List<Pair> unknown(Collection<Pair> pairs) {
        Map<List<String>, Pair> ordered = new TreeMap<>(
                Comparator.<List<String>, String>comparing(ids -> ids.get(0)).thenComparing(ids -> ids.get(1)));
        for (Pair pair : pairs) {
            // The database compares ids as their text does, Java does not.
            boolean inOrder = pair.one().toString().compareTo(pair.other().toString()) < 0;
            Pair each = inOrder ? pair : new Pair(pair.other(), pair.one(), pair.branch());
            ordered.putIfAbsent(List.of(each.one().toString(), each.other().toString()), each);
        }
        Set<List<String>> known = new HashSet<>(jdbc.sql("""
                        SELECT m.first_id::text, m.second_id::text FROM possible_match m
                        JOIN unnest(?::uuid[], ?::uuid[]) AS p (first_id, second_id) USING (first_id, second_id)
                        """)
                .params(
                        ordered.values().stream().map(Pair::one).toArray(UUID[]::new),
                        ordered.values().stream().map(Pair::other).toArray(UUID[]::new))
                .query((rs, n) -> List.of(rs.getString(1), rs.getString(2)))
                .list());
        ordered.keySet().removeAll(known);
        return List.copyOf(ordered.values());
    }

    PossibleMatch get(UUID id) {
        return one("SELECT * FROM possible_match WHERE id = ?", id).orElseThrow(() -> new NotFound("match", id));
    }

    /** For the rest of the transaction nobody else changes it. */
    PossibleMatch lock(UUID id) {
        return one("SELECT * FROM possible_match WHERE id = ? FOR UPDATE", id)
                .orElseThrow(() -> new NotFound("match", id));
    }

    UUID importOf(UUID id) {
        return jdbc.sql("SELECT import_id FROM possible_match WHERE id = ?")
                .param(id)
                .query(UUID.class)
                .single();
    }

    List<PossibleMatch> of(Collection<UUID> ids) {
        return list("SELECT * FROM possible_match WHERE id = ANY (?)", (Object) ids.toArray(UUID[]::new));
    }

    /** Pairs about which nobody was asked yet, for this transaction alone. */
    List<PossibleMatch> lockNew(int limit) {
        return list("""
                SELECT * FROM possible_match WHERE status = 'OPEN' AND asked_at IS NULL ORDER BY found_at, reference
                LIMIT ? FOR UPDATE SKIP LOCKED
                """, limit);
    }

    void asked(UUID id, LocalDate dueOn) {
        jdbc.sql("UPDATE possible_match SET asked_at = ?, due_on = ? WHERE id = ?")
                .params(Timestamp.from(clock.instant()), dueOn, id)
                .update();
    }

    /** Open pairs of which one is erased or has become part of somebody else. */
    List<UUID> ofNobody(int limit) {
        return jdbc.sql("""
                        SELECT m.id FROM possible_match m WHERE m.status = 'OPEN' AND EXISTS
                            (SELECT 1 FROM subject s WHERE s.id IN (m.first_id, m.second_id) AND s.state <> 'ACTIVE')
                        ORDER BY m.reference LIMIT ?
                        """).param(limit).query(UUID.class).list();
    }

    /** The merge that stands by which this person became part of another. */
    Optional<UUID> mergeOf(UUID person) {
        return jdbc.sql("""
                        SELECT id FROM possible_match
                        WHERE status = 'MERGED' AND ? IN (first_id, second_id) AND survivor_id <> ?
                        """).params(person, person).query(UUID.class).optional();
    }

    /** Notes because of which merge a question ended. */
    void vanishedBy(UUID id, @Nullable UUID merge) {
        jdbc.sql("UPDATE possible_match SET vanished_by = ? WHERE id = ?")
                .params(Arrays.asList(merge, id))
                .update();
    }

    /** The questions that ended because of a merge; for the rest of the transaction nobody else changes them. */
    List<PossibleMatch> lockVanishedBy(UUID merge) {
        return list("SELECT * FROM possible_match WHERE vanished_by = ? ORDER BY reference FOR UPDATE", merge);
    }

    /** A question that had ended is one about which nobody was asked yet. */
    void reopen(PossibleMatch match) {
        jdbc.sql("""
                        UPDATE possible_match SET status = ?, asked_at = NULL, due_on = NULL, vanished_by = NULL WHERE id = ?
                        """).params(match.status().name(), match.id()).update();
    }

    /** Whether somebody has said since a moment that these are two people. */
    boolean toldApartSince(UUID one, UUID other, Instant since) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM possible_match
                            WHERE first_id IN (:one, :other) AND second_id IN (:one, :other)
                                AND status IN ('KEPT_APART', 'UNDONE') AND decided_at >= :since)
                        """)
                .param("one", one)
                .param("other", other)
                .param("since", Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    /** Open pairs of this person. */
    List<PossibleMatch> openOf(UUID person) {
        return list("SELECT * FROM possible_match WHERE status = 'OPEN' AND ? IN (first_id, second_id)", person);
    }

    List<PossibleMatch> mergedInto(UUID survivor) {
        return list(
                "SELECT * FROM possible_match WHERE status = 'MERGED' AND survivor_id = ? ORDER BY decided_at DESC",
                survivor);
    }

    void update(PossibleMatch match) {
        Course c = match.course();
        jdbc.sql("""
                        UPDATE possible_match SET status = ?, survivor_id = ?, decided_by = ?, decided_at = ?, undo_until = ?,
                            undone_by = ?, undone_at = ?
                        WHERE id = ?
                        """)
                .params(Arrays.asList(
                        c.status().name(),
                        c.survivor(),
                        c.decidedBy(),
                        time(c.decidedAt()),
                        c.undoUntil(),
                        c.undoneBy(),
                        time(c.undoneAt()),
                        match.id()))
                .update();
    }

    /** What kind of thing went to the other. */
    enum Thing {
        RECORD,
        CLAIM,
        CASE,
        /** In whose records the person stood. */
        CLIENT,
        /** Who stood in the person's records. */
        THIRD_PARTY
    }

    void moved(UUID match, Thing kind, Collection<UUID> things) {
        moved(match, kind, things.stream().collect(Collectors.toMap(id -> id, id -> false)));
    }

    /** @param things each with whether the other had it already */
    void moved(UUID match, Thing kind, Map<UUID, Boolean> things) {
        things.forEach((id, wasThere) -> jdbc.sql(
                        "INSERT INTO match_moved (match_id, kind, thing_id, was_there) VALUES (?, ?, ?, ?)")
                .params(match, kind.name(), id, wasThere)
                .update());
    }

    Set<UUID> moved(UUID match, Thing kind) {
        return Set.copyOf(movedTies(match, kind).keySet());
    }

    Map<UUID, Boolean> movedTies(UUID match, Thing kind) {
        Map<UUID, Boolean> things = new LinkedHashMap<>();
        jdbc.sql("SELECT thing_id, was_there FROM match_moved WHERE match_id = ? AND kind = ? ORDER BY thing_id")
                .params(match, kind.name())
                .query(rs -> {
                    things.put(rs.getObject(1, UUID.class), rs.getBoolean(2));
                });
        return things;
    }

    /** Whether another merge that stands brought the same thing to the same person. */
    boolean movedByAnother(PossibleMatch match, Thing kind, UUID thing) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM match_moved v JOIN possible_match m ON m.id = v.match_id
                            WHERE m.status = 'MERGED' AND m.survivor_id = ? AND m.id <> ? AND v.kind = ? AND v.thing_id = ?)
                        """)
                .params(match.course().survivor(), match.id(), kind.name(), thing)
                .query(Boolean.class)
                .single();
    }

    private Optional<PossibleMatch> one(String sql, Object parameter) {
        return jdbc.sql(sql).param(parameter).query(MatchRows::read).optional();
    }

    private List<PossibleMatch> list(String sql, Object parameter) {
        return jdbc.sql(sql).param(parameter).query(MatchRows::read).list();
    }

    private static PossibleMatch read(ResultSet rs, int n) throws SQLException {
        return new PossibleMatch(
                new Found(
                        rs.getObject("id", UUID.class),
                        rs.getString("reference"),
                        rs.getObject("first_id", UUID.class),
                        rs.getObject("second_id", UUID.class),
                        rs.getObject("branch_id", UUID.class),
                        rs.getTimestamp("found_at").toInstant(),
                        rs.getObject("due_on", LocalDate.class)),
                new Course(
                        MatchStatus.valueOf(rs.getString("status")),
                        rs.getObject("survivor_id", UUID.class),
                        rs.getObject("decided_by", UUID.class),
                        instant(rs.getTimestamp("decided_at")),
                        rs.getObject("undo_until", LocalDate.class),
                        rs.getObject("undone_by", UUID.class),
                        instant(rs.getTimestamp("undone_at"))));
    }

    private static @Nullable Timestamp time(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
