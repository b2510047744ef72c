package io.shouxin.setup.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.shouxin.platform.Branch;
import io.shouxin.setup.FirmAdministration;
import io.shouxin.setup.FirmChanged;
import io.shouxin.setup.FirmField;
import io.shouxin.setup.FirmParticulars;
import io.shouxin.setup.Headcount;
import io.shouxin.setup.Jurisdiction;
import io.shouxin.setup.ScaleTiers;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Sector;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.DefinitionTable;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.FieldErrors;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.Toast;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Set;

/** What the firm says of itself, and its branches: administrators change it, privacy officers read it. */
@Route(FirmView.ROUTE)
@RolesAllowed({"ADMINISTRATOR", "PRIVACY_OFFICER"})
class FirmView extends Div implements BeforeEnterObserver, TitledView {

    static final String ROUTE = "staff/administration/firm";

    private final FirmAdministration administration;
    private final ScaleTiers tiers;
    private final Div said = new Div();

    FirmView(FirmAdministration administration, ScaleTiers tiers) {
        this.administration = administration;
        this.tiers = tiers;
    }

    @Override
    public String title() {
        return UiTexts.text("firm.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        said.removeAll();
        Texts texts = UiTexts.current();
        boolean mayChange = administration.mayChange();
        StaffPage page = new StaffPage(title());
        if (mayChange) {
            page.particulars(new RouteLink("staff/administration", texts.get("identity.people.back")));
        } else {
            page.wide(Notice.info(texts.get("firm.readOnly"), texts.get("firm.readOnly.what")));
        }
        page.wide(said);
        FirmParticulars particulars = administration.particulars();
        page.main(mayChange ? form(particulars, texts) : table(particulars, texts));
        page.beside(branches(texts));
        if (mayChange) {
            page.beside(adding(texts));
        }
        page.beside(law(texts));
        add(page);
    }

    private Panel form(FirmParticulars particulars, Texts texts) {
        FirmForm form = new FirmForm(particulars, tiers);
        return new Panel(
                texts.get("firm.particulars"),
                new Paragraph(texts.get("firm.particulars.lead")),
                form,
                Buttons.primary(texts.get("firm.save"), () -> save(form)));
    }

    private void save(FirmForm form) {
        said.removeAll();
        try {
            administration.change(form.typed());
        } catch (FirmChanged e) {
            tell(e.now(), form);
            return;
        } catch (InvalidInput refused) {
            if (!form.mark(refused)) {
                said.add(ErrorBox.of(refused));
            }
            return;
        }
        form.show(administration.particulars());
        Toast.done(UiTexts.text("firm.saved"));
    }

    /** What the colleague has saved stands above what was typed here, and only a second click puts the one over the other. */
    private void tell(FirmParticulars now, FirmForm form) {
        Texts texts = UiTexts.current();
        Set<FirmField> theirs = form.meet(now);
        UnorderedList list = new UnorderedList();
        theirs.forEach(field ->
                list.add(new ListItem(texts.get("firm.changed.field", texts.get(field.textKey()), value(now, field)))));
        Div drop = new Div(Buttons.link(texts.get("identity.changed.drop"), () -> {
            form.show(now);
            said.removeAll();
        }));
        said.add(new Notice(Chip.Tone.WARN, texts.get("firm.changed"), texts.get("firm.changed.what"), list, drop));
    }

    private static String value(FirmParticulars particulars, FirmField field) {
        String value = particulars.get(field);
        return value.isEmpty() ? UiTexts.text("firm.none") : value;
    }

    private Panel table(FirmParticulars particulars, Texts texts) {
        DefinitionTable table = new DefinitionTable();
        for (FirmField field : FirmField.values()) {
            table.row(texts.get(field.textKey()), value(particulars, field));
        }
        Panel panel = new Panel(texts.get("firm.particulars"), table);
        Headcount.read(particulars.get(FirmField.PEOPLE))
                .ifPresent(people -> panel.add(PeoplePage.notice(tiers.of(people))));
        return panel;
    }

    private Panel branches(Texts texts) {
        PlainTable table = new PlainTable(
                texts.get("setup.branches.name"), texts.get("setup.branches.sector"), texts.get("firm.branch.state"));
        for (Branch branch : administration.branches()) {
            table.row(
                    new RouteLink(BranchView.address(branch.id()), branch.name()),
                    PlainTable.cell(texts.label(branch.sector())),
                    state(branch, texts));
        }
        return new Panel(texts.get("firm.branches"), table.cardsWhenNarrow());
    }

    static Chip state(Branch branch, Texts texts) {
        var closed = branch.closedAt();
        return closed == null
                ? Chip.ok(texts.get("firm.branch.open"))
                : Chip.plain(texts.get("firm.branch.closedOn", TimeText.day(texts, closed)));
    }

    private Panel adding(Texts texts) {
        TextField name = SetUpPage.field("setup.branches.name", "");
        RadioButtonGroup<Sector> sector = sector(texts);
        Div problems = new Div();
        return new Panel(
                texts.get("firm.branch.add"),
                new Paragraph(texts.get("firm.branch.add.lead")),
                problems,
                name,
                sector,
                Buttons.quiet(texts.get("firm.branch.add.do"), () -> {
                    problems.removeAll();
                    Map<String, HasValidation> fields = Map.of("/branches", name, "/sector", sector);
                    FieldErrors.clear(fields);
                    try {
                        var id = administration.add(name.getValue(), chosen(sector));
                        UI.getCurrent().navigate(BranchView.address(id));
                        Toast.done(UiTexts.text("firm.branch.added"));
                    } catch (InvalidInput refused) {
                        if (!FieldErrors.mark(refused, fields)) {
                            problems.add(ErrorBox.of(refused));
                        }
                    }
                }));
    }

    static RadioButtonGroup<Sector> sector(Texts texts) {
        RadioButtonGroup<Sector> sector = Choices.one(texts.get("setup.branches.sector"));
        sector.setItems(Sector.values());
        sector.setItemLabelGenerator(texts::label);
        return sector;
    }

    static Sector chosen(RadioButtonGroup<Sector> sector) {
        return sector.getOptionalValue().orElseThrow(() -> new InvalidInput("/sector", "firm.branch.error.trade"));
    }

    private static Panel law(Texts texts) {
        return new Panel(
                texts.get("setup.jurisdiction.question"),
                new Paragraph(texts.label(Jurisdiction.CN)),
                new Paragraph(texts.get("firm.jurisdiction.why")));
    }
}
