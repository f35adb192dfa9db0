// A family answers without a connection: the form opens, the answers wait on the device, are sent later, and then
// nothing is left there.
import { expect, test } from '@playwright/test';
import { check } from '../support/checks.mjs';
import { lay } from '../support/wire.mjs';

const form = '/riverside/s/music_and_your_family/all';
let wire;

test.beforeEach(async ({ baseURL }) => { wire = await lay(baseURL); });
test.afterEach(() => wire.close());

/** What a browser has kept: copies, answers, workers. Asked from a page that leaves no trace itself. */
const kept = (page) => page.evaluate(async () => {
  const copies = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) copies.push(new URL(url).pathname);
  }
  const databases = (await indexedDB.databases()).map(({ name }) => name);
  const workers = (await navigator.serviceWorker.getRegistrations()).length;
  return { copies, databases, workers };
});
/** The entries of what waits. */
const stored = (page) => page.evaluate(() => new Promise((resolve, reject) => {
  const opening = indexedDB.open('heard', 1);
  opening.onerror = reject;
  opening.onsuccess = () => {
    const asked = opening.result.transaction('waiting').objectStore('waiting').getAll();
    asked.onsuccess = () => { opening.result.close(); resolve(asked.result); };
  };
}));
const nothing = { copies: [], databases: [], workers: 0 };

/** Opens the form and waits until it says that a copy is here. */
async function load(page, path = form) {
  await page.goto(wire.origin + path);
  await expect(page.locator('#Kept')).toBeVisible();
}

const answer = async (page, who = 'never') => {
  if (who) await page.locator(`input[name="who"][value="${who}"]`).check();
  await page.locator('textarea[name="one_change"]').fill('More <b>singing</b>');
};
const send = (page) => page.locator('main form button:not(.quiet)').click();

test('answers wait, are sent later, and leave nothing behind', async ({ page }, testInfo) => {
  await load(page);
  await check(page, testInfo, 'offline-form');
  wire.cut();
  await page.reload();
  await expect(page.locator('h1')).toHaveText('Music and your family');
  await expect(page.locator('#Kept')).toBeVisible();
  await answer(page);
  await send(page);
  await expect(page).toHaveURL(/\/waiting\/en$/);
  await expect(page.locator('main h2')).toHaveText('Your answers wait on this device');
  await check(page, testInfo, 'offline-waiting');
  expect((await kept(page)).copies, 'the copy with this key is gone').not.toContain(form);
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(page.locator('#Still')).toHaveText(/still no connection/);
  // The person closes everything, and comes back when there is a connection.
  await page.reload();
  await expect(page.locator('main h2')).toHaveText('Your answers wait on this device');
  wire.mend();
  await page.goto(`${wire.origin}/riverside`);
  await page.goto(`${wire.origin}/waiting/en`);
  await expect(page.locator('main h2')).toHaveText('Your answers are sent');
  await check(page, testInfo, 'offline-sent');
  // The receipt is there until it is opened, wherever the person goes before; of the answers nothing is.
  await page.goto(`${wire.origin}/riverside`);
  wire.cut();
  await page.goto(`${wire.origin}/waiting/en`);
  await expect(page.locator('main .code')).toHaveText(/^([A-Z2-7]{4}-){6}[A-Z2-7]{2}$/);
  expect(JSON.stringify(await stored(page))).not.toContain('singing');
  await page.getByRole('link', { name: 'Open my receipt' }).click().catch(() => {});
  wire.mend();
  await page.goto(`${wire.origin}/waiting/en`);
  await page.getByRole('link', { name: 'Open my receipt' }).click();
  await expect(page.locator('h1')).toContainText('You have been heard');
  await expect.poll(() => kept(page)).toEqual(nothing);
});

test('two people answer on one device, and both are heard', async ({ page, context }) => {
  await load(page);
  wire.cut();
  const other = await context.newPage();
  for (const one of [page, other]) await one.goto(wire.origin + form);
  const keys = await Promise.all([page, other].map((one) => one.locator('[name="@response"]').inputValue()));
  expect(keys[0]).not.toBe(keys[1]);
  for (const one of [page, other]) {
    await answer(one);
    await send(one);
  }
  const waiting = other.locator('main h2');
  await expect(waiting).toHaveText(['Your answers wait on this device', 'Your answers wait on this device']);
  wire.mend();
  await other.getByRole('button', { name: 'Try now' }).first().click();
  await expect(waiting).toHaveText(['Your answers are sent', 'Your answers are sent']);
  const codes = await other.locator('main .code').allTextContents();
  expect(codes[0]).not.toBe(codes[1]);
  for (let left = 1; left >= 0; left -= 1) {
    await other.getByRole('button', { name: 'I have noted it' }).first().click();
    await expect(other.locator('main .code')).toHaveCount(left);
  }
  await expect(other.locator('#States')).toBeFocused();
  await expect.poll(() => kept(other)).toEqual(nothing);
});

test('other answers from a form that was sent are asked about, and never dropped', async ({ page }, testInfo) => {
  await load(page);
  await answer(page);
  const key = await page.locator('[name="@response"]').inputValue();
  await send(page);
  await expect(page).toHaveURL(/\/r\//);
  // The same form once more, filled in by somebody else: an old browser brings it back by "Back".
  await load(page);
  wire.cut();
  await page.locator('[name="@response"]').evaluate((field, value) => { field.value = value; }, key);
  await answer(page, 'with_us');
  await send(page);
  wire.mend();
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(page.locator('main h2')).toHaveText('This form was sent already');
  await check(page, testInfo, 'offline-sent-before');
  await page.getByRole('button', { name: 'Send these as well' }).click();
  await expect(page.locator('main h2')).toHaveText('Your answers are sent');
  await page.getByRole('button', { name: 'I have noted it' }).click();
  await expect.poll(() => kept(page)).toEqual(nothing);
});

test('sent with a connection, nothing is left either', async ({ page }) => {
  await load(page);
  await answer(page);
  await send(page);
  await expect(page).toHaveURL(/\/r\//);
  await expect.poll(() => kept(page)).toEqual(nothing);
});

test('what waits can be deleted, and so can the copy', async ({ page }) => {
  await load(page);
  await page.getByRole('button', { name: 'Delete the copy from this device' }).click();
  await expect(page.getByText('The copy is deleted.')).toBeFocused();
  await expect.poll(() => kept(page)).toEqual(nothing);
  await load(page);
  await answer(page);
  wire.cut();
  await send(page);
  await page.getByRole('button', { name: 'Delete them from this device' }).click();
  await expect(page.locator('main')).toContainText('No answers wait on this device.');
  await expect(page.locator('#States')).toBeFocused();
  await expect.poll(() => kept(page)).toEqual(nothing);
});

test('answers that have to be changed are told, seen and mended', async ({ page }, testInfo) => {
  await load(page);
  await answer(page, null);
  wire.cut();
  await send(page);
  await expect(page.locator('main h2')).toHaveText('Your answers wait on this device');
  wire.mend();
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(page.locator('main h2')).toHaveText('We could not take your answers as they are');
  await check(page, testInfo, 'offline-to-change');
  await page.getByRole('button', { name: 'Look at my answers' }).click();
  await expect(page.locator('main [role="alert"]')).toContainText('Does a child of yours make music with us now?');
  await expect(page.locator('textarea[name="one_change"]')).toHaveValue('More <b>singing</b>');
  await expect(page.locator('#News'), 'they are still here until they are sent').toBeVisible();
  await answer(page);
  await send(page);
  await expect(page).toHaveURL(/\/r\//);
  await expect.poll(() => kept(page)).toEqual(nothing);
});

test('a server that is away counts as no connection, and a closed survey is told', async ({ page }, testInfo) => {
  await load(page);
  await answer(page);
  wire.say(502);
  await send(page);
  await expect(page.locator('main h2')).toHaveText('Your answers wait on this device');
  wire.say(410);
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(page.locator('main h2')).toHaveText('The survey closed before your answers came');
  await check(page, testInfo, 'offline-closed');
  await expect.poll(() => kept(page)).toEqual(nothing);
});

test('the page of waiting answers is in the language of the form', async ({ page }, testInfo) => {
  await page.goto(`${wire.origin}${form}?lang=ur`);
  await expect(page.locator('#Kept')).toBeVisible();
  await answer(page);
  wire.cut();
  // Another language has to come from the server: the page stays as it is.
  await page.getByRole('button', { name: 'Polski' }).click();
  await expect(page.locator('textarea[name="one_change"]')).toHaveValue('More <b>singing</b>');
  await send(page);
  await expect(page).toHaveURL(/\/waiting\/ur$/);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await check(page, testInfo, 'offline-waiting-urdu');
});

test('a worker stays away from all but the form', async ({ page }) => {
  await load(page);
  for (const path of ['/riverside', '/riverside/plan', '/staff', '/riverside/s/music_and_your_family']) {
    await page.goto(wire.origin + path);
  }
  const { copies } = await kept(page);
  expect(copies.filter((path) => !/^\/(assets|waiting)\//.test(path))).toEqual([form]);
});
