package io.shouxin.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.ui.FirmDetails;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;

/** A service refused what the page wanted to show. */
@AnonymousAllowed
public class ThingRefused extends ErrorPage implements HasErrorParameter<AccessRefused> {

    ThingRefused(ObjectProvider<FirmDetails> firm, CurrentActor current) {
        super(firm, current);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessRefused> parameter) {
        showRefused();
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
