// Who looks after the whole: services, adding one, and the record of the platform.
import { expect, test } from '@playwright/test';
import { check } from '../support/checks.mjs';
import { signedIn } from '../support/places.mjs';

test.use({ storageState: async ({}, use) => use(signedIn('operator')) });

test('a service is added with its first owner @looks @plain', async ({ page }, testInfo) => {
  await page.goto('/staff');
  await page.getByRole('link', { name: 'All services, and who looks after them' }).click();
  await check(page, testInfo, 'operator');
  await page.getByRole('link', { name: 'Add a service' }).click();
  await page.getByRole('textbox', { name: 'The service’s name' }).fill('Hillside Music');
  await page.getByRole('button', { name: 'Add it' }).click();
  const summary = page.locator('main [role="alert"]');
  await expect(summary).toContainText('Write an address such as ann@example.org.');
  await expect(page.getByRole('textbox', { name: 'The service’s name' })).toHaveValue('Hillside Music');
  await check(page, testInfo, 'operator-add-wrong');
  const key = `hill-${testInfo.project.name}-${testInfo.testId.slice(-4)}-${testInfo.retry}`.toLowerCase();
  await page.getByRole('textbox', { name: 'Its part of the address' }).fill(key);
  await page.getByRole('textbox', { name: 'Name of its first owner' }).fill('Rita');
  await page.getByRole('textbox', { name: 'E-mail of its first owner' }).fill('rita@hillside.example');
  await page.getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByRole('link', { name: `/${key}` })).toBeVisible();
  await page.getByRole('link', { name: 'Record of the platform' }).click();
  await expect(page.getByText(`${key}, Hillside Music`)).toBeVisible();
  await check(page, testInfo, 'operator-record');
});
