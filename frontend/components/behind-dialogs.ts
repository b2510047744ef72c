/**
 * Makes the page behind an open dialog inert.
 *
 * Vaadin hides that page from screen readers (aria-hidden) and keeps the Tab key inside the dialog, but its links and fields
 * can still take the focus by other ways, such as a screen reader's list of links (WCAG 2.2, 2.4.3 and 4.1.2). Vaadin gives
 * the focus back while the page is still inert, which does nothing; therefore it is given back here once more.
 */
const page = document.getElementById('outlet');

if (page) {
  let last: HTMLElement | undefined;

  page.addEventListener('focusin', (event) => {
    last = event.target as HTMLElement;
  });

  new MutationObserver(() => {
    const behind = page.getAttribute('aria-hidden') === 'true';
    if (behind === page.inert) {
      return;
    }
    page.inert = behind;
    if (!behind && last?.isConnected && !page.contains(document.activeElement)) {
      last.focus({ preventScroll: true });
    }
  }).observe(page, { attributes: true, attributeFilter: ['aria-hidden'] });
}
