package io.shouxin.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.server.VaadinSession;
import io.shouxin.testing.BrowserlessPages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.WebAttributes;

/** The staff's own door. */
class StaffSignInTest extends ClientPages {

    @Autowired
    StaffSignInTest(ApplicationContext context) {
        super(context);
    }

    @Test
    void after_a_wrong_password_the_account_name_is_still_there() {
        refused("chenjing");
        BrowserlessPages.go("staff/login?error");
        assertThat(handedToTheForm()).contains("chenjing").doesNotContain("wrong");
    }

    @Test
    void who_comes_anew_finds_an_empty_form() {
        refused("chenjing");
        BrowserlessPages.go("staff/login");
        assertThat(handedToTheForm()).contains("显示密码").doesNotContain("chenjing");
    }

    private static void refused(String name) {
        BadCredentialsException refusal = new BadCredentialsException("no");
        refusal.setAuthenticationRequest(UsernamePasswordAuthenticationToken.unauthenticated(name, "wrong"));
        VaadinSession.getCurrent().getSession().setAttribute(WebAttributes.AUTHENTICATION_EXCEPTION, refusal);
    }

    private static List<Object> handedToTheForm() {
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(PendingJavaScriptInvocation::getInvocation)
                .filter(call -> call.getExpression().contains("name=username"))
                .flatMap(call -> call.getParameters().stream())
                .toList();
    }
}
