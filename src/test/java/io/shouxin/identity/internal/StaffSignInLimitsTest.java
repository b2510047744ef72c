package io.shouxin.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.identity.IdentityTest;
import io.shouxin.identity.RateLimits;
import io.shouxin.spine.TestFirm;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Guessing is slowed down where it comes from; whoever is guessed at can still get in from elsewhere. */
@IdentityTest
class StaffSignInLimitsTest {

    private static final FilterChain REFUSES =
            (request, response) -> ((HttpServletResponse) response).setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    private static final FilterChain ANSWERS = (request, response) -> {};

    private final StaffUsers users;
    private final TestFirm firm;
    private final SecretsGate gate;

    @Autowired
    StaffSignInLimitsTest(StaffUsers users, TestFirm firm, RateLimits limits, ApiProblems problems) {
        this.users = users;
        this.firm = firm;
        this.gate = new SecretsGate(limits, problems);
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @AfterEach
    void noRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void twenty_tries_of_a_name_shut_out_their_own_address_and_nobody_else() {
        from("203.0.113.1");
        for (int i = 0; i < 20; i++) {
            users.loadUserByUsername("clerk");
        }
        assertThat(users.loadUserByUsername("Clerk ").isAccountNonLocked()).isFalse();
        from("203.0.113.2");
        assertThat(users.loadUserByUsername("clerk").isAccountNonLocked()).isTrue();
    }

    @Test
    void who_is_shut_out_is_told_so_and_with_the_right_password_too() {
        from("203.0.113.9");
        DaoAuthenticationProvider signIn = new DaoAuthenticationProvider(users);
        signIn.setPasswordEncoder(PasswordEncoderFactories.createDelegatingPasswordEncoder());
        for (int i = 0; i < 20; i++) {
            users.loadUserByUsername("clerk");
        }
        assertThatThrownBy(
                        () -> signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated("clerk", "demo")))
                .isInstanceOf(LockedException.class);
    }

    @Test
    void one_address_cannot_try_a_hundred_names_and_go_on() {
        from("203.0.113.3");
        for (int i = 0; i < 100; i++) {
            String name = "nobody" + i;
            assertThatThrownBy(() -> users.loadUserByUsername(name)).isInstanceOf(UsernameNotFoundException.class);
        }
        assertThat(users.loadUserByUsername("second").isAccountNonLocked()).isFalse();
        from("203.0.113.4");
        assertThat(users.loadUserByUsername("second").isAccountNonLocked()).isTrue();
    }

    @Test
    void guessing_at_a_client_s_secret_ends_after_twenty_refusals_from_an_address() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(secret("203.0.113.5", "crm", REFUSES).getStatus()).isEqualTo(401);
        }
        MockHttpServletResponse refused = secret("203.0.113.5", "crm", ANSWERS);
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getContentType()).startsWith("application/problem+json");
        assertThat(Integer.parseInt(String.valueOf(refused.getHeader("Retry-After"))))
                .isBetween(1, 901);
        assertThat(secret("203.0.113.6", "crm", ANSWERS).getStatus()).isEqualTo(200);
        assertThat(secret("203.0.113.5", "other", ANSWERS).getStatus()).isEqualTo(200);
    }

    @Test
    void an_address_cannot_go_through_the_clients() throws Exception {
        for (int i = 0; i < 100; i++) {
            assertThat(secret("203.0.113.7", "client" + i, REFUSES).getStatus()).isEqualTo(401);
        }
        assertThat(secret("203.0.113.7", "one-more", REFUSES).getStatus()).isEqualTo(429);
    }

    @Test
    void who_has_the_right_secret_is_never_told_to_wait() throws Exception {
        for (int i = 0; i < 101; i++) {
            assertThat(secret("203.0.113.8", "busy", ANSWERS).getStatus()).isEqualTo(200);
        }
    }

    private MockHttpServletResponse secret(String address, String client, FilterChain chain) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/oauth2/token");
        request.setRemoteAddr(address);
        byte[] shown = (client + ":guess").getBytes(StandardCharsets.UTF_8);
        request.addHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(shown));
        MockHttpServletResponse response = new MockHttpServletResponse();
        gate.doFilter(request, response, chain);
        return response;
    }

    private static void from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }
}
