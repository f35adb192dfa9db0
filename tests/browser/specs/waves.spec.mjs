// Planning a wave: what people have to be told first, then its page, what people read, and closing it.
import { expect, test } from '@playwright/test';
import { check } from '../support/checks.mjs';
import { signedIn } from '../support/places.mjs';

test.use({ storageState: async ({}, use) => use(signedIn('editor')) });

test('a wave is planned, read by people and closed early @looks @plain', async ({ page, browser }, testInfo) => {
  await page.goto('/staff/riverside/surveys/new');
  await page.getByRole('textbox', { name: 'Title' }).fill(`Waves on ${testInfo.project.name} ${testInfo.testId.slice(-4)}`);
  await page.getByRole('radio', { name: /^After an event/ }).check();
  await page.getByRole('button', { name: 'Begin' }).click();
  const survey = page.url().split('#')[0];
  await page.goto(`${survey}/publish`);
  await page.getByRole('button', { name: 'Publish this version' }).click();
  await page.getByRole('link', { name: /^Its waves/ }).click();
  await check(page, testInfo, 'waves-none');
  await page.getByRole('link', { name: 'Plan a wave of version 1' }).click();
  await check(page, testInfo, 'waves-plan');

  await page.getByRole('textbox', { name: 'First day' }).fill(new Date().toLocaleDateString('en-GB', { timeZone: 'Europe/London' }));
  await page.getByRole('textbox', { name: 'Space' }).fill('In the hall, on the way out.');
  await page.getByRole('button', { name: 'Save' }).click();
  const summary = page.locator('main [role="alert"]');
  await expect(summary).toContainText('Say what the answers are for.');
  await expect(page.getByRole('textbox', { name: 'Space' })).toHaveValue('In the hall, on the way out.');
  await check(page, testInfo, 'waves-plan-wrong');
  await summary.getByRole('link', { name: /Choose the rung/ }).click();
  await expect(page.getByRole('radio', { name: /^1 Manipulation/ })).toBeFocused();

  const later = new Date(Date.now() + 14 * 86_400_000).toLocaleDateString('en-GB', { timeZone: 'Europe/London' });
  await page.getByRole('textbox', { name: 'Last day' }).fill(later);
  await page.getByRole('textbox', { name: 'What the answers are for (English)' }).fill('To make the next concert better for you.');
  await page.getByRole('radio', { name: /^Legitimate interests/ }).check();
  await page.getByRole('textbox', { name: 'Months that answers are kept' }).fill('12');
  const monitored = page.getByRole('radio', { name: /^Explicit consent/ });
  if (await monitored.count() > 0) {
    await monitored.check();
    await page.getByRole('textbox', { name: 'Months that equality answers are kept' }).fill('6');
  }
  await page.getByRole('textbox', { name: 'Whom people can ask' }).fill('hello@riverside.example');
  await page.getByRole('textbox', { name: 'Voice' }).fill('Two questions, and somebody who reads them aloud.');
  await page.getByRole('textbox', { name: 'Audience' }).fill('Whoever plans the next concert.');
  await page.getByRole('radio', { name: /^5 Consulted and informed/ }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Open', { exact: true })).toBeVisible();
  await check(page, testInfo, 'waves-open');

  // What somebody reads who is not signed in.
  const address = await page.getByRole('link', { name: /\/riverside\/s\// }).getAttribute('href');
  const family = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const visitor = await family.newPage();
  await visitor.goto(new URL(address).pathname);
  await expect(visitor.getByText('To make the next concert better for you.')).toBeVisible();
  await visitor.getByText('How we treat your answers').click();
  await expect(visitor.getByText(/We delete your answers on/)).toBeVisible();
  await check(visitor, testInfo, 'waves-told');
  await family.close();

  await page.getByRole('link', { name: 'Posters, letters and slides' }).click();
  await check(page, testInfo, 'waves-posters');
  for (const kind of ['poster', 'letter', 'slides']) {
    await page.getByRole('button', { name: `See the ${kind}` }).click();
    await expect(page.getByRole('img', { name: /^QR code of the address/ })).toBeVisible();
    await check(page, testInfo, `waves-${kind}`);
    await page.getByRole('link', { name: 'Choose another' }).click();
  }
  await page.getByRole('link', { name: 'Back to the wave' }).click();

  await page.getByRole('link', { name: 'Change this wave' }).click();
  await check(page, testInfo, 'waves-change');
  await page.getByRole('link', { name: 'Leave it as it is' }).click();
  await page.getByRole('link', { name: 'Close it early' }).click();
  await check(page, testInfo, 'waves-close');
  await page.getByRole('button', { name: 'Close it now' }).click();
  await expect(page.getByText('What came of it?')).toBeVisible();
  await check(page, testInfo, 'waves-closed');
});
