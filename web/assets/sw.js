// Lets the form that is a whole survey be opened, answered and sent without a connection. It is registered by that form
// alone (offline.js), and goes away when nothing is left on the device: no copy of a form, no answers, no receipt.
//
// Everything kept here is kept by this file: copies of forms in a cache, answers that wait in a database. Pages ask by
// messages. A form carries its response's key, so sending twice what arrived once is still one response.

const CACHE = 'heard';
const FORM = /^\/[^/]+\/s\/[^/]+(\/all)?$/;
const OURS = /^\/(assets|waiting)\//;
const KEPT = 14 * 24 * 60 * 60 * 1000;
/** What a gateway answers when the server behind it is away, and the server when its database is. */
const isAway = (answer) => !answer || [502, 503, 504].includes(answer.status);

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  const opens = request.mode === 'navigate';
  if (request.method === 'POST') {
    if (opens && FORM.test(pathname)) event.respondWith(post(request));
    return;
  }
  if (opens) event.waitUntil(send());
  if ((opens && FORM.test(pathname)) || OURS.test(pathname)) event.respondWith(open(request));
});

addEventListener('sync', (event) => event.waitUntil(send().then(async () => {
  if ((await all()).some(waits)) throw new Error('the browser tries again later');
})));

addEventListener('message', (event) => {
  const act = { keep, forget, drop, send, list: all }[event.data.do];
  event.waitUntil(act(event.data).then((answer) => event.ports[0].postMessage(answer)));
});

/** A page or a part of it: from the server, else as it is kept here. */
async function open(request) {
  const answer = await fetch(request).catch(() => undefined);
  return isAway(answer) ? (await caches.match(request)) ?? answer ?? Response.error() : answer;
}

/** A form on its way: when it does not arrive it waits here, and the person is told. */
async function post(request) {
  const { pathname } = new URL(request.url);
  const body = await request.clone().text();
  const fields = new URLSearchParams(body);
  const answer = await fetch(request).catch(() => undefined);
  // The form in another language has to come from the server. Without an answer, the page stays as it is.
  if (fields.has('@lang')) return answer ?? new Response(null, { status: 204 });
  const key = fields.get('@response');
  const lang = fields.get('@shown')?.split('.').at(-1) ?? 'en';
  if (isAway(answer)) {
    await put({ key, url: pathname, body, lang, state: 'waiting' });
    await forget({ page: pathname });
    await registration.sync?.register('send').catch(() => {});
    return Response.redirect(`/waiting/${lang}`, 303);
  }
  // A redirect leads to the receipt: the answers are stored.
  if (answer.type === 'opaqueredirect') {
    await drop({ key });
    await forget({ page: pathname });
  }
  return answer;
}

let sending;
/** Sends all that waits, one at a time. */
function send() {
  sending ??= (async () => {
    for (const entry of (await all()).filter(waits)) await sendOne(entry);
    await tidy();
  })().finally(() => { sending = undefined; });
  return sending;
}

async function sendOne(entry) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await fetch(entry.url, { method: 'POST', headers, body: entry.body }).catch(() => undefined);
  if (!answer) return;
  const receipt = new URL(answer.url).pathname;
  if (answer.redirected && receipt.startsWith('/r/')) {
    // Of the answers nothing stays; of the receipt its address, until the person has seen it.
    await put({ key: entry.key, lang: entry.lang, receipt, state: 'sent' });
  } else if (answer.status === 410) {
    await put({ ...entry, state: 'closed' });
  } else if (answer.status >= 400 && answer.status < 500 && ![408, 429].includes(answer.status)) {
    await put({ ...entry, state: 'to_change' });
  }
}

const waits = (entry) => entry.state === 'waiting';

let keeping = 0;
/** Puts a copy of a form here, with what it and the page of waiting answers need. Says whether there is one. */
async function keep({ page, parts }) {
  keeping += 1;
  const cache = await caches.open(CACHE);
  // Without a connection, the copy that is here already stays.
  await cache.addAll([page, ...parts]).catch(() => {});
  keeping -= 1;
  return Boolean(await cache.match(page));
}

async function forget({ page }) {
  await (await caches.open(CACHE)).delete(page);
  await tidy();
}

/** Deletes what has been kept for too long, and all traces when nothing is left. */
async function tidy() {
  const cache = await caches.open(CACHE);
  let copies = 0;
  for (const request of await cache.keys()) {
    if (!FORM.test(new URL(request.url).pathname)) continue;
    const made = Date.parse((await cache.match(request)).headers.get('date'));
    if (Date.now() - made > KEPT) await cache.delete(request);
    else copies += 1;
  }
  if (copies + keeping + (await all()).length === 0) {
    await caches.delete(CACHE);
    indexedDB.deleteDatabase(CACHE);
    await registration.unregister();
  }
  for (const client of await clients.matchAll({ includeUncontrolled: true })) client.postMessage('changed');
}

// The answers that wait: an entry a response, by its key.

function table(mode, act) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(CACHE, 1);
    // Looking leaves no trace: where there is no database yet, nothing waits.
    opening.onupgradeneeded = () => {
      if (mode === 'readonly') opening.transaction.abort();
      else opening.result.createObjectStore('waiting', { keyPath: 'key' });
    };
    opening.onerror = () => (mode === 'readonly' ? resolve([]) : reject(opening.error));
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction('waiting', mode);
      const asked = act(transaction.objectStore('waiting'));
      transaction.oncomplete = () => { database.close(); resolve(asked.result); };
      transaction.onabort = () => { database.close(); reject(transaction.error); };
    };
  });
}

const all = () => table('readonly', (entries) => entries.getAll());
const put = (entry) => table('readwrite', (entries) => entries.put(entry));

async function drop({ key }) {
  await table('readwrite', (entries) => entries.delete(key));
  await tidy();
}
