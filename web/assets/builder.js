// Saves a form while it is written, when a box is left. Without this script, the button does; what cannot be saved is left
// to the button as well, which says why.
'use strict';

for (const status of document.querySelectorAll('[data-saved]')) {
  const form = status.closest('form');
  let saving = Promise.resolve();
  let waiting = 0;

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
    waiting += 1;
    saving = saving.then(save).finally(() => {
      waiting -= 1;
    });
  });
  // A button must not overtake what is on its way.
  form.addEventListener('submit', (event) => {
    if (waiting === 0) return;
    event.preventDefault();
    saving.then(() => form.requestSubmit(event.submitter));
  });
}
