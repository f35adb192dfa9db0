// Drags sections and questions to where they are to stand. The buttons beside them do the same; on a touch screen and by
// keyboard they are the way.
'use strict';

for (const form of document.querySelectorAll('form.outline')) {
  let dragged; // what is on its way: a section's card or a question's line

  const isSection = (part) => part.matches('.card');
  const key = (part) => part.id.replace(/^Section-/, '');

  const send = (order) => {
    const button = document.createElement('button');
    button.name = 'do';
    button.value = order;
    button.hidden = true;
    form.append(button);
    button.click();
  };

  // Where it would stand: before another of its kind, or a question at the end of a section.
  const target = (event) => {
    const over = (selector) => event.target.closest?.(selector);
    if (!dragged) return undefined;
    if (isSection(dragged)) return over('.card');
    return over('li[id]') ?? over('.card');
  };

  const mark = (part) => {
    for (const marked of form.querySelectorAll('.drop')) marked.classList.remove('drop');
    part?.classList.add('drop');
  };

  for (const part of form.querySelectorAll('.card, .card li[id]')) {
    const handle = document.createElement('span');
    handle.className = 'handle';
    handle.draggable = true;
    handle.setAttribute('aria-hidden', 'true');
    part.prepend(handle);
    handle.addEventListener('dragstart', (event) => {
      dragged = part;
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', key(part));
      event.dataTransfer.setDragImage(part, 0, 0);
    });
    handle.addEventListener('dragend', () => {
      dragged = undefined;
      mark(undefined);
    });
  }

  form.addEventListener('dragover', (event) => {
    const part = target(event);
    if (!part) return;
    event.preventDefault();
    mark(part);
  });
  form.addEventListener('drop', (event) => {
    const part = target(event);
    if (!part) return;
    event.preventDefault();
    if (part === dragged) return;
    if (isSection(dragged)) send(`before section ${key(dragged)} ${key(part)}`);
    else if (isSection(part)) send(`into question ${key(dragged)} ${key(part)}`);
    else send(`before question ${key(dragged)} ${key(part)}`);
  });
}
