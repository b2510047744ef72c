package io.shouxin.subject;

import io.shouxin.platform.BlindIndex;
import io.shouxin.platform.Inserts;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Knows people by id, by identifier and by their ties to one another. */
@Service
public class Subjects {

    private final JdbcClient jdbc;
    private final BlindIndex blind;
    private final Clock clock;

    public Subjects(JdbcClient jdbc, BlindIndex blind, Clock clock) {
        this.jdbc = jdbc;
        this.blind = blind;
        this.clock = clock;
    }

    /**
     * @throws NotFound if there is no such person
     */
    public Subject get(UUID id) {
        return jdbc.sql("SELECT id, kind, state, merged_into, parted FROM subject WHERE id = ?")
                .param(id)
                .query(Subjects::read)
                .optional()
                .orElseThrow(() -> new NotFound("subject", id));
    }

    @Transactional
    public void createAll(Map<UUID, SubjectKind> people) {
        Instant now = clock.instant();
        Inserts.all(
                jdbc,
                "subject (id, kind, created_at)",
                "uuid, text, timestamptz",
                people.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(Inserts.ORDER))
                        .map(person ->
                                new Object[] {person.getKey(), person.getValue().name(), now})
                        .toList());
    }

    /** The living people whose identifier of this kind is the given one, normalised as the import does. */
    public Set<UUID> byIdentifier(IdentifierKind kind, String normalised) {
        return new LinkedHashSet<>(jdbc.sql("""
                        SELECT DISTINCT i.subject_id FROM subject_index i JOIN subject s ON s.id = i.subject_id
                        WHERE i.kind = ? AND i.hmac = ? AND s.state = 'ACTIVE'
                        """)
                .params(kind.name(), blind.of(kind.name(), normalised))
                .query(UUID.class)
                .list());
    }

    /** As {@link #byIdentifier} for many values; the answer is keyed by the value. */
    public Map<String, Set<UUID>> byIdentifiers(IdentifierKind kind, Collection<String> normalised) {
        if (normalised.isEmpty()) {
            return Map.of();
        }
        Map<ByteBuffer, String> valueOf = valuesByIndex(kind, normalised);
        return byValue(
                valueOf,
                jdbc.sql("SELECT DISTINCT hmac, subject_id FROM subject_index WHERE kind = ? AND hmac = ANY (?)")
                        .params(
                                kind.name(),
                                valueOf.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new)));
    }

    /**
     * As {@link #byIdentifiers(IdentifierKind, Collection)}, but of all people only these: their few identifiers are read, and not
     * everybody's who is called like one of them.
     */
    public Map<String, Set<UUID>> byIdentifiers(
            IdentifierKind kind, Collection<String> normalised, Collection<UUID> among) {
        return normalised.isEmpty() || among.isEmpty()
                ? Map.of()
                : byValue(
                        valuesByIndex(kind, normalised),
                        jdbc.sql(
                                        "SELECT DISTINCT hmac, subject_id FROM subject_index WHERE kind = ? AND subject_id = ANY (?)")
                                .params(kind.name(), among.toArray(UUID[]::new)));
    }

    private Map<ByteBuffer, String> valuesByIndex(IdentifierKind kind, Collection<String> normalised) {
        Map<ByteBuffer, String> values = new HashMap<>();
        normalised.forEach(value -> values.put(ByteBuffer.wrap(indexOf(kind, value)), value));
        return values;
    }

    private static Map<String, Set<UUID>> byValue(Map<ByteBuffer, String> valueOf, JdbcClient.StatementSpec rows) {
        Map<String, Set<UUID>> people = new HashMap<>();
        rows.query(rs -> {
            String value = valueOf.get(ByteBuffer.wrap(rs.getBytes(1)));
            if (value != null) {
                people.computeIfAbsent(value, v -> new HashSet<>()).add(rs.getObject(2, UUID.class));
            }
        });
        return people;
    }

    /** The keyed value under which an identifier is indexed. */
    public byte[] indexOf(IdentifierKind kind, String normalised) {
        return blind.of(kind.name(), normalised);
    }

    @Transactional
    public void index(Collection<IndexEntry> entries) {
        Inserts.missing(
                jdbc,
                "subject_index (subject_id, record_id, kind, hmac)",
                "uuid, uuid, text, bytea",
                entries.stream()
                        .sorted(Comparator.comparing(IndexEntry::recordId, Inserts.ORDER))
                        .map(entry -> new Object[] {
                            entry.subjectId(),
                            entry.recordId(),
                            entry.kind().name(),
                            blind.of(entry.kind().name(), entry.normalised())
                        })
                        .toList());
    }

    /** Ties a third party (child, worker, co-owner) to the clients in whose records they stand. */
    @Transactional
    public void link(Collection<Tie> ties) {
        Inserts.missing(
                jdbc,
                "subject_link (subject_id, client_id)",
                "uuid, uuid",
                ties.stream()
                        .map(tie -> new Object[] {tie.subject(), tie.client()})
                        .toList());
    }

    /**
     * The third parties of one kind who stand in this client's records and in nobody else's. The array lets the database begin with
     * the few links of the client, however it counts the people of this kind.
     */
    public List<UUID> tiedOnlyTo(UUID client, SubjectKind kind) {
        return jdbc.sql("""
                        SELECT id FROM subject
                        WHERE id = ANY (ARRAY (SELECT subject_id FROM subject_link WHERE client_id = :client))
                        AND kind = :kind AND state = 'ACTIVE' AND NOT EXISTS
                            (SELECT 1 FROM subject_link o WHERE o.subject_id = subject.id AND o.client_id <> :client)
                        ORDER BY id
                        """)
                .param("client", client)
                .param("kind", kind.name())
                .query(UUID.class)
                .list();
    }

    /** The third parties of many clients, of every kind; clients without third parties are not in the answer. */
    public Map<UUID, Set<UUID>> thirdParties(Collection<UUID> clients) {
        if (clients.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("SELECT client_id, subject_id FROM subject_link WHERE client_id = ANY (?)")
                .param(clients.toArray(UUID[]::new))
                .query((rs, n) -> Map.entry(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    /** Those of these people of whom an identifier of this kind is known. */
    public Set<UUID> having(IdentifierKind kind, Collection<UUID> subjects) {
        if (subjects.isEmpty()) {
            return Set.of();
        }
        return new LinkedHashSet<>(
                jdbc.sql("SELECT DISTINCT subject_id FROM subject_index WHERE kind = ? AND subject_id = ANY (?)")
                        .params(kind.name(), subjects.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }

    /**
     * The people of these ids who exist, erased ones too, kept from being held or erased by somebody else until the end of
     * the transaction.
     */
    @Transactional
    public Map<UUID, Subject> lockAll(Collection<UUID> ids) {
        return all(ids, " FOR SHARE");
    }

    /** As {@link #lockAll} for a caller that writes nothing: nobody waits for it. */
    public Map<UUID, Subject> findAll(Collection<UUID> ids) {
        return all(ids, "");
    }

    private Map<UUID, Subject> all(Collection<UUID> ids, String lock) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT id, kind, state, merged_into, parted FROM subject WHERE id = ANY (?) ORDER BY id"
                                + lock)
                        .param(ids.toArray(UUID[]::new))
                        .query(Subjects::read)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Subject::id, subject -> subject));
    }

    /** The clients in whose records these third parties stand; people who stand in nobody's are not in the answer. */
    public Map<UUID, Set<UUID>> clientsOf(Collection<UUID> thirdParties) {
        return jdbc
                .sql("SELECT subject_id, client_id FROM subject_link WHERE subject_id = ANY (?)")
                .param(thirdParties.toArray(UUID[]::new))
                .query((rs, n) -> Map.entry(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    private static Subject read(ResultSet rs, int n) throws SQLException {
        return new Subject(
                rs.getObject("id", UUID.class),
                SubjectKind.valueOf(rs.getString("kind")),
                "ERASED".equals(rs.getString("state")),
                rs.getObject("merged_into", UUID.class),
                rs.getInt("parted"));
    }

    /** How often somebody who had been merged into this person went back; 0 of whoever is not on file. */
    public int timesParted(UUID id) {
        return jdbc.sql("SELECT parted FROM subject WHERE id = ?")
                .param(id)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Where everything about this person lies: with whom they were merged into, else with themselves. */
    public UUID surviving(UUID id) {
        return jdbc.sql("""
                        WITH RECURSIVE way AS (
                            SELECT id, merged_into FROM subject WHERE id = :id
                            UNION SELECT s.id, s.merged_into FROM subject s JOIN way ON s.id = way.merged_into)
                        SELECT id FROM way WHERE merged_into IS NULL
                        """).param("id", id).query(UUID.class).optional().orElse(id);
    }

    /** As {@link #surviving(UUID)} for many, by the id asked for. */
    public Map<UUID, UUID> surviving(Collection<UUID> ids) {
        Map<UUID, UUID> surviving = new LinkedHashMap<>();
        ids.forEach(id -> surviving.put(id, id));
        jdbc.sql("""
                        WITH RECURSIVE way AS (
                            SELECT id AS asked, merged_into FROM subject WHERE id = ANY (?) AND merged_into IS NOT NULL
                            UNION SELECT way.asked, s.merged_into FROM subject s JOIN way ON s.id = way.merged_into
                            WHERE s.merged_into IS NOT NULL)
                        SELECT way.asked, way.merged_into FROM way JOIN subject s ON s.id = way.merged_into
                        WHERE s.merged_into IS NULL
                        """).param(ids.toArray(UUID[]::new)).query(rs -> {
            surviving.put(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class));
        });
        return surviving;
    }

    /** These people and all who were merged into them: what ends for the one ends for the others. */
    public Set<UUID> withMerged(Collection<UUID> ids) {
        Set<UUID> all = new LinkedHashSet<>(ids);
        all.addAll(jdbc.sql("""
                        WITH RECURSIVE way AS (
                            SELECT id FROM subject WHERE merged_into = ANY (:ids)
                            UNION SELECT s.id FROM subject s JOIN way ON s.merged_into = way.id)
                        SELECT id FROM way ORDER BY id
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
        return all;
    }

    /** Each of these people with all who were merged into them, the person included: the ids under which they were ever known. */
    public Map<UUID, Set<UUID>> namesOf(Collection<UUID> ids) {
        Map<UUID, Set<UUID>> names = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return names;
        }
        ids.forEach(id -> names.put(id, new LinkedHashSet<>(Set.of(id))));
        jdbc.sql("""
                        WITH RECURSIVE way AS (
                            SELECT merged_into AS stays, id FROM subject WHERE merged_into = ANY (?)
                            UNION SELECT way.stays, s.id FROM subject s JOIN way ON s.merged_into = way.id)
                        SELECT stays, id FROM way
                        """).param(ids.toArray(UUID[]::new)).query(rs -> {
            names.computeIfAbsent(rs.getObject(1, UUID.class), stays -> new LinkedHashSet<>())
                    .add(rs.getObject(2, UUID.class));
        });
        return names;
    }

    /** Those of these people into whom somebody was merged. */
    public Set<UUID> survivors(Collection<UUID> ids) {
        return new LinkedHashSet<>(jdbc.sql("SELECT DISTINCT merged_into FROM subject WHERE merged_into = ANY (?)")
                .param(ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** Since when each of these people is on file. */
    public Map<UUID, Instant> since(Collection<UUID> ids) {
        return jdbc
                .sql("SELECT id, created_at FROM subject WHERE id = ANY (?)")
                .param(ids.toArray(UUID[]::new))
                .query((rs, n) -> Map.entry(
                        rs.getObject(1, UUID.class), rs.getTimestamp(2).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** From now on the first person is but a name for the second; their ties go along. The caller has locked both. */
    @Transactional(propagation = Propagation.MANDATORY)
    public MovedTies merge(UUID from, UUID into) {
        int merged = jdbc.sql("""
                        UPDATE subject SET state = 'MERGED', merged_into = ? WHERE id = ? AND state = 'ACTIVE'
                        """).params(into, from).update();
        if (merged != 1) {
            throw new StateRefused("Subject", from, "not active", "merge");
        }
        Map<UUID, Boolean> clients = moveTies(from, into, "subject_id", "client_id");
        Map<UUID, Boolean> thirdParties = moveTies(from, into, "client_id", "subject_id");
        return new MovedTies(clients, thirdParties);
    }

    /** The two column names come from this class alone. */
    private Map<UUID, Boolean> moveTies(UUID from, UUID into, String own, String other) {
        Map<UUID, Boolean> moved = new LinkedHashMap<>();
        List<UUID> others = jdbc.sql("SELECT " + other + " FROM subject_link WHERE " + own + " = ? ORDER BY " + other)
                .param(from)
                .query(UUID.class)
                .list();
        jdbc.sql("DELETE FROM subject_link WHERE " + own + " = ?").param(from).update();
        for (UUID each : others) {
            int added = each.equals(into) ? 0 : tie(own, into, other, each);
            moved.put(each, added == 0);
        }
        return moved;
    }

    private int tie(String own, UUID person, String other, UUID each) {
        return jdbc.sql("INSERT INTO subject_link (" + own + ", " + other + ") VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(person, each)
                .update();
    }

    /**
     * Makes them two people again, each with the ties that were theirs. The caller has locked both.
     *
     * @param ties to living third people, each with whether it stays with the second person as well
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void unmerge(UUID from, UUID into, MovedTies ties) {
        int parted = jdbc.sql("""
                        UPDATE subject SET state = 'ACTIVE', merged_into = NULL
                        WHERE id = ? AND merged_into = ? AND state = 'MERGED'
                        """).params(from, into).update();
        if (parted != 1) {
            throw new StateRefused("Subject", from, "not merged into the other", "part");
        }
        jdbc.sql("UPDATE subject SET parted = parted + 1 WHERE id = ?")
                .param(into)
                .update();
        giveBack(from, into, ties.clients(), "subject_id", "client_id");
        giveBack(from, into, ties.thirdParties(), "client_id", "subject_id");
    }

    private void giveBack(UUID from, UUID into, Map<UUID, Boolean> ties, String own, String other) {
        ties.forEach((each, stays) -> {
            boolean there = jdbc.sql("SELECT count(*) FROM subject WHERE id = ? AND state = 'ACTIVE'")
                            .param(each)
                            .query(Integer.class)
                            .single()
                    == 1;
            if (there) {
                tie(own, from, other, each);
            }
            if (!stays) {
                jdbc.sql("DELETE FROM subject_link WHERE " + own + " = ? AND " + other + " = ?")
                        .params(into, each)
                        .update();
            }
        });
    }

    /** Nothing about these people is left; ties to others are cut. */
    @Transactional
    public void markErased(Collection<UUID> ids) {
        UUID[] people = ids.toArray(UUID[]::new);
        jdbc.sql("""
                        WITH ties AS (DELETE FROM subject_link WHERE subject_id = ANY (:people) OR client_id = ANY (:people))
                        UPDATE subject SET state = 'ERASED', erased_at = :now WHERE id = ANY (:people) AND state <> 'ERASED'
                        """)
                .param("people", people)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Of people who were erased after a merge into somebody else was undone, and stand in a back-up from before that: what leads from
     * them to the other ends. Those who were erased together stay together.
     */
    @Transactional
    public void partErased(Collection<UUID> ids) {
        jdbc.sql("""
                        WITH gone AS (
                            SELECT id, merged_into FROM subject
                            WHERE id = ANY (:people) AND state = 'ERASED' AND merged_into <> ALL (:people)),
                        survivors AS (
                            UPDATE subject SET parted = parted + 1 WHERE id IN (SELECT merged_into FROM gone) AND state = 'ACTIVE')
                        UPDATE subject SET merged_into = NULL WHERE id IN (SELECT id FROM gone)
                        """).param("people", ids.toArray(UUID[]::new)).update();
    }

    /**
     * Locks these people for the rest of the transaction, so that a hold placed meanwhile waits or is seen.
     *
     * @throws NotFound if one of them does not exist
     */
    public void lock(Collection<UUID> ids) {
        Set<UUID> there =
                new LinkedHashSet<>(jdbc.sql("SELECT id FROM subject WHERE id = ANY (?) ORDER BY id FOR UPDATE")
                        .param(ids.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
        ids.stream().filter(id -> !there.contains(id)).findFirst().ifPresent(id -> {
            throw new NotFound("subject", id);
        });
    }

    public record Tie(UUID subject, UUID client) {}

    /**
     * Ties that go from one person to another, each with whether the other had it already or, on the way back, keeps it.
     *
     * @param clients in whose records the person stands
     * @param thirdParties who stand in the person's records
     */
    public record MovedTies(Map<UUID, Boolean> clients, Map<UUID, Boolean> thirdParties) {}
}
