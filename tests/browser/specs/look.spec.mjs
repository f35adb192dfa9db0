// An owner says how the service looks: words, colours that people can read, a logo.
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { check } from '../support/checks.mjs';
import { enterAsOwner, heard } from '../support/program.mjs';

const sign = join(import.meta.dirname, '../sign.png');

test('a service shows itself in its own words, colours and logo @looks @plain', async ({ page }, testInfo) => {
  const key = `look-${testInfo.project.name}-${testInfo.testId.slice(-4)}-${testInfo.retry}`.toLowerCase();
  heard('service', 'add', key, '--name', 'Millbrook Music');
  await enterAsOwner(page, key, 'lena@millbrook.example');
  await page.goto(`/staff/${key}`);
  await page.getByRole('link', { name: 'Look', exact: true }).click();
  await check(page, testInfo, 'look');
  await page.getByRole('textbox', { name: 'Welcome' }).fill('Come as you are.\n\nWe listen.');
  await page.getByRole('textbox', { name: 'Your privacy words' }).fill('Millbrook Council is the data controller.');
  const buttons = page.getByRole('textbox', { name: 'Links and buttons, light' });
  await buttons.fill('#9acd32');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('main [role="alert"]')).toContainText('does not stand out enough');
  await check(page, testInfo, 'look-wrong');
  const [nearest] = (await page.getByText(/The nearest of its hue/).innerText()).match(/#[0-9a-f]{6}(?=\.$)/);
  await buttons.fill(nearest);
  await page.getByRole('button', { name: 'Save' }).click();

  await page.getByRole('link', { name: 'Choose a logo' }).click();
  await page.getByRole('button', { name: 'Take this logo' }).click();
  await expect(page.locator('main [role="alert"]')).toContainText('Choose a file first.');
  await check(page, testInfo, 'logo-wrong');
  await page.getByLabel('A picture').setInputFiles(sign);
  await page.getByRole('button', { name: 'Take this logo' }).click();
  await expect(page.getByRole('heading', { name: 'As it is now' })).toBeVisible();
  await check(page, testInfo, 'logo');

  await page.goto(`/${key}`);
  await expect(page.getByText('We listen.')).toBeVisible();
  const logo = page.locator('.brand .logo');
  await expect(logo).toBeVisible();
  expect(await logo.evaluate((image) => image.naturalWidth), 'the logo is there').toBeGreaterThan(0);
  await check(page, testInfo, 'look-front');
  await page.getByRole('link', { name: 'Privacy' }).click();
  await expect(page.getByText('Millbrook Council is the data controller.')).toBeVisible();
  await check(page, testInfo, 'look-privacy');
});
