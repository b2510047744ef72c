package io.shouxin.inbox;

import io.shouxin.shared.Actor;
import io.shouxin.shared.Role;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Who of the firm could decide a task. A task that wants somebody who had no hand in the case may have nobody; asked anew each time,
 * since accounts, roles and absences change.
 */
@Service
public class Deciders {

    private final StaffDirectory staff;
    private final Substitutions substitutions;
    private final Map<String, TaskKind> kinds;
    private final TaskTable table;

    public Deciders(
            StaffDirectory staff, Substitutions substitutions, List<TaskKind> kinds, JdbcClient jdbc, Clock clock) {
        this.staff = staff;
        this.substitutions = substitutions;
        this.kinds = kinds.stream().collect(Collectors.toMap(TaskKind::key, Function.identity()));
        this.table = new TaskTable(jdbc, substitutions, clock);
    }

    /**
     * Members of the firm with an active account who may decide such a task of the case: of its role, or privacy officers, in its
     * branch, not away today, and free to do so. A substitute has roles and branches of their own and stands here with these.
     */
    public List<Actor> of(String kind, UUID caseId, UUID branch) {
        return able(kind, caseId, branch).toList();
    }

    /** This member of the firm, unless the account is closed or they are away today: read once, and asked about many tasks. */
    public Optional<Actor> atWork(UUID member) {
        return substitutions.awayToday().contains(member)
                ? Optional.empty()
                : staff.working().stream()
                        .filter(actor -> member.equals(actor.id()))
                        .findFirst();
    }

    /** Whether a member who is {@link #atWork} is one {@link #of them}. */
    public boolean isOneOf(Actor member, String kind, UUID caseId, UUID branch) {
        TaskKind wanted = kind(kind);
        return member.sees(branch) && hasRole(member, wanted) && wanted.mayDecide(caseId, member);
    }

    private static boolean hasRole(Actor actor, TaskKind wanted) {
        return actor.has(wanted.candidate()) || actor.has(Role.PRIVACY_OFFICER);
    }

    /** Whether anybody of the task's own role is among {@link #of them}. */
    public boolean hasOfRole(String kind, UUID caseId, UUID branch) {
        Role role = kind(kind).candidate();
        return able(kind, caseId, branch).anyMatch(actor -> actor.has(role));
    }

    /** One after the other: the first who may is mostly all that is asked for. */
    private Stream<Actor> able(String kind, UUID caseId, UUID branch) {
        Set<UUID> away = substitutions.awayToday();
        return staff.working().stream()
                .filter(actor -> !away.contains(actor.id()) && isOneOf(actor, kind, caseId, branch));
    }

    /** Whether the case has an open task that wants somebody without a hand in it, and nobody is left for it. */
    public boolean nobodyLeft(UUID caseId) {
        return table.ofCase(caseId).stream()
                .filter(task -> kind(task.kind()).wantsIndependent())
                .anyMatch(task ->
                        able(task.kind(), caseId, task.branchId()).findAny().isEmpty());
    }

    /** Whether nobody but this member could decide such a task, should the case come to it. */
    public boolean nobodyBesides(UUID member, String kind, UUID caseId, UUID branch) {
        return able(kind, caseId, branch).allMatch(actor -> member.equals(actor.id()));
    }

    /** Whether this member has a role that nobody else in the branch has. */
    public boolean isOnly(UUID member, Role role, UUID branch) {
        List<Actor> all = staff.working().stream()
                .filter(actor -> actor.has(role) && actor.sees(branch))
                .toList();
        return all.size() == 1 && member.equals(all.get(0).id());
    }

    private TaskKind kind(String key) {
        return Objects.requireNonNull(kinds.get(key), key);
    }
}
