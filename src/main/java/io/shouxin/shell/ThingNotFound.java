package io.shouxin.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.ui.FirmDetails;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;

/** The page exists, what it should show does not, or not for this person: both look alike. */
@AnonymousAllowed
public class ThingNotFound extends ErrorPage implements HasErrorParameter<NotFound> {

    ThingNotFound(ObjectProvider<FirmDetails> firm, CurrentActor current) {
        super(firm, current);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFound> parameter) {
        show("shell.missing");
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
