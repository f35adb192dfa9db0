// How a wave gets on and whose voices are missing, as an analyst reads them; and an editor who brings the population's figures.
import { expect, test } from '@playwright/test';
import { check } from '../support/checks.mjs';
import { signedIn } from '../support/places.mjs';

const waves = '/staff/riverside/surveys/music_and_your_family/waves';

test.use({ storageState: async ({}, use) => use(signedIn('editor')) });

test('a wave says how it gets on and whose voices are missing @looks @plain', async ({ page }, testInfo) => {
  await page.goto(waves);
  await page.locator('.card a').first().click();
  await page.getByRole('link', { name: 'How it gets on' }).click();
  await expect(page.getByText(/^About \d+ people have answered since/)).toBeVisible();
  await expect(page.getByRole('table', { name: 'When people answered' }).getByRole('row').nth(3)).toBeVisible();
  await expect(page.getByRole('table', { name: 'How they answered' }).getByRole('cell', { name: 'not shown' })).toHaveCount(2);
  await expect(page.getByText('6 to 8 minutes')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Where people stop' }).getByRole('cell', { name: '30', exact: true })).toBeVisible();
  await check(page, testInfo, 'progress');

  await page.getByRole('link', { name: 'Whose voices are missing' }).click();
  await expect(page.getByText(/^Fewer people than expected answered of these groups/)).toBeVisible();
  await expect(page.getByText(/made up for this demonstration/)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Where they live' }).getByRole('row')).toHaveCount(11);
  await check(page, testInfo, 'voices');
  await page.getByRole('link', { name: 'Posters, letters and slides of this wave' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('To put up and hand out');
});

test('an editor brings figures of the population, and is told what is wrong @looks @plain', async ({ page }, testInfo) => {
  await page.goto('/staff/riverside/population');
  await check(page, testInfo, 'population');
  const lines = page.getByRole('textbox', { name: 'Lines of what, group, people' });
  const before = await lines.inputValue();
  await lines.fill('what,group,people\narea,Ashwater,many\nhair,red,5');
  await page.getByRole('button', { name: 'Save' }).click();
  const summary = page.locator('main [role="alert"]');
  await expect(summary).toContainText('Line 2: “many” is not a number of people.');
  await expect(lines).toHaveValue('what,group,people\narea,Ashwater,many\nhair,red,5');
  await check(page, testInfo, 'population-wrong');
  await summary.getByRole('link', { name: /^Line 3/ }).click();
  await expect(lines).toBeFocused();
  // As it was, so that other tests find the demonstration as it is.
  await lines.fill(before);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(summary).toHaveCount(0);
});
