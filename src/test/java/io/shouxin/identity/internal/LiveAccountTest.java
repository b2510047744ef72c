package io.shouxin.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.identity.IdentityTest;
import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.Role;
import io.shouxin.spine.TestFirm;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** What a change of an account does to a session that is open. */
@IdentityTest
class LiveAccountTest {

    private final StaffAccounts accounts;
    private final CurrentActor current;
    private final TestFirm firm;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final LiveAccount filter;
    private final MockHttpSession session = new MockHttpSession();

    @Autowired
    LiveAccountTest(StaffAccounts accounts, CurrentActor current, TestFirm firm, JdbcClient jdbc, Clock clock) {
        this.accounts = accounts;
        this.current = current;
        this.firm = firm;
        this.jdbc = jdbc;
        this.clock = clock;
        this.filter = new LiveAccount(accounts);
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_session_goes_on_while_nothing_changes() throws Exception {
        signIn("live-same");
        assertThat(page("/staff/inbox").getRedirectedUrl()).isNull();
        assertThat(session.isInvalid()).isFalse();
        assertThat(current.get().has(Role.STAFF)).isTrue();
    }

    @Test
    void a_closed_account_ends_its_session_with_the_next_call() throws Exception {
        UUID id = signIn("live-closed");
        accounts.deactivate(id, Actor.SYSTEM);
        assertThat(current.get()).isEqualTo(Actor.ANONYMOUS);
        assertThat(page("/staff/inbox").getRedirectedUrl()).isEqualTo("/staff/login?ended");
        assertThat(session.isInvalid()).isTrue();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }

    @Test
    void a_call_of_a_living_page_loses_its_session_and_is_answered_as_such() throws Exception {
        UUID id = signIn("live-call");
        accounts.deactivate(id, Actor.SYSTEM);
        MockHttpServletRequest call = new MockHttpServletRequest("POST", "/");
        call.setParameter("v-r", "uidl");
        assertThat(answer(call).getRedirectedUrl()).isNull();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void another_password_ends_the_sessions_of_the_old_one() throws Exception {
        UUID id = signIn("live-password");
        jdbc.sql("UPDATE staff_account SET credential_no = credential_no + 1 WHERE id = ?")
                .param(id)
                .update();
        assertThat(current.get()).isEqualTo(Actor.ANONYMOUS);
        assertThat(page("/staff/inbox").getRedirectedUrl()).isEqualTo("/staff/login?ended");
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void a_role_that_was_taken_away_opens_nothing_any_more_and_a_new_one_opens_at_once() throws Exception {
        UUID id = signIn("live-roles");
        jdbc.sql("UPDATE staff_account SET roles = '{REVIEWER,LEGAL}' WHERE id = ?")
                .param(id)
                .update();
        page("/staff/inbox");
        assertThat(Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication())
                        .getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactlyInAnyOrder("ROLE_REVIEWER", "ROLE_LEGAL");
        assertThat(session.isInvalid()).isFalse();
    }

    @Test
    void a_start_password_leads_to_its_replacement_from_every_page() throws Exception {
        UUID id = signIn("live-start");
        jdbc.sql("UPDATE staff_account SET start_password_until = now() + interval '7 days' WHERE id = ?")
                .param(id)
                .update();
        assertThat(page("/staff/inbox").getRedirectedUrl()).isEqualTo("/staff/password");
        assertThat(page("/staff/password").getRedirectedUrl()).isNull();
        assertThat(Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication())
                        .getAuthorities())
                .isEmpty();
        assertThat(current.get().roles()).isEmpty();
    }

    @Test
    void a_start_password_that_was_not_used_in_time_does_not_open() {
        UUID id = account("live-late");
        jdbc.sql("UPDATE staff_account SET start_password_until = ? WHERE id = ?")
                .params(java.sql.Timestamp.from(clock.instant()), id)
                .update();
        StaffUser user = StaffUser.of(accounts.standing("live-late").orElseThrow(), "{noop}x", clock.instant());
        assertThat(user.isCredentialsNonExpired()).isFalse();
    }

    private UUID signIn(String name) {
        UUID id = account(name);
        StaffUser user = StaffUser.of(accounts.standing(name).orElseThrow(), "{noop}x", clock.instant());
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        return id;
    }

    private UUID account(String name) {
        UUID id = UUID.randomUUID();
        accounts.create(new StaffAccount(id, name, name, Set.of(Role.STAFF), Set.of(TestFirm.BRANCH), true), "secret");
        return id;
    }

    private MockHttpServletResponse page(String path) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.addHeader("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        return answer(request);
    }

    private MockHttpServletResponse answer(MockHttpServletRequest request) throws Exception {
        request.setSession(session);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
