package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.UI;
import io.shouxin.request.CaseReference;
import io.shouxin.shared.Actor;
import io.shouxin.shared.PlainText;
import io.shouxin.shared.Role;
import io.shouxin.shared.ui.PaletteEntry;
import io.shouxin.shared.ui.PaletteSource;
import io.shouxin.shared.ui.SearchAsked;
import io.shouxin.shared.ui.UiTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Looks for cases and people from the command palette, on the pages that search for them: their rules on who may see what apply. */
@Component
class CasePalette implements PaletteSource {

    private static final String GROUP = "shell.palette.search";
    private static final int SHORTEST = 2;
    private static final Set<Role> CASES =
            Set.of(Role.STAFF, Role.REVIEWER, Role.PRIVACY_OFFICER, Role.LEGAL, Role.AUDITOR);
    private static final Set<Role> PEOPLE = Set.of(Role.STAFF, Role.REVIEWER, Role.PRIVACY_OFFICER, Role.LEGAL);

    @Override
    public List<PaletteEntry> typed(String text, Actor actor) {
        List<PaletteEntry> ways = new ArrayList<>();
        if (actor.hasAny(CASES) && CasesView.looksLikeNumber(text)) {
            ways.add(way("search.case", "staff.palette.case", CasesView.ROUTE, text));
        }
        if (actor.hasAny(PEOPLE)
                && PlainText.length(text) >= SHORTEST
                && CaseReference.read(text).isEmpty()) {
            ways.add(way("search.people", "staff.palette.people", PeopleView.ROUTE, text));
        }
        return ways;
    }

    private static PaletteEntry way(String id, String key, String route, String text) {
        return PaletteEntry.typed(
                id,
                GROUP,
                UiTexts.text(key, PlainText.isolated(text)),
                () -> SearchAsked.ask(UI.getCurrent(), route, text));
    }
}
