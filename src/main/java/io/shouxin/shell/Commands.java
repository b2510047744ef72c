package io.shouxin.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.PaletteEntry;
import io.shouxin.shared.ui.PaletteSource;
import io.shouxin.shared.ui.RailItem;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.SingleKeys;
import io.shouxin.shared.ui.UiTexts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what the palette offers: the pages of the rail, the keys of the open page, what modules bring, and one's own settings. */
@Component
class Commands {

    private static final String HERE = "shell.palette.here";
    private static final String PAGES = "shell.palette.pages";
    private static final String OWN = "shell.palette.own";

    private final List<RailItem> pages;
    private final List<PaletteSource> sources;
    private final ObjectProvider<CurrentActor> current;
    private final ObjectProvider<AuthenticationContext> authentication;

    Commands(
            ObjectProvider<RailItem> pages,
            ObjectProvider<PaletteSource> sources,
            ObjectProvider<CurrentActor> current,
            ObjectProvider<AuthenticationContext> authentication) {
        this.pages = pages.stream().sorted(RailItem.IN_ORDER).toList();
        this.sources = sources.orderedStream().toList();
        this.current = current;
        this.authentication = authentication;
    }

    /** One at a time: where its key is pressed again before the browser shows it, the open one stays. */
    void open() {
        UI ui = UI.getCurrent();
        CommandPalette before = ComponentUtil.getData(ui, CommandPalette.class);
        if (before != null && before.isOpened()) {
            return;
        }
        CurrentActor known = current.getIfAvailable();
        Actor actor = known == null ? Actor.ANONYMOUS : known.get();
        CommandPalette palette = new CommandPalette(entries(actor), sources, actor);
        ComponentUtil.setData(ui, CommandPalette.class, palette);
        palette.open();
    }

    private List<PaletteEntry> entries(Actor actor) {
        List<PaletteEntry> all = new ArrayList<>();
        pages.stream().filter(page -> page.isFor(actor)).forEach(page -> all.add(page(page)));
        SingleKeys.usable(UI.getCurrent()).stream()
                .sorted(Comparator.comparing(SingleKeys.Act::decides))
                .forEach(act -> all.add(PaletteEntry.ofKey(HERE, act)));
        sources.forEach(source -> all.addAll(source.entries(actor)));
        all.addAll(own(actor));
        return all;
    }

    private static PaletteEntry page(RailItem page) {
        String route = RouteLink.routeOf(page.view());
        return PaletteEntry.of(
                "page." + route,
                PAGES,
                UiTexts.text(page.labelKey()),
                CommandPalette.inBothLanguages(page.labelKey()),
                () -> UI.getCurrent().navigate(route));
    }

    private List<PaletteEntry> own(Actor actor) {
        List<PaletteEntry> own = new ArrayList<>();
        own.add(own("theme", "shell.palette.theme", Switches::toggleDark));
        Locale other = UiTexts.current().isChinese() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        own.add(own("language", "shell.palette.language", () -> Preferences.choose(UI.getCurrent(), other)));
        if (actor.kind() == Actor.Kind.STAFF) {
            own.add(own("password", "shell.own-password", () -> UI.getCurrent().navigate("staff/password")));
        }
        authentication.ifAvailable(context -> own.add(own("sign-out", "shell.sign-out", () -> Rail.signOut(context))));
        return own;
    }

    private static PaletteEntry own(String id, String key, Runnable run) {
        Texts texts = UiTexts.current();
        return PaletteEntry.of("own." + id, OWN, texts.get(key), CommandPalette.inBothLanguages(key), run);
    }
}
