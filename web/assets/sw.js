// Lets the form that is a whole survey be opened, answered and sent without a connection. It is registered by that form
// alone (offline.js), and goes away when nothing is left on the device: no copy of a form, no answers, no receipt.
//
// Everything kept here is kept by this file: copies of forms in a cache, answers that wait in a database. Pages ask by
// messages. A form carries its response's key, so sending twice what arrived once is still one response. What was told to
// wait is never dropped for something else: whatever is sent stands beside it.

const CACHE = 'heard';
const FORM = /^\/[^/]+\/s\/[^/]+(\/all)?$/;
const RECEIPT = /^\/r\/[^/]+$/;
const OURS = /^\/(assets|waiting)\//;
const KEPT = 14 * 24 * 60 * 60 * 1000;
/** What a gateway answers when the server behind it is away, and the server when its database is. */
const isAway = (answer) => !answer || [502, 503, 504].includes(answer.status);

/** 128 random bits: they tell one opening of a copy from another, and the answers that wait. */
const mark = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
/** The key of a form with another mark after it: the server takes it for another response. */
const marked = (response) => `${response.replace(/\.[0-9a-f]{32}$/, '')}.${mark()}`;

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
  if (opens && RECEIPT.test(pathname)) event.respondWith(openReceipt(request));
  if ((opens && FORM.test(pathname)) || OURS.test(pathname)) event.respondWith(open(request));
});

addEventListener('sync', (event) => event.waitUntil(send().then(async () => {
  if ((await all()).some(waits)) throw new Error('the browser tries again later');
})));

addEventListener('message', (event) => {
  const act = { keep, forget, drop, send, sendToo, list: all }[event.data.do];
  event.waitUntil(act(event.data).then((answer) => event.ports[0].postMessage(answer)));
});

/** A page or a part of it: from the server, else as it is kept here. */
async function open(request) {
  const answer = await fetch(request).catch(() => undefined);
  const copy = isAway(answer) && (await caches.match(request));
  if (!copy) return answer ?? Response.error();
  if (!FORM.test(new URL(request.url).pathname)) return copy;
  // At each opening with another key: what two people send from one copy is two responses.
  const page = (await copy.text()).replace(/(name="@response" value=")([^"]+)/, (_, before, response) => before + marked(response));
  const headers = new Headers(copy.headers);
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  return new Response(page, { headers });
}

/** A receipt. Once it was opened, the way to it need not be here any more. */
async function openReceipt(request) {
  const answer = await fetch(request);
  if (answer.ok) await dropAll(({ receipt }) => receipt === new URL(request.url).pathname);
  return answer;
}

/** A form on its way: when it does not arrive it waits here, and the person is told. */
async function post(request) {
  const { pathname } = new URL(request.url);
  const body = await request.clone().text();
  const fields = new URLSearchParams(body);
  const answer = await fetch(request).catch(() => undefined);
  // The form in another language has to come from the server. Without an answer, the page stays as it is.
  if (fields.has('@lang')) return answer ?? new Response(null, { status: 204 });
  const response = fields.get('@response');
  const lang = fields.get('@shown')?.split('.').at(-1) ?? 'en';
  // The same once more, or mended. Other answers from the same form are somebody's as well.
  const isThis = (entry) => entry.response === response && (entry.body === body || entry.state === 'to_change');
  if (isAway(answer)) {
    await put({ key: mark(), response, url: pathname, body, lang, state: 'waiting' }, isThis);
    await forget({ page: pathname });
    await registration.sync?.register('send').catch(() => {});
    return Response.redirect(`/waiting/${lang}`, 303);
  }
  // A redirect leads to the receipt: the answers are stored.
  if (answer.type === 'opaqueredirect') {
    await dropAll(isThis);
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
    // Of the answers nothing stays; of the receipt its address, until the person has opened or noted it.
    await put({ key: entry.key, lang: entry.lang, receipt, state: 'sent' });
  } else if (answer.status === 410) {
    await put({ ...entry, state: 'closed' });
  } else if (answer.status === 409) {
    // Other answers came from this form before. The person says whether these are somebody else's.
    const fields = new URLSearchParams(entry.body);
    const response = marked(entry.response);
    fields.set('@response', response);
    await put({ ...entry, response, body: fields.toString(), state: 'sent_before' });
  } else if (answer.status >= 400 && answer.status < 500 && ![408, 429].includes(answer.status)) {
    await put({ ...entry, state: 'to_change' });
  }
}

const waits = (entry) => entry.state === 'waiting';

async function sendToo({ key }) {
  const entry = (await all()).find((one) => one.key === key);
  if (entry) await put({ ...entry, state: 'waiting' });
  await send();
}

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

// The answers that wait: an entry each, by a mark of ours.

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
/** Puts an entry here, in the place of others. */
async function put(entry, replaces = () => false) {
  const old = (await all()).filter(replaces);
  await table('readwrite', (entries) => {
    for (const { key } of old) entries.delete(key);
    return entries.put(entry);
  });
}

const drop = ({ key }) => dropAll((entry) => entry.key === key);

async function dropAll(meant) {
  for (const { key } of (await all()).filter(meant)) await table('readwrite', (entries) => entries.delete(key));
  await tidy();
}
