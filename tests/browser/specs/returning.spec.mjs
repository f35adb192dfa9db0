// Stopping and going on elsewhere, one question at a time, and a tablet that goes from hand to hand.
import { expect, test } from '@playwright/test';
import { check } from '../support/checks.mjs';
import { findSurvey, go, take } from '../support/survey.mjs';

const survey = '/riverside/s/music_and_your_family';
const secret = 'A bassoon under the stairs.';

test('one question at a time @plain', async ({ page }, testInfo) => {
  test.slow(); // some thirty pages
  await findSurvey(page, testInfo);
  const begin = page.getByRole('button', { name: 'One question at a time' });
  const mistypes = { postcode: { postcode: 'ZZ99 9ZZ' } };
  const family = { who: 'never', children_count: 'one', one_change: secret, postcode: 'RV1 1AA', mistypes };
  const seen = await take(page, testInfo, 'questions', family, begin);
  expect(seen.slice(0, 2)).toEqual(['who', 'children_count']);
});

test('one question at a time, in Urdu @languages', async ({ page }, testInfo) => {
  await page.goto(`${survey}?lang=ur`);
  await page.locator('button[value="question"]').click();
  await check(page, testInfo, 'questions-urdu');
  await page.locator('button[value="stop"]').click();
  await check(page, testInfo, 'words-urdu');
  await page.goto(`${survey}/return`);
  await page.getByRole('textbox').fill('acorn درخت');
  await go(page).click();
  await expect(page.locator('[role="alert"]')).toContainText('درخت');
  await check(page, testInfo, 'return-urdu');
});

test('words lead back on another device @looks @plain', async ({ page, browser }, testInfo) => {
  await page.goto(survey);
  await go(page).click();
  await page.locator('input[value="never"]').check();
  await page.getByRole('button', { name: 'Save and stop here' }).click();
  await check(page, testInfo, 'words');
  const words = await page.locator('li .code').allTextContents();
  expect(words).toHaveLength(6);

  const { baseURL, javaScriptEnabled, colorScheme, viewport } = testInfo.project.use;
  const other = await (await browser.newContext({ baseURL, javaScriptEnabled, colorScheme, viewport })).newPage();
  await other.goto(survey);
  await other.getByRole('link', { name: 'Go on with your six words' }).click();
  await check(other, testInfo, 'return');
  await other.getByLabel('Your six words').fill('acorn xylophon');
  await go(other).click();
  await expect(other.getByLabel('Your six words')).toHaveValue('acorn xylophon');
  await check(other, testInfo, 'return-wrong');
  await other.getByLabel('Your six words').fill(words.join('-').toUpperCase());
  await go(other).click();
  await expect(other.locator('input[value="never"]')).toBeChecked();
  await other.goto(survey);
  await check(other, testInfo, 'welcome-begun');

  await page.goBack();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your answers are on another device now');
  await check(page, testInfo, 'moved');
  await other.goto(`${survey}/code`);
  await other.getByRole('button', { name: 'Leave nothing on this device' }).click();
  await check(other, testInfo, 'left');
});

test('a receipt is typed @plain', async ({ page }, testInfo) => {
  await page.goto('/r');
  await check(page, testInfo, 'receipt-asked');
  await page.getByRole('textbox').fill('ABCD');
  await page.keyboard.press('Enter');
  await expect(page.locator('main [role="alert"]')).toBeVisible();
  await check(page, testInfo, 'receipt-wrong');
  await page.getByRole('textbox').fill('ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ');
  await page.keyboard.press('Enter');
  await expect(page.locator('main [role="alert"]')).toContainText('We find nothing with this receipt');
  await expect(page.getByRole('textbox')).toHaveValue('ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ');
  await check(page, testInfo, 'receipt-unknown');
});

/** Makes the browser a shared tablet, as whoever brings it does. */
async function setUp(page, testInfo) {
  await page.goto(`${survey}/tablet`);
  await check(page, testInfo, 'tablet-about');
  await go(page).click();
  await check(page, testInfo, 'tablet-welcome');
}

test('back on a shared tablet shows nothing of the person before @looks @plain', async ({ page }, testInfo) => {
  await setUp(page, testInfo);
  await go(page).click();
  await page.locator('input[value="never"]').check();
  await page.locator('input[name="children_count"][value="one"]').check();
  await check(page, testInfo, 'tablet-question');
  await go(page).click();
  for (let pages = 0; !page.url().endsWith('/check'); pages += 1) {
    expect(pages).toBeLessThan(20);
    const box = page.locator('textarea[name="one_change"]');
    if (await box.count()) await box.fill(secret);
    await go(page).click();
  }
  await expect(page.locator('main')).toContainText(secret);
  const receipt = await page.locator('.code').textContent();
  await check(page, testInfo, 'tablet-check');
  await page.locator('form[action$="/send"] button').click();
  await expect(page).toHaveURL(/\/next$/);
  await check(page, testInfo, 'tablet-next');

  const nothingIsLeft = async (where) => {
    const shown = await page.content();
    for (const told of [secret, receipt, 'checked', 'begun already']) expect(shown, where).not.toContain(told);
    expect(page.url(), where).not.toContain('/r/');
  };
  const steps = await page.evaluate(() => history.length).catch(() => 5);
  for (let back = 1; back < Math.min(steps, 14); back += 1) {
    await page.goBack();
    await nothingIsLeft(`${back} steps back: ${page.url()}`);
  }
  await page.goto(`${survey}/next`);
  await page.getByRole('link', { name: 'Next person' }).click();
  await expect(page).toHaveURL(new RegExp(`${survey}$`));
  await nothingIsLeft('the first page');
  await go(page).click();
  await nothingIsLeft('the first question');

  await page.goto(`${survey}/still-there`);
  await check(page, testInfo, 'tablet-still-there');
  await page.goto(`${survey}/tablet/stop`);
  await check(page, testInfo, 'tablet-stop');
});

test('a shared tablet that nobody touches asks, and keeps what was typed', async ({ page }) => {
  await page.clock.install();
  await page.goto(`${survey}/tablet`);
  await go(page).click();
  await go(page).click();
  await page.clock.runFor(170_000);
  await page.locator('input[value="never"]').check();
  await page.clock.runFor(170_000);
  await expect(page, 'whoever is at it is not asked').toHaveURL(/\/family$/);
  await page.clock.runFor(15_000);
  await expect(page).toHaveURL(/\/still-there$/);
  await page.getByRole('button', { name: 'I am still here' }).click();
  await expect(page.locator('input[value="never"]')).toBeChecked();
  await page.goto(`${survey}/fresh`);
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`${survey}$`));
});
