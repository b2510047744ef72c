package io.shouxin.shell;

import com.vaadin.flow.component.Component;

/**
 * After a navigation inside the page, the keyboard and the screen reader start at the new page's title; what Vaadin's hidden
 * announcer said of the page before is gone.
 */
final class PageFocus {

    private PageFocus() {}

    static void toHeading(Component main) {
        main.getElement()
                .executeJs("setTimeout(() => {"
                        + "document.querySelectorAll('body > div[style*=\"clip:\"]').forEach(said => said.textContent = '');"
                        + "const h = this.querySelector('h1'); window.scrollTo(0, 0);"
                        + "if (h && !this.contains(document.activeElement)) {"
                        + "h.setAttribute('tabindex', '-1'); h.focus({preventScroll: true}); } })");
    }
}
