package io.shouxin.shared.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;

/**
 * The steps of a process in a row, for staff: done in outline, the present one filled, the rest grey. A row that is wider than the
 * screen scrolls, by keyboard too; one that is not is no stop on the way through the page.
 */
public final class StepTrail extends OrderedList {

    /** Where the row is wider than the screen, it begins with a whole step, from which the present one is about in the middle. */
    private static final String PRESENT_IN_SIGHT = """
            requestAnimationFrame(() => {
              const now = this.querySelector('.now > span:last-child');
              if (!now || this.scrollWidth <= this.clientWidth) return;
              const from = step => step.getBoundingClientRect().left - this.getBoundingClientRect().left + this.scrollLeft;
              const steps = [...this.querySelectorAll('li > span:last-child')];
              const farthest = this.scrollWidth - this.clientWidth;
              const wanted = Math.min(farthest, from(now) - (this.clientWidth - now.offsetWidth) / 2);
              const start = from(steps.find(step => from(step) >= wanted) ?? now);
              const missing = start - farthest;
              if (missing > 0) this.style.paddingInlineEnd = Math.ceil(missing) + 'px';
              this.scrollLeft = start;
            });
            """;

    public StepTrail() {
        addClassName("step-trail");
        getElement().setAttribute("role", "list").setAttribute("aria-label", UiTexts.text("ui.steps"));
        addAttachListener(attached -> getElement().executeJs(PRESENT_IN_SIGHT));
        KeyScrolling.of(this);
    }

    public StepTrail done(String name) {
        step("done", name);
        return this;
    }

    public StepTrail now(String name) {
        step("now", name).getElement().setAttribute("aria-current", "step");
        return this;
    }

    public StepTrail next(String name) {
        step("next", name);
        return this;
    }

    private ListItem step(String state, String name) {
        ListItem item = new ListItem(new Hidden(UiTexts.text("ui.timeline." + state)), new Span(name));
        item.addClassName(state);
        add(item);
        return item;
    }
}
