package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.record.ClaimKind;
import io.shouxin.record.ClaimSide;
import io.shouxin.record.Claims;
import io.shouxin.record.NewClaim;
import io.shouxin.request.OpenClaims;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Toast;
import io.shouxin.shared.ui.UiTexts;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The fields of an open claim; sent, the person's open cases are decided again with it. */
final class ClaimDialog extends Dialog {

    private final Texts texts = UiTexts.current();
    private final OpenClaims claims;
    private final UUID subject;
    private final Runnable changed;
    private final LocalDate today;
    private final Div problems = new Div();
    private final RadioButtonGroup<ClaimKind> kind = Choices.one(texts.get("staff.claim.kind"));
    private final RadioButtonGroup<ClaimSide> side = Choices.one(texts.get("staff.claim.side"));
    private final RadioButtonGroup<ClaimSubject> concerns = Choices.one(texts.get("staff.claim.concerns"));
    private final CheckboxGroup<String> records = Choices.many(texts.get("staff.claim.records"));
    private final TextField reference = new TextField(texts.get("staff.claim.reference"));
    private final DatePicker since = ComponentTexts.localize(new DatePicker(texts.get("staff.claim.since")));
    private final DatePicker reviewOn = ComponentTexts.localize(new DatePicker(texts.get("staff.claim.review")));
    private final TextArea note = TextForms.area("staff.claim.note", "staff.claim.noteHelp", Claims.LONGEST_NOTE);

    /** @param branches their names by id */
    ClaimDialog(OpenClaims claims, UUID subject, Map<UUID, String> branches, LocalDate today, Runnable changed) {
        super(UiTexts.text("staff.claim.record"));
        this.claims = claims;
        this.subject = subject;
        this.today = today;
        this.changed = changed;
        setWidth("40em");
        kind.setItems(ClaimKind.values());
        kind.setItemLabelGenerator(texts::label);
        side.setItems(ClaimSide.values());
        side.setItemLabelGenerator(texts::label);
        List<ClaimSubject> choices = ClaimSubject.of(claims.choices(subject), texts);
        concerns.setItems(choices);
        concerns.setItemLabelGenerator(choice -> choice.words(branches, texts));
        records.setVisible(false);
        concerns.addValueChangeListener(change -> showRecords(change.getValue()));
        reference.setHelperText(texts.get("staff.claim.referenceHelp"));
        reference.setMaxLength(40);
        since.setMax(today);
        reviewOn.setMin(today.plusDays(1));
        reviewOn.setMax(today.plus(Claims.LONGEST_UNTIL_REVIEW));
        reviewOn.setHelperText(texts.get("staff.claim.reviewHelp", Claims.LONGEST_UNTIL_REVIEW.getMonths()));
        Div row = new Div(reference, since, reviewOn);
        row.addClassName("field-row");
        add(new Paragraph(texts.get("staff.claim.lead")), problems, kind, side, concerns, records, row, note);
        getFooter()
                .add(
                        Buttons.quiet(texts.get("ui.cancel"), this::close),
                        Buttons.primary(texts.get("staff.claim.send"), this::send));
    }

    private void showRecords(ClaimSubject chosen) {
        boolean single = chosen != null && chosen.deal() == null;
        records.setVisible(single);
        records.setItems(single ? chosen.records().keySet() : Set.of());
    }

    private void send() {
        problems.removeAll();
        try {
            OpenClaims.Effect effect = claims.record(read());
            close();
            changed.run();
            Toast.done(ClaimsPanel.told("staff.claim.recorded", effect, texts));
        } catch (InvalidInput e) {
            problems.add(ErrorBox.of(e));
        } catch (StateRefused e) {
            problems.add(new ErrorBox(texts.get("ui.error.check"), texts.get("staff.claim.moving")));
        }
    }

    /**
     * @throws InvalidInput with every wrong field marked
     */
    private NewClaim read() {
        ClaimSubject chosen = concerns.getValue();
        Set<UUID> single = new LinkedHashSet<>();
        records.getValue().forEach(title -> single.addAll(chosen.records().getOrDefault(title, Set.of())));
        LocalDate from = since.getValue();
        LocalDate again = reviewOn.getValue();
        LocalDate latest = today.plus(Claims.LONGEST_UNTIL_REVIEW);
        new FieldChecks()
                .require(kind.getValue() != null, kind, "/kind", "staff.claim.missing.kind")
                .require(side.getValue() != null, side, "/side", "staff.claim.missing.side")
                .require(chosen != null, concerns, "/concerns", "record.claim.error.concerns")
                .require(
                        chosen == null || chosen.deal() != null || !single.isEmpty(),
                        records,
                        "/records",
                        "record.claim.error.concerns")
                .require(!reference.getValue().isBlank(), reference, "/reference", "record.claim.error.reference")
                .require(from != null && !from.isAfter(today), since, "/since", "record.claim.error.since")
                .require(
                        again != null && again.isAfter(today) && !again.isAfter(latest),
                        reviewOn,
                        "/reviewOn",
                        "record.claim.error.review",
                        Claims.LONGEST_UNTIL_REVIEW.getMonths())
                .require(!note.getValue().isBlank(), note, "/note", "record.claim.error.text", Claims.LONGEST_NOTE)
                .fits(note, "/note")
                .done();
        return new NewClaim(
                subject,
                chosen.branch(),
                kind.getValue(),
                side.getValue(),
                reference.getValue().strip(),
                from,
                again,
                chosen.deal(),
                single,
                note.getValue());
    }
}
