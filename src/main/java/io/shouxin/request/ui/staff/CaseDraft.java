package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one person has entered for a case and not sent yet: noted changes, and the values of half-filled fields. */
final class CaseDraft {

    private final Map<String, Object> values = new ConcurrentHashMap<>();
    private final PendingChanges changes;

    CaseDraft(UUID by) {
        this.changes = new PendingChanges(by);
    }

    PendingChanges changes() {
        return changes;
    }

    /** Forgets the fields whose names begin so: they were sent. */
    void drop(String names) {
        values.keySet().removeIf(name -> name.startsWith(names));
    }

    void clear() {
        values.clear();
        changes.clear();
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
                values.put(name, field.getValue());
            }
        });
        return filled;
    }

    @SuppressWarnings("unchecked")
    private static <V> boolean fill(HasValue<?, V> field, @Nullable Object left) {
        if (left == null) {
            return false;
        }
        @Nullable Object fits = left;
        if (field instanceof RadioButtonGroup<?> group) {
            fits = choices(group.getListDataView().getItems(), left).findFirst().orElse(null);
        } else if (field instanceof CheckboxGroup<?> group) {
            fits = choices(group.getListDataView().getItems(), ((Collection<?>) left).toArray())
                    .collect(Collectors.toSet());
        }
        if (fits != null) {
            field.setValue((V) fits);
        }
        return fits != null && !field.isEmpty();
    }

    private static Stream<?> choices(Stream<?> offered, Object... left) {
        return offered.filter(Stream.of(left).collect(Collectors.toSet())::contains);
    }
}
