package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.deadline.DeadlineTexts;
import io.shouxin.record.Category;
import io.shouxin.request.Channel;
import io.shouxin.request.NewRequest;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestType;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.UiTexts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is asked, how and when it came in, and what proof was seen. */
final class NewRequestForm extends Div {

    private final Texts texts = UiTexts.current();
    private final LocalDate today;
    private String key = UUID.randomUUID().toString();
    private final RadioButtonGroup<Channel> channel = Choices.one(UiTexts.text("staff.new.channel"));
    private final Checkbox confirmed = Choices.single(UiTexts.text("staff.new.received.confirm"));
    private final Div late = new Div();
    private final DatePicker received = ComponentTexts.localize(new DatePicker(UiTexts.text("staff.new.received")));
    private final RadioButtonGroup<Boolean> all = Choices.one(UiTexts.text("staff.new.scope"));
    private final CheckboxGroup<Category> categories = Choices.many(UiTexts.text("staff.new.categories"));
    private final RadioButtonGroup<UUID> branch = Choices.one(UiTexts.text("staff.new.branch"));
    private final RadioButtonGroup<String> language = Choices.one(UiTexts.text("staff.new.language"));
    private final Checkbox proof = Choices.single("");
    private final TextArea note = TextForms.area("staff.new.note", "staff.new.note.help");
    private final OthersForm others;
    private boolean onFile;

    /**
     * @param own the branch to begin with
     * @param due by when a request of a kind that came in on a day had to be answered
     * @param others as whom somebody asks; stands before this on the page
     */
    NewRequestForm(
            LocalDate today,
            Map<UUID, String> branches,
            Optional<UUID> own,
            BiFunction<String, LocalDate, LocalDate> due,
            OthersForm others) {
        this.today = today;
        this.others = others;
        others.onChange(() -> {
            warn(received.getValue(), due);
            askForProof();
        });
        addClassName("new-request");
        channel.setItems(Channel.COUNTER, Channel.PHONE, Channel.LETTER);
        channel.setItemLabelGenerator(texts::label);
        channel.addValueChangeListener(change -> {
            channel.setInvalid(false);
            askForProof();
        });
        received.setValue(today);
        received.setMax(today);
        received.setWidth("22em");
        received.setHelperText(texts.get("staff.new.received.help"));
        received.addValueChangeListener(change -> {
            received.setInvalid(false);
            confirmed.setValue(false);
            confirmed.setVisible(false);
            warn(change.getValue(), due);
        });
        confirmed.setVisible(false);
        all.setItems(true, false);
        all.setItemLabelGenerator(every -> texts.get(every ? "staff.new.scope.all" : "staff.new.scope.some"));
        all.setValue(true);
        all.addValueChangeListener(change -> categories.setVisible(Boolean.FALSE.equals(change.getValue())));
        categories.setItems(Category.values());
        categories.setItemLabelGenerator(texts::label);
        categories.setVisible(false);
        branch.setItems(branches.keySet());
        branch.setItemLabelGenerator(id -> branches.getOrDefault(id, ""));
        own.ifPresent(branch::setValue);
        branch.setVisible(branches.size() > 1);
        language.setItems("zh", "en");
        language.setItemLabelGenerator(each -> texts.get("staff.new.language." + each));
        language.setValue("zh");
        proof.setVisible(false);
        add(channel, received, confirmed, late, all, categories, proof, note, language, branch);
    }

    /** Only what the firm holds about the person can be asked for; for somebody unknown, anything. */
    void offer(Set<Category> held) {
        categories.setItems(held.isEmpty() ? Set.of(Category.values()) : held);
        branch.setVisible(held.isEmpty() && branch.getListDataView().getItemCount() > 1);
        onFile = !held.isEmpty();
        askForProof();
    }

    /** Calls back whenever something was entered. */
    void onEdit(Runnable told) {
        Stream.<HasValue<?, ?>>of(channel, received, all, categories, branch, language, note)
                .forEach(field -> field.addValueChangeListener(change -> told.run()));
        others.onEdit(told);
    }

    /** What was entered so far, to be gone on with later. */
    NewRequestDraft draft(PersonChoice who) {
        LocalDate day = received.getValue();
        return new NewRequestDraft(
                key,
                who.subject(),
                who.isUnknown(),
                who.name(),
                who.phone(),
                channel.getValue(),
                day == null ? null : day.toString(),
                isEverything(),
                Set.copyOf(categories.getValue()),
                branch.getValue(),
                language.getValue(),
                note.getValue(),
                others.draft());
    }

    /** Fills in what was entered before; whether a proof was seen is asked anew. Call it when the person is chosen. */
    void restore(NewRequestDraft left) {
        key = left.key();
        others.restore(left.others());
        channel.setValue(left.channel());
        received.setValue(left.received() == null ? null : LocalDate.parse(left.received()));
        all.setValue(left.everything());
        categories.setValue(categories
                .getListDataView()
                .getItems()
                .filter(left.categories()::contains)
                .collect(Collectors.toSet()));
        branch.getListDataView()
                .getItems()
                .filter(id -> id.equals(left.branch()))
                .forEach(branch::setValue);
        language.setValue(left.language());
        note.setValue(left.note());
    }

    /** From now on it is another request than the one that was begun. */
    void becomeAnother() {
        key = UUID.randomUUID().toString();
    }

    /** Marks everything that is missing or wrong, and says it; nothing if {@link #read} can be called. */
    List<String> check(PersonChoice who) {
        FieldChecks checks = new FieldChecks();
        who.check(checks, others.isForAnother());
        others.check(checks);
        LocalDate day = received.getValue();
        return checks.require(channel.getValue() != null, channel, "/channel", "staff.new.error.channel")
                .require(day != null && !day.isAfter(today), received, "/receivedAt", "request.error.receivedInFuture")
                .require(isEverything() || !categories.isEmpty(), categories, "/scope", "request.error.scopeEmpty")
                .fits(note, "/note")
                .problems();
    }

    NewRequest read(PersonChoice who) {
        Channel how = channel.getValue();
        return new NewRequest(
                RequestType.DELETION,
                who.subject(),
                isEverything() ? null : Set.copyOf(categories.getValue()),
                how,
                branch.isVisible() ? branch.getValue() : null,
                NewRequest.Receipt.of(moment(received.getValue()), confirmed.getValue()),
                note.getValue().strip(),
                language.getValue(),
                others.isForAnother() ? others.requesterName() : who.name(),
                others.isForAnother() ? others.requesterPhone() : who.phone(),
                proof.isVisible() && proof.getValue() ? proofOf(how) : null,
                false,
                key,
                others.read());
    }

    /** Marks the date that was refused; one that lies long ago can be confirmed. */
    void mark(InvalidInput refused) {
        if (refused.pointer().equals("/receivedAt")) {
            received.setErrorMessage(texts.get(refused.textKey(), refused.arguments()));
            received.setInvalid(true);
            confirmed.setVisible(refused.textKey().equals("request.error.receivedTooLongAgo"));
        }
    }

    private void warn(@Nullable LocalDate day, BiFunction<String, LocalDate, LocalDate> due) {
        late.removeAll();
        if (day == null || day.isAfter(today)) {
            return;
        }
        LocalDate answer = due.apply(others.clockType(), day);
        if (answer.isBefore(today)) {
            late.add(Notice.warning(
                    texts.get("staff.new.received.late"),
                    texts.get(
                            "staff.new.received.late.what",
                            DeadlineTexts.of(texts.locale(), today).date(answer))));
        }
    }

    private boolean isEverything() {
        return !Boolean.FALSE.equals(all.getValue());
    }

    /** Of an earlier day nobody knows the hour: its beginning stands for the day, and papers print the day alone. */
    private @Nullable Instant moment(LocalDate day) {
        return day.equals(today) ? null : ChinaTime.startOf(day);
    }

    /** Whoever is on no file can show who they are, but nothing agrees with a file and no number of theirs is there to be called. */
    private void askForProof() {
        proof.setValue(false);
        Channel how = channel.getValue();
        ProofMethod method = how == null ? null : proofOf(how);
        proof.setVisible(!others.isForAnother() && method != null && (onFile || method == ProofMethod.SEEN_AT_COUNTER));
        if (method != null) {
            proof.setLabel(texts.get("staff.new.proof." + (onFile ? method.name() : "stranger")));
        }
    }

    private static @Nullable ProofMethod proofOf(Channel how) {
        return switch (how) {
            case COUNTER -> ProofMethod.SEEN_AT_COUNTER;
            case PHONE -> ProofMethod.CALLED_BACK;
            case LETTER, PORTAL, API, CLOCK -> null;
        };
    }
}
