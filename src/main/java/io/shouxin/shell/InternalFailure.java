package io.shouxin.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.ui.FirmDetails;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;

/** Something broke while the page was made; the reference is what the person can name and the log holds. */
@AnonymousAllowed
public class InternalFailure extends ErrorPage implements HasErrorParameter<Exception> {

    private final Failures failures;

    InternalFailure(ObjectProvider<FirmDetails> firm, CurrentActor current, Failures failures) {
        super(firm, current);
        this.failures = failures;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String reference = failures.record(parameter.getException());
        showWithReference("shell.failed", reference);
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
