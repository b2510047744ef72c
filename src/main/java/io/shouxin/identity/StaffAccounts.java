package io.shouxin.identity;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.inbox.HeldTasks;
import io.shouxin.inbox.StaffDirectory;
import io.shouxin.inbox.StaffNames;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The firm's accounts. What is changed here acts on the next call of an open session. */
@Service
public class StaffAccounts implements StaffNames, StaffDirectory {

    private static final String SELECT =
            "SELECT id, username, display_name, roles, branches, active FROM staff_account";

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final HeldTasks held;
    private final EvidenceLog evidence;

    public StaffAccounts(JdbcClient jdbc, PasswordEncoder passwords, HeldTasks held, EvidenceLog evidence) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.held = held;
        this.evidence = evidence;
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
     */
    @Transactional
    public void deactivate(UUID id, Actor by) {
        if (by.kind() != Actor.Kind.SYSTEM && !by.has(Role.ADMINISTRATOR)) {
            throw new AccessRefused("Deactivating an account");
        }
        int changed = jdbc.sql("UPDATE staff_account SET active = false WHERE id = ? AND active")
                .param(id)
                .update();
        if (changed == 1) {
            evidence.append(EvidenceEvent.of(EvidenceKind.ACCOUNT_CHANGED, by)
                    .target("account", id)
                    .outcome("DEACTIVATED")
                    .build());
            held.releaseAllOf(id, by);
        }
    }

    private static StaffAccount read(ResultSet rs, int n) throws SQLException {
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
