// The survey in other languages, one of which runs from right to left.
import { expect, test } from '@playwright/test';
import { check } from '../support/checks.mjs';
import { findSurvey, take } from '../support/survey.mjs';

const family = {
  who: 'never',
  children_count: 'one',
  barriers: 'other',
  postcode: 'RV1 1AA',
  mistypes: { place: { postcode: 'ZZ99 9ZZ' } },
};

test('a family that reads Polish @languages', async ({ page }, testInfo) => {
  await findSurvey(page, testInfo, 'pl');
  await take(page, testInfo, 'polish', { ...family, barriers_other: 'Nie wiedzieliśmy o tym', one_change: 'Więcej śpiewu' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'pl');
});

test('a family that reads Urdu @languages', async ({ page }, testInfo) => {
  await findSurvey(page, testInfo, 'ur');
  await take(page, testInfo, 'urdu', { ...family, barriers_other: 'ہمیں معلوم نہیں تھا', one_change: 'زیادہ گانا، RV1 کے قریب' });
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
});

test('changing the language keeps what was typed @languages @plain', async ({ page }, testInfo) => {
  await findSurvey(page, testInfo);
  await page.locator('main button').first().click();
  await page.goto(page.url().replace(/family$/, 'your_words'));
  const box = page.locator('textarea');
  await box.fill('Saturdays\n<b>please</b>');
  // The way is at the top of the page; it leads to the buttons, which stand after the one that Enter presses.
  await page.locator('header a[href="#Languages"]').click();
  await check(page, testInfo, 'switch-english');
  await page.getByRole('button', { name: 'اردو' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ur');
  await expect(box).toHaveValue('Saturdays\n<b>please</b>');
  await expect(page.locator('main [role="alert"]')).toHaveCount(0);
  await check(page, testInfo, 'switch-urdu');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(box).toHaveValue('Saturdays\n<b>please</b>');
});

test('Enter saves, and does not change the language @languages @plain', async ({ page }, testInfo) => {
  await findSurvey(page, testInfo, 'pl');
  await page.locator('main button').first().click();
  await page.goto(page.url().replace(/family$/, 'place'));
  await page.locator('#postcode').fill('RV1 1AA');
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/\/place$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'pl');
});

test('what a page in each language says at its foot @languages', async ({ page }, testInfo) => {
  await page.goto('/');
  const links = page.locator('header .languages a');
  for (const lang of await links.evaluateAll((all) => all.map((link) => link.lang))) {
    await page.goto(`/riverside?lang=${lang}`);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await check(page, testInfo, `front-${lang}`);
  }
});
