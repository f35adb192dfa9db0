// Writing a survey, from nothing to a published version.
import { expect, test } from '@playwright/test';
import { focusFaults } from '../support/behaviour.mjs';
import { check } from '../support/checks.mjs';
import { signedIn } from '../support/places.mjs';

const surveys = '/staff/riverside/surveys';

test.use({ storageState: async ({}, use) => use(signedIn('editor')) });

/** Begins a survey of a name of its own, since every look of a test writes one. */
async function begin(page, testInfo, start) {
  await page.goto(`${surveys}/new`);
  await page.getByRole('textbox', { name: 'Title' }).fill(`Written on ${testInfo.project.name} ${testInfo.testId.slice(-4)}`);
  await page.getByRole('radio', { name: start }).check();
  await page.getByRole('button', { name: 'Begin' }).click();
  return page.url().split('#')[0];
}

test('a survey is written from nothing and published @looks @plain', async ({ page }, testInfo) => {
  await page.goto(surveys);
  await check(page, testInfo, 'writing-list');
  await page.goto(`${surveys}/new`);
  await check(page, testInfo, 'writing-new');
  const survey = await begin(page, testInfo, 'Nothing: write it all yourself');

  await page.getByRole('link', { name: 'Title, welcome and for whom' }).first().click();
  await page.getByRole('textbox', { name: 'Welcome' }).fill('We would like to know how it was.');
  await page.getByRole('textbox', { name: 'How many minutes it takes' }).fill('ten');
  await page.getByRole('checkbox', { name: 'Children and young people' }).check();
  // Enter saves; what cannot be read is told, and everything is kept.
  await page.getByRole('textbox', { name: 'How many minutes it takes' }).press('Enter');
  const summary = page.locator('main [role="alert"]');
  await expect(summary).toContainText('Write a whole number from 1');
  await expect(page.getByRole('textbox', { name: 'Welcome' })).toHaveValue('We would like to know how it was.');
  await check(page, testInfo, 'writing-about-wrong');
  await summary.getByRole('link').first().click();
  await expect(page.getByRole('textbox', { name: 'How many minutes it takes' })).toBeFocused();
  await page.getByRole('textbox', { name: 'How many minutes it takes' }).fill('1');
  await page.getByRole('button', { name: 'Save', exact: true }).click();

  await page.getByRole('textbox', { name: 'Add a section' }).fill('The day');
  await page.getByRole('button', { name: 'Add the section' }).click();
  await page.getByRole('link', { name: 'Add a question to The day' }).click();
  await check(page, testInfo, 'writing-question-new');
  await page.getByRole('textbox', { name: 'What do you ask?' }).fill('What did you like?');
  await page.getByRole('radio', { name: /^Several answers/ }).check();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('textbox', { name: 'Option 1', exact: true }).fill('The music');
  await page.getByRole('textbox', { name: 'Option 2', exact: true }).fill('The people');
  await page.getByRole('textbox', { name: 'Option 3', exact: true }).fill('Nothing');
  await check(page, testInfo, 'writing-question');
  await page.getByRole('button', { name: 'Save the question' }).click();
  await expect(page.getByText('Nothing has to be changed.')).toBeVisible();
  await check(page, testInfo, 'writing-outline');

  await page.goto(`${survey}/preview?width=wide`);
  await expect(page.getByRole('group', { name: 'What did you like?' })).toBeVisible();
  await check(page, testInfo, 'writing-preview');
  await page.goto(`${survey}/publish`);
  await check(page, testInfo, 'writing-publish');
  await page.getByRole('button', { name: 'Publish this version' }).click();
  await expect(page.getByText(/Version 1 is published/)).toBeVisible();
  await check(page, testInfo, 'writing-published');
});

test('a long survey is changed, put in order and worded for others @looks @plain', async ({ page }, testInfo) => {
  const survey = await begin(page, testInfo, 'A copy of “Music and your family”');
  await check(page, testInfo, 'writing-long-outline');
  const order = () => page.locator('.outline section').first().locator('ol a').allTextContents();
  const before = await order();
  await page.locator('.outline section').first().locator('li').first().getByRole('button', { name: /^Down/ }).click();
  expect(await order()).toEqual([before[1], before[0]]);
  await page.locator('#Done').getByRole('button', { name: 'Undo' }).click();
  expect(await order()).toEqual(before);

  for (const [name, path] of [
    ['barriers', '/questions/barriers'],
    ['grid', '/questions/who'],
    ['section', '/sections/barriers'],
    ['words', '/words'],
    ['polish', '/words/pl/family'],
    ['urdu', '/words/ur/family'],
    ['easy', '/words/easy_read/family'],
    ['steps', '/steps'],
    ['easy-preview', '/preview?easy_read=yes&lang=ur&audience=non_participating_parent'],
  ]) {
    await page.goto(`${survey}${path}`);
    await check(page, testInfo, `writing-${name}`);
  }
});

test('it is written by keyboard alone', async ({ page }, testInfo) => {
  const survey = await begin(page, testInfo, 'A copy of “Music and your family”');
  for (const path of ['', '/questions/who', '/sections/barriers', '/words/pl/family']) {
    await page.goto(`${survey}${path}`);
    expect(await focusFaults(page), path).toEqual([]);
  }
});

test('two people write at once', async ({ page, browser }, testInfo) => {
  const survey = await begin(page, testInfo, 'A copy of “Music and your family”');
  const context = await browser.newContext({ storageState: signedIn('editor') });
  const other = await context.newPage();
  for (const writer of [page, other]) await writer.goto(`${survey}/questions/who`);
  const words = (writer) => writer.getByRole('textbox', { name: 'What do you ask?' });
  await words(other).fill('Theirs');
  await other.getByRole('button', { name: 'Save the question' }).click();
  await words(page).fill('Mine');
  await page.getByRole('button', { name: 'Save the question' }).click();
  await expect(page.locator('main [role="alert"]')).toContainText('A colleague changed this meanwhile');
  await expect(words(page)).toHaveValue('Mine');
  await check(page, testInfo, 'writing-meanwhile');
  await page.getByRole('button', { name: 'Save the question' }).click();
  await expect(page.getByRole('link', { name: 'Mine' })).toBeVisible();
  await context.close();
});

test('what is written is saved when a box is left', async ({ page }, testInfo) => {
  const survey = await begin(page, testInfo, 'A copy of “Music and your family”');
  await page.goto(`${survey}/questions/who`);
  const words = page.getByRole('textbox', { name: 'What do you ask?' });
  for (const written of ['Does a child of yours sing?', 'Does a child of yours sing with us?']) {
    await words.fill(written);
    await words.blur();
    await expect(page.getByRole('status')).toHaveText('Saved by itself.');
  }
  await page.getByRole('textbox', { name: 'Points of option 1, as a number' }).fill('many');
  await page.getByRole('textbox', { name: 'Points of option 1, as a number' }).blur();
  await expect(page.getByRole('status')).toContainText('Not saved yet');
  await check(page, testInfo, 'writing-not-saved');
  await page.goto(`${survey}/questions/who`);
  await expect(words).toHaveValue('Does a child of yours sing with us?');
});

test('parts are dragged to where they are to stand', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('/staff/riverside/surveys/new');
  await page.getByRole('textbox', { name: 'Title' }).fill(`Dragged ${Date.now()}`);
  await page.getByRole('radio', { name: /^After an event/ }).check();
  await page.getByRole('button', { name: 'Begin' }).click();
  // Until the page that follows is there.
  const is = (found, wanted) => expect(async () => expect(await found()).toEqual(wanted)).toPass({ timeout: 10_000 });
  const lines = page.locator('.outline .card li[id]');
  const order = () => lines.evaluateAll((all) => all.map((line) => line.id));
  const [first, second, ...rest] = await order();
  await page.locator(`#${second} .handle`).dragTo(page.locator(`#${first}`), { targetPosition: { x: 40, y: 10 } });
  await is(order, [second, first, ...rest]);
  await page.goto(page.url().split('#')[0]); // at its head, and at rest
  const cards = page.locator('.outline .card');
  const sections = () => cards.evaluateAll((all) => all.map((card) => card.id));
  const [one, two, ...others] = await sections();
  await page.locator(`#${two} > .handle`).dragTo(page.locator(`#${one} h2`));
  await is(sections, [two, one, ...others]);
  // A step like any other: it can be gone back.
  await page.getByRole('button', { name: 'Undo' }).click();
  await is(sections, [one, two, ...others]);
});
