package io.shouxin.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.ui.FirmDetails;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;

/** There is no such page. */
@AnonymousAllowed
public class PageNotFound extends ErrorPage implements HasErrorParameter<NotFoundException> {

    PageNotFound(ObjectProvider<FirmDetails> firm, CurrentActor current) {
        super(firm, current);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        String path = event.getLocation().getPath();
        show(path.startsWith("documents/") ? "shell.document" : "shell.missing");
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
