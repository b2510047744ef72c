package io.shouxin.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.Layout;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.ui.SingleKeys;
import io.shouxin.shared.ui.StaffBanner;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;

/** Around every staff page: the rail, and the keys that work everywhere. How views get it: see {@link ClientLayout}. */
@Layout("/staff")
@PermitAll
public class StaffLayout extends PortalLayout {

    private static final String PALETTE_KEY = "palette-key";

    /** With a modifier, so it works while somebody types, too; not over a dialog, whose page behind hears nothing. */
    private static final String LISTEN_FOR_PALETTE = """
            const me = this;
            if (me.__palette) document.removeEventListener('keydown', me.__palette);
            me.__palette = e => {
              if (!me.isConnected) { document.removeEventListener('keydown', me.__palette); return; }
              if (!(e.ctrlKey || e.metaKey) || e.altKey || e.shiftKey || (e.key || '').toLowerCase() !== 'k') return;
              e.preventDefault();
              if (e.repeat || document.querySelector('vaadin-dialog-overlay,vaadin-confirm-dialog-overlay')) return;
              me.dispatchEvent(new CustomEvent('palette-key'));
            };
            document.addEventListener('keydown', me.__palette);
            """;

    private final Rail rail;
    private final List<StaffBanner> banners;
    private final ObjectProvider<CurrentActor> current;
    private final List<Component> shown = new ArrayList<>();

    StaffLayout(
            Rail rail,
            ObjectProvider<StaffBanner> banners,
            ObjectProvider<CurrentActor> current,
            Commands commands,
            Environment environment) {
        super("staff", environment);
        this.rail = rail;
        this.banners = banners.orderedStream().toList();
        this.current = current;
        add(rail, main);
        rail.commands(commands::open);
        getElement().addEventListener(PALETTE_KEY, pressed -> commands.open());
        addAttachListener(attached -> getElement().executeJs(LISTEN_FOR_PALETTE));
        new SingleKeys(this).on(KeyLegend.KEY, UiTexts.text("shell.keys.legend"), KeyLegend::open);
    }

    @Override
    void refresh(AfterNavigationEvent event) {
        rail.refresh(event.getLocation().getPath());
        shown.forEach(Component::removeFromParent);
        shown.clear();
        current.ifAvailable(
                actor -> banners.forEach(each -> each.banner(actor.get()).ifPresent(shown::add)));
        for (int i = 0; i < shown.size(); i++) {
            main.addComponentAtIndex(i, shown.get(i));
        }
    }
}
