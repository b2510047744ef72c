package io.shouxin.identity.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.shouxin.identity.Absence;
import io.shouxin.identity.Absences;
import io.shouxin.identity.Member;
import io.shouxin.identity.StaffAccount;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.FieldErrors;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.TimeText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** When somebody is away, and who takes what they have in hand. */
final class AbsencePanel extends Div {

    private final Absences absences;
    private final UUID account;
    private final Consumer<UUID> changed;
    private final Div problems = new Div();

    AbsencePanel(Absences absences, Member member, MemberWords words, Consumer<UUID> changed) {
        this.absences = absences;
        this.account = member.account().id();
        this.changed = changed;
        Texts texts = words.texts();
        List<StaffAccount> candidates = absences.candidates(account);
        Panel panel = new Panel(texts.get("identity.absence.title"), new Paragraph(texts.get("identity.absence.lead")));
        List<Absence> planned = absences.all().stream()
                .filter(absence -> absence.account().equals(account))
                .toList();
        planned.forEach(absence -> panel.add(line(absence, words, names(candidates))));
        panel.add(problems);
        if (candidates.isEmpty()) {
            panel.add(Notice.warning(texts.get("identity.absence.nobody"), texts.get("identity.absence.nobody.text")));
        } else {
            plan(panel, candidates, words);
        }
        add(panel);
    }

    private static Map<UUID, String> names(List<StaffAccount> candidates) {
        return candidates.stream().collect(Collectors.toMap(StaffAccount::id, StaffAccount::displayName));
    }

    private Div line(Absence absence, MemberWords words, Map<UUID, String> names) {
        Texts texts = words.texts();
        return new Div(
                new Paragraph(texts.get(
                        "identity.absence.line",
                        TimeText.text(texts, absence.firstDay()),
                        TimeText.text(texts, absence.lastDay()),
                        names.getOrDefault(absence.substitute(), "—"))),
                Buttons.link(texts.get("identity.absence.end"), () -> {
                    absences.end(absence.id());
                    changed.accept(account);
                }));
    }

    private void plan(Panel panel, List<StaffAccount> candidates, MemberWords words) {
        Texts texts = words.texts();
        DatePicker first = ComponentTexts.localize(new DatePicker(texts.get("identity.absence.first")));
        DatePicker last = ComponentTexts.localize(new DatePicker(texts.get("identity.absence.last")));
        RadioButtonGroup<StaffAccount> substitute = Choices.one(texts.get("identity.absence.substitute"));
        first.setMin(words.today());
        last.setMin(words.today());
        substitute.setItems(candidates);
        substitute.setItemLabelGenerator(StaffAccount::displayName);
        Map<String, HasValidation> fields = Map.of("/firstDay", first, "/lastDay", last, "/substitute", substitute);
        panel.add(first, last, substitute, Buttons.quiet(texts.get("identity.absence.plan"), () -> {
            problems.removeAll();
            FieldErrors.clear(fields);
            try {
                absences.plan(
                        account,
                        require(substitute.getValue(), "/substitute").id(),
                        day(first, "/firstDay"),
                        day(last, "/lastDay"));
                changed.accept(account);
            } catch (InvalidInput refused) {
                if (!FieldErrors.mark(refused, fields)) {
                    problems.add(ErrorBox.of(refused));
                }
            }
        }));
    }

    private static LocalDate day(DatePicker picker, String pointer) {
        return require(picker.getValue(), pointer);
    }

    private static <T> T require(@Nullable T value, String pointer) {
        if (value == null) {
            throw new InvalidInput(pointer, "ui.required");
        }
        return value;
    }
}
