package io.shouxin.shell;

import com.vaadin.flow.server.VaadinSession;
import io.shouxin.shared.ui.PaletteEntry;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What somebody chose in the palette, the last first; it ends with the session and is kept nowhere else. */
final class RecentCommands implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 5;

    private final ArrayList<String> ids = new ArrayList<>();

    static RecentCommands of(VaadinSession session) {
        RecentCommands known = session.getAttribute(RecentCommands.class);
        if (known == null) {
            known = new RecentCommands();
            session.setAttribute(RecentCommands.class, known);
        }
        return known;
    }

    void used(String id) {
        ids.remove(id);
        ids.add(0, id);
        while (ids.size() > MOST) {
            ids.remove(ids.size() - 1);
        }
    }

    /** Those that can still be done here. */
    List<PaletteEntry> among(List<PaletteEntry> entries) {
        return ids.stream()
                .flatMap(id ->
                        entries.stream().filter(entry -> entry.id().equals(id)).limit(1))
                .toList();
    }
}
