package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.record.ClaimEnded;
import io.shouxin.record.Claims;
import io.shouxin.record.OpenClaim;
import io.shouxin.request.OpenClaims;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.DefinitionTable;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.Toast;
import io.shouxin.shared.ui.UiTexts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The open claims of a person, to read beside a task, or to record and end on the case's and the person's own pages. */
final class ClaimsPanel {

    private final Texts texts = UiTexts.current();
    private final OpenClaims claims;
    private final CasePages pages;
    private final UUID subject;
    private final List<Claims.Entry> known;

    ClaimsPanel(OpenClaims claims, CasePages pages, UUID subject) {
        this.claims = claims;
        this.pages = pages;
        this.subject = subject;
        this.known = claims.of(subject);
    }

    /** Empty where there is none; whoever decides does not change the facts from there. */
    Optional<Panel> toRead() {
        List<Claims.Entry> standing =
                known.stream().filter(entry -> entry.claim().stands()).toList();
        return standing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel(
                        texts.get("staff.claim.title"),
                        standing.stream().map(this::entry).toArray(Component[]::new)));
    }

    /**
     * @param changed called when a claim was recorded or ended
     */
    Panel toChange(Runnable changed) {
        Panel panel = new Panel(texts.get("staff.claim.title"));
        if (known.isEmpty()) {
            panel.add(new Paragraph(texts.get("staff.claim.none")));
        }
        for (Claims.Entry entry : known) {
            Div block = entry(entry);
            if (claims.mayEnd(entry.claim())) {
                block.add(Buttons.small(texts.get("staff.claim.end"), () -> end(entry.claim(), changed)
                        .open()));
            }
            if (claims.mayRenew(entry.claim()) && !entry.claim().reviewOn().isAfter(pages.today())) {
                block.add(Buttons.small(texts.get("staff.claim.renew"), () -> renew(entry.claim(), changed)
                        .open()));
            }
            panel.add(block);
        }
        if (!claims.choices(subject).isEmpty()) {
            panel.add(Buttons.small(
                    texts.get("staff.claim.record"),
                    () -> new ClaimDialog(claims, subject, pages.branchNames(), pages.today(), changed).open()));
        }
        return panel;
    }

    private Div entry(Claims.Entry entry) {
        OpenClaim claim = entry.claim();
        DefinitionTable table = new DefinitionTable()
                .code(texts.get("staff.claim.reference"), claim.reference())
                .row(texts.get("staff.claim.side"), texts.label(claim.side()))
                .row(texts.get("staff.claim.concerns"), concerns(claim))
                .row(texts.get("staff.claim.since"), new TimeText(claim.since()))
                .row(texts.get("staff.claim.review"), new TimeText(claim.reviewOn()))
                .row(texts.get("staff.claim.note"), orHidden(entry.note()))
                .row(texts.get("staff.claim.by"), by(claim.recordedBy(), claim.recordedAt()));
        Instant ended = claim.endedAt();
        UUID endedBy = claim.endedBy();
        if (ended != null && endedBy != null) {
            table.row(texts.get("staff.claim.endedBy"), by(endedBy, ended))
                    .row(texts.get("staff.claim.endNote"), orHidden(entry.endNote()));
        }
        return new Div(new Span(texts.label(claim.kind())), new Span(" "), state(claim), table);
    }

    /** No claim is without its words; who may not read them gets none. */
    private String orHidden(String text) {
        return text.isEmpty() ? texts.get("staff.claim.hidden") : text;
    }

    private Chip state(OpenClaim claim) {
        if (!claim.stands()) {
            return Chip.plain(texts.get("staff.claim.ended"));
        }
        return claim.reviewOn().isAfter(pages.today())
                ? Chip.calm(texts.get("staff.claim.open"))
                : Chip.warn(texts.get("staff.claim.overdue"));
    }

    private String concerns(OpenClaim claim) {
        String where = pages.branchNames().getOrDefault(claim.branchId(), "");
        OpenClaim.Deal deal = claim.deal();
        return deal == null
                ? texts.get("staff.claim.records.count", claim.records().size(), where)
                : ClaimSubject.words(deal, where, texts);
    }

    private Span by(UUID who, Instant when) {
        return new Span(new Span(pages.names().nameOf(who) + " · "), new TimeText(when));
    }

    /** What was done, and which open cases it changes or can change no more. */
    static String told(String done, OpenClaims.Effect effect, Texts texts) {
        List<String> sentences = new ArrayList<>(List.of(texts.get(done)));
        String and = texts.get("request.list.separator");
        if (!effect.again().isEmpty()) {
            sentences.add(texts.get("staff.claim.again", String.join(and, effect.again())));
        }
        if (!effect.tooLate().isEmpty()) {
            sentences.add(texts.get("staff.claim.tooLate", String.join(and, effect.tooLate())));
        }
        return String.join(" ", sentences);
    }

    private Dialog renew(OpenClaim claim, Runnable changed) {
        Dialog dialog = new Dialog(texts.get("staff.claim.renewTitle", claim.reference()));
        Div problems = new Div();
        DatePicker next = ComponentTexts.localize(new DatePicker(texts.get("staff.claim.review")));
        next.setMin(pages.today().plusDays(1));
        next.setMax(pages.today().plus(Claims.LONGEST_UNTIL_REVIEW));
        next.setHelperText(texts.get("staff.claim.reviewHelp", Claims.LONGEST_UNTIL_REVIEW.getMonths()));
        dialog.add(new Paragraph(texts.get("staff.claim.renewLead")), problems, next);
        dialog.getFooter()
                .add(
                        Buttons.quiet(texts.get("ui.cancel"), dialog::close),
                        Buttons.primary(texts.get("staff.claim.renewSend"), () -> {
                            problems.removeAll();
                            try {
                                LocalDate day = next.getValue();
                                OpenClaims.Effect effect = claims.renew(claim.id(), day == null ? pages.today() : day);
                                dialog.close();
                                changed.run();
                                Toast.done(told("staff.claim.renewDone", effect, texts));
                            } catch (InvalidInput e) {
                                problems.add(ErrorBox.of(e));
                            } catch (ClaimEnded | NotFound e) {
                                dialog.close();
                                changed.run();
                                Toast.done(texts.get("staff.claim.endedMeanwhile"));
                            } catch (StateRefused e) {
                                problems.add(
                                        new ErrorBox(texts.get("ui.error.check"), texts.get("staff.claim.moving")));
                            }
                        }));
        return dialog;
    }

    private Dialog end(OpenClaim claim, Runnable changed) {
        Dialog dialog = new Dialog(texts.get("staff.claim.endTitle", claim.reference()));
        Div problems = new Div();
        TextArea why = TextForms.area("staff.claim.endNote", "staff.claim.endHelp", Claims.LONGEST_NOTE);
        dialog.add(new Paragraph(texts.get("staff.claim.endLead")), problems, why);
        dialog.getFooter()
                .add(
                        Buttons.quiet(texts.get("ui.cancel"), dialog::close),
                        Buttons.primary(texts.get("staff.claim.endSend"), () -> {
                            problems.removeAll();
                            try {
                                TextForms.require(why);
                                OpenClaims.Effect effect = claims.end(claim.id(), why.getValue());
                                dialog.close();
                                changed.run();
                                Toast.done(told("staff.claim.endDone", effect, texts));
                            } catch (InvalidInput e) {
                                problems.add(ErrorBox.of(e));
                            } catch (ClaimEnded | NotFound e) {
                                dialog.close();
                                changed.run();
                                Toast.done(texts.get("staff.claim.endedMeanwhile"));
                            } catch (StateRefused e) {
                                problems.add(
                                        new ErrorBox(texts.get("ui.error.check"), texts.get("staff.claim.moving")));
                            }
                        }));
        return dialog;
    }
}
