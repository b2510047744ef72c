package io.shouxin.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.shared.AccessRefused;
import jakarta.servlet.http.HttpServletResponse;

/** A service refused what the page wanted to show. */
@AnonymousAllowed
public class ThingRefused extends ErrorPage implements HasErrorParameter<AccessRefused> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessRefused> parameter) {
        show("shell.refused", event.getLocation().getPath());
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
