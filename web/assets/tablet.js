// On a shared tablet: a page that nobody has touched for three minutes asks whether somebody is still there. What was
// typed so far goes with it, so that whoever is only slow loses nothing. And a page that a browser kept is never shown
// again as it was.
(() => {
  const patience = 180000;
  const pause = document.querySelector('button[value="pause"]');
  let touched = Date.now();

  const touch = () => { touched = Date.now(); };
  for (const kind of ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove']) addEventListener(kind, touch, { passive: true });

  // The time is looked at, not waited for: a tablet that slept has to notice when it wakes.
  const look = () => {
    if (Date.now() - touched < patience) return;
    touch();
    if (pause) pause.click();
    else location.replace(document.body.dataset.idle);
  };
  setInterval(look, 5000);
  document.addEventListener('visibilitychange', look);
  addEventListener('pageshow', (shown) => { if (shown.persisted) location.reload(); });
})();
