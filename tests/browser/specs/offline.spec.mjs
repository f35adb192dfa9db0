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
  const receipt = await page.getByRole('link', { name: 'Open my receipt' }).getAttribute('href');
  await expect.poll(() => kept(page)).toEqual(nothing);
  // The way to the receipt is shown once.
  await page.reload();
  await expect(page.locator('main')).toContainText('No answers wait on this device.');
  await page.goto(wire.origin + receipt);
  await expect(page.locator('h1')).toContainText('You have been heard');
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
  await expect(page.getByText('The copy is deleted.')).toBeVisible();
  await expect.poll(() => kept(page)).toEqual(nothing);
  await load(page);
  await answer(page);
  wire.cut();
  await send(page);
  await page.getByRole('button', { name: 'Delete them from this device' }).click();
  await expect(page.locator('main')).toContainText('No answers wait on this device.');
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
