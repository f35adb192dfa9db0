// The whole survey on one page: read, refused, sent, in every look and without JavaScript.
import { expect, test } from '@playwright/test';
import { check } from '../support/checks.mjs';

const form = '/riverside/s/music_and_your_family/all';

for (const [lang, looks] of [['en', '@looks'], ['pl', '@languages'], ['ur', '@languages']]) {
  test(`all questions on one page, in ${lang} ${looks}`, async ({ page }, testInfo) => {
    await page.goto(`/riverside/s/music_and_your_family?lang=${lang}`);
    await page.locator('main a[href$="/all"]').click();
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await check(page, testInfo, `whole-${lang}`);
    await page.locator('main form button:not(.quiet)').click();
    await expect(page.locator('main [role="alert"]')).toBeVisible();
    await check(page, testInfo, `whole-errors-${lang}`);
  });
}

test('it is sent without a script @plain', async ({ page }) => {
  await page.goto(form);
  // To whom a question applies is heard with it.
  await expect(page.locator('fieldset').filter({ has: page.locator('[name="like_more"]') }).locator('legend'))
    .toContainText('Only if you answered “Yes, now” to “Does a child of yours make music with us now?”');
  await expect(page.getByRole('group', { name: /^Your second child Only if you answered “2”/ })).toBeVisible();
  await page.locator('textarea[name="one_change"]').fill('Saturdays\n<b>please</b>');
  await page.locator('main form button:not(.quiet)').click();
  await expect(page.locator('textarea[name="one_change"]')).toHaveValue('Saturdays\n<b>please</b>');
  await page.locator('main [role="alert"] a').first().click();
  await page.locator('[name="who"]').first().check();
  await page.locator('main form button:not(.quiet)').click();
  await expect(page).toHaveURL(/\/r\//);
});

test('going back after sending shows nothing of what was sent @plain', async ({ page }) => {
  await page.goto(form);
  await page.locator('[name="who"]').first().check();
  await page.locator('textarea[name="one_change"]').fill('Saturdays');
  await page.locator('#postcode').fill('RV6 1AA');
  await page.locator('main form button:not(.quiet)').click();
  await expect(page).toHaveURL(/\/r\//);
  await page.goBack();
  await expect(page.locator('textarea[name="one_change"]')).toHaveValue('');
  await expect(page.locator('#postcode')).toHaveValue('');
  await expect(page.locator('[name="who"]').first()).not.toBeChecked();
});

test('what is not for somebody is left out when they say so @plain', async ({ page }, testInfo) => {
  await page.goto(form);
  await page.locator('[name="who"][value="never"]').check();
  await page.locator('[name="child_2_age"]').first().check();
  await page.locator('#barriers_other').fill('The bus');
  await page.locator('main form button:not(.quiet)').click();
  await expect(page.locator('main [role="alert"] li')).toHaveCount(2);
  await expect(page.locator('#barriers_other')).toHaveValue('The bus');
  await check(page, testInfo, 'whole-not-for-you');
  await page.getByRole('button', { name: 'Leave out what is not for me, and send' }).click();
  await expect(page).toHaveURL(/\/r\//);
});
