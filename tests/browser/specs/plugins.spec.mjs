// Setting a plugin up: the form that its schema becomes, by keyboard and without JavaScript.
import { expect, test } from '@playwright/test';
import { check } from '../support/checks.mjs';
import { signedIn } from '../support/places.mjs';

const settings = '/staff/riverside/bindings/welcome/settings';

test.use({ storageState: async ({}, use) => use(signedIn('editor')) });

test('settings are told what is wrong at their field, and kept @looks @plain', async ({ page }, testInfo) => {
  await page.goto(settings);
  await check(page, testInfo, 'settings');
  const form = page.locator('main form').first();
  const share = form.getByRole('textbox', { name: /Share of the questions/ });
  await share.fill('most of them');
  const other = form.getByRole('group', { name: 'Worded the other way round' }).getByRole('checkbox').first();
  await other.check();
  // The enter key keeps and previews: it takes nothing away.
  await share.press('Enter');
  const summary = page.locator('main [role="alert"]');
  await expect(summary).toBeVisible();
  await expect(share).toHaveValue('most of them');
  await expect(other).toBeChecked();
  await check(page, testInfo, 'settings-errors');
  await summary.getByRole('link').first().click();
  await expect(share).toBeFocused();
  await share.fill('0.5');
  await other.uncheck();
  await form.getByRole('button', { name: 'Keep the draft and preview it' }).click();
  await expect(summary).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Made-up response 1' })).toBeVisible();
});

test('answers of one’s own are scored @plain', async ({ page }, testInfo) => {
  await page.goto(settings);
  await page.getByText('Try answers of your own').click();
  const form = page.locator('main form[method="get"]');
  for (const group of await form.getByRole('group').all()) await group.getByRole('radio').nth(1).check();
  await form.getByRole('button', { name: 'Score these answers' }).click();
  await expect(page.getByRole('heading', { name: 'What you answered' })).toBeVisible();
  await check(page, testInfo, 'settings-own-answers');
});

test('plugins, and what answers count towards', async ({ page }, testInfo) => {
  for (const path of ['/staff/riverside/plugins', '/staff/riverside/plugins/scale-index', '/staff/riverside/bindings/new']) {
    await page.goto(path);
    await check(page, testInfo, `page${path.replaceAll('/', '-')}`);
  }
  expect((await page.goto('/staff/riverside/plugins/new')).status(), 'owners bring plugins').toBe(403);
  await page.goto('/riverside/plan/answers/music_and_your_family?lang=ur');
  await check(page, testInfo, 'answers-count-ur');
});
