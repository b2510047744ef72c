package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.record.Category;
import io.shouxin.record.ContactForms;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.PeopleSearch;
import io.shouxin.request.OtherBranchEntry;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.TextLimits;
import io.shouxin.shared.ui.UiTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whose request it is: somebody on file, or somebody whom the firm does not know. */
final class PersonChoice extends Div {

    private final Texts texts = UiTexts.current();
    private final PeopleRows people;
    private final PeopleSearch search;
    private final TextField query = new TextField(UiTexts.text("staff.people.query"));
    private final RadioButtonGroup<Candidate> found = Choices.one(UiTexts.text("staff.new.found"));
    private final TextField name = new TextField(UiTexts.text("staff.new.name"));
    private final TextField phone = new TextField(UiTexts.text("staff.new.phone"));
    private final Div unknown = new Div(name, phone);
    private final OtherBranchFields elsewhere = new OtherBranchFields();
    private Consumer<Set<Category>> changed = categories -> {};
    private Runnable searched = () -> {};

    PersonChoice(PeopleRows people, PeopleSearch search) {
        this.people = people;
        this.search = search;
        addClassName("person-choice");
        query.setHelperText(texts.get("staff.people.query.help"));
        query.setWidthFull();
        query.setMaxLength(200);
        query.addKeyPressListener(Key.ENTER, enter -> find());
        Div line = new Div(query, Buttons.quiet(texts.get("staff.people.search"), this::find));
        line.addClassName("search-line");
        found.setVisible(false);
        found.setItemLabelGenerator(Candidate::label);
        found.addValueChangeListener(change -> {
            found.setInvalid(false);
            chosen(change.getValue());
        });
        unknown.addComponentAsFirst(new Paragraph(texts.get("staff.new.unknown.what")));
        unknown.addClassName("unknown-person");
        unknown.setVisible(false);
        TextLimits.tellEarly(name);
        TextLimits.tellEarly(phone);
        name.setMaxLength(100);
        phone.setMaxLength(40);
        add(line, found, unknown, elsewhere);
    }

    /**
     * @param subject null for somebody whom the firm does not know, or whom only another branch knows
     * @param elsewhere whether only another branch knows them
     */
    record Candidate(@Nullable UUID subject, String label, boolean elsewhere) {

        Candidate(@Nullable UUID subject, String label) {
            this(subject, label, false);
        }
    }

    /** Whether it is somebody whom only another branch knows. */
    boolean isElsewhere() {
        Candidate candidate = found.getValue();
        return candidate != null && candidate.elsewhere();
    }

    /** For what and why somebody of another branch is entered; nothing for anybody else. */
    Optional<OtherBranchEntry> otherBranch() {
        return isElsewhere() ? Optional.of(elsewhere.read()) : Optional.empty();
    }

    void onChange(Consumer<Set<Category>> categories) {
        changed = categories;
    }

    /** What was told of nobody being chosen is out of date then. */
    void onSearch(Runnable action) {
        searched = action;
    }

    /** Calls back whenever somebody was chosen, or more was said of somebody unknown. */
    void onEdit(Runnable told) {
        found.addValueChangeListener(change -> told.run());
        name.addValueChangeListener(change -> told.run());
        phone.addValueChangeListener(change -> told.run());
    }

    /** Takes up a choice that was made before, as far as the person may still be seen. */
    void restore(NewRequestDraft left) {
        if (left.subject() != null) {
            choose(left.subject());
        } else if (left.unknown()) {
            Candidate candidate = new Candidate(null, texts.get("staff.new.unknown.other"));
            found.setItems(candidate);
            found.setVisible(true);
            found.setValue(candidate);
            name.setValue(left.name());
            phone.setValue(left.phone());
        }
    }

    /** Whether it is somebody whom the firm does not know; whoever another branch knows is to be searched for again. */
    boolean isUnknown() {
        Candidate candidate = found.getValue();
        return candidate != null && candidate.subject() == null && !candidate.elsewhere();
    }

    /** Chosen on the page that led here. */
    void choose(UUID subject) {
        try {
            search.visit(subject);
        } catch (NotFound e) {
            return;
        }
        Candidate candidate = new Candidate(subject, people.label(subject, texts));
        found.setItems(candidate);
        found.setVisible(true);
        found.setValue(candidate);
    }

    @Nullable UUID subject() {
        Candidate candidate = found.getValue();
        return candidate == null ? null : candidate.subject();
    }

    String name() {
        return subject() == null ? name.getValue().strip() : "";
    }

    String phone() {
        return subject() == null ? phone.getValue().strip() : "";
    }

    /** Marks what is missing or wrong: nobody chosen, or somebody unknown whom nobody could answer. */
    void check(FieldChecks checks) {
        check(checks, false);
    }

    /** @param askedByAnother whether the answer goes to somebody else */
    void check(FieldChecks checks, boolean askedByAnother) {
        Candidate chosen = found.getValue();
        checks.require(chosen != null, query, "/subject", "staff.new.error.who");
        found.setInvalid(chosen == null);
        if (chosen == null || chosen.subject() != null) {
            return;
        }
        if (chosen.elsewhere()) {
            checks.require(!name().isEmpty(), name, "/contactName", "staff.new.error.elsewhere.name");
            elsewhere.check(checks);
        }
        checks.require(
                askedByAnother || !name().isEmpty() || !phone().isEmpty(),
                name,
                "/contactName",
                "request.error.contactMissing");
        checks.require(
                phone().isEmpty() || ContactForms.phone(phone()).isPresent(),
                phone,
                "/contactPhone",
                "request.error.phoneUnreadable");
    }

    private void find() {
        query.setInvalid(false);
        found.setInvalid(false);
        searched.run();
        List<Candidate> candidates = new ArrayList<>();
        try {
            people.find(query.getValue())
                    .forEach(row -> candidates.add(new Candidate(row.subject().id(), row.label(texts))));
        } catch (InvalidInput e) {
            query.setErrorMessage(texts.get(e.textKey(), e.arguments()));
            query.setInvalid(true);
            return;
        }
        String typed = query.getValue().strip();
        if (candidates.isEmpty() && ContactForms.isIncompletePhone(typed)) {
            query.setErrorMessage(texts.get("staff.new.incomplete"));
            query.setInvalid(true);
            found.clear();
            found.setVisible(false);
            return;
        }
        ContactForms.phone(typed).ifPresent(phone::setValue);
        if (people.knownElsewhere(typed)) {
            elsewhere.knownBy(ContactForms.phone(typed).isPresent() ? "" : typed);
            candidates.add(new Candidate(null, texts.get("staff.new.elsewhere.known"), true));
        }
        candidates.add(new Candidate(
                null, texts.get(candidates.isEmpty() ? "staff.new.unknown.none" : "staff.new.unknown.other")));
        found.clear();
        found.setItems(candidates);
        found.setVisible(true);
    }

    private void chosen(@Nullable Candidate candidate) {
        unknown.setVisible(candidate != null && candidate.subject() == null);
        elsewhere.setVisible(candidate != null && candidate.elsewhere());
        phone.setReadOnly(candidate != null && candidate.elsewhere() && !phone.isEmpty());
        Set<Category> categories = new TreeSet<>();
        if (candidate != null && candidate.subject() != null) {
            search.visit(candidate.subject()).stream().map(HeldRecord::category).forEach(categories::add);
        }
        changed.accept(categories);
    }
}
