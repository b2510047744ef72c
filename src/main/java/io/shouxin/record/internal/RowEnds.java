package io.shouxin.record.internal;

import io.shouxin.record.EndedRow;
import io.shouxin.record.LeaveOutReason;
import io.shouxin.record.RowPlace;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code import_row_end}: how rows that were left out came to their end. Whoever writes holds the lock of their import. */
@Component
class RowEnds {

    private final JdbcClient jdbc;
    private final Clock clock;

    RowEnds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param byImport the later list that brought it; null where it was mended on screen */
    void mended(UUID importId, RowPlace place, @Nullable UUID byImport, @Nullable UUID by) {
        insert(importId, place, "MENDED", null, byImport, by);
    }

    void leftOut(UUID importId, RowPlace place, LeaveOutReason reason, @Nullable UUID by) {
        insert(importId, place, "LEFT_OUT", reason.name(), null, by);
    }

    private void insert(
            UUID importId,
            RowPlace place,
            String state,
            @Nullable String reason,
            @Nullable UUID byImport,
            @Nullable UUID by) {
        jdbc.sql("""
                        INSERT INTO import_row_end
                            (import_id, sheet_no, row_number, state, reason, by_import, ended_by, ended_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        importId,
                        place.sheet(),
                        place.row(),
                        state,
                        reason,
                        byImport,
                        by,
                        Timestamp.from(clock.instant())))
                .update();
    }

    boolean has(UUID importId, RowPlace place) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM import_row_end WHERE import_id = ? AND sheet_no = ? AND row_number = ?)")
                .params(importId, place.sheet(), place.row())
                .query(Boolean.class)
                .single();
    }

    /** In the order of the file. */
    List<EndedRow> of(UUID importId, ColumnNames names) {
        return jdbc.sql("""
                        SELECT sheet_no, row_number, reason, by_import, ended_by, ended_at FROM import_row_end
                        WHERE import_id = ? ORDER BY sheet_no, row_number
                        """)
                .param(importId)
                .query((rs, n) -> new EndedRow(
                        new RowPlace(rs.getInt(1), rs.getInt(2)),
                        names.sheet(rs.getInt(1)),
                        rs.getString(3) == null ? null : LeaveOutReason.valueOf(rs.getString(3)),
                        rs.getObject(4, UUID.class),
                        rs.getObject(5, UUID.class),
                        rs.getTimestamp(6).toInstant()))
                .list();
    }
}
