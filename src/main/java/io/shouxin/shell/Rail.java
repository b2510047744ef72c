package io.shouxin.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.Role;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.BrandMark;
import io.shouxin.shared.ui.Hidden;
import io.shouxin.shared.ui.KeyHint;
import io.shouxin.shared.ui.OtherWindows;
import io.shouxin.shared.ui.RailChanged;
import io.shouxin.shared.ui.RailItem;
import io.shouxin.shared.ui.RailSection;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The left edge of the staff workspace: pages by section with what waits there, and who is signed in. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class Rail extends Nav {

    /**
     * On a phone the pages are a row that is moved sideways; the page itself stays where it is. Where a page is opened by its address, the
     * row is not laid out yet and has no width: whoever watches its size is told as soon as it has.
     */
    private static final String INTO_SIGHT = """
            const row = this.parentElement;
            new ResizeObserver((sizes, watch) => {
              if (row.clientWidth > 0) {
                watch.disconnect();
                row.scrollLeft = this.offsetLeft - row.offsetLeft - (row.clientWidth - this.offsetWidth) / 2;
              }
            }).observe(row);
            """;

    private final List<RailItem> items;
    private final ObjectProvider<CurrentActor> actors;
    private final ObjectProvider<AuthenticationContext> authentication;
    private final Div commands = new Div();
    private final Div entries = new Div();
    private String path = "";

    Rail(
            ObjectProvider<RailItem> items,
            ObjectProvider<CurrentActor> actors,
            ObjectProvider<AuthenticationContext> authentication) {
        this.items = items.stream().sorted(RailItem.IN_ORDER).toList();
        this.actors = actors;
        this.authentication = authentication;
        addClassName("rail");
        getElement().setAttribute("aria-label", UiTexts.text("shell.rail"));
        RouteLink product = new RouteLink("staff", UiTexts.text("shell.product"));
        Div brand = new Div(new BrandMark(), product);
        brand.addClassName("brand");
        entries.addClassName("entries");
        commands.addClassName("commands");
        add(brand, commands, entries, foot());
    }

    /** The button that opens the command palette; it shows the key that does the same. */
    void commands(Runnable open) {
        Span words = new Span(UiTexts.text("shell.palette.open"));
        words.addClassName("words");
        NativeButton button = new NativeButton("", click -> open.run());
        button.add(VaadinIcon.SEARCH.create(), words, new KeyHint(CommandPalette.shortcut()));
        button.addClassName("palette-open");
        button.getElement()
                .setAttribute("type", "button")
                .setAttribute("aria-haspopup", "dialog")
                .setAttribute("aria-keyshortcuts", "Control+K Meta+K");
        commands.removeAll();
        commands.add(button);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ComponentUtil.addListener(event.getUI(), RailChanged.class, changed -> refresh(path));
    }

    void refresh(String shownPath) {
        path = shownPath;
        entries.removeAll();
        Actor actor = actor();
        RailSection section = RailSection.WORK;
        for (RailItem item : items) {
            if (!item.isFor(actor)) {
                continue;
            }
            if (item.section() != section) {
                section = item.section();
                Span heading = new Span(UiTexts.current().label(section));
                heading.addClassName("section");
                entries.add(heading);
            }
            entries.add(entry(item, actor));
        }
    }

    private RouteLink entry(RailItem item, Actor actor) {
        String route = RouteLink.routeOf(item.view());
        RouteLink link = new RouteLink(route, "");
        link.addClassName("entry");
        link.add(item.icon().create(), new Span(UiTexts.text(item.labelKey())));
        int waiting = item.count().applyAsInt(actor);
        if (waiting > 0) {
            Span count = new Span(String.valueOf(waiting));
            count.addClassName("count");
            link.add(count, new Hidden(UiTexts.text("shell.rail.waiting")));
        }
        if (path.equals(route) || (path.startsWith(route + "/") && !route.equals("staff"))) {
            link.getElement().setAttribute("aria-current", "page");
            link.getElement().executeJs(INTO_SIGHT);
        }
        return link;
    }

    private Div foot() {
        Div foot = new Div();
        foot.addClassName("foot");
        Actor actor = actor();
        if (actor.kind() == Actor.Kind.STAFF) {
            Span who = new Span(actor.label());
            who.addClassName("who");
            Texts texts = UiTexts.current();
            Span roles = new Span(String.join(
                    texts.get("ui.list-separator"),
                    actor.roles().stream()
                            .sorted()
                            .map((Role role) -> texts.label(role))
                            .toList()));
            roles.addClassName("roles");
            foot.add(who, roles);
        }
        Div switches = new Div(Switches.dark(), Switches.language(), Switches.button(KeyLegend.KEY, KeyLegend::open));
        if (actor.kind() == Actor.Kind.STAFF) {
            switches.add(Switches.button(
                    UiTexts.text("shell.own-password"), () -> UI.getCurrent().navigate("staff/password")));
        }
        switches.addClassName("switches");
        authentication.ifAvailable(
                context -> switches.add(Switches.button(UiTexts.text("shell.sign-out"), () -> signOut(context))));
        foot.add(switches);
        return foot;
    }

    static void signOut(AuthenticationContext context) {
        OtherWindows.leave(UI.getCurrent());
        context.logout();
    }

    private Actor actor() {
        CurrentActor current = actors.getIfAvailable();
        return current == null ? Actor.ANONYMOUS : current.get();
    }
}
