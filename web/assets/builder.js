// Saves a form while it is written, when a box is left. Without this script, the button does; what cannot be saved is left
// to the button as well, which says why.
'use strict';

// What a form was filled from is now what was saved of it.
function keepAsBefore(form, fields, from) {
  if (from) form.elements.from.value = from;
  for (const name of fields.keys()) {
    if (name.startsWith('was.')) form.elements[name].value = fields.get(`at.${name.slice(4)}`);
  }
}

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
    const saved = answer?.status === 204;
    if (saved) keepAsBefore(form, fields, answer.headers.get('heard-from'));
    status.textContent = status.dataset[saved ? 'saved' : answer?.status === 401 ? 'out' : 'failed'];
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
