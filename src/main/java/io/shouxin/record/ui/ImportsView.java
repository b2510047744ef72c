package io.shouxin.record.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Firms;
import io.shouxin.record.ImportTemplates;
import io.shouxin.record.ImportView;
import io.shouxin.record.Imports;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.Role;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.EmptyState;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Client lists: upload a new one, and see what became of the others. */
@Route("staff/imports")
@RolesAllowed({"STAFF", "PRIVACY_OFFICER", "ADMINISTRATOR"})
class ImportsView extends LivePage implements TitledView {

    private static final int SHOWN = 50;

    private final Imports imports;
    private final Firms firms;
    private final Div list = new Div();
    private List<ImportView> shown = List.of();

    ImportsView(Imports imports, ImportTemplates templates, Firms firms, CurrentActor current) {
        this.imports = imports;
        this.firms = firms;
        Texts texts = UiTexts.current();
        UploadPanel upload = new UploadPanel(
                imports, branches(current.get()), id -> UI.getCurrent().navigate("staff/imports/" + id));
        add(new StaffPage(title())
                .main(upload, new Panel(texts.get("imports.list.title"), list), new TemplatesPanel(templates)));
    }

    private List<Branch> branches(Actor actor) {
        boolean all = actor.has(Role.PRIVACY_OFFICER) || actor.has(Role.ADMINISTRATOR);
        return firms.openBranches().stream()
                .filter(branch -> all || actor.sees(branch.id()))
                .toList();
    }

    @Override
    public String title() {
        return UiTexts.text("imports.title");
    }

    @Override
    boolean refresh() {
        List<ImportView> newest = imports.list(0, SHOWN);
        if (list.getElement().getChildCount() == 0 || !newest.equals(shown)) {
            shown = newest;
            show();
        }
        return newest.stream().anyMatch(view -> ImportDetailView.isUnderWay(view));
    }

    private void show() {
        Texts texts = UiTexts.current();
        list.removeAll();
        if (shown.isEmpty()) {
            list.add(new EmptyState(texts.get("imports.list.empty.title"), texts.get("imports.list.empty.text")));
            return;
        }
        Map<UUID, String> branches =
                firms.branches().stream().collect(Collectors.toMap(Branch::id, branch -> branch.label(texts)));
        PlainTable table = new PlainTable(
                texts.get("imports.list.file"),
                texts.get("imports.list.when"),
                texts.get("imports.list.branch"),
                texts.get("imports.list.state"),
                texts.get("imports.list.rows"),
                texts.get("imports.list.people"),
                texts.get("imports.list.rejected"));
        for (ImportView view : shown) {
            table.row(
                    new RouteLink("staff/imports/" + view.id(), ImportLooks.fileName(view, texts)),
                    new TimeText(view.createdAt()),
                    PlainTable.cell(branches.getOrDefault(view.branch(), "")),
                    ImportLooks.state(view, texts),
                    PlainTable.cell(number(view.rows(), texts)),
                    PlainTable.cell(number(view.people(), texts)),
                    PlainTable.cell(ImportLooks.rejected(view, texts)));
        }
        list.add(table.cardsWhenNarrow());
    }

    private static String number(int value, Texts texts) {
        return String.format(texts.locale(), "%,d", value);
    }
}
