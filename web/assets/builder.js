// Saves a form while it is written, when a box is left. Without this script, the button does; what cannot be saved is left
// to the button as well, which says why.
'use strict';

for (const status of document.querySelectorAll('[data-saved]')) {
  const form = status.closest('form');
  let saving = Promise.resolve();

  const save = async () => {
    const fields = new FormData(form);
    fields.set('do', 'quiet');
    let answer;
    try {
      answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(fields) });
    } catch {
      answer = undefined; // no connection
    }
    const from = answer?.status === 204 && answer.headers.get('heard-from');
    if (from) form.elements.from.value = from;
    status.textContent = from ? status.dataset.saved : status.dataset.failed;
  };

  // One after the other: each is filled from what the one before it left.
  form.addEventListener('change', () => {
    saving = saving.then(save);
  });
  // A button must not overtake what is on its way.
  form.addEventListener('submit', (event) => {
    if (form.dataset.going) return;
    event.preventDefault();
    form.dataset.going = 'yes';
    saving.then(() => form.requestSubmit(event.submitter));
  });
  // Whoever comes back by the browser's own button can press it again.
  addEventListener('pageshow', () => delete form.dataset.going);
}
