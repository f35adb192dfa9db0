// Whole surveys: with scripts switched off, by every turn that people take, and with the keyboard alone.
import { expect, test } from '@playwright/test';
import { survey } from '../support/places.mjs';
import { go } from '../support/survey.mjs';

const main = (page) => page.locator('main');
const at = (page) => new URL(page.url()).pathname.split('/').at(-1);
const goOn = (page) => go(page).click();

/** What the browser posts when this is done: names with their values. */
async function posted(page, act) {
  const [request] = await Promise.all([page.waitForRequest((one) => one.method() === 'POST'), act()]);
  return [...new URLSearchParams(request.postData() ?? '')];
}

test('answer, err, go back, change the language, stop, come back, send @plain', async ({ page }) => {
  await page.goto(survey);
  await main(page).getByRole('button', { name: 'Start' }).click();
  // Err: nothing chosen, where an answer is needed.
  await goOn(page);
  expect(await page.title()).toMatch(/^Error: /);
  await page.locator('[role="alert"] a').click();
  await expect(page.locator('#who')).toBeFocused();
  // Answer. What is posted is what the questions on the page are named, and nothing else.
  await page.getByLabel('No, never').check();
  await page.getByLabel('1', { exact: true }).check();
  expect(await posted(page, () => goOn(page))).toEqual([['who', 'never'], ['children_count', 'one']]);
  expect(at(page)).toBe('child_1');
  // Go back by the page's own button, which keeps what is on the page, and by the browser's.
  await page.locator('#child_1_age').check();
  await main(page).getByRole('button', { name: 'Back' }).click();
  await expect(page.getByLabel('No, never')).toBeChecked();
  await page.goBack();
  expect(at(page)).toBe('child_1');
  // Change the language with an answer given.
  await page.locator('#child_1_age').check();
  const [name, value] = (await posted(page, () => main(page).getByRole('button', { name: 'Polski' }).click())).at(-1);
  expect([name, value]).toEqual(['@lang', 'pl']);
  await expect(page.locator('html')).toHaveAttribute('lang', 'pl');
  await expect(page.locator('#child_1_age')).toBeChecked();
  await main(page).getByRole('button', { name: 'English' }).click();
  await goOn(page);
  const stoppedAt = at(page);
  // Stop, and come back: the front page of the survey leads on.
  await page.goto('/');
  await page.goto(survey);
  await main(page).locator('a.button:not(.quiet)').click();
  expect(at(page)).toBe(stoppedAt);
  while (at(page) !== 'check') await goOn(page);
  // Change one answer from the list, and find the way back to it.
  await expect(main(page)).toContainText('No, never');
  await main(page).locator('a.change').first().click();
  expect(page.url()).toMatch(/family#who$/);
  await page.getByLabel('Not now, but they used to').check();
  while (at(page) !== 'check') await goOn(page);
  await expect(main(page)).toContainText('Not now, but they used to');
  await goOn(page);
  await expect(page).toHaveURL(/\/r\//);
  await expect(main(page)).toContainText('You have been heard');
});

test('a browser that names only where a page comes from is let in @plain', async ({ page, baseURL }) => {
  // A tablet in the same network, without https: browsers tell such a site no more than the origin of a form.
  await page.goto(`${baseURL.replace('localhost', 'tablet.test')}${survey}`);
  const request = page.waitForRequest((one) => one.method() === 'POST');
  await go(page).click();
  expect((await (await request).allHeaders())['sec-fetch-site']).toBeUndefined();
  await expect(page).toHaveURL(/\/family$/);
});

/** Tab, until this has the focus. */
async function tabTo(page, target) {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${target}`);
}

/** The button that goes on, pressed by Enter. */
async function enter(page, target) {
  await tabTo(page, target);
  const was = page.url();
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')]);
  await page.waitForLoadState('load');
  return was;
}

test('a whole survey by keyboard alone @plain', async ({ page }) => {
  await page.goto(survey);
  // The first key leads to the link that skips what stands on every page; it lands in the main part.
  await page.keyboard.press('Tab');
  await expect(page.locator('a.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#Main');
  const next = () => go(page);
  await enter(page, next());
  // Radio buttons: one stop, and arrows within. An arrow chooses, and sends nothing.
  await tabTo(page, page.locator('#who'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('input[name=who][value=never]')).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('input[name=who][value=used_to]')).toBeChecked();
  await tabTo(page, page.locator('#children_count'));
  await page.keyboard.press('Space');
  await enter(page, next());
  while (at(page) !== 'check') {
    const ticks = main(page).locator('input[type=checkbox]').first();
    const words = main(page).locator('textarea').first();
    if (await words.count()) {
      await tabTo(page, words);
      await page.keyboard.type('More singing');
    } else if (await ticks.count()) {
      await tabTo(page, ticks);
      await page.keyboard.press('Space');
      await expect(ticks).toBeChecked();
    }
    await enter(page, next());
    await expect(main(page).locator('[role="alert"]')).toHaveCount(0);
  }
  await expect(main(page)).toContainText('More singing');
  await enter(page, next());
  await expect(page).toHaveURL(/\/r\//);
});
