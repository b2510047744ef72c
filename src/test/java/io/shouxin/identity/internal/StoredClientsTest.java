package io.shouxin.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shouxin.identity.ApiClients;
import io.shouxin.identity.IdentityTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How long a refusal takes must not tell which clients there are. */
@IdentityTest
class StoredClientsTest {

    private final ApiClients clients;
    private final PasswordEncoder passwords = mock(PasswordEncoder.class);
    private final StoredClients stored;

    @Autowired
    StoredClientsTest(ApiClients clients, JdbcClient jdbc) {
        this.clients = clients;
        when(passwords.encode(any())).thenReturn("hash of nobody's secret");
        this.stored = new StoredClients(jdbc, passwords);
    }

    @Test
    void an_unknown_client_costs_the_same_check_of_a_secret_as_a_known_one() {
        assertThat(stored.findByClientId("nobody-knows-me")).isNull();
        verify(passwords).matches(any(), eq("hash of nobody's secret"));
    }

    @Test
    void a_known_client_is_checked_once_and_by_whoever_asked_for_it() {
        clients.create("known-to-all", "secret", Set.of("records:read"), null);
        assertThat(stored.findByClientId("known-to-all")).isNotNull();
        verify(passwords, never()).matches(any(), any());
    }
}
