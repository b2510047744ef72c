package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;

/** What scrolls must scroll by keys, too (WCAG 2.1.1): a stop of the Tab key for as long as its content is larger than its place. */
final class KeyScrolling {

    private static final String STOP_WHILE_LARGER = """
            const look = () => {
              if (this.scrollHeight > this.clientHeight || this.scrollWidth > this.clientWidth) {
                this.tabIndex = 0;
              } else {
                this.removeAttribute('tabindex');
              }
            };
            const sizes = new ResizeObserver(look);
            [this, ...this.children].forEach(part => sizes.observe(part));
            """;

    private KeyScrolling() {}

    /** @param scrolling whose parts are there when it comes to the page; they may grow and shrink later */
    static void of(Component scrolling) {
        scrolling.addAttachListener(attached -> scrolling.getElement().executeJs(STOP_WHILE_LARGER));
    }
}
