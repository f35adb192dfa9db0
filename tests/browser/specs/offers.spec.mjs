// What one may do after sending: the prize draw and "Tell me what happened", each on a page of its own.
import { expect, test } from '@playwright/test';
import { check } from '../support/checks.mjs';

const survey = '/riverside/s/music_and_your_family';
const box = (page) => page.locator('main input').first();
const press = (page) => page.locator('main button').first().click();

for (const [name, path, wrong, right] of [
  ['draw', `${survey}/draw`, '07700', '+44 (0)7700 900123'],
  ['tell-me', `${survey}/tell-me`, 'nadia at home', 'nadia@example.org'],
]) {
  test(`${name} @looks @languages @plain`, async ({ page }, testInfo) => {
    await page.goto(path);
    await check(page, testInfo, `${name}-empty`);
    await box(page).fill(wrong);
    await press(page);
    await expect(box(page)).toHaveValue(wrong);
    await check(page, testInfo, `${name}-wrong`);
    await page.locator('[role="alert"] a').click();
    await expect(box(page)).toBeFocused();
    await box(page).fill(right);
    // Enter sends it too.
    await page.keyboard.press('Enter');
    await expect(page.locator('main input')).toHaveCount(0);
    await check(page, testInfo, `${name}-done`);
  });

  test(`${name}, from right to left @languages`, async ({ page }, testInfo) => {
    await page.goto(`${path}?lang=ur`);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await check(page, testInfo, `${name}-rtl`);
  });
}

test('the links of the mail @plain', async ({ page }, testInfo) => {
  for (const what of ['yes', 'stop']) {
    await page.goto(`/riverside/tell-me/${what}/aaaaaaaaaaaaaaaaaaaaaaaaaa`);
    await check(page, testInfo, `tell-me-${what}`);
    await press(page);
    await check(page, testInfo, `tell-me-${what}-pressed`);
  }
});

test('the choice not to be connected @looks @plain', async ({ page }, testInfo) => {
  await page.goto(survey);
  await page.locator('main button').first().click();
  await page.goto(`${survey}/place`);
  await page.getByLabel('Count me, but do not connect').check();
  await check(page, testInfo, 'apart-ticked');
  await press(page);
  await page.goto(`${survey}/place`);
  await expect(page.getByLabel('Count me, but do not connect')).toBeChecked();
});
