package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.request.CaseView;
import io.shouxin.request.DecisionTexts;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RefusalReason;
import io.shouxin.retention.Outcome;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.UiTexts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Another outcome for chosen records, with a reason. It is noted here and sent with the decision. */
final class AdjustForm {

    private static final List<Outcome> CHOICES =
            List.of(Outcome.DELETE_NOW, Outcome.RESTRICT_STORAGE_ONLY, Outcome.REFUSE);

    private final Texts texts = UiTexts.current();
    private final PendingChanges changes;
    private final KeepingDays days;
    private final Runnable noted;
    private final CheckboxGroup<DecisionGroup> records = Choices.many(UiTexts.text("staff.adjust.records"));
    private final RadioButtonGroup<Outcome> outcome = Choices.one(UiTexts.text("staff.adjust.outcome"));
    private final DatePicker until = ComponentTexts.localize(new DatePicker(UiTexts.text("staff.adjust.until")));
    private final RadioButtonGroup<RefusalReason> code;
    private final TextArea reason = TextForms.area("staff.adjust.reason", "staff.adjust.help");

    AdjustForm(CaseView view, PendingChanges changes, List<RefusalReason> reasons, KeepingDays days, Runnable noted) {
        this.changes = changes;
        this.days = days;
        this.noted = noted;
        records.setItems(adjustable(view, changes));
        records.setItemLabelGenerator(group -> texts.get(
                "staff.adjust.item",
                group.title(texts),
                RecordsTable.chip(group.first(), texts).getElement().getTextRecursively()));
        records.setItemHelperGenerator(group -> DecisionTexts.forStaff(group.first(), texts.locale()));
        outcome.setItems(CHOICES);
        outcome.setItemLabelGenerator(texts::label);
        outcome.setItemEnabledProvider(this::allowed);
        code = ReasonChoice.of(texts.get("staff.adjust.code"), reasons);
        code.setVisible(false);
        code.addValueChangeListener(change -> code.setInvalid(false));
        until.setVisible(false);
        until.setMin(days.today().plusDays(1));
        records.addValueChangeListener(change -> chosenRecords());
        outcome.addValueChangeListener(change -> chosenOutcome(change.getValue()));
    }

    /** What is neither sealed nor the officer's to decide. */
    static List<DecisionGroup> adjustable(CaseView view, PendingChanges changes) {
        return DecisionGroup.of(view.decisions().stream()
                .filter(decision -> decision.outcome() != Outcome.HELD)
                .filter(decision -> decision.proposed().outcome() != Outcome.OFFICER_DECIDES)
                .map(changes::seen)
                .toList());
    }

    void openIn(SideSheet sheet) {
        sheet.open(
                "adjust",
                texts.get("staff.adjust.title"),
                texts.get("staff.adjust.note"),
                () -> {
                    note();
                    sheet.close();
                    noted.run();
                },
                new Paragraph(texts.get("staff.adjust.lead")),
                records,
                outcome,
                until,
                code,
                reason);
    }

    private void chosenRecords() {
        records.setInvalid(false);
        outcome.setItemEnabledProvider(this::allowed);
        Outcome chosen = outcome.getValue();
        if (chosen != null && !allowed(chosen)) {
            outcome.clear();
        }
        code.setVisible(needsCode(outcome.getValue()));
    }

    private void chosenOutcome(@Nullable Outcome chosen) {
        outcome.setInvalid(false);
        until.setVisible(chosen == Outcome.RESTRICT_STORAGE_ONLY);
        code.setVisible(needsCode(chosen));
        if (until.isVisible() && until.isEmpty()) {
            until.setValue(latestLaw());
        }
    }

    /** What the law keeps can only be kept, maybe longer. */
    private boolean allowed(Outcome candidate) {
        return switch (candidate) {
            case RESTRICT_STORAGE_ONLY -> true;
            case DELETE_NOW ->
                members().stream().noneMatch(decision -> decision.proposed().isKeptByLaw());
            default ->
                members().stream()
                        .noneMatch(decision -> decision.proposed().outcome() == Outcome.RESTRICT_STORAGE_ONLY);
        };
    }

    /** Who keeps what no rule keeps says by which coded reason; it stands in the client's letter. */
    private boolean needsCode(@Nullable Outcome chosen) {
        return chosen != null
                && chosen != Outcome.DELETE_NOW
                && members().stream().anyMatch(decision -> decision.proposed().codeIfKept(chosen) == null);
    }

    private @Nullable LocalDate latestLaw() {
        return members().stream()
                .map(decision -> decision.proposed().until())
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private List<RecordDecision> members() {
        List<RecordDecision> members = new ArrayList<>();
        Set<DecisionGroup> chosen = records.getValue();
        chosen.forEach(group -> members.addAll(group.members()));
        return members;
    }

    private void note() {
        Outcome chosen = outcome.getValue();
        boolean dated = chosen == Outcome.RESTRICT_STORAGE_ONLY;
        LocalDate day = dated ? until.getValue() : null;
        RefusalReason why = needsCode(chosen) ? code.getValue() : null;
        FieldChecks checks = new FieldChecks();
        if (dated) {
            days.check(checks, until, latestLaw());
        }
        checks.require(!records.isEmpty(), records, "/decisions", "staff.adjust.error.records")
                .require(chosen != null, outcome, "/outcome", "request.error.fieldMissing.outcome")
                .require(!needsCode(chosen) || why != null, code, "/code", "staff.adjust.error.code")
                .require(!reason.getValue().isBlank(), reason, "/reason", "request.error.reasonMissing")
                .fits(reason, "/reason")
                .done();
        changes.put(
                members().stream().map(RecordDecision::recordId).toList(),
                PendingChanges.Change.of(
                        Objects.requireNonNull(chosen),
                        day,
                        why == null ? null : why.code(),
                        reason.getValue().strip()));
    }
}
