// Inviting people: the list, the mails with how they read, and what the links in a mail lead to.
import { expect, test } from '@playwright/test';
import { check } from '../support/checks.mjs';
import { printed, signedIn } from '../support/places.mjs';

const inDays = (days) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-GB', { timeZone: 'Europe/London' });

test.describe('an editor', () => {
  test.use({ storageState: async ({}, use) => use(signedIn('editor')) });

  test('people are put on a list, and mails to them planned and called off @looks @plain', async ({ page }, testInfo) => {
    await page.goto('/staff/riverside/surveys/music_and_your_family/waves');
    await page.locator('main .card a').first().click();
    await page.getByRole('link', { name: 'Invitations by mail' }).click();
    const callOff = page.getByRole('button', { name: /^Call off/ });
    if (await callOff.count() > 0) await callOff.click(); // a try before this one was cut off
    await check(page, testInfo, 'invitations');

    await page.getByRole('link', { name: 'Add people' }).click();
    await check(page, testInfo, 'invitations-add');
    const box = page.getByRole('textbox', { name: 'Addresses' });
    await box.fill('ann@example.org\nBo, at home\n');
    await page.getByRole('button', { name: 'Add them' }).click();
    const summary = page.locator('main [role="alert"]');
    await expect(summary).toContainText('1 line holds no address.');
    await expect(box).toHaveValue(/Bo, at home/);
    await check(page, testInfo, 'invitations-add-wrong');
    await summary.getByRole('link').click();
    await expect(box).toBeFocused();
    await page.getByRole('checkbox', { name: 'Leave out the lines without an address' }).check();
    await page.getByRole('button', { name: 'Add them' }).click();
    await expect(page.getByText('Nothing was sent yet.')).toBeVisible();
    await check(page, testInfo, 'invitations-added');
    await page.getByRole('link', { name: 'Go on' }).click();

    await page.getByRole('link', { name: 'Write the invitation' }).click();
    await check(page, testInfo, 'invitations-write');
    await page.getByRole('textbox', { name: /^Words of your own \(English\)/ }).fill('We teach in your child’s school.');
    await page.getByRole('button', { name: 'See how they read' }).click();
    await expect(page.locator('.card[lang="en"]')).toContainText('We teach in your child’s school.');
    await page.getByRole('textbox', { name: 'The day they leave' }).fill('one day');
    await page.getByRole('button', { name: 'Plan these mails' }).click();
    await expect(summary).toContainText('Write a day');
    await check(page, testInfo, 'invitations-write-wrong');
    await page.getByRole('textbox', { name: 'The day they leave' }).fill(inDays(5));
    await page.getByRole('button', { name: 'Plan these mails' }).click();
    await expect(page.getByText('Planned', { exact: true })).toBeVisible();
    await check(page, testInfo, 'invitations-planned');
    await callOff.click();
    await expect(callOff).toHaveCount(0);

    await page.getByRole('link', { name: 'never invite an address' }).click();
    await page.getByRole('textbox', { name: 'Their e-mail address' }).fill('carla@example.org');
    await page.getByRole('button', { name: 'Never invite it' }).click();
    await expect(page.getByRole('status')).toContainText('Done.');
    await check(page, testInfo, 'invitations-never');
  });
});

test('a link counts once and stays out of the address @looks @plain', async ({ page }, testInfo) => {
  const link = new URL(/by invitation +(\S+)/.exec(printed())[1]).pathname;
  await page.goto(link);
  expect(new URL(page.url()).pathname).toBe('/riverside/s/music_and_your_family');
  await expect(page.getByText('You were invited.')).toBeVisible();
  await check(page, testInfo, 'invited');
});

test('invitations are stopped with one press @looks @plain', async ({ page }, testInfo) => {
  await page.goto('/riverside/invitations/stop/abcdefghijklmnopqrstuvwxyz');
  await check(page, testInfo, 'invitations-stop');
  await page.getByRole('button', { name: 'No more invitations' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You get no more invitations');
  await check(page, testInfo, 'invitations-stopped');
});
