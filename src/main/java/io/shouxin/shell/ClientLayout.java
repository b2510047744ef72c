package io.shouxin.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
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
import org.springframework.core.env.Profiles;

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
public class ClientLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final String firm;
    private final RouteLink name;
    private final Div right = new Div();
    private final Main main = new Main();
    private boolean navigatedBefore;

    ClientLayout(ObjectProvider<FirmDetails> firms, Environment environment) {
        addClassName("client-app");
        Optional<FirmDetails> details = Optional.ofNullable(firms.getIfAvailable());
        firm = details.map(FirmDetails::name)
                .map(called -> UiTexts.text("shell.client.brand", called))
                .orElseGet(() -> UiTexts.text("shell.client.no-firm"));
        name = new RouteLink("", firm);
        name.addClassName("brand-name");

        Anchor skip = new Anchor("#main", UiTexts.text("shell.skip"));
        skip.setRouterIgnore(true);
        skip.addClassName("skip-link");
        main.setId("main");
        right.addClassName("right");
        Header header = new Header(new BrandMark(), name, right);
        add(skip);
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            add(demoRibbon());
        }
        add(header, main, footer(details.orElse(null)));
        addAttachListener(attached -> getElement().executeJs("document.documentElement.dataset.face = 'client'"));
    }

    static Div demoRibbon() {
        Div ribbon = new Div(UiTexts.text("shell.demo"));
        ribbon.addClassName("demo-ribbon");
        return ribbon;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.removeAll();
        if (content instanceof Component component) {
            main.add(component);
        } else {
            main.getElement().appendChild(content.getElement());
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
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
        if (navigatedBefore) {
            PageFocus.toHeading(main);
        }
        navigatedBefore = true;
    }

    private static Footer footer(@Nullable FirmDetails firm) {
        Footer footer = new Footer();
        if (firm != null) {
            Paragraph complain = new Paragraph(UiTexts.text("shell.client.complaints") + " ");
            complain.add(new Span(firm.complaintContact()));
            footer.add(complain);
        }
        footer.add(new Paragraph(UiTexts.text("shell.client.authority")));
        Div switches = new Div(Switches.largeLetters(), Switches.dark(), Switches.language());
        switches.addClassName("switches");
        footer.add(switches);
        return footer;
    }
}
