package io.shouxin.record;

import io.shouxin.platform.BlindIndex;
import io.shouxin.platform.DataKey;
import io.shouxin.platform.Inserts;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The vault of records. Values are opened only for a {@link Purpose} that the gate allows. */
@Service
public class Records {

    private static final String COLUMNS =
            "r.id, r.subject_id, r.branch_id, r.category, r.classification, r.deal_type, r.signed_on, r.ended_on,"
                    + " r.last_contact_on, r.recorded_on";

    private final JdbcClient jdbc;
    private final KeyVault keys;
    private final BlindIndex blind;
    private final RecordGate gate;

    public Records(JdbcClient jdbc, KeyVault keys, BlindIndex blind, RecordGate gate) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.blind = blind;
        this.gate = gate;
    }

    public List<HeldRecord> of(Collection<UUID> subjects) {
        return jdbc.sql(
                        "SELECT " + COLUMNS
                                + " FROM record r WHERE r.subject_id = ANY (?) ORDER BY r.subject_id, r.category, r.signed_on, r.id")
                .param(subjects.toArray(UUID[]::new))
                .query(Records::read)
                .list();
    }

    public List<HeldRecord> of(UUID subject) {
        return of(List.of(subject));
    }

    public List<HeldRecord> byIds(Collection<UUID> ids) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM record r WHERE r.id = ANY (?) ORDER BY r.category, r.signed_on, r.id")
                .param(ids.toArray(UUID[]::new))
                .query(Records::read)
                .list();
    }

    /** People who have a record in one of these branches, newest first. */
    public List<UUID> peopleIn(Collection<UUID> branches, int offset, int limit) {
        return jdbc.sql("""
                        SELECT s.id FROM subject s WHERE s.state = 'ACTIVE' AND s.kind = 'CLIENT' AND EXISTS
                        (SELECT 1 FROM record r WHERE r.subject_id = s.id AND r.branch_id = ANY (?))
                        ORDER BY s.created_at DESC, s.id OFFSET ? LIMIT ?
                        """)
                .params(branches.toArray(UUID[]::new), offset, limit)
                .query(UUID.class)
                .list();
    }

    /**
     * Opens values. What a hold forbids for this purpose is left out of the answer, never thrown away silently: the caller
     * asks {@link RecordGate#refusals} where it must say why.
     */
    public Map<UUID, SortedMap<String, String>> open(Collection<HeldRecord> records, Purpose purpose) {
        Map<UUID, Hold> refused = gate.refusals(records, purpose);
        List<HeldRecord> allowed = records.stream()
                .filter(record -> !refused.containsKey(record.id()))
                .toList();
        if (allowed.isEmpty()) {
            return Map.of();
        }
        Map<UUID, DataKey> dataKeys = keys.findAll(
                KeyScope.Kind.SUBJECT,
                allowed.stream().map(HeldRecord::subjectId).collect(Collectors.toSet()));
        Map<UUID, UUID> subjectOf =
                allowed.stream().collect(Collectors.toMap(HeldRecord::id, HeldRecord::subjectId, (a, b) -> a));
        Map<UUID, SortedMap<String, String>> values = new HashMap<>();
        jdbc.sql("SELECT record_id, ciphertext FROM record_value WHERE record_id = ANY (?)")
                .param(subjectOf.keySet().toArray(UUID[]::new))
                .query((rs, n) -> Map.entry(rs.getObject(1, UUID.class), rs.getBytes(2)))
                .list()
                .forEach(row -> {
                    DataKey key = dataKeys.get(subjectOf.get(row.getKey()));
                    if (key != null) {
                        values.put(row.getKey(), RecordValues.open(key, row.getKey(), row.getValue()));
                    }
                });
        return values;
    }

    /**
     * Stores records; one whose content the person already has is left as it is.
     *
     * @return the id of each stored record in the order given, null where it was already there
     */
    @Transactional
    public List<@Nullable UUID> store(List<NewRecord> records) {
        return store(records, Set.of());
    }

    /**
     * As {@link #store(List)}.
     *
     * @param created people who came to be in this very transaction: nobody has to look what they have already
     */
    @Transactional
    public List<@Nullable UUID> store(List<NewRecord> records, Set<UUID> created) {
        Map<UUID, DataKey> dataKeys = keys.openAll(
                KeyScope.Kind.SUBJECT,
                records.stream().map(NewRecord::subjectId).collect(Collectors.toSet()));
        List<String> contents = records.stream()
                .map(record -> RecordValues.canonical(record.values()))
                .toList();
        List<byte[]> prints = IntStream.range(0, records.size())
                .mapToObj(i -> print(records.get(i), contents.get(i)))
                .toList();
        Set<ByteBuffer> known = new HashSet<>();
        known.addAll(stored(IntStream.range(0, records.size())
                .filter(i -> !created.contains(records.get(i).subjectId()))
                .mapToObj(prints::get)
                .toArray(byte[][]::new)));
        @Nullable UUID[] ids = new @Nullable UUID[records.size()];
        List<UUID> fresh = Inserts.ids(records.size());
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> values = new ArrayList<>();
        // Ids and people in one order, which is that of the indexes.
        for (int i : inOrder(records)) {
            if (!known.add(ByteBuffer.wrap(prints.get(i)))) {
                continue;
            }
            NewRecord record = records.get(i);
            UUID id = fresh.get(rows.size());
            ids[i] = id;
            rows.add(new Object[] {
                id,
                record.subjectId(),
                record.branchId(),
                record.category().name(),
                record.classification().name(),
                record.dealType() == null ? null : record.dealType().name(),
                record.signedOn(),
                record.endedOn(),
                record.lastContactOn(),
                record.recordedOn(),
                record.importId(),
                prints.get(i)
            });
            DataKey key = java.util.Objects.requireNonNull(dataKeys.get(record.subjectId()));
            values.add(new Object[] {id, RecordValues.seal(key, id, contents.get(i))});
        }
        Inserts.all(
                jdbc,
                "record (id, subject_id, branch_id, category, classification, deal_type, signed_on, ended_on,"
                        + " last_contact_on, recorded_on, import_id, fingerprint)",
                "uuid, uuid, uuid, text, text, text, date, date, date, date, uuid, bytea",
                rows);
        Inserts.all(jdbc, "record_value (record_id, ciphertext)", "uuid, bytea", values);
        return Arrays.asList(ids);
    }

    /** The places of the records by their people; those of one person as they were given. */
    private static int[] inOrder(List<NewRecord> records) {
        return IntStream.range(0, records.size())
                .boxed()
                .sorted(Comparator.comparing(i -> records.get(i).subjectId(), Inserts.ORDER))
                .mapToInt(i -> i)
                .toArray();
    }

    /** Which of these the person already has, word for word; in the order given. */
    public List<Boolean> known(List<NewRecord> records) {
        List<String> prints = fingerprints(records);
        return prints.stream().map(held(prints)::contains).toList();
    }

    /** By what each of these is known again, whoever writes it: a keyed value in hexadecimal that tells nothing without the key. */
    public List<String> fingerprints(List<NewRecord> records) {
        return prints(records).stream().map(HexFormat.of()::formatHex).toList();
    }

    private List<byte[]> prints(List<NewRecord> records) {
        return records.stream()
                .map(record -> print(record, RecordValues.canonical(record.values())))
                .toList();
    }

    private byte[] print(NewRecord record, String content) {
        return blind.fingerprint(record.subjectId() + "|" + record.category() + "|" + record.dealType() + "|"
                + record.signedOn() + "|" + record.endedOn() + "|" + content);
    }

    /** Those of these fingerprints whose record is here; the caller's own set. */
    public Set<String> held(Collection<String> fingerprints) {
        return stored(fingerprints.stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new)).stream()
                .map(print -> HexFormat.of().formatHex(print.array()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private List<ByteBuffer> stored(byte[][] prints) {
        return prints.length == 0
                ? List.of()
                : jdbc.sql("SELECT fingerprint FROM record WHERE fingerprint = ANY (?)")
                        .param(prints)
                        .query((rs, n) -> ByteBuffer.wrap(rs.getBytes(1)))
                        .list();
    }

    private static HeldRecord read(ResultSet rs, int n) throws SQLException {
        String deal = rs.getString("deal_type");
        return new HeldRecord(
                rs.getObject("id", UUID.class),
                rs.getObject("subject_id", UUID.class),
                rs.getObject("branch_id", UUID.class),
                Category.valueOf(rs.getString("category")),
                Classification.valueOf(rs.getString("classification")),
                deal == null ? null : DealType.valueOf(deal),
                rs.getObject("signed_on", LocalDate.class),
                rs.getObject("ended_on", LocalDate.class),
                rs.getObject("last_contact_on", LocalDate.class),
                rs.getObject("recorded_on", LocalDate.class));
    }
}
