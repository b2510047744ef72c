package io.shouxin.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.identity.IdentityTest;
import jakarta.servlet.Filter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** Where somebody arrives who asked for something before signing in. */
@IdentityTest
class AskedBeforeSignInTest {

    private final Filter security;
    private final MockHttpSession session = new MockHttpSession();

    @Autowired
    AskedBeforeSignInTest(@Qualifier("springSecurityFilterChain") Filter security) {
        this.security = security;
    }

    @Test
    void the_page_of_the_staff_that_was_asked_for_is_opened_after_the_sign_in() throws Exception {
        assertThat(ask("/staff/nowhere").getRedirectedUrl()).endsWith("/staff/login");
        SavedRequest asked =
                new HttpSessionRequestCache().getRequest(withSession("/staff/login"), new MockHttpServletResponse());
        assertThat(asked.getRedirectUrl()).contains("/staff/nowhere");
    }

    @Test
    void what_a_browser_asks_for_by_itself_is_not() throws Exception {
        assertThat(ask("/staff.css").getStatus()).isEqualTo(404);
        assertThat(new HttpSessionRequestCache().getRequest(withSession("/staff/login"), new MockHttpServletResponse()))
                .isNull();
    }

    private MockHttpServletResponse ask(String path) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        security.doFilter(withSession(path), response, new MockFilterChain());
        return response;
    }

    private MockHttpServletRequest withSession(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setSession(session);
        return request;
    }
}
