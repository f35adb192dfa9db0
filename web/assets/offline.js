// On the form that is a whole survey: has the worker (sw.js) keep a copy of it, so that it can be opened and sent
// without a connection, and says so. Without this script the form works as every other.

(async () => {
  const form = document.querySelector('form[data-keep]');
  const { serviceWorker } = navigator;
  if (!form || !serviceWorker) return;
  await serviceWorker.register('/sw.js');
  const { active } = await serviceWorker.ready;
  const ask = (question) => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    active.postMessage(question, [port2]);
  });
  const page = location.pathname;
  const [kept, news, forgotten] = ['Kept', 'News', 'Forgotten'].map((id) => document.getElementById(id));

  addEventListener('online', () => ask({ do: 'send' }));
  kept.querySelector('button').addEventListener('click', async () => {
    await ask({ do: 'forget', page });
    kept.hidden = true;
    forgotten.textContent = forgotten.dataset.said;
    forgotten.focus();
  });
  news.hidden = (await ask({ do: 'list' })).length === 0;
  kept.hidden = !(await ask({ do: 'keep', page, parts: form.dataset.keep.split(' ') }));
})().catch(() => {});
