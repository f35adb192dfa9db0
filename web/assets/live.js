// Keeps a part of a page as it is now: asks for the page again every few seconds while somebody can see it, until it is over or
// somebody stops it. Without this script, the link does.
'use strict';

for (const part of document.querySelectorAll('[data-live]')) {
  const button = document.querySelector('[data-pause]');
  let going = true;

  const look = async () => {
    if (!going || document.hidden) return;
    let fresh;
    try {
      const answer = await fetch(location.href);
      if (!answer.ok || answer.redirected) return;
      fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-live]');
    } catch {
      return; // no connection: the next time may be better
    }
    // Somebody may have pressed the button meanwhile.
    if (!fresh || !going) return;
    if (fresh.innerHTML !== part.innerHTML) part.replaceChildren(...fresh.childNodes);
    if ('over' in fresh.dataset) {
      clearInterval(again);
      button.hidden = true;
    }
  };

  const again = setInterval(look, 3000);
  button.hidden = 'over' in part.dataset;
  button.addEventListener('click', () => {
    going = !going;
    button.textContent = going ? button.dataset.pause : button.dataset.again;
  });
}
