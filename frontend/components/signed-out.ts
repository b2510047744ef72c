/**
 * Leaves this window when somebody signs out in another one of the same browser.
 *
 * The session has ended for all of them, but what they show would stay on the screen until the next click. It is taken away at once,
 * before the neutral page has come. A window that slept meanwhile (a phone's background tab, or one that the Back button brings back
 * whole) is told nothing, so it looks for itself when it is seen again.
 */
const KEY = 'shouxin.signed-out';
const opened = Date.now();

function signedOutSince(): boolean {
  return Number(localStorage.getItem(KEY)) > opened;
}

function leave(): void {
  if (!signedOutSince()) {
    return;
  }
  document.body.hidden = true;
  document.body.style.setProperty('display', 'none', 'important');
  location.replace(document.documentElement.dataset.face === 'staff' ? '/staff/login?out' : '/signout');
}

window.addEventListener('storage', (event) => {
  if (event.key === KEY) {
    leave();
  }
});
window.addEventListener('pageshow', leave);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') {
    leave();
  }
});
