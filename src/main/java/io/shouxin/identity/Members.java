package io.shouxin.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads accounts with all that administrators see of them. */
final class Members {

    private static final String SELECT = """
            SELECT a.id, a.username, a.display_name, a.roles, a.branches, a.active, a.version, a.created_at,
                   a.start_password_until, a.left_at,
                   (SELECT given_on FROM pledge p WHERE p.account_id = a.id AND p.occasion = 'JOINING') AS pledged_on,
                   (SELECT given_on FROM pledge p WHERE p.account_id = a.id AND p.occasion = 'LEAVING') AS pledged_leaving_on
            FROM staff_account a
            """;

    private final JdbcClient jdbc;
    private final Absences absences;

    Members(JdbcClient jdbc, Absences absences) {
        this.jdbc = jdbc;
        this.absences = absences;
    }

    List<Member> all() {
        Map<UUID, Absence> away = away();
        return jdbc.sql(SELECT + " ORDER BY a.active DESC, a.username")
                .query((rs, n) -> read(rs, away))
                .list();
    }

    Optional<Member> find(UUID id) {
        Map<UUID, Absence> away = away();
        return jdbc.sql(SELECT + " WHERE a.id = ?")
                .param(id)
                .query((rs, n) -> read(rs, away))
                .optional();
    }

    private Map<UUID, Absence> away() {
        return absences.all().stream()
                .collect(Collectors.toMap(Absence::account, absence -> absence, (next, later) -> next));
    }

    private static Member read(ResultSet rs, Map<UUID, Absence> away) throws SQLException {
        StaffAccount account = StaffAccounts.read(rs, 0);
        return new Member(
                account,
                rs.getInt("version"),
                rs.getTimestamp("created_at").toInstant(),
                instant(rs.getTimestamp("start_password_until")),
                instant(rs.getTimestamp("left_at")),
                rs.getObject("pledged_on", LocalDate.class),
                rs.getObject("pledged_leaving_on", LocalDate.class),
                away.get(account.id()));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
