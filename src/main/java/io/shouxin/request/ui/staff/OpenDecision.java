package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.request.DecisionTexts;
import io.shouxin.request.OpenClaims;
import io.shouxin.request.RecordDecision;
import io.shouxin.retention.Outcome;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.UiTexts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the officer is asked about some records, why the rules leave it open, and the fields of the answer. */
final class OpenDecision extends Div {

    private final Texts texts = UiTexts.current();
    private final DecisionGroup group;
    private final KeepingDays days;
    private final RadioButtonGroup<Outcome> outcome = Choices.one(UiTexts.text("staff.adjust.outcome"));
    private final DatePicker until = ComponentTexts.localize(new DatePicker(UiTexts.text("staff.adjust.until")));
    private final TextArea reason = TextForms.area("staff.adjust.reason", "staff.adjust.help");

    OpenDecision(DecisionGroup group, KeepingDays days) {
        this.group = group;
        this.days = days;
        addClassName("open-decision");
        RecordDecision asked = group.first();
        List<Outcome> alternatives =
                asked.proposed().alternatives().stream().map(Outcome::valueOf).toList();
        outcome.setItems(alternatives);
        outcome.setItemLabelGenerator(texts::label);
        until.setVisible(false);
        until.setMin(days.today().plusDays(1));
        OpenClaims.keptAtMost(asked.proposed(), days.today()).ifPresent(last -> {
            until.setMax(last);
            until.setHelperText(texts.get("staff.officer.claimUntil", last.toString()));
        });
        LocalDate suggested = asked.proposed().until();
        if (suggested != null && suggested.isAfter(days.today())) {
            until.setValue(suggested);
        }
        outcome.addValueChangeListener(change -> {
            outcome.setInvalid(false);
            until.setVisible(change.getValue() == Outcome.RESTRICT_STORAGE_ONLY);
        });
        add(
                new H3(group.title(texts)),
                new Paragraph(DecisionTexts.forStaff(asked, texts.locale())),
                basis(asked),
                new Paragraph(DecisionTexts.question(asked, texts.locale())),
                outcome,
                until,
                reason);
    }

    private Paragraph basis(RecordDecision asked) {
        Paragraph basis = new Paragraph(DecisionTexts.basis(asked, texts.locale()));
        basis.addClassName("small");
        return basis;
    }

    /** Whether the officer is asked the very same about other records. */
    boolean asksAs(OpenDecision other) {
        return facts().equals(other.facts()) && alternatives().equals(other.alternatives());
    }

    private List<String> facts() {
        RecordDecision asked = group.first();
        return List.of(DecisionTexts.forStaff(asked, texts.locale()), DecisionTexts.question(asked, texts.locale()));
    }

    private List<String> alternatives() {
        return group.first().proposed().alternatives();
    }

    /** Takes over another's answer, to be looked at and maybe changed. */
    void answerAs(OpenDecision other) {
        outcome.setValue(other.outcome.getValue());
        until.setValue(other.until.getValue());
        reason.setValue(other.reason.getValue());
    }

    DecisionGroup group() {
        return group;
    }

    Map<String, HasValue<?, ?>> fields() {
        return Map.of("outcome", outcome, "until", until, "reason", reason);
    }

    /**
     * @throws InvalidInput with every missing field marked
     */
    PendingChanges.Change read() {
        Outcome chosen = outcome.getValue();
        boolean dated = chosen == Outcome.RESTRICT_STORAGE_ONLY;
        LocalDate day = dated ? until.getValue() : null;
        FieldChecks checks = new FieldChecks();
        if (dated) {
            days.check(checks, until, group.first().proposed());
        }
        checks.require(chosen != null, outcome, "/outcome", "request.error.fieldMissing.outcome")
                .require(!reason.getValue().isBlank(), reason, "/reason", "staff.officer.reason")
                .fits(reason, "/reason")
                .done();
        return PendingChanges.Change.of(
                Objects.requireNonNull(chosen), day, null, reason.getValue().strip());
    }
}
