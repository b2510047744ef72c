package io.shouxin.setup.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.shouxin.platform.Branch;
import io.shouxin.platform.BranchTie;
import io.shouxin.setup.BranchChanged;
import io.shouxin.setup.FirmAdministration;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import io.shouxin.shared.Sector;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.DefinitionTable;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.FieldErrors;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.Toast;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One branch: its name and trade, what hangs on it, closing and reopening. */
@Route("staff/administration/firm/:branch")
@RolesAllowed({"ADMINISTRATOR", "PRIVACY_OFFICER"})
class BranchView extends Div implements BeforeEnterObserver, TitledView {

    /** Where each thing that hangs on a branch is looked after, and by whom. */
    private static final Map<BranchTie.Kind, Place> PLACES = Map.of(
            BranchTie.Kind.IMPORTS, new Place("staff/imports", FirmAdministration.READERS),
            BranchTie.Kind.NO_OFFICER, new Place("staff/administration", Set.of(Role.ADMINISTRATOR)),
            BranchTie.Kind.PEOPLE, new Place("staff/administration", Set.of(Role.ADMINISTRATOR)),
            BranchTie.Kind.LAST_OPEN, new Place(FirmView.ROUTE, FirmAdministration.READERS),
            BranchTie.Kind.RECORDS, new Place("staff/people", Set.of(Role.PRIVACY_OFFICER)),
            BranchTie.Kind.CASES, new Place("staff/cases", Set.of(Role.PRIVACY_OFFICER)),
            BranchTie.Kind.TASKS, new Place("staff/inbox", Set.of(Role.PRIVACY_OFFICER)),
            BranchTie.Kind.SWEEPS, new Place("staff/sweeps", Set.of(Role.PRIVACY_OFFICER)));

    private final FirmAdministration administration;
    private final CurrentActor current;
    private final Div said = new Div();
    private String title = "";
    private int version;
    private @Nullable Branch shown;

    /** @param roles who may open it; others read who does */
    private record Place(String route, Set<Role> roles) {}

    BranchView(FirmAdministration administration, CurrentActor current) {
        this.administration = administration;
        this.current = current;
    }

    static String address(UUID branch) {
        return FirmView.ROUTE + "/" + branch;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id;
        try {
            id = UUID.fromString(event.getRouteParameters().get("branch").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new NotFound("branch", "of that form");
        }
        said.removeAll();
        show(administration.branch(id));
    }

    private void show(Branch branch) {
        Texts texts = UiTexts.current();
        title = branch.name();
        version = branch.version();
        shown = branch;
        removeAll();
        boolean mayChange = administration.mayChange();
        List<BranchTie> ties = administration.ties(branch.id());
        StaffPage page = new StaffPage(title)
                .particulars(
                        new RouteLink(FirmView.ROUTE, texts.get("firm.back")),
                        new Span(texts.label(branch.sector())),
                        FirmView.state(branch, texts));
        page.wide(said);
        if (mayChange) {
            page.main(form(branch, ties, texts));
        }
        page.main(hanging(branch, ties, texts));
        if (mayChange) {
            page.main(branch.isOpen() ? closing(branch, ties, texts) : reopening(branch, texts));
        }
        add(page);
    }

    private Panel form(Branch branch, List<BranchTie> ties, Texts texts) {
        TextField name = SetUpPage.field("setup.branches.name", branch.name());
        RadioButtonGroup<Sector> sector = FirmView.sector(texts);
        sector.setValue(branch.sector());
        boolean free = FirmAdministration.mayChangeTrade(ties);
        Panel panel = new Panel(
                texts.get("firm.branch.particulars"), new Paragraph(texts.get("firm.branch.rename.lead")), name);
        if (free) {
            panel.add(sector);
        } else {
            panel.add(
                    new DefinitionTable().row(texts.get("setup.branches.sector"), texts.label(branch.sector())),
                    new Paragraph(texts.get("firm.branch.error.sector")));
        }
        panel.add(Buttons.primary(texts.get("firm.save"), () -> save(branch.id(), name, sector)));
        return panel;
    }

    private void save(UUID id, TextField name, RadioButtonGroup<Sector> sector) {
        said.removeAll();
        Map<String, HasValidation> fields = Map.of("/branches", name, "/sector", sector);
        FieldErrors.clear(fields);
        try {
            administration.change(id, version, name.getValue(), FirmView.chosen(sector));
        } catch (BranchChanged e) {
            tell(e.now(), name, sector);
            return;
        } catch (InvalidInput refused) {
            if (!FieldErrors.mark(refused, fields)) {
                said.add(ErrorBox.of(refused));
            }
            return;
        }
        Toast.done(UiTexts.text("firm.saved"));
        show(administration.branch(id));
    }

    /**
     * What was typed stays, what was not takes over the colleague's; only a second click puts the one over the other.
     */
    private void tell(Branch now, TextField name, RadioButtonGroup<Sector> sector) {
        Texts texts = UiTexts.current();
        Branch before = shown;
        if (before != null && name.getValue().strip().equals(before.name())) {
            name.setValue(now.name());
        }
        if (before != null && sector.getValue() == before.sector()) {
            sector.setValue(now.sector());
        }
        version = now.version();
        shown = now;
        Div drop = new Div(Buttons.link(texts.get("identity.changed.drop"), () -> {
            said.removeAll();
            show(now);
        }));
        said.add(new Notice(
                Chip.Tone.WARN,
                texts.get("firm.branch.changed"),
                texts.get("firm.branch.changed.what", now.label(texts), texts.label(now.sector())),
                drop));
    }

    /** In words and figures: first what forbids a closing, then what stays when the branch is closed. */
    private Panel hanging(Branch branch, List<BranchTie> ties, Texts texts) {
        Panel panel = new Panel(texts.get("firm.branch.ties"));
        if (ties.isEmpty()) {
            panel.add(new Paragraph(texts.get("firm.branch.ties.none")));
            return panel;
        }
        if (branch.isOpen() && forbidden(ties)) {
            panel.add(Notice.warning(texts.get("firm.branch.forbidden"), texts.get("firm.branch.forbidden.what")));
        }
        PlainTable table = new PlainTable(
                texts.get("firm.branch.ties.what"),
                texts.get("firm.branch.ties.then"),
                texts.get("firm.branch.ties.where"));
        for (BranchTie tie : ties) {
            table.row(
                    PlainTable.cell(texts.get("firm.tie." + tie.kind(), tie.count())),
                    PlainTable.cell(texts.get("firm.tie." + tie.kind() + ".then")),
                    where(tie.kind(), texts));
        }
        panel.add(table.cardsWhenNarrow());
        return panel;
    }

    private Component where(BranchTie.Kind kind, Texts texts) {
        Place place = PLACES.get(kind);
        String name = texts.get("firm.tie." + kind + ".where");
        return place != null && current.get().hasAny(place.roles())
                ? new RouteLink(place.route(), name)
                : PlainTable.cell(texts.get("firm.branch.ties.others", name));
    }

    private static boolean forbidden(List<BranchTie> ties) {
        return ties.stream().anyMatch(tie -> tie.kind().forbids());
    }

    private Panel closing(Branch branch, List<BranchTie> ties, Texts texts) {
        Panel panel = new Panel(texts.get("firm.branch.close"), new Paragraph(texts.get("firm.branch.close.lead")));
        if (forbidden(ties)) {
            panel.add(Buttons.quiet(texts.get("firm.branch.look"), () -> show(administration.branch(branch.id()))));
        } else {
            panel.add(Buttons.danger(texts.get("firm.branch.close.do"), () -> ComponentTexts.confirm(
                            texts.get("firm.branch.close.confirm", branch.name()),
                            texts.get("firm.branch.close.confirm.text"),
                            texts.get("firm.branch.close.do"),
                            () -> attempt(
                                    branch.id(),
                                    () -> administration.close(branch.id(), version),
                                    "firm.branch.close.done"))
                    .open()));
        }
        return panel;
    }

    private Panel reopening(Branch branch, Texts texts) {
        return new Panel(
                texts.get("firm.branch.reopen"),
                new Paragraph(texts.get("firm.branch.reopen.lead")),
                Buttons.quiet(
                        texts.get("firm.branch.reopen.do"),
                        () -> attempt(
                                branch.id(),
                                () -> administration.reopen(branch.id(), version),
                                "firm.branch.reopen.done")));
    }

    /** Does it, or says in words why nothing was done, over the branch as it is now. */
    private void attempt(UUID id, Runnable change, String done) {
        said.removeAll();
        Component words;
        try {
            change.run();
            words = Notice.done(UiTexts.text(done), UiTexts.text(done + ".what"));
        } catch (InvalidInput refused) {
            words = ErrorBox.of(refused);
        } catch (BranchChanged | StateRefused meanwhile) {
            words = Notice.warning(UiTexts.text("firm.branch.changed"), UiTexts.text("identity.changed.nothingDone"));
        }
        show(administration.branch(id));
        said.add(words);
    }
}
