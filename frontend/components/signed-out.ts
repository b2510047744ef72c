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

let leaving = false;

function leave(): void {
  if (leaving || !signedOutSince()) {
    return;
  }
  leaving = true;
  document.body.hidden = true;
  document.body.style.setProperty('display', 'none', 'important');
  const neutral = document.documentElement.dataset.face === 'staff' ? '/staff/login?out' : '/signout';
  // each window asks for a page without a session and is given one: all at once they would overwrite each other's
  setTimeout(() => location.replace(neutral), 1000 + Math.random() * 4000);
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
