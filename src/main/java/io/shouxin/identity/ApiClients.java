package io.shouxin.identity;

import io.shouxin.shared.Actor;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Integrators that call the API with a token of their own. */
@Service
public class ApiClients {

    private final JdbcClient jdbc;
    private final StaffAccounts accounts;
    private final PasswordEncoder passwords;

    public ApiClients(JdbcClient jdbc, StaffAccounts accounts, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** Who acts when this client calls: the account it stands for, or the integrator itself. */
    public Actor actor(@Nullable String clientId) {
        record Row(UUID id, @Nullable UUID account) {}
        return jdbc.sql("SELECT id, account_id FROM api_client WHERE client_id = ? AND active")
                .param(clientId)
                .query((rs, n) -> new Row(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)))
                .optional()
                .map(row -> row.account() == null
                        ? new Actor(Actor.Kind.INTEGRATOR, row.id(), String.valueOf(clientId), Set.of(), Set.of())
                        : accounts.find(row.account())
                                .filter(StaffAccount::active)
                                .map(StaffAccount::actor)
                                .orElse(Actor.ANONYMOUS))
                .orElse(Actor.ANONYMOUS);
    }

    @Transactional
    public void create(String clientId, String secret, Set<String> scopes, @Nullable UUID account) {
        jdbc.sql("""
                        INSERT INTO api_client (id, client_id, secret_hash, scopes, account_id) VALUES (?, ?, ?, ?::text[], ?)
                        ON CONFLICT (client_id) DO NOTHING
                        """)
                .params(java.util.Arrays.asList(
                        UUID.randomUUID(),
                        clientId,
                        passwords.encode(secret),
                        scopes.stream().sorted().toArray(String[]::new),
                        account))
                .update();
    }
}
