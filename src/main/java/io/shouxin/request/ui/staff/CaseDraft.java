package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.shouxin.request.RefusalReason;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one person has entered for a case and not sent yet: noted changes, and the values of half-filled fields. */
final class CaseDraft {

    private final Map<String, List<String>> values = new ConcurrentHashMap<>();
    private final PendingChanges changes;
    private Runnable changed = () -> {};

    CaseDraft(UUID by) {
        this.changes = new PendingChanges(by);
        changes.onChange(() -> changed.run());
    }

    /** Calls back whenever something was entered or taken back. */
    void onChange(Runnable told) {
        changed = told;
    }

    PendingChanges changes() {
        return changes;
    }

    /** Forgets the fields whose names begin so: they were sent. */
    void drop(String names) {
        values.keySet().removeIf(name -> name.startsWith(names));
        changed.run();
    }

    void clear() {
        values.clear();
        changes.clear();
    }

    boolean isEmpty() {
        return values.isEmpty() && changes.isEmpty();
    }

    Map<String, List<String>> values() {
        return Map.copyOf(values);
    }

    /** Takes up what was left before. */
    void restore(Map<String, List<String>> left, Map<UUID, PendingChanges.Change> noted) {
        values.putAll(left);
        changes.restore(noted);
    }

    /**
     * Fills the field with what was left in it, and notes from now on what is entered.
     *
     * @param name the same for the same field of the same case
     * @return whether something had been left in it that still can be entered
     */
    <V> boolean keep(String name, HasValue<?, V> field) {
        boolean filled = fill(field, values.get(name));
        field.addValueChangeListener(change -> {
            if (field.isEmpty()) {
                values.remove(name);
            } else {
                values.put(name, coded(field.getValue()));
            }
            changed.run();
        });
        return filled;
    }

    @SuppressWarnings("unchecked")
    private static <V> boolean fill(HasValue<?, V> field, @Nullable List<String> left) {
        if (left == null || left.isEmpty()) {
            return false;
        }
        @Nullable Object fits = left.get(0);
        if (field instanceof RadioButtonGroup<?> group) {
            fits = choices(group.getListDataView().getItems(), left).findFirst().orElse(null);
        } else if (field instanceof CheckboxGroup<?> group) {
            fits = choices(group.getListDataView().getItems(), left).collect(Collectors.toSet());
        } else if (field instanceof DatePicker) {
            fits = LocalDate.parse(left.get(0));
        } else if (field instanceof Checkbox) {
            fits = Boolean.valueOf(left.get(0));
        }
        if (fits != null) {
            field.setValue((V) fits);
        }
        return fits != null && !field.isEmpty();
    }

    private static Stream<?> choices(Stream<?> offered, List<String> left) {
        return offered.filter(choice -> left.contains(code(choice)));
    }

    private static List<String> coded(Object value) {
        return value instanceof Collection<?> several
                ? several.stream().map(CaseDraft::code).toList()
                : List.of(code(value));
    }

    /** The same for the same choice, also when the page is built anew. */
    private static String code(Object value) {
        if (value instanceof RefusalReason reason) {
            return reason.code();
        }
        return value instanceof DecisionGroup group
                ? group.ids().stream().map(UUID::toString).sorted().collect(Collectors.joining(" "))
                : value instanceof Enum<?> constant ? constant.name() : value.toString();
    }
}
