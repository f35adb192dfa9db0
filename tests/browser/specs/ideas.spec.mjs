// Ideas of a youth music council on phones: put up, looked at by a young moderator and by an adult, liked, made better and made a
// poll. On a council of its own, so that the demonstration stays as people see it.
import { expect, test } from '@playwright/test';
import { check } from '../support/checks.mjs';
import { signedIn } from '../support/places.mjs';

/** Somebody with a device of their own, or staff. */
async function somebody(browser, { viewport, colorScheme, javaScriptEnabled, contextOptions }, storageState = { cookies: [], origins: [] }) {
  const context = await browser.newContext({ storageState, viewport, colorScheme, javaScriptEnabled, ...contextOptions });
  return context.newPage();
}

test('an idea goes its way from one member to a poll @plain', async ({ browser }, testInfo) => {
  const { use } = testInfo.project;
  const name = `Ideas ${testInfo.project.name} ${testInfo.retry}`;
  const staff = await somebody(browser, use, signedIn('editor'));
  await staff.goto('/staff/riverside/councils');
  await staff.getByRole('textbox', { name: 'Name' }).fill(name);
  await staff.getByRole('button', { name: 'Found it' }).click();
  for (const codes of ['clerks', 'moderators of ideas', 'other members']) {
    await staff.getByRole('textbox', { name: `Codes for ${codes}` }).fill('1');
  }
  await staff.getByRole('button', { name: 'Print them' }).click();
  const codes = await staff.locator('.code').allTextContents();
  const [clerk, moderator, member] = await Promise.all(codes.map(() => somebody(browser, use)));
  for (const [at, person] of [clerk, moderator, member].entries()) {
    await person.goto('/council');
    await person.getByRole('textbox', { name: 'Your code' }).fill(codes[at]);
    await person.getByRole('textbox', { name: 'Your nickname' }).fill(['Cleo', 'Max', 'Mo'][at]);
    await person.getByRole('button', { name: 'Join' }).click();
    await person.getByRole('link', { name: 'See the ideas' }).click();
  }
  await check(member, testInfo, 'ideas-none');

  await member.getByRole('button', { name: 'Put it up' }).click();
  await expect(member.locator('main [role="alert"]')).toContainText('Write something first.');
  await check(member, testInfo, 'ideas-wrong');
  await member.getByRole('textbox', { name: 'Your idea' }).fill(`A choir for everyone, even shy people.`);
  await member.getByRole('checkbox', { name: 'Show my nickname with it.' }).check();
  await member.getByRole('button', { name: 'Put it up' }).click();
  await expect(member.getByText('A moderator of your council looks at it soon')).toBeVisible();
  await check(member, testInfo, 'idea-own');
  const idea = member.url();

  await moderator.reload();
  await moderator.getByRole('link', { name: 'Look at 1 new idea' }).click();
  await check(moderator, testInfo, 'ideas-look');
  await moderator.getByRole('button', { name: 'Done' }).click();
  await expect(moderator.locator('main [role="alert"]')).toContainText('Choose what happens with it.');
  await check(moderator, testInfo, 'ideas-look-wrong');
  await moderator.getByRole('radio', { name: 'Show it to everybody' }).check();
  await moderator.getByRole('button', { name: 'Done' }).click();
  await expect(moderator.getByText('There is nothing new.')).toBeVisible();

  await clerk.reload();
  await clerk.getByRole('button', { name: /^I like it ?: A choir for everyone/ }).click();
  await expect(clerk.getByText('1 person likes it.')).toBeVisible();
  await check(clerk, testInfo, 'ideas');
  await clerk.getByRole('link', { name: /^Make it better/ }).click();
  await clerk.getByRole('textbox', { name: 'What would make it better?' }).fill('My sister Amira can lead it, on 07700 900123.');
  await clerk.getByRole('button', { name: 'Say it' }).click();
  await expect(clerk.getByText('An adult looks at it first')).toBeVisible();
  await check(clerk, testInfo, 'idea-held');

  // What was held is an adult's to decide on.
  await staff.goto('/staff/riverside/ideas');
  await staff.getByRole('link', { name: /^Look at it ?: My sister Amira/ }).first().click();
  await staff.getByRole('radio', { name: /^No, to keep somebody safe/ }).check();
  await staff.getByRole('button', { name: 'Decide' }).click();
  await expect(staff.locator('main [role="alert"]')).toContainText('Say why, so that young people understand it');
  await check(staff, testInfo, 'idea-adult-wrong');
  await staff.getByRole('textbox', { name: 'Why' }).fill('A name and a number were in it.');
  await staff.getByRole('checkbox', { name: /^I do this because/ }).check();
  await staff.getByRole('button', { name: 'Decide' }).click();
  await check(staff, testInfo, 'ideas-adult');
  await clerk.reload();
  await expect(clerk.getByText('A name and a number were in it.')).toBeVisible();
  await check(clerk, testInfo, 'idea-kept-back');

  await clerk.goto(idea);
  await clerk.getByRole('link', { name: 'Ask everybody: make it a poll' }).click();
  await check(clerk, testInfo, 'idea-poll');
  await clerk.getByRole('textbox', { name: 'What do you ask?' }).fill('Should we have a choir for everyone?');
  await clerk.getByRole('button', { name: 'Make the poll' }).click();
  await expect(clerk.getByRole('heading', { level: 1 })).toHaveText('Should we have a choir for everyone?');
  await moderator.goto(idea);
  await expect(moderator.getByRole('link', { name: 'There is a poll about it' })).toBeVisible();
  await moderator.getByRole('link', { name: 'Something here worries me' }).click();
  await check(moderator, testInfo, 'idea-worry');
  await moderator.getByRole('button', { name: 'Tell an adult' }).click();
  await expect(moderator.getByRole('heading', { level: 1 })).toHaveText('Thank you for telling us');
  await check(moderator, testInfo, 'idea-thanks');
});
