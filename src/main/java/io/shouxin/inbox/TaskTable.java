package io.shouxin.inbox;

import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the inbox's projection, next deadline first. */
final class TaskTable {

    private static final int SOON_DAYS = 3;

    /** A row of the database has a limited number of columns. */
    private static final int COUNTS_AT_ONCE = 200;

    /** From the second review the process leads back to the review only when it is returned. */
    private static final String SELECT = """
            SELECT id, engine_task, kind, label, case_id, case_reference, case_type, case_channel, subject_id, branch_id,
                   candidate_role, assignee, due_on, state, escalated_at, created_at,
                   kind = 'review-decisions' AND EXISTS (
                       SELECT 1 FROM task earlier
                       WHERE earlier.case_id = task.case_id AND earlier.kind = 'second-review'
                       AND earlier.state = 'DONE' AND earlier.assignee IS NOT NULL) AS returned
            FROM task
            """;

    private static final String ORDER = " ORDER BY (state = 'WAITING'), due_on NULLS LAST, created_at, id";

    /** What waits for the actor: in hand or free, what somebody has in whose place they stand, and what is escalated to them. */
    private static final String TO_ME = """
             branch_id = ANY (:branches)
            AND ((candidate_role = ANY (:roles) AND (assignee IS NULL OR assignee = :me OR assignee = ANY (:absent)))
                OR (:officer AND escalated_at IS NOT NULL))
            """;

    private static final String ALL_ESCALATED = " WHERE" + TO_ME + " AND state <> 'DONE' AND escalated_at IS NOT NULL";

    private static final String WANTED = """
             WHERE branch_id = ANY (:branches) AND (candidate_role = ANY (:roles) OR (:officer AND escalated_at IS NOT NULL))
            AND state <> 'DONE' AND ((:held AND assignee = :me) OR (:free AND assignee IS NULL))
            AND (due_on < :before OR (due_on IS NULL AND :undated))
            """;

    /** What the privacy officer may give back or pass on for others. */
    private static final String HELD_BY_OTHERS = """
             branch_id = ANY (:branches) AND :officer AND state = 'OPEN' AND assignee IS NOT NULL AND assignee <> :me
            """;

    /** What is in somebody's hand or free for them; for the privacy officer all of their branches. */
    private static final String WATCHED = """
             WHERE branch_id = ANY (:branches) AND state = 'OPEN' AND due_on IS NOT NULL
            AND (assignee = :me OR (assignee IS NULL AND candidate_role = ANY (:roles)) OR :officer)
            """;

    private final JdbcClient jdbc;
    private final Substitutions substitutions;
    private final Clock clock;

    TaskTable(JdbcClient jdbc, Substitutions substitutions, Clock clock) {
        this.jdbc = jdbc;
        this.substitutions = substitutions;
        this.clock = clock;
    }

    Optional<InboxTask> find(UUID id) {
        return jdbc.sql(SELECT + " WHERE id = ?")
                .param(id)
                .query(TaskTable::read)
                .optional();
    }

    /** A task and its name in the engine. */
    record Locked(InboxTask task, String engineTask) {}

    /** The task as it is now, kept from everybody else until the end of the transaction. */
    Optional<Locked> lock(UUID id) {
        return jdbc.sql(SELECT + " WHERE id = ? FOR UPDATE")
                .param(id)
                .query((rs, n) -> new Locked(read(rs, n), rs.getString("engine_task")))
                .optional();
    }

    List<InboxTask> ofCase(UUID caseId) {
        return jdbc.sql(SELECT + " WHERE case_id = ? AND state <> 'DONE'" + ORDER)
                .param(caseId)
                .query(TaskTable::read)
                .list();
    }

    /** @param without tasks that are left out, whatever they are */
    List<InboxTask> list(Actor actor, ListFilter filter, List<UUID> without, int offset, int limit) {
        Map<String, Object> parameters = parameters(actor, without);
        return page(" WHERE " + condition(filter, "", parameters), order(filter.order()), parameters, offset, limit);
    }

    /** @param without tasks that no list counts but those that show what is to be seen to */
    List<Integer> counts(Actor actor, List<ListFilter> filters, List<UUID> without) {
        List<Integer> counts = new ArrayList<>();
        for (int from = 0; from < filters.size(); from += COUNTS_AT_ONCE) {
            counts.addAll(
                    countsOf(actor, filters.subList(from, Math.min(filters.size(), from + COUNTS_AT_ONCE)), without));
        }
        return counts;
    }

    private List<Integer> countsOf(Actor actor, List<ListFilter> filters, List<UUID> without) {
        Map<String, Object> parameters = parameters(actor, without);
        StringJoiner columns = new StringJoiner(", ");
        for (int i = 0; i < filters.size(); i++) {
            columns.add("count(*) FILTER (WHERE " + condition(filters.get(i), Integer.toString(i), parameters) + ")");
        }
        return jdbc.sql("SELECT " + columns + " FROM task WHERE branch_id = ANY (:branches) AND state <> 'DONE'")
                .params(parameters)
                .query((rs, n) -> {
                    List<Integer> counts = new ArrayList<>();
                    for (int i = 1; i <= filters.size(); i++) {
                        counts.add(rs.getInt(i));
                    }
                    return counts;
                })
                .single();
    }

    /** @param without tasks that are left out, whatever they are */
    int count(Actor actor, Inbox.Filter filter, List<UUID> without) {
        return count(" WHERE " + condition(filter), parameters(actor, without));
    }

    /** What is escalated to the actor, open or waiting. */
    List<InboxTask> escalated(Actor actor) {
        return jdbc.sql(SELECT + ALL_ESCALATED)
                .params(parameters(actor))
                .query(TaskTable::read)
                .list();
    }

    List<InboxTask> list(Actor actor, TaskQuery query, int offset, int limit) {
        return page(WANTED, ORDER, parameters(actor, query), offset, limit);
    }

    /** Dated tasks that somebody is warned of, the nearest date first. */
    List<InboxTask> watched(Actor actor, int limit) {
        return page(WATCHED, ORDER, parameters(actor), 0, limit);
    }

    int count(Actor actor, TaskQuery query) {
        return count(WANTED, parameters(actor, query));
    }

    private List<InboxTask> page(String where, String order, Map<String, Object> parameters, int offset, int limit) {
        return jdbc.sql(SELECT + where + order + " OFFSET :offset LIMIT :limit")
                .params(parameters)
                .param("offset", offset)
                .param("limit", limit)
                .query(TaskTable::read)
                .list();
    }

    private int count(String where, Map<String, Object> parameters) {
        return jdbc.sql("SELECT count(*) FROM task" + where)
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    private static String condition(Inbox.Filter filter) {
        String toDo = TO_ME + " AND id <> ALL (:without)";
        return switch (filter) {
            case FOR_ME -> toDo + " AND state = 'OPEN'";
            case DUE_SOON -> toDo + " AND state = 'OPEN' AND due_on <= :soon";
            case ESCALATED -> TO_ME + " AND state = 'OPEN' AND escalated_at IS NOT NULL";
            case WAITING -> toDo + " AND state = 'WAITING'";
            case WITH_COLLEAGUES -> HELD_BY_OTHERS;
        };
    }

    /**
     * A list's part, narrowed.
     *
     * @param suffix of the names of its parameters, where one statement counts several lists
     */
    private static String condition(ListFilter filter, String suffix, Map<String, Object> parameters) {
        StringBuilder condition = new StringBuilder(condition(filter.part()));
        UUID branch = filter.branch();
        if (branch != null) {
            condition.append(" AND branch_id = :branch").append(suffix);
            parameters.put("branch" + suffix, branch);
        }
        String kind = filter.kind();
        if (kind != null) {
            condition.append(" AND kind = :kind").append(suffix);
            parameters.put("kind" + suffix, kind);
        }
        UUID holder = filter.holder();
        if (holder != null) {
            condition.append(" AND assignee = :holder").append(suffix);
            parameters.put("holder" + suffix, holder);
        }
        condition.append(
                switch (filter.hand()) {
                    case NOBODY -> " AND assignee IS NULL";
                    case MINE -> " AND assignee = :me";
                    case ANYBODY, COLLEAGUE -> "";
                });
        return condition.toString();
    }

    private static String order(ListFilter.Order order) {
        return switch (order) {
            case DUE -> ORDER;
            case NEWEST -> " ORDER BY created_at DESC, id";
            case OLDEST -> " ORDER BY created_at, id";
        };
    }

    private Map<String, Object> parameters(Actor actor, List<UUID> without) {
        Map<String, Object> parameters = parameters(actor);
        parameters.put("without", without.toArray(UUID[]::new));
        return parameters;
    }

    private Map<String, Object> parameters(Actor actor, TaskQuery query) {
        Map<String, Object> parameters = parameters(actor);
        parameters.put("held", query.held());
        parameters.put("free", query.free());
        LocalDate dueBefore = query.dueBefore();
        parameters.put("before", dueBefore == null ? LocalDate.of(9999, 12, 31) : dueBefore);
        parameters.put("undated", dueBefore == null);
        return parameters;
    }

    private Map<String, Object> parameters(Actor actor) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("branches", actor.branches().toArray(UUID[]::new));
        parameters.put("roles", actor.roles().stream().map(Role::name).toArray(String[]::new));
        parameters.put("officer", actor.has(Role.PRIVACY_OFFICER));
        UUID me = actor.id() == null ? new UUID(0, 0) : actor.id();
        parameters.put("me", me);
        parameters.put("absent", substitutions.absentFor(me).toArray(UUID[]::new));
        parameters.put("soon", ChinaTime.today(clock).plusDays(SOON_DAYS));
        return parameters;
    }

    private static InboxTask read(ResultSet rs, int n) throws SQLException {
        return new InboxTask(
                rs.getObject("id", UUID.class),
                rs.getString("kind"),
                rs.getString("label"),
                rs.getObject("case_id", UUID.class),
                rs.getString("case_reference"),
                rs.getString("case_type"),
                rs.getString("case_channel"),
                rs.getObject("subject_id", UUID.class),
                rs.getObject("branch_id", UUID.class),
                rs.getString("candidate_role"),
                rs.getObject("assignee", UUID.class),
                rs.getObject("due_on", LocalDate.class),
                rs.getString("state").equals("WAITING"),
                rs.getString("state").equals("DONE"),
                rs.getTimestamp("escalated_at") != null,
                rs.getBoolean("returned"),
                rs.getTimestamp("created_at").toInstant());
    }
}
