// What people answered: as staff read it, groups beside each other, and what an owner lets everybody see.
import { expect, test } from '@playwright/test';
import { check } from '../support/checks.mjs';
import { enterAsOwner } from '../support/program.mjs';
import { signedIn } from '../support/places.mjs';

const waves = (survey) => `/staff/riverside/surveys/${survey}/waves`;

test.use({ storageState: async ({}, use) => use(signedIn('editor')) });

test('what people answered is told in sentences and tables @looks @plain', async ({ page }, testInfo) => {
  await page.goto(waves('music_and_your_family'));
  await page.locator('.card a').first().click();
  await page.getByRole('link', { name: 'What people answered' }).click();
  await expect(page.getByText(/^About \d+ people answered so far/)).toBeVisible();
  await expect(page.getByText(/^Named most by the \d+ people who answered: “/).first()).toBeVisible();
  await expect(page.getByText(/in 10 of the \d+ people who answered said “.*”; allowing for chance, between/).first()).toBeVisible();
  await expect(page.getByRole('table').first().getByRole('row').nth(2)).toBeVisible();
  await check(page, testInfo, 'results');

  await page.getByRole('link', { name: 'Who answered' }).click();
  await expect(page.getByText(/^What makes it hard for your children to make music\? “.*”: about \d in 10 \(Parents, not taking part\), /)).toBeVisible();
  const barriers = page.getByRole('table', { name: /^What makes it hard for your children to make music\?/ });
  await expect(barriers.getByRole('columnheader')).toHaveText(['Answer', 'Parents, not taking part', 'Parents, taking part', 'Difference, likely between']);
  await expect(barriers.getByText('differs').first()).toBeVisible();
  await check(page, testInfo, 'groups');
});

test('an owner chooses what everybody may see of a closed wave, and finds it @looks @plain', async ({ page, browser }, testInfo) => {
  await page.context().clearCookies();
  await enterAsOwner(page, 'riverside', 'rosa@riverside.example');
  await page.goto(waves('after_the_event'));
  await page.locator('.card a').first().click();
  await page.getByRole('link', { name: 'What people answered' }).click();
  await page.getByRole('link', { name: 'What everybody may see of this' }).click();
  const foreword = page.getByRole('textbox', { name: 'Foreword' });
  const before = await foreword.inputValue();
  await check(page, testInfo, 'public-choose');
  await foreword.fill('Thank you all.');
  for (const box of await page.getByRole('group', { name: 'Questions' }).getByRole('checkbox').all()) await box.uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  const summary = page.locator('main [role="alert"]');
  await expect(summary).toContainText('Choose one question at least');
  await expect(foreword).toHaveValue('Thank you all.');
  await check(page, testInfo, 'public-choose-wrong');
  for (const box of await page.getByRole('group', { name: 'Questions' }).getByRole('checkbox').all()) await box.check();
  await foreword.fill(before);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(summary).toHaveCount(0);

  // As everybody sees it, who is not signed in.
  const address = await page.getByRole('link', { name: 'see it as everybody does' }).getAttribute('href');
  const everybody = await browser.newContext({ storageState: undefined });
  const there = await everybody.newPage();
  await there.goto(new URL(address, page.url()).href);
  await expect(there.getByRole('heading', { level: 1 })).toHaveText('What people told us: Our concerts: how was it?');
  const [figures] = await Promise.all([there.waitForEvent('download'), there.getByRole('link', { name: /^The figures for a spreadsheet/ }).click()]);
  expect(figures.suggestedFilename()).toMatch(/-figures\.xlsx$/);
  await there.getByRole('link', { name: 'Who answered' }).click();
  await expect(there.getByRole('table', { name: /^Did anything make it hard to come\?/ }).getByText('%').first()).toBeVisible();
  await everybody.close();
});

test('an editor reads what people wrote, and is told what a quote may hold @looks @plain', async ({ page }, testInfo) => {
  await page.goto(waves('music_and_your_family'));
  await page.locator('.card a').first().click();
  await page.getByRole('link', { name: 'What people answered' }).click();
  await page.getByRole('link', { name: /^Read what they wrote/ }).last().click();
  await expect(page.getByRole('heading', { level: 2, name: /people wrote$/ })).toBeVisible();
  await check(page, testInfo, 'words');
  const first = page.locator('.cards .card').first();
  await first.locator('summary').click();
  await first.getByRole('textbox').fill('Something that nobody said.');
  await first.getByRole('button', { name: 'Make it public' }).click();
  await expect(page.locator('main [role="alert"]')).toContainText('A quote holds only what they wrote');
  await expect(page.locator('.cards textarea[aria-invalid]')).toHaveValue('Something that nobody said.');
  await check(page, testInfo, 'words-wrong');
});

test('an owner takes answers away, a line for each person @looks @plain', async ({ page }, testInfo) => {
  await page.context().clearCookies();
  await enterAsOwner(page, 'riverside', 'rosa@riverside.example');
  const results = async (wave) => {
    await page.goto(waves('after_the_event'));
    await page.locator('.card a').nth(wave).click();
    await page.getByRole('link', { name: 'What people answered' }).click();
    await page.getByRole('link', { name: 'Take the answers with you' }).click();
  };
  // Of the last concerts only how much would have to be withheld: what is taken is chosen once.
  await results(0);
  await check(page, testInfo, 'records');
  await page.getByRole('button', { name: 'Make the file' }).click();
  await expect(page.locator('main [role="alert"]')).toContainText('Say in a few words what you need the answers for.');
  await check(page, testInfo, 'records-wrong');
  await page.getByRole('button', { name: 'See how much has to be withheld' }).click();
  await expect(page.getByRole('status')).toContainText('one for each person who answered');
  await check(page, testInfo, 'records-would-hold');

  await results(1);
  await page.getByRole('textbox', { name: 'What you need it for' }).fill('To see who would come again.');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /take it away/i }).click()]);
  expect(file.suggestedFilename()).toBe('after_the_event-records.zip');
  await results(1);
  await expect(page.getByText('It can be taken away again as it was.')).toBeVisible();
  await check(page, testInfo, 'records-made');
});
