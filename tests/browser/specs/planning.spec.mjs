// A plan from a template to being in force, its history and report; and an update, "you said, we did", until families read it.
import { expect, test } from '@playwright/test';
import { check } from '../support/checks.mjs';
import { enterAsOwner, heard } from '../support/program.mjs';

/** A service of the test's own, whose owner is signed in. */
async function ownService(page, testInfo) {
  const service = `plan-${testInfo.project.name}-${testInfo.testId.slice(-4)}-${testInfo.retry}`;
  heard('service', 'add', service, '--name', 'Meadow Music Service');
  await enterAsOwner(page, service, `olive@${service}.example`);
  return service;
}

const fill = (page, boxes) =>
  Object.entries(boxes).reduce((before, [name, text]) => before.then(() => page.getByRole('textbox', { name, exact: true }).fill(text)), Promise.resolve());

test('a plan is written from a template and put in force @looks @plain', async ({ page }, testInfo) => {
  const service = await ownService(page, testInfo);
  await page.goto(`/staff/${service}/plan`);
  await check(page, testInfo, 'planning-none');
  await page.getByRole('link', { name: 'Write the plan' }).click();
  await check(page, testInfo, 'planning-begin');
  await page.getByRole('radio', { name: /^The programme’s four target areas/ }).check();
  await fill(page, { 'First day': '1 September 2026', 'Last day': '31 August 2029' });
  await page.getByRole('button', { name: 'Begin' }).click();
  await check(page, testInfo, 'planning-draft');

  await page.getByRole('link', { name: 'Title, words and days' }).click();
  await fill(page, { Title: 'Everyone’s music in Meadow' });
  await check(page, testInfo, 'planning-about');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: /^1\. Everyone who works for us/ }).click();
  await check(page, testInfo, 'planning-priority');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: /^Take out ?: Advertise every post/ }).click();
  await expect(page.getByText('Advertise every post')).toHaveCount(0);

  await page.getByRole('link', { name: /^Add an action to Young people decide/ }).click();
  await fill(page, { 'What is done': 'Ask three schools who is missing from the council', 'Who sees to it': 'jo@meadow.example', 'By when': '31 March 2027' });
  await page.getByRole('radio', { name: 'Under way' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('main [role="alert"]')).toContainText('name a role');
  await expect(page.getByRole('textbox', { name: 'What is done' })).toHaveValue('Ask three schools who is missing from the council');
  await check(page, testInfo, 'planning-action-wrong');
  await fill(page, { 'Who sees to it': 'Youth voice lead' });
  await page.getByRole('button', { name: 'Save' }).click();

  await page.getByRole('link', { name: /^Add an indicator to Young people decide/ }).click();
  await fill(page, {
    'What is measured': 'Schools with a member on the council', 'Whom or what it counts': 'schools', Baseline: '4',
    'Day of the baseline': '30 September 2026', Target: '3', 'To be reached by': '31 July 2028',
    'The figure now': '6', 'The day it is of': '2 October 2026', 'How it was found': 'From the council’s list of members.',
  });
  await page.getByRole('radio', { name: 'A number of people or things' }).check();
  await page.getByRole('radio', { name: 'The more the better' }).check();
  await page.getByRole('radio', { name: /^By hand/ }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('main [role="alert"]')).toContainText('no better than the baseline');
  await check(page, testInfo, 'planning-indicator-wrong');
  await fill(page, { Target: '20' });
  await page.getByRole('button', { name: 'Save' }).click();

  await page.getByRole('link', { name: /^See what changes/ }).click();
  await page.getByRole('button', { name: 'Put it in force' }).click();
  await check(page, testInfo, 'planning-in-force-wrong');
  await fill(page, { 'What changed, and why': 'Our first plan' });
  await page.getByRole('button', { name: 'Put it in force' }).click();
  await check(page, testInfo, 'planning-plan');

  await page.getByRole('link', { name: /^Say how far it is ?: Ask three schools/ }).click();
  await page.getByRole('radio', { name: 'Done', exact: true }).check();
  await check(page, testInfo, 'planning-progress');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Schools with a member on the council' }).last().click();
  await check(page, testInfo, 'planning-figure');
  await fill(page, { 'The figure now': '9', 'The day it is of': '20 November 2026' });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByText('a new figure, of 20 November 2026')).toBeVisible();
  await check(page, testInfo, 'planning-history');
  await page.getByRole('link', { name: 'Version 1' }).click();
  await check(page, testInfo, 'planning-version');
});

test('an update is written, published and read @looks @plain', async ({ page, browser }, testInfo) => {
  const service = await ownService(page, testInfo);
  heard('plan', 'adopt', new URL('../../../web/src/demo/plan.json', import.meta.url).pathname, '--service', service);
  await page.goto(`/staff/${service}/updates`);
  await check(page, testInfo, 'updates-none');
  await page.getByRole('link', { name: 'Write an update' }).click();
  await fill(page, { 'In one line': 'The last bus', 'You said': 'Rehearsals end after the last bus.', 'We did': 'We moved three of five.' });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('main [role="alert"]')).toContainText('children asked as well');
  await check(page, testInfo, 'updates-wrong');
  await page.getByRole('combobox', { name: /^The action/ }).selectOption({ label: 'Give every new family one named person to write to, and a first visit with nothing to sign' });
  await fill(page, { 'What changed': 'We do not know yet.', 'When you look again': '1 May 2027', 'In easy words, for children': 'You told us it ends too late. Now you can get home by bus.' });
  await page.getByRole('button', { name: 'Save' }).click();
  await check(page, testInfo, 'updates-draft');
  await page.getByRole('link', { name: 'Publish it' }).click();
  await page.getByRole('checkbox', { name: /^Also write to everyone/ }).check();
  await check(page, testInfo, 'updates-publish');
  await page.getByRole('button', { name: 'Publish it' }).click();
  await check(page, testInfo, 'updates-published');

  const family = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const visitor = await family.newPage();
  await visitor.goto(`/${service}`);
  await visitor.getByRole('link', { name: 'The last bus' }).click();
  await expect(visitor.getByText('Now you can get home by bus.')).toBeVisible();
  await check(visitor, testInfo, 'updates-read');
  await visitor.getByRole('link', { name: 'our plan', exact: true }).click();
  await expect(visitor.getByRole('link', { name: 'You said, we did: The last bus' })).toBeVisible();
  await family.close();

  await page.goto(`/staff/${service}/plan/since`);
  await check(page, testInfo, 'planning-since');
  await page.goto(`/staff/${service}/plan/report`);
  await check(page, testInfo, 'planning-report');
  await page.getByRole('link', { name: /^Write what you say/ }).click();
  await fill(page, { Inclusion: 'We asked those who are not here.' });
  await check(page, testInfo, 'planning-narrative');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('We asked those who are not here.')).toBeVisible();

  await page.goto(`/staff/${service}/updates`);
  await page.getByRole('link', { name: 'The last bus' }).click();
  await page.getByRole('link', { name: 'Take it back' }).click();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await check(page, testInfo, 'updates-take-back');
});
