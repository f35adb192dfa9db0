// Typing sheets by keyboard: Enter goes to the next box and, after the last, to the button; Shift and Enter goes back,
// and begins a new line where words can have several. A sheet is sent once, however often the button is pressed.
const form = document.querySelector('form.typing');
let sent = false;

form.addEventListener('keydown', (event) => {
  const box = event.target;
  if (event.key !== 'Enter' || event.isComposing || box.localName === 'button') return;
  if (event.shiftKey && box.localName === 'textarea') return;
  const boxes = [...form.elements];
  const next = boxes[boxes.indexOf(box) + (event.shiftKey ? -1 : 1)];
  event.preventDefault();
  if (!next) return;
  next.focus();
  next.select?.();
});

form.addEventListener('submit', (event) => {
  if (sent) event.preventDefault();
  sent = true;
});

// Whoever comes back to the page by the browser's own button can send it again.
addEventListener('pageshow', () => {
  sent = false;
});

// The number that is proposed is typed over, not added to. The cursor may stand there already.
const number = document.getElementById('Sheet');
number.addEventListener('focus', () => number.select());
if (document.activeElement === number) number.select();
