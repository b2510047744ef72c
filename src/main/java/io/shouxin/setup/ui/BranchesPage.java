package io.shouxin.setup.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.setup.SetUp;
import io.shouxin.setup.SetUpAnswers;
import io.shouxin.setup.SetUpAnswers.Shop;
import io.shouxin.setup.SetUpDoor;
import io.shouxin.setup.SetUpStep;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Sector;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.UiTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The branches, each with its trade: it chooses the fields of lists and the periods of retention. */
@Route("setup/branches")
@AnonymousAllowed
class BranchesPage extends SetUpPage {

    private final Div rows = new Div();
    private final List<Row> branches = new ArrayList<>();

    BranchesPage(SetUp setUp, SetUpDoor door) {
        super(setUp, door, SetUpStep.BRANCHES);
        rows.addClassName("stacked-fields");
    }

    /** One branch on the page. */
    private final class Row extends Div {

        private final TextField name = field("setup.branches.name", "");
        private final RadioButtonGroup<Sector> sector = new RadioButtonGroup<>(UiTexts.text("setup.branches.sector"));
        private final Button remove = Buttons.link(UiTexts.text("setup.branches.remove"), () -> drop(this));

        Row(@Nullable Shop known) {
            Texts texts = UiTexts.current();
            addClassName("record-card");
            sector.setItems(Sector.values());
            sector.setItemLabelGenerator(texts::label);
            sector.addValueChangeListener(change -> sector.setInvalid(false));
            if (known != null) {
                name.setValue(known.name());
                sector.setValue(known.sector());
            }
            add(name, sector, new Div(remove));
        }

        Shop read() {
            Sector chosen = sector.getValue();
            if (chosen == null) {
                sector.setErrorMessage(UiTexts.text("setup.branches.error.sector"));
                sector.setInvalid(true);
                throw new InvalidInput("/branches", "setup.branches.error.sector");
            }
            return new Shop(name.getValue(), chosen);
        }
    }

    @Override
    void ask(SetUpAnswers answers) {
        branches.clear();
        rows.removeAll();
        List<Shop> known = answers.branches();
        if (known == null) {
            more(null);
        } else {
            known.forEach(this::more);
        }
        add(question("branches", rows, Buttons.small(UiTexts.text("setup.branches.more"), () -> more(null)))
                .primary(
                        UiTexts.text("setup.continue"),
                        () -> answer(all -> all.withBranches(read()), Map.<String, TextField>of())));
    }

    private List<Shop> read() {
        return branches.stream().map(Row::read).toList();
    }

    private void more(@Nullable Shop known) {
        Row row = new Row(known);
        branches.add(row);
        rows.add(row);
        offerRemoval();
    }

    private void drop(Row row) {
        branches.remove(row);
        rows.remove(row);
        offerRemoval();
    }

    /** The only branch stays: a firm has one at least. */
    private void offerRemoval() {
        branches.forEach(each -> each.remove.setVisible(branches.size() > 1));
    }
}
