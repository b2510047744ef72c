package io.shouxin.identity.internal;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The integrators as the token endpoint sees them: client credentials only. */
@Component
class StoredClients implements RegisteredClientRepository {

    private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    /** The hash of a secret that nobody has. */
    private final Supplier<String> nobodys;

    StoredClients(JdbcClient jdbc, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.nobodys =
                SingletonSupplier.of(() -> passwords.encode(UUID.randomUUID().toString()));
    }

    /** Asks for nobody once, or the first unknown client would take longer than any known one. */
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        findByClientId("");
    }

    @Override
    public void save(RegisteredClient client) {
        throw new IllegalStateException("Integrators are entered by an administrator, not registered by themselves");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return find("id = ?::uuid", id);
    }

    /** An unknown client costs as much as a wrong secret, or the time of the refusal would tell which clients there are. */
    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        RegisteredClient found = find("client_id = ?", clientId);
        if (found == null) {
            passwords.matches(clientId, nobodys.get());
        }
        return found;
    }

    private @Nullable RegisteredClient find(String condition, String value) {
        return jdbc.sql("SELECT id, client_id, secret_hash, scopes FROM api_client WHERE active AND " + condition)
                .param(value)
                .query((rs, n) -> RegisteredClient.withId(
                                rs.getObject("id", UUID.class).toString())
                        .clientId(rs.getString("client_id"))
                        .clientSecret(rs.getString("secret_hash"))
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .scopes(scopes -> scopes.addAll(Set.of(texts(rs))))
                        .tokenSettings(TokenSettings.builder()
                                .accessTokenTimeToLive(TOKEN_LIFE)
                                .build())
                        .build())
                .optional()
                .orElse(null);
    }

    private static String[] texts(java.sql.ResultSet rs) {
        try {
            return (String[]) rs.getArray("scopes").getArray();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException("The scopes of an integrator cannot be read", e);
        }
    }
}
