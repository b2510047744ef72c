package io.shouxin.identity;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.inbox.HeldTasks;
import io.shouxin.inbox.StaffDirectory;
import io.shouxin.inbox.StaffNames;
import io.shouxin.record.ImporterNames;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The firm's accounts. What is changed here acts on the next call of an open session. */
@Service
public class StaffAccounts implements StaffNames, StaffDirectory, ImporterNames {

    private static final String SELECT =
            "SELECT id, username, display_name, roles, branches, active, credential_no, start_password_until FROM staff_account";

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final HeldTasks held;
    private final EvidenceLog evidence;
    private final Clock clock;

    public StaffAccounts(
            JdbcClient jdbc, PasswordEncoder passwords, HeldTasks held, EvidenceLog evidence, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.held = held;
        this.evidence = evidence;
        this.clock = clock;
    }

    public Optional<StaffAccount> find(UUID id) {
        return jdbc.sql(SELECT + " WHERE id = ?")
                .param(id)
                .query(StaffAccounts::read)
                .optional();
    }

    public Optional<StaffAccount> byUsername(String username) {
        return jdbc.sql(SELECT + " WHERE username = ?")
                .param(username)
                .query(StaffAccounts::read)
                .optional();
    }

    public List<StaffAccount> all() {
        return jdbc.sql(SELECT + " ORDER BY username")
                .query(StaffAccounts::read)
                .list();
    }

    @Override
    public List<Actor> working() {
        return all().stream()
                .filter(StaffAccount::active)
                .map(StaffAccount::actor)
                .toList();
    }

    /** The name to show for an account id, for timelines and "is being handled by". */
    @Override
    public String nameOf(UUID id) {
        return find(id).map(StaffAccount::displayName).orElse("—");
    }

    /**
     * An account and what the session of somebody signed in to it depends on.
     *
     * @param credential the number of its password; a session opened with another one has ended
     * @param startPasswordUntil until when the password that an administrator gave may be replaced; null once the person has one of
     *     their own
     */
    public record Standing(
            StaffAccount account, int credential, @Nullable Instant startPasswordUntil) {

        public boolean hasStartPassword() {
            return startPasswordUntil != null;
        }

        /** Whoever has not replaced their start password yet is known, and may do nothing. */
        public Actor actor() {
            return hasStartPassword()
                    ? new Actor(Actor.Kind.STAFF, account.id(), account.displayName(), Set.of(), Set.of())
                    : account.actor();
        }
    }

    /** The account that somebody signs in to; none if there is none or it is closed. */
    public Optional<Standing> standing(String username) {
        return jdbc.sql(SELECT + " WHERE username = ? AND active")
                .param(username)
                .query((rs, n) -> new Standing(read(rs, n), rs.getInt("credential_no"), until(rs)))
                .optional();
    }

    private static @Nullable Instant until(ResultSet rs) throws SQLException {
        Timestamp until = rs.getTimestamp("start_password_until");
        return until == null ? null : until.toInstant();
    }

    Optional<String> passwordHash(String username) {
        return jdbc.sql("SELECT password_hash FROM staff_account WHERE username = ? AND active")
                .param(username)
                .query(String.class)
                .optional();
    }

    @Transactional
    public void create(StaffAccount account, String password) {
        jdbc.sql("""
                        INSERT INTO staff_account (id, username, display_name, password_hash, roles, branches, active)
                        VALUES (?, ?, ?, ?, ?::text[], ?::uuid[], ?) ON CONFLICT (username) DO NOTHING
                        """)
                .params(
                        account.id(),
                        account.username(),
                        account.displayName(),
                        passwords.encode(password),
                        account.roles().stream().map(Role::name).sorted().toArray(String[]::new),
                        account.branches().toArray(UUID[]::new),
                        account.active())
                .update();
    }

    /**
     * Closes an account: its sessions and tokens end with their next call, and what it has in hand goes back to everybody.
     *
     * @throws AccessRefused if {@code by} is no administrator
     * @throws InvalidInput if nobody would be left to administer the firm
     */
    @Transactional
    public void deactivate(UUID id, Actor by) {
        if (by.kind() != Actor.Kind.SYSTEM && !by.has(Role.ADMINISTRATOR)) {
            throw new AccessRefused("Deactivating an account");
        }
        requireAdministratorBesides(id);
        int changed = jdbc.sql("""
                        UPDATE staff_account SET active = false, left_at = ?, version = version + 1
                        WHERE id = ? AND active
                        """).params(Timestamp.from(clock.instant()), id).update();
        if (changed == 1) {
            evidence.append(EvidenceEvent.of(EvidenceKind.ACCOUNT_CHANGED, by)
                    .target("account", id)
                    .outcome("DEACTIVATED")
                    .build());
            held.releaseAllOf(id, by);
        }
    }

    /**
     * Refuses to take the last administrator away. All of them are locked, so that two who take each other away wait for each other.
     */
    void requireAdministratorBesides(UUID id) {
        List<UUID> administrators = jdbc.sql("""
                        SELECT id FROM staff_account WHERE active AND 'ADMINISTRATOR' = ANY (roles) ORDER BY id FOR UPDATE
                        """).query(UUID.class).list();
        if (administrators.equals(List.of(id))) {
            throw new InvalidInput("", "identity.people.error.lastAdministrator");
        }
    }

    static StaffAccount read(ResultSet rs, int n) throws SQLException {
        Set<Role> roles = Arrays.stream((String[]) rs.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        return new StaffAccount(
                rs.getObject("id", UUID.class),
                rs.getString("username"),
                rs.getString("display_name"),
                roles,
                Set.of((UUID[]) rs.getArray("branches").getArray()),
                rs.getBoolean("active"));
    }
}
