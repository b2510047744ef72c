package io.shouxin.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.ui.FirmDetails;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;

/** The person's role does not open this page. */
@AnonymousAllowed
public class PageRefused extends ErrorPage implements HasErrorParameter<AccessDeniedException> {

    PageRefused(ObjectProvider<FirmDetails> firm, CurrentActor current) {
        super(firm, current);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        showRefused();
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
