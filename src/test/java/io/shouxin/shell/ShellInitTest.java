package io.shouxin.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.Router;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import io.shouxin.testing.EmptyPage;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is answered before a page has started, or after its session is gone. */
@ExtendWith(EmptyPage.class)
class ShellInitTest {

    @Test
    void only_an_address_that_leads_to_a_page_is_answered_as_one() {
        RouteConfiguration.forApplicationScope().setRoute("known/:number?", Div.class);
        Router router = VaadinService.getCurrent().getRouter();
        assertThat(ShellInit.isPage(router, "/known")).isTrue();
        assertThat(ShellInit.isPage(router, "/known/SC-2026-000482")).isTrue();
        assertThat(ShellInit.isPage(router, "/nope")).isFalse();
        assertThat(ShellInit.isPage(router, "/known/../nope")).isFalse();
    }

    @Test
    void that_cookies_are_missing_is_said_in_the_language_that_was_chosen() {
        assertThat(messages(new Cookie(Preferences.LANGUAGE, "zh-CN")).getCookiesDisabledCaption())
                .isEqualTo("浏览器关闭了 Cookie");
        assertThat(messages(new Cookie(Preferences.LANGUAGE, "en")).getSessionExpiredCaption())
                .isEqualTo("You were away for a while and have been signed out");
        assertThat(messages().getCookiesDisabledCaption()).as("nothing chosen").isEqualTo("Cookies are switched off");
    }

    private static SystemMessages messages(Cookie... cookies) {
        VaadinRequest request = mock(VaadinRequest.class);
        when(request.getCookies()).thenReturn(cookies);
        return ShellInit.messages(new SystemMessagesInfo(Locale.ENGLISH, request, VaadinService.getCurrent()));
    }
}
