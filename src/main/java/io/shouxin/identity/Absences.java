package io.shouxin.identity;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.inbox.Substitutions;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is away and who stands in. A substitute gains no role and no branch by it, so nobody may do more while a colleague is away than
 * an administrator has given them for good; what they gain is the tasks that the other has in hand.
 */
@Service
public class Absences implements Substitutions {

    private static final Set<Role> WITHOUT_TASKS = Set.of(Role.AUDITOR, Role.ADMINISTRATOR);
    private static final String SELECT = "SELECT id, account_id, substitute_id, first_day, last_day FROM absence";

    private final JdbcClient jdbc;
    private final StaffAccounts accounts;
    private final AdministratorsOnly administrators;
    private final EvidenceLog evidence;
    private final Clock clock;

    public Absences(
            JdbcClient jdbc,
            StaffAccounts accounts,
            AdministratorsOnly administrators,
            EvidenceLog evidence,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.administrators = administrators;
        this.evidence = evidence;
        this.clock = clock;
    }

    public LocalDate today() {
        return ChinaTime.today(clock);
    }

    @Override
    public Set<UUID> absentFor(UUID substitute) {
        return new HashSet<>(jdbc.sql("""
                        SELECT account_id FROM absence
                        WHERE substitute_id = :substitute AND ended_at IS NULL AND :today BETWEEN first_day AND last_day
                        """)
                .param("substitute", substitute)
                .param("today", today())
                .query(UUID.class)
                .list());
    }

    @Override
    public Set<UUID> awayToday() {
        return new HashSet<>(
                jdbc.sql("SELECT account_id FROM absence WHERE ended_at IS NULL AND ? BETWEEN first_day AND last_day")
                        .param(today())
                        .query(UUID.class)
                        .list());
    }

    /** Present and coming ones, the next first. */
    public List<Absence> all() {
        return jdbc.sql(SELECT + " WHERE ended_at IS NULL AND last_day >= ? ORDER BY first_day, id")
                .param(today())
                .query(Absences::read)
                .list();
    }

    /** Who could stand in for somebody: active colleagues who may take the same tasks in the same branches. */
    public List<StaffAccount> candidates(UUID account) {
        StaffAccount absent = accounts.find(account).orElseThrow(() -> new NotFound("account", account));
        return accounts.all().stream()
                .filter(other -> other.active() && !other.id().equals(account))
                .filter(other -> other.roles().containsAll(withTasks(absent.roles()))
                        && other.branches().containsAll(absent.branches()))
                .toList();
    }

    private static Set<Role> withTasks(Set<Role> roles) {
        return roles.stream().filter(role -> !WITHOUT_TASKS.contains(role)).collect(Collectors.toSet());
    }

    /**
     * @throws InvalidInput if the days are past or in the wrong order, the substitute cannot do the other's work or is away as
     *     well, or there is an absence on these days already
     */
    @Transactional
    public UUID plan(UUID account, UUID substitute, LocalDate first, LocalDate last) {
        Actor by = administrators.require("plan an absence");
        if (last.isBefore(first)) {
            throw new InvalidInput("/lastDay", "identity.absence.error.order");
        }
        if (last.isBefore(today())) {
            throw new InvalidInput("/lastDay", "identity.absence.error.past");
        }
        lock(account, substitute);
        if (candidates(account).stream().noneMatch(other -> other.id().equals(substitute))) {
            throw new InvalidInput("/substitute", "identity.absence.error.substitute");
        }
        if (isAway(account, first, last)) {
            throw new InvalidInput("/firstDay", "identity.absence.error.overlap");
        }
        if (isAway(substitute, first, last)) {
            throw new InvalidInput("/substitute", "identity.absence.error.substituteAway");
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO absence (id, account_id, substitute_id, first_day, last_day, created_at, created_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(id, account, substitute, first, last, Timestamp.from(clock.instant()), by.id()))
                .update();
        evidence.append(event(account, by, "ABSENCE_PLANNED")
                .detail("absence", id)
                .detail("substitute", substitute)
                .detail("first_day", first)
                .detail("last_day", last)
                .build());
        return id;
    }

    /** Somebody is back early, or does not go. */
    @Transactional
    public void end(UUID absence) {
        Actor by = administrators.require("end an absence");
        end("id", absence, by);
    }

    /** Whoever has left is neither away nor a substitute any more. */
    void endAllOf(UUID account, Actor by) {
        end("account_id", account, by);
        end("substitute_id", account, by);
    }

    private void end(String column, UUID id, Actor by) {
        jdbc.sql("UPDATE absence SET ended_at = ? WHERE " + column
                        + " = ? AND ended_at IS NULL RETURNING id, account_id, substitute_id, first_day, last_day")
                .params(Timestamp.from(clock.instant()), id)
                .query(Absences::read)
                .list()
                .forEach(ended -> evidence.append(event(ended.account(), by, "ABSENCE_ENDED")
                        .detail("absence", ended.id())
                        .detail("substitute", ended.substitute())
                        .build()));
    }

    /** Both accounts, in one order, so that two administrators cannot plan two absences of the same days. */
    private void lock(UUID... those) {
        jdbc.sql("SELECT id FROM staff_account WHERE id = ANY (?) ORDER BY id FOR UPDATE")
                .param(those)
                .query(UUID.class)
                .list();
    }

    private boolean isAway(UUID account, LocalDate first, LocalDate last) {
        return jdbc.sql("""
                        SELECT count(*) FROM absence
                        WHERE account_id = ? AND ended_at IS NULL AND first_day <= ? AND last_day >= ?
                        """).params(account, last, first).query(Integer.class).single() > 0;
    }

    private static EvidenceEvent.Builder event(UUID account, Actor by, String outcome) {
        return EvidenceEvent.of(EvidenceKind.ACCOUNT_CHANGED, by)
                .target("account", account)
                .outcome(outcome);
    }

    private static Absence read(ResultSet rs, int n) throws SQLException {
        return new Absence(
                rs.getObject("id", UUID.class),
                rs.getObject("account_id", UUID.class),
                rs.getObject("substitute_id", UUID.class),
                rs.getObject("first_day", LocalDate.class),
                rs.getObject("last_day", LocalDate.class));
    }
}
