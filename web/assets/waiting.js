// What waits on this device: asks the worker (sw.js), which keeps it, and shows each entry as its template says.

(async () => {
  const { serviceWorker } = navigator;
  const active = (await serviceWorker?.getRegistration())?.active;
  if (!active) return;
  const ask = (question) => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    active.postMessage(question, [port2]);
  });
  const states = document.getElementById('States');
  const still = document.getElementById('Still');
  /** What there is nothing to do about: it is gone from the device once told, and stands here until the page is left. */
  const told = [];
  let shown = '';

  async function show() {
    // Whoever comes back to this page is told then.
    if (document.hidden) return;
    const entries = await ask({ do: 'list' });
    for (const entry of entries.filter(({ state }) => state === 'closed')) {
      if (!told.some(({ key }) => key === entry.key)) told.push(entry);
    }
    const all = [...told, ...entries.filter(({ key }) => !told.some((other) => other.key === key))];
    const now = JSON.stringify(all.map(({ key, state }) => [key, state]));
    if (now !== shown) states.replaceChildren(...(all.length ? all : [{ state: 'none' }]).map(piece));
    shown = now;
    for (const { key } of entries.filter((entry) => told.includes(entry))) await ask({ do: 'drop', key });
  }

  /** After a press of a button: where it is gone, what is there instead is read from its beginning. */
  async function showNow() {
    await show();
    if (document.activeElement === document.body) states.focus();
  }

  function piece(entry) {
    const copy = document.getElementById(`State-${entry.state}`).content.cloneNode(true);
    copy.querySelector('a')?.setAttribute('href', entry.receipt);
    const code = copy.querySelector('.code');
    if (code) code.textContent = entry.receipt.split('/').pop().toUpperCase().match(/.{1,4}/g).join('-');
    const acts = {
      async send() {
        still.textContent = '';
        await ask({ do: 'send' });
        const waits = (await ask({ do: 'list' })).some(({ state }) => state === 'waiting');
        if (waits) still.textContent = still.dataset.said;
        await showNow();
      },
      async send_too() {
        await ask({ do: 'sendToo', key: entry.key });
        await showNow();
      },
      async drop() {
        await ask({ do: 'drop', key: entry.key });
        await showNow();
      },
      look: () => post(entry),
    };
    for (const button of copy.querySelectorAll('button')) button.addEventListener('click', acts[button.dataset.do]);
    return copy;
  }

  /** Sends the form again as the page itself would: what comes back is a page, with everything that was typed. */
  function post({ url, body }) {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = url;
    for (const [name, value] of new URLSearchParams(body)) {
      const field = document.createElement('input');
      field.type = 'hidden';
      Object.assign(field, { name, value });
      form.append(field);
    }
    document.body.append(form);
    // A question may be called "submit".
    HTMLFormElement.prototype.submit.call(form);
  }

  serviceWorker.addEventListener('message', show);
  document.addEventListener('visibilitychange', show);
  addEventListener('online', () => ask({ do: 'send' }));
  await show();
})();
