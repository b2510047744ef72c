package io.shouxin.notification.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.notification.ChannelKind;
import io.shouxin.notification.ChannelSettings;
import io.shouxin.notification.Channels;
import io.shouxin.notification.Failure;
import io.shouxin.notification.Medium;
import io.shouxin.platform.Cell;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The channels; what each provider must be told is ciphertext under a key of the firm. */
@Repository
class ChannelRows {

    private static final KeyScope SCOPE = KeyScope.firm("channels");
    private static final Duration FIRST_REST = Duration.ofSeconds(15);
    private static final Duration LONGEST_REST = Duration.ofMinutes(15);
    private static final int DOUBLINGS = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String COLUMNS =
            "id, kind, name, settings, active, per_minute, per_day, rests_until, last_failure, last_code, failed_at, version";

    private final JdbcClient jdbc;
    private final KeyVault keys;
    private final Clock clock;

    ChannelRows(JdbcClient jdbc, KeyVault keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    record Row(
            UUID id,
            String name,
            ChannelSettings settings,
            boolean active,
            @Nullable Integer perMinute,
            @Nullable Integer perDay,
            @Nullable Instant restsUntil,
            @Nullable Failure lastFailure,
            String lastCode,
            @Nullable Instant failedAt,
            int version) {}

    List<Row> all() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM message_channel WHERE removed_at IS NULL ORDER BY created_at, id")
                .query(this::read)
                .list();
    }

    List<Row> active() {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM message_channel WHERE active AND removed_at IS NULL ORDER BY created_at, id")
                .query(this::read)
                .list();
    }

    List<Row> active(Medium medium) {
        return active().stream()
                .filter(row -> row.settings().kind().medium() == medium)
                .toList();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM message_channel WHERE id = ? AND removed_at IS NULL")
                .param(id)
                .query(this::read)
                .optional();
    }

    void insert(UUID id, Channels.Draft draft) {
        ChannelKind kind = draft.settings().kind();
        jdbc.sql("""
                        INSERT INTO message_channel (id, kind, medium, name, settings, per_minute, per_day, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        id,
                        kind.name(),
                        kind.medium().name(),
                        draft.name(),
                        seal(id, draft.settings()),
                        draft.perMinute(),
                        draft.perDay(),
                        now()))
                .update();
    }

    /** @return whether the row was still of this version */
    boolean update(UUID id, int version, Channels.Draft draft) {
        return jdbc.sql("""
                        UPDATE message_channel SET name = ?, settings = ?, per_minute = ?, per_day = ?, version = version + 1,
                               rests_until = NULL, failures = 0
                        WHERE id = ? AND version = ? AND removed_at IS NULL
                        """)
                        .params(Arrays.asList(
                                draft.name(),
                                seal(id, draft.settings()),
                                draft.perMinute(),
                                draft.perDay(),
                                id,
                                version))
                        .update()
                == 1;
    }

    void activate(UUID id, boolean active) {
        jdbc.sql("""
                        UPDATE message_channel SET active = ?, version = version + 1, rests_until = NULL, failures = 0
                        WHERE id = ? AND removed_at IS NULL
                        """).params(active, id).update();
    }

    void remove(UUID id) {
        jdbc.sql("""
                        UPDATE message_channel SET active = false, removed_at = ?, settings = NULL, version = version + 1
                        WHERE id = ? AND removed_at IS NULL
                        """).params(now(), id).update();
    }

    void worked(UUID id) {
        jdbc.sql("""
                        UPDATE message_channel SET failures = 0, rests_until = NULL, last_failure = NULL, last_code = NULL,
                               failed_at = NULL
                        WHERE id = ? AND (failures > 0 OR last_failure IS NOT NULL)
                        """).param(id).update();
    }

    /** The channel rests, longer after each failure, and no less than the other side asks. */
    Instant rest(UUID id, Failure failure, String code, @Nullable Duration asked) {
        int failures = jdbc.sql("SELECT failures FROM message_channel WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Integer.class)
                .single();
        Duration own = FIRST_REST.multipliedBy(1L << Math.min(failures, DOUBLINGS));
        Duration rest = own.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : own;
        Instant until = clock.instant().plus(asked != null && asked.compareTo(rest) > 0 ? asked : rest);
        jdbc.sql("""
                        UPDATE message_channel SET failures = failures + 1, rests_until = ?, last_failure = ?, last_code = ?,
                               failed_at = ?
                        WHERE id = ?
                        """)
                .params(Timestamp.from(until), failure.name(), code, now(), id)
                .update();
        return until;
    }

    /** Notes a failure that concerned one message only. */
    void failed(UUID id, Failure failure, String code) {
        jdbc.sql("UPDATE message_channel SET last_failure = ?, last_code = ?, failed_at = ? WHERE id = ?")
                .params(failure.name(), code, now(), id)
                .update();
    }

    /** Lets those who would count at the same time come one after the other. */
    void lock(UUID id) {
        jdbc.sql("SELECT id FROM message_channel WHERE id = ? FOR UPDATE")
                .param(id)
                .query(UUID.class)
                .optional();
    }

    int handedOver(UUID id, Instant since) {
        return jdbc.sql("SELECT count(*) FROM message WHERE channel_id = ? AND claimed_at > ?")
                .params(id, Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private byte[] seal(UUID id, ChannelSettings settings) {
        try {
            return keys.open(SCOPE).encrypt(JSON.writeValueAsBytes(settings), cell(id));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Settings of channel " + id + " cannot be written as JSON");
        }
    }

    private Row read(ResultSet rs, int n) throws SQLException {
        UUID id = rs.getObject("id", UUID.class);
        String failure = rs.getString("last_failure");
        String code = rs.getString("last_code");
        return new Row(
                id,
                rs.getString("name"),
                open(id, ChannelKind.valueOf(rs.getString("kind")), rs.getBytes("settings")),
                rs.getBoolean("active"),
                rs.getObject("per_minute", Integer.class),
                rs.getObject("per_day", Integer.class),
                instant(rs, "rests_until"),
                failure == null ? null : Failure.valueOf(failure),
                code == null ? "" : code,
                instant(rs, "failed_at"),
                rs.getInt("version"));
    }

    private ChannelSettings open(UUID id, ChannelKind kind, byte[] sealed) {
        byte[] json = keys.find(SCOPE)
                .orElseThrow(() -> new IllegalStateException("The key of the channels is gone"))
                .decrypt(sealed, cell(id));
        try {
            return JSON.readValue(json, kind.settings());
        } catch (IOException e) {
            throw new IllegalStateException("Settings of channel " + id + " are not readable JSON");
        }
    }

    private static Cell cell(UUID id) {
        return new Cell("message_channel", "settings", id);
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp timestamp = rs.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
