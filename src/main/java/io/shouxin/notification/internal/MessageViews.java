package io.shouxin.notification.internal;

import io.shouxin.notification.Failure;
import io.shouxin.notification.Medium;
import io.shouxin.notification.MessageState;
import io.shouxin.notification.MessageView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The messages of cases as people see them, and what people note on them. */
@Repository
class MessageViews {

    private static final String SHOWN =
            "id, case_id, channel, template, state, failure, provider_code, reference, created_at, sent_at, settled_as, settled_by";

    private final JdbcClient jdbc;
    private final Clock clock;

    MessageViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<MessageView> ofCase(UUID caseId) {
        return jdbc.sql("SELECT " + SHOWN + " FROM message WHERE case_id = ? ORDER BY created_at, id")
                .param(caseId)
                .query(MessageViews::shown)
                .list();
    }

    /** @param after the last one of the page before, or null for the first page */
    List<MessageView> undelivered(@Nullable MessageView after, int limit) {
        return jdbc.sql("SELECT " + SHOWN + """
                         FROM message WHERE case_id IS NOT NULL AND settled_at IS NULL
                          AND state IN ('UNKNOWN', 'FAILED', 'NO_CHANNEL')
                          AND (?::timestamptz IS NULL OR (created_at, id) < (?::timestamptz, ?::uuid))
                        ORDER BY created_at DESC, id DESC LIMIT ?
                        """)
                .params(Arrays.asList(
                        after == null ? null : Timestamp.from(after.createdAt()),
                        after == null ? null : Timestamp.from(after.createdAt()),
                        after == null ? null : after.id(),
                        limit))
                .query(MessageViews::shown)
                .list();
    }

    void settle(UUID id, MessageView.Settled how, @Nullable UUID by) {
        jdbc.sql("UPDATE message SET settled_at = ?, settled_by = ?, settled_as = ? WHERE id = ?")
                .params(Arrays.asList(Timestamp.from(clock.instant()), by, how.name(), id))
                .update();
    }

    private static MessageView shown(ResultSet rs, int n) throws SQLException {
        String channel = rs.getString("channel");
        String failure = rs.getString("failure");
        String settled = rs.getString("settled_as");
        return new MessageView(
                rs.getObject("id", UUID.class),
                rs.getObject("case_id", UUID.class),
                rs.getString("template"),
                channel.equals("NONE") || channel.equals("LETTER") ? null : Medium.valueOf(channel),
                MessageState.valueOf(rs.getString("state")),
                failure == null ? null : Failure.valueOf(failure),
                text(rs, "provider_code"),
                text(rs, "reference"),
                rs.getTimestamp("created_at").toInstant(),
                MessageRows.instant(rs, "sent_at"),
                settled == null ? null : MessageView.Settled.valueOf(settled),
                rs.getObject("settled_by", UUID.class));
    }

    private static String text(ResultSet rs, String column) throws SQLException {
        String text = rs.getString(column);
        return text == null ? "" : text;
    }
}
