package io.shouxin.shared.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ready-made views of a list with their counts, one of them chosen: 待我处理 14, 即将到期 2. */
public final class FilterPills extends Div {

    /**
     * One of them.
     *
     * @param id the same each time it is shown
     * @param count hidden when 0
     */
    public record Pill(Object id, String name, int count, boolean chosen, Runnable choose) {}

    private final Map<Object, NativeButton> buttons = new HashMap<>();
    private final Map<Object, Runnable> choices = new HashMap<>();

    public FilterPills() {
        addClassName("filter-pills");
        getElement().setAttribute("role", "group");
    }

    /** @param count hidden when 0 */
    public FilterPills pill(String name, int count, boolean chosen, Runnable choose) {
        add(button(new Pill(new Object(), name, count, chosen, choose)));
        return this;
    }

    /** Shows these and no others; the button of one that was shown before stays, with the focus that it may have. */
    public void show(List<Pill> pills) {
        List<NativeButton> wanted = new ArrayList<>();
        pills.forEach(pill -> wanted.add(button(pill)));
        InPlace.arrange(this, wanted);
        buttons.values().retainAll(wanted);
        choices.keySet().retainAll(buttons.keySet());
    }

    private NativeButton button(Pill pill) {
        choices.put(pill.id(), pill.choose());
        NativeButton button = buttons.computeIfAbsent(pill.id(), this::made);
        String words = pill.count() == 0 ? pill.name() : pill.name() + " " + pill.count();
        if (!button.getText().equals(words)) {
            button.setText(words);
        }
        button.getElement().setAttribute("aria-pressed", String.valueOf(pill.chosen()));
        return button;
    }

    private NativeButton made(Object id) {
        return new NativeButton("", click -> {
            Runnable choose = choices.get(id);
            if (choose != null) {
                choose.run();
            }
        });
    }
}
