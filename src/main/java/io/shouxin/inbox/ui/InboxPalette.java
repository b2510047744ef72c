package io.shouxin.inbox.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import io.shouxin.inbox.SavedViews;
import io.shouxin.shared.Actor;
import io.shouxin.shared.Role;
import io.shouxin.shared.ui.PaletteEntry;
import io.shouxin.shared.ui.PaletteSource;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The saved views in the command palette. */
@Component
class InboxPalette implements PaletteSource {

    private static final Set<Role> INBOX = Set.of(Role.STAFF, Role.REVIEWER, Role.PRIVACY_OFFICER);

    private final SavedViews saved;

    InboxPalette(SavedViews saved) {
        this.saved = saved;
    }

    @Override
    public List<PaletteEntry> entries(Actor actor) {
        if (!actor.hasAny(INBOX)) {
            return List.of();
        }
        return saved.all().stream()
                .map(view -> PaletteEntry.of(
                        "view." + view.id(), "shell.palette.views", view.name(), "", () -> UI.getCurrent()
                                .navigate(
                                        InboxView.ROUTE,
                                        QueryParameters.of(
                                                InboxView.VIEW, view.id().toString()))))
                .toList();
    }
}
