package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.record.Category;
import io.shouxin.request.Channel;
import io.shouxin.request.NewRequest;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestType;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.UiTexts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is asked, how and when it came in, and what proof was seen. */
final class NewRequestForm extends Div {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Texts texts = UiTexts.current();
    private final LocalDate today;
    private final String key = UUID.randomUUID().toString();
    private final RadioButtonGroup<Channel> channel = Choices.one(UiTexts.text("staff.new.channel"));
    private final DatePicker received = ComponentTexts.localize(new DatePicker(UiTexts.text("staff.new.received")));
    private final RadioButtonGroup<Boolean> all = Choices.one(UiTexts.text("staff.new.scope"));
    private final CheckboxGroup<Category> categories = Choices.many(UiTexts.text("staff.new.categories"));
    private final RadioButtonGroup<UUID> branch = Choices.one(UiTexts.text("staff.new.branch"));
    private final RadioButtonGroup<String> language = Choices.one(UiTexts.text("staff.new.language"));
    private final Checkbox proof = Choices.single("");
    private final TextArea note = TextForms.area("staff.new.note", "staff.new.note.help");

    NewRequestForm(LocalDate today, Map<UUID, String> branches) {
        this.today = today;
        addClassName("new-request");
        channel.setItems(Channel.COUNTER, Channel.PHONE, Channel.LETTER);
        channel.setItemLabelGenerator(texts::label);
        channel.addValueChangeListener(change -> chosen(change.getValue()));
        received.setValue(today);
        received.setMax(today);
        received.setWidth("22em");
        received.setHelperText(texts.get("staff.new.received.help"));
        all.setItems(true, false);
        all.setItemLabelGenerator(every -> texts.get(every ? "staff.new.scope.all" : "staff.new.scope.some"));
        all.setValue(true);
        all.addValueChangeListener(change -> categories.setVisible(Boolean.FALSE.equals(change.getValue())));
        categories.setItems(Category.values());
        categories.setItemLabelGenerator(texts::label);
        categories.setVisible(false);
        branch.setItems(branches.keySet());
        branch.setItemLabelGenerator(id -> branches.getOrDefault(id, ""));
        branch.setVisible(branches.size() > 1);
        language.setItems("zh", "en");
        language.setItemLabelGenerator(each -> texts.get("staff.new.language." + each));
        language.setValue("zh");
        proof.setVisible(false);
        add(channel, received, all, categories, proof, note, language, branch);
    }

    /** Only what the firm holds about the person can be asked for; for somebody unknown, anything. */
    void offer(Set<Category> held) {
        categories.setItems(held.isEmpty() ? Set.of(Category.values()) : held);
        branch.setVisible(held.isEmpty() && branch.getListDataView().getItemCount() > 1);
    }

    /**
     * @throws InvalidInput with the field marked, if something is missing
     */
    NewRequest read(PersonChoice who) {
        who.requireChoice();
        Channel how = channel.getValue();
        if (how == null) {
            channel.setErrorMessage(texts.get("staff.new.error.channel"));
            channel.setInvalid(true);
            throw new InvalidInput("/channel", "staff.new.error.channel");
        }
        LocalDate day = received.getValue();
        if (day == null || day.isAfter(today)) {
            received.setErrorMessage(texts.get("request.error.receivedInFuture"));
            received.setInvalid(true);
            throw new InvalidInput("/receivedAt", "request.error.receivedInFuture");
        }
        boolean everything = !Boolean.FALSE.equals(all.getValue());
        if (!everything && categories.isEmpty()) {
            categories.setErrorMessage(texts.get("request.error.scopeEmpty"));
            categories.setInvalid(true);
            throw new InvalidInput("/scope", "request.error.scopeEmpty");
        }
        return new NewRequest(
                RequestType.DELETION,
                who.subject(),
                everything ? null : Set.copyOf(categories.getValue()),
                how,
                branch.isVisible() ? branch.getValue() : null,
                moment(day),
                note.getValue().strip(),
                language.getValue(),
                who.name(),
                who.phone(),
                proof.isVisible() && proof.getValue() ? proofOf(how) : null,
                false,
                key);
    }

    private @Nullable Instant moment(LocalDate day) {
        return day.equals(today)
                ? null
                : day.atTime(LocalTime.NOON).atZone(CHINA).toInstant();
    }

    private void chosen(@Nullable Channel how) {
        channel.setInvalid(false);
        proof.setValue(false);
        ProofMethod method = how == null ? null : proofOf(how);
        proof.setVisible(method != null);
        if (method != null) {
            proof.setLabel(texts.get("staff.new.proof." + method.name()));
        }
    }

    private static @Nullable ProofMethod proofOf(Channel how) {
        return switch (how) {
            case COUNTER -> ProofMethod.SEEN_AT_COUNTER;
            case PHONE -> ProofMethod.CALLED_BACK;
            case LETTER, PORTAL, API -> null;
        };
    }
}
