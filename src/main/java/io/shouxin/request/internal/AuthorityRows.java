package io.shouxin.request.internal;

import io.shouxin.platform.Parameters;
import io.shouxin.request.Authority;
import io.shouxin.request.Capacity;
import io.shouxin.request.Paper;
import io.shouxin.request.RequestId;
import io.shouxin.request.SubjectRequest;
import io.shouxin.request.Ward;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the authority of requests for others has come. Whoever changes one has locked its case. */
@Repository
class AuthorityRows {

    private final JdbcClient jdbc;

    AuthorityRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Authority authority) {
        Authority.Snapshot s = authority.snapshot();
        jdbc.sql("INSERT INTO request_authority (request_id, ward, lawyer, state) VALUES (?, ?, ?, ?)")
                .params(Arrays.asList(
                        s.request().value(),
                        Parameters.text(name(s.ward())),
                        s.lawyer(),
                        s.state().name()))
                .update();
    }

    /** Nothing where somebody asks for themselves. */
    Optional<Authority> find(RequestId request) {
        return jdbc.sql("""
                        SELECT a.request_id, r.capacity, a.ward, a.lawyer, a.state, a.papers, a.sights, a.decided_by, a.decided_at
                        FROM request_authority a JOIN request r ON r.id = a.request_id WHERE a.request_id = ?
                        """).param(request.value()).query(AuthorityRows::read).optional();
    }

    /** @throws IllegalStateException where somebody asks for themselves */
    Authority get(RequestId request) {
        return find(request).orElseThrow(() -> new IllegalStateException("Request " + request + " is for nobody else"));
    }

    /** Whether somebody asks for another person of whom nobody has said yet that they may. */
    boolean isOpen(SubjectRequest request) {
        return request.capacity().isForAnother() && !get(request.id()).isConfirmed();
    }

    void update(Authority authority) {
        Authority.Snapshot s = authority.snapshot();
        Instant decided = s.decidedAt();
        List<Map.Entry<Paper, Authority.Sight>> seen = List.copyOf(s.seen().entrySet());
        jdbc.sql("""
                        UPDATE request_authority SET state = ?, papers = ?::text[], sights = ?::text[], decided_by = ?,
                            decided_at = ? WHERE request_id = ?
                        """)
                .params(Arrays.asList(
                        s.state().name(),
                        seen.stream().map(each -> each.getKey().name()).toArray(String[]::new),
                        seen.stream().map(each -> each.getValue().name()).toArray(String[]::new),
                        Parameters.id(s.decidedBy()),
                        decided == null ? null : Timestamp.from(decided),
                        s.request().value()))
                .update();
    }

    private static Authority read(ResultSet rs, int row) throws SQLException {
        String ward = rs.getString("ward");
        Timestamp decided = rs.getTimestamp("decided_at");
        return new Authority(new Authority.Snapshot(
                new RequestId(rs.getObject("request_id", UUID.class)),
                Capacity.valueOf(rs.getString("capacity")),
                ward == null ? null : Ward.valueOf(ward),
                rs.getBoolean("lawyer"),
                Authority.State.valueOf(rs.getString("state")),
                seen((String[]) rs.getArray("papers").getArray(), (String[])
                        rs.getArray("sights").getArray()),
                rs.getObject("decided_by", UUID.class),
                decided == null ? null : decided.toInstant()));
    }

    private static Map<Paper, Authority.Sight> seen(String[] papers, String[] sights) {
        Map<Paper, Authority.Sight> seen = new EnumMap<>(Paper.class);
        for (int i = 0; i < papers.length; i++) {
            seen.put(Paper.valueOf(papers[i]), Authority.Sight.valueOf(sights[i]));
        }
        return seen;
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
