package minimal;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** One page with one heading. */
@Route("")
@AnonymousAllowed
public class MinimalPage extends Main {

    public MinimalPage() {
        add(new H1("Minimal"));
    }
}
