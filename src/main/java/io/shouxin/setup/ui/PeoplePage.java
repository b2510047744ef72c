package io.shouxin.setup.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.setup.Headcount;
import io.shouxin.setup.ScaleTier;
import io.shouxin.setup.ScaleTiers;
import io.shouxin.setup.SetUp;
import io.shouxin.setup.SetUpAnswers;
import io.shouxin.setup.SetUpDoor;
import io.shouxin.setup.SetUpStep;
import io.shouxin.shared.Certainty;
import io.shouxin.shared.Citations;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.UiTexts;
import java.util.Map;

/** Of how many people the firm handles data, and what follows from it. */
@Route("setup/people")
@AnonymousAllowed
class PeoplePage extends SetUpPage {

    private final ScaleTiers tiers;

    PeoplePage(SetUp setUp, SetUpDoor door, ScaleTiers tiers) {
        super(setUp, door, SetUpStep.PEOPLE);
        this.tiers = tiers;
    }

    @Override
    void ask(SetUpAnswers answers) {
        Long known = answers.people();
        TextField people = field("setup.people.number", known == null ? "" : known.toString());
        people.setValueChangeMode(ValueChangeMode.LAZY);
        people.addAttachListener(
                attached -> people.getElement().executeJs("this.inputElement.setAttribute('inputmode','numeric')"));
        Div follows = new Div();
        show(follows, people.getValue());
        people.addValueChangeListener(change -> show(follows, change.getValue()));
        add(question("people", people, follows)
                .primary(
                        UiTexts.text("setup.continue"),
                        () -> answer(all -> all.withPeople(read(people.getValue())), Map.of("/people", people))));
    }

    private void show(Div follows, String typed) {
        follows.removeAll();
        Headcount.read(typed).ifPresent(people -> follows.add(notice(tiers.of(people))));
    }

    static Notice notice(ScaleTier tier) {
        Paragraph source = new Paragraph(UiTexts.text(
                "setup.people.source",
                Citations.in(tier.source(), UiTexts.current().locale()),
                Certainty.words(tier.certainty(), UiTexts.current())));
        source.addClassName("law");
        return new Notice(
                Chip.Tone.PLAIN, UiTexts.text(tier.textKey() + ".title"), UiTexts.text(tier.textKey()), source);
    }

    private static long read(String typed) {
        return Headcount.read(typed).orElseThrow(() -> new InvalidInput("/people", "setup.people.error"));
    }
}
