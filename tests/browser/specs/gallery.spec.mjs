// Every kind of question as people meet it: what leads where, what is sent, and what assistive technology is told.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { signedIn } from '../support/places.mjs';
import { gallery } from '../support/states.mjs';
import { tree } from '../support/tree.mjs';

const examples = JSON.parse(readFileSync(join(import.meta.dirname, '../../../web/src/form/examples.json'), 'utf8'));
const open = (page, kind, state) => page.goto(`/staff/gallery/${kind}/${state}`);
const answered = examples.filter(({ question }) => question.kind !== 'information');

// Set when the file is read by a worker: the session is made before, by support/world.mjs.
test.use({ storageState: async ({}, use) => use(signedIn('analyst')) });

test('the gallery shows every kind in every state', async ({ page }) => {
  await page.goto('/staff/gallery');
  const links = await page.locator('main dl a').evaluateAll((all) => all.map((link) => new URL(link.href).pathname));
  // All kinds can be looked at in all states; those that differ are compared below.
  expect(links).toEqual(expect.arrayContaining(gallery.map(({ kind, state }) => `/staff/gallery/${kind}/${state}`)));
  expect(links).toHaveLength(6 * examples.length);
});

test('each problem leads to the control that is wrong', async ({ page }) => {
  for (const { name } of answered) {
    await open(page, name, 'wrong');
    await page.locator('[role="alert"] a').first().click();
    const target = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
    await expect(target, name).toBeFocused();
  }
});

test('a browser sends what the question reads', async ({ page }) => {
  for (const { name, filled } of answered) {
    await open(page, name, 'filled');
    const sent = await page.evaluate(() => {
      const form = document.createElement('form');
      form.append(...document.querySelector('main .in').childNodes);
      return [...new FormData(form)];
    });
    expect(sent, name).toEqual(filled);
  }
});

test('nothing is sent, and nobody is led away, by choosing', async ({ page }) => {
  for (const { name } of answered) {
    await open(page, name, 'empty');
    const requests = [];
    page.on('request', (request) => request.isNavigationRequest() && requests.push(request.url()));
    for (const box of await page.locator('main input:is([type=radio], [type=checkbox])').all()) await box.check();
    for (const list of await page.locator('main select').all()) await list.selectOption({ index: 1 });
    for (const words of await page.locator('main :is(textarea, input[type=text])').all()) {
      await words.fill('1');
      await words.blur();
    }
    page.removeAllListeners('request');
    expect(requests, name).toEqual([]);
    expect(page.url()).toMatch(new RegExp(`/staff/gallery/${name}/empty$`));
  }
});

// To take a change over, look at it, then: npx playwright test gallery --update-snapshots
for (const { kind, state } of gallery) {
  test(`what assistive technology is told of ${kind}, ${state}`, async ({ page }) => {
    await open(page, kind, state);
    expect(await tree(page)).toMatchSnapshot([`${kind}-${state}.txt`]);
  });
}
