package io.shouxin.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.shared.ui.BrandMark;
import io.shouxin.shared.ui.FirmDetails;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.TopBarView;
import io.shouxin.shared.ui.UiTexts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;

/**
 * Around every client page: whose portal it is, the language, large letters, and where to complain.
 *
 * <p>Views do not name their layout, because they must not know the shell: {@link Layout} gives it to each
 * {@code @Route} without a {@code layout} of its own, by the beginning of its path. The beginning with the most segments
 * wins, and Flow counts one segment in "/" as in "/staff"; "//" has none and so is the one for everything else.
 * {@code @Route("track")} gets this one, {@code @Route("staff/inbox")} gets {@link StaffLayout}. A page that wants
 * neither (a sign-in, a print view) says {@code @Route(value = "…", autoLayout = false)}.
 */
@Layout("//")
@AnonymousAllowed
public class ClientLayout extends PortalLayout {

    private final String firm;
    private final RouteLink name;
    private final Div right = new Div();

    ClientLayout(ObjectProvider<FirmDetails> firms, Environment environment) {
        super("client", environment);
        Optional<FirmDetails> details = Optional.ofNullable(firms.getIfAvailable())
                .filter(known -> !known.name().isBlank());
        firm = details.map(FirmDetails::name)
                .map(called -> UiTexts.text("shell.client.brand", called))
                .orElseGet(() -> UiTexts.text("shell.client.no-firm"));
        name = new RouteLink("", firm);
        name.addClassName("brand-name");

        right.addClassName("right");
        Header header = new Header(new BrandMark(), name, right);
        add(header, main, footer(details.orElse(null)));
    }

    @Override
    void refresh(AfterNavigationEvent event) {
        Optional<TopBarView> view = event.getActiveChain().stream()
                .filter(TopBarView.class::isInstance)
                .map(TopBarView.class::cast)
                .findFirst();
        name.setText(view.map(TopBarView::topBarTitle).orElse(firm));
        right.removeAll();
        view.flatMap(TopBarView::topBarExit)
                .ifPresentOrElse(
                        exit -> right.add(new RouteLink(exit.route(), exit.label())),
                        () -> right.add(Switches.largeLetters(), Switches.language()));
    }

    private static Footer footer(@Nullable FirmDetails firm) {
        Footer footer = new Footer();
        if (firm != null) {
            footer.add(new FirmContact(firm), new Paragraph(UiTexts.text("shell.client.authority")));
        }
        Div switches = new Div(Switches.largeLetters(), Switches.dark(), Switches.language());
        switches.addClassName("switches");
        footer.add(switches);
        return footer;
    }
}
