package io.shouxin.platform.internal;

import io.shouxin.platform.DataKey;
import io.shouxin.platform.Inserts;
import io.shouxin.platform.KeyEpochDestroyed;
import io.shouxin.platform.KeyProperties;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import io.shouxin.platform.StartRefusedException;
import io.shouxin.platform.TransactionMemory;
import io.shouxin.shared.ChinaTime;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Data keys in the schema {@code keys}, wrapped by {@link WrappingKeys}. */
@Component
class JdbcKeyVault implements KeyVault {

    private static final int REWRAP_BATCH = 1_000;

    private record Row(UUID id, UUID scope, int epoch, byte[] wrapped) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final WrappingKeys wrapping;
    private final KeyProperties properties;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();
    private final TransactionMemory<KeyScope, DataKey> opened = new TransactionMemory<>();

    JdbcKeyVault(
            JdbcClient jdbc,
            JdbcTemplate batch,
            WrappingKeys wrapping,
            KeyProperties properties,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.wrapping = wrapping;
        this.properties = properties;
        this.clock = clock;
        this.events = events;
        if (!wrapping.exist()) {
            refuseIfKeysExist();
            wrapping.begin();
        }
        refuseForeignKeys();
    }

    /** One key of each epoch is opened, so that a file of another database is noticed at the start and not by a client. */
    private void refuseForeignKeys() {
        jdbc.sql("""
                        SELECT DISTINCT ON (epoch) id, scope_id, epoch, wrapped FROM keys.data_key
                        WHERE destroyed_at IS NULL ORDER BY epoch, id
                        """)
                .query((rs, n) ->
                        new Row(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class), rs.getInt(3), rs.getBytes(4)))
                .list()
                .forEach(this::opened);
    }

    private void refuseIfKeysExist() {
        long wrapped = jdbc.sql("SELECT count(*) FROM keys.data_key WHERE wrapped IS NOT NULL")
                .query(Long.class)
                .single();
        if (wrapped > 0) {
            throw new StartRefusedException(
                    "The wrapping keys are missing: %s. The database holds %d keys that only they open."
                            .formatted(properties.file().toAbsolutePath(), wrapped),
                    "Put the file back from its backup; do not start without it.");
        }
    }

    @Override
    public DataKey open(KeyScope scope) {
        Optional<DataKey> known = opened.find(scope);
        if (known.isPresent()) {
            return known.get();
        }
        DataKey key =
                openAll(scope.kind(), List.of(scope.id())).values().iterator().next();
        remember(scope, key);
        return key;
    }

    @Override
    public Optional<DataKey> find(KeyScope scope) {
        Optional<DataKey> known = opened.find(scope);
        if (known.isPresent()) {
            return known;
        }
        Optional<DataKey> key =
                Optional.ofNullable(findAll(scope.kind(), List.of(scope.id())).get(scope.id()));
        key.ifPresent(found -> remember(scope, found));
        return key;
    }

    /** A step of a case opens the case's key for every text and file. A person's key is read each time: it may be destroyed. */
    private void remember(KeyScope scope, DataKey key) {
        if (scope.kind() == KeyScope.Kind.CASE) {
            opened.keep(scope, key);
        }
    }

    @Override
    public Map<UUID, DataKey> openAll(KeyScope.Kind kind, Collection<UUID> scopes) {
        Map<UUID, DataKey> keys = new HashMap<>(findAll(kind, scopes));
        List<UUID> missing = scopes.stream()
                .filter(scope -> !keys.containsKey(scope))
                .distinct()
                .sorted(Inserts.ORDER)
                .toList();
        if (missing.isEmpty()) {
            return keys;
        }
        int epoch = wrapping.currentEpoch();
        List<Object[]> rows = new ArrayList<>();
        Iterator<UUID> ids = Inserts.ids(missing.size()).iterator();
        missing.forEach(scope -> {
            UUID id = ids.next();
            byte[] key = fresh();
            rows.add(new Object[] {id, kind.name(), scope, epoch, wrapping.wrap(epoch, key, aad(id))});
            keys.put(scope, new DataKey(id, key));
        });
        int made = Inserts.missing(
                jdbc,
                "keys.data_key (id, scope_kind, scope_id, epoch, wrapped)",
                "uuid, text, uuid, integer, bytea",
                rows);
        if (made < rows.size()) {
            keys.putAll(findAll(kind, missing)); // somebody else's key came first
        }
        return keys;
    }

    @Override
    public Map<UUID, DataKey> findAll(KeyScope.Kind kind, Collection<UUID> scopes) {
        if (scopes.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        SELECT id, scope_id, epoch, wrapped FROM keys.data_key
                        WHERE scope_kind = ? AND scope_id = ANY (?) AND destroyed_at IS NULL
                        """)
                .params(kind.name(), scopes.toArray(UUID[]::new))
                .query((rs, n) ->
                        new Row(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class), rs.getInt(3), rs.getBytes(4)))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::scope, this::opened));
    }

    @Override
    @Transactional
    public Optional<Destroyed> destroy(KeyScope scope) {
        return Optional.ofNullable(destroyAll(scope.kind(), List.of(scope.id())).get(scope.id()));
    }

    @Override
    @Transactional
    public Map<UUID, Destroyed> destroyAll(KeyScope.Kind kind, Collection<UUID> scopes) {
        Instant now = clock.instant();
        scopes.forEach(scope -> opened.forget(new KeyScope(kind, scope)));
        return jdbc
                .sql("""
                        UPDATE keys.data_key SET wrapped = NULL, destroyed_at = ?
                        WHERE scope_kind = ? AND scope_id = ANY (?) AND destroyed_at IS NULL RETURNING id, scope_id
                        """)
                .params(java.sql.Timestamp.from(now), kind.name(), scopes.toArray(UUID[]::new))
                .query((rs, n) ->
                        Map.entry(rs.getObject(2, UUID.class), new Destroyed(rs.getObject(1, UUID.class), now)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    @Transactional
    public Replacement replace(KeyScope scope) {
        DataKey old = find(scope).orElseThrow(() -> new IllegalStateException("No live key to replace: " + scope));
        Destroyed destroyed = destroy(scope).orElseThrow();
        return new Replacement(open(scope), old, destroyed);
    }

    @Override
    public LocalDate backupsUnreadableFrom(Instant destroyedAt) {
        Instant lastRetired = destroyedAt.plus(properties.epoch());
        return ChinaTime.dayOf(lastRetired.plus(properties.backupWindow())).plusDays(1);
    }

    @Override
    public LocalDate wrappingKeyEndsOn(Instant destroyedAt) {
        Instant since = wrapping.currentSince();
        if (since.isAfter(destroyedAt)) {
            return ChinaTime.dayOf(since);
        }
        Instant planned = since.plus(properties.epoch());
        return ChinaTime.dayOf(planned.isBefore(destroyedAt) ? destroyedAt : planned);
    }

    @Override
    public Map<UUID, Ended> ended(Collection<UUID> keyIds) {
        return jdbc
                .sql(
                        "SELECT id, scope_id, destroyed_at FROM keys.data_key WHERE id = ANY (?) AND destroyed_at IS NOT NULL")
                .param(keyIds.toArray(UUID[]::new))
                .query((rs, n) -> Map.entry(
                        rs.getObject(1, UUID.class),
                        new Ended(
                                rs.getObject(2, UUID.class), rs.getTimestamp(3).toInstant())))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void beginNewEpoch() {
        int epoch = wrapping.begin();
        while (rewrapSome(epoch) > 0) {
            // each batch commits by itself, so that a crash leaves keys of two readable epochs
        }
    }

    /** Every hour: a new epoch when it is time, and an end to epochs that no backup can still need. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void keepEpochs() {
        if (wrapping.currentSince().plus(properties.epoch()).isBefore(clock.instant())) {
            beginNewEpoch();
        } else {
            while (rewrapSome(wrapping.currentEpoch()) > 0) {
                // what an interrupted change of epoch left behind
            }
        }
        wrapping.destroyRetiredBefore(clock.instant().minus(properties.backupWindow()))
                .forEach(number -> events.publishEvent(new KeyEpochDestroyed(number)));
    }

    private int rewrapSome(int epoch) {
        List<Row> rows = jdbc.sql("""
                        SELECT id, scope_id, epoch, wrapped FROM keys.data_key
                        WHERE epoch < ? AND destroyed_at IS NULL ORDER BY id LIMIT ?
                        """)
                .params(epoch, REWRAP_BATCH)
                .query((rs, n) ->
                        new Row(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class), rs.getInt(3), rs.getBytes(4)))
                .list();
        batch.batchUpdate(
                "UPDATE keys.data_key SET wrapped = ?, epoch = ? WHERE id = ? AND epoch = ? AND destroyed_at IS NULL",
                rows.stream()
                        .map(row -> new Object[] {
                            wrapping.wrap(
                                    epoch, wrapping.unwrap(row.epoch(), row.wrapped(), aad(row.id())), aad(row.id())),
                            epoch,
                            row.id(),
                            row.epoch()
                        })
                        .toList());
        return rows.size();
    }

    private DataKey opened(Row row) {
        return new DataKey(row.id(), wrapping.unwrap(row.epoch(), row.wrapped(), aad(row.id())));
    }

    private byte[] fresh() {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return key;
    }

    /** What a wrapped key is bound to. */
    static byte[] aad(UUID id) {
        return ("keys.data_key|" + id).getBytes(StandardCharsets.UTF_8);
    }
}
