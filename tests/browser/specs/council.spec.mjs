// A youth music council on phones: slips to join, a poll that is made, voted in by slip, closed, seen, decided on and
// answered. On a council of its own, so that the demonstration stays as people see it.
import { expect, test } from '@playwright/test';
import { check } from '../support/checks.mjs';
import { signedIn } from '../support/places.mjs';

const nobody = { storageState: { cookies: [], origins: [] } };
const slipsOf = (page) => page.locator('.code').allTextContents();

/** Somebody with a device of their own. */
async function somebody(browser, testInfo) {
  const { viewport, colorScheme, javaScriptEnabled, contextOptions } = testInfo.project.use;
  const context = await browser.newContext({ ...nobody, viewport, colorScheme, javaScriptEnabled, ...contextOptions });
  return context.newPage();
}

test('a council makes a poll, votes by slips, sees who won and is answered @looks @plain', async ({ browser }, testInfo) => {
  const name = `Council ${testInfo.project.name} ${testInfo.retry}`;
  const staff = await (await browser.newContext({ ...testInfo.project.use.contextOptions, storageState: signedIn('editor'), viewport: testInfo.project.use.viewport })).newPage();
  await staff.goto('/staff/riverside/councils');
  await check(staff, testInfo, 'councils');
  await staff.getByRole('button', { name: 'Found it' }).click();
  await expect(staff.locator('main [role="alert"]')).toContainText('Write a name of one line');
  await staff.getByRole('textbox', { name: 'Name' }).fill(name);
  await staff.getByRole('button', { name: 'Found it' }).click();
  const council = staff.url();
  await check(staff, testInfo, 'council-new');
  await staff.getByRole('textbox', { name: 'Codes for chairs' }).fill('1');
  await staff.getByRole('textbox', { name: 'Codes for other members' }).fill('1');
  await staff.getByRole('button', { name: 'Print them' }).click();
  await check(staff, testInfo, 'council-codes');
  const [forChair, forMember] = await slipsOf(staff);

  const chair = await somebody(browser, testInfo);
  await chair.goto('/council');
  await check(chair, testInfo, 'council-door');
  await chair.getByRole('textbox', { name: 'Your code' }).fill('ABCD');
  await chair.getByRole('button', { name: 'Join' }).click();
  await expect(chair.locator('main [role="alert"]')).toContainText('This code does not work.');
  await check(chair, testInfo, 'council-door-wrong');
  await chair.getByRole('textbox', { name: 'Your code' }).fill(forChair.toLowerCase());
  await chair.getByRole('textbox', { name: 'Your nickname' }).fill('Robin');
  await chair.getByRole('button', { name: 'Join' }).click();
  await expect(chair.getByText('Hello, Robin. You are the chair.')).toBeVisible();
  await check(chair, testInfo, 'council-home');

  await chair.getByRole('link', { name: 'Make a poll' }).click();
  await chair.getByRole('button', { name: 'Make the poll' }).click();
  await expect(chair.locator('main [role="alert"]')).toContainText('Write your question.');
  await check(chair, testInfo, 'poll-new-wrong');
  await chair.getByRole('textbox', { name: 'What do you want to ask?' }).fill('Where do we rehearse?');
  for (const [at, answer] of ['Hall', 'Park', 'Library'].entries()) await chair.getByRole('textbox', { name: `Answer ${at + 1}` }).fill(answer);
  await chair.getByRole('button', { name: 'More answers' }).click();
  await expect(chair.getByRole('textbox', { name: 'Answer 6' })).toBeVisible();
  await chair.getByRole('radio', { name: /^Knock-out rounds/ }).check();
  await chair.getByRole('radio', { name: /^Secret ballot/ }).check();
  await check(chair, testInfo, 'poll-new');
  await chair.getByRole('button', { name: 'Make the poll' }).click();
  await check(chair, testInfo, 'poll-ready');
  const poll = chair.url();
  await chair.getByRole('textbox', { name: 'How many people can vote?' }).fill('12');
  await chair.getByRole('button', { name: 'Make the slips' }).click();
  await check(chair, testInfo, 'poll-slips');
  const slips = await slipsOf(chair);
  expect(slips).toHaveLength(12);
  const wall = await chair.context().newPage();
  await wall.goto(`${poll}/join`);
  await check(wall, testInfo, 'poll-wall');

  const voter = await somebody(browser, testInfo);
  for (const [at, slip] of slips.entries()) {
    await voter.goto('/vote');
    if (at === 0) await check(voter, testInfo, 'vote-door');
    await voter.getByRole('textbox', { name: 'The code on your slip' }).fill(slip);
    await voter.getByRole('button', { name: 'Go on' }).click();
    if (at === 0) {
      await voter.getByRole('button', { name: 'Send my vote' }).click();
      await expect(voter.locator('main [role="alert"]')).toContainText('Put at least one in first place.');
      await check(voter, testInfo, 'vote-wrong');
    }
    await voter.getByRole('combobox', { name: ['Hall', 'Park', 'Library'][at % 3] }).selectOption('1');
    await voter.getByRole('combobox', { name: ['Park', 'Hall', 'Hall'][at % 3] }).selectOption('2');
    if (at === 0) await check(voter, testInfo, 'vote');
    await voter.getByRole('button', { name: 'Send my vote' }).click();
    await expect(voter.getByRole('heading', { name: 'Your vote is counted' })).toBeVisible();
  }
  await check(voter, testInfo, 'vote-thanks');

  await chair.goto(poll);
  await chair.getByRole('link', { name: 'Close this poll' }).click();
  await check(chair, testInfo, 'poll-close');
  await chair.getByRole('button', { name: 'Close it and count' }).click();
  await expect(chair.getByText(/ won\.$/)).toBeVisible();
  await expect(chair.getByRole('table', { name: 'Votes, round by round' })).toBeVisible();
  // The wall of the room tells it by itself; without scripts, when somebody looks again.
  if (testInfo.project.use.javaScriptEnabled === false) await wall.getByRole('link', { name: 'Look again' }).click();
  await expect(wall.getByText(/ won\.$/)).toBeVisible({ timeout: 20_000 });
  await check(wall, testInfo, 'poll-wall-over');
  await chair.getByText('What if it is a tie?').click();
  await check(chair, testInfo, 'poll-result');
  await chair.getByRole('link', { name: 'Write it down' }).click();
  await check(chair, testInfo, 'poll-decision');
  await chair.getByRole('textbox', { name: 'What did you decide?' }).fill('We want to rehearse in the hall.');
  await chair.getByRole('button', { name: /^Send it to/ }).click();

  await staff.goto(council);
  await check(staff, testInfo, 'council-decided');
  await staff.getByRole('link', { name: /^Answer it/ }).click();
  await staff.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(staff.locator('main [role="alert"]')).toContainText('Choose an answer.');
  await check(staff, testInfo, 'council-answer-wrong');
  await staff.getByRole('radio', { name: /^Partly/ }).check();
  await staff.getByRole('textbox', { name: 'In words' }).fill('We can have it every second week.');
  await staff.getByRole('button', { name: 'Answer', exact: true }).click();
  await chair.reload();
  await chair.getByRole('button', { name: 'Not yet' }).click();
  await check(chair, testInfo, 'poll-answered');

  const member = await somebody(browser, testInfo);
  await member.goto(`/council/join/${forMember.replaceAll('-', '')}`);
  await member.getByRole('button', { name: 'Join' }).click();
  await expect(member.getByText('You are a member.')).toBeVisible();
  await check(member, testInfo, 'council-member');
  await member.goto('/riverside/decisions');
  await expect(member.getByText('We can have it every second week.').first()).toBeVisible();
  await check(member, testInfo, 'decisions');
});

test('a show of hands on a phone, and one that an adult stops @looks @plain', async ({ browser }, testInfo) => {
  const staff = await (await browser.newContext({ storageState: signedIn('editor'), viewport: testInfo.project.use.viewport })).newPage();
  await staff.goto('/staff/riverside/councils');
  await staff.getByRole('textbox', { name: 'Name' }).fill(`Hands ${testInfo.project.name} ${testInfo.retry}`);
  await staff.getByRole('button', { name: 'Found it' }).click();
  const council = staff.url();
  await staff.getByRole('textbox', { name: 'Codes for chairs' }).fill('1');
  await staff.getByRole('button', { name: 'Print them' }).click();
  const [code] = await slipsOf(staff);
  const chair = await somebody(browser, testInfo);
  await chair.goto('/council');
  await chair.getByRole('textbox', { name: 'Your code' }).fill(code);
  await chair.getByRole('button', { name: 'Join' }).click();
  const home = chair.url();
  for (const rule of ['One choice', 'All that are fine', 'Points', 'Each against each']) {
    await chair.goto(`${home}/polls/new`);
    await chair.getByRole('textbox', { name: 'What do you want to ask?' }).fill(`${rule}: what do we play?`);
    await chair.getByRole('textbox', { name: 'Answer 1' }).fill('A song we wrote');
    await chair.getByRole('textbox', { name: 'Answer 2' }).fill('A song from a film');
    await chair.getByRole('radio', { name: new RegExp(`^${rule}\\.`) }).check();
    await chair.getByRole('button', { name: 'Make the poll' }).click();
    const vote = chair.getByRole(/One/.test(rule) ? 'radio' : /fine/.test(rule) ? 'checkbox' : 'combobox', { name: 'A song we wrote' });
    if (/One|fine/.test(rule)) await vote.check(); else await vote.selectOption({ index: 1 });
    await check(chair, testInfo, `hands-${rule}`.toLowerCase());
    if (rule === 'Points') await vote.selectOption('5');
    await chair.getByRole('button', { name: 'Vote', exact: true }).click();
    await expect(chair.getByRole('heading', { name: 'Your vote is in the count' })).toBeVisible();
    await check(chair, testInfo, `hands-voted-${rule}`.toLowerCase());
    await chair.getByRole('link', { name: 'Close this poll' }).click();
    await chair.getByRole('button', { name: 'Close it and count' }).click();
    await expect(chair.getByText('A song we wrote won.')).toBeVisible();
    await check(chair, testInfo, `hands-result-${rule}`.toLowerCase());
  }
  await chair.goto(`${home}/members`);
  await check(chair, testInfo, 'council-members');
  await staff.goto(council);
  await staff.getByRole('link', { name: /^Stop it/ }).first().click();
  await staff.getByRole('button', { name: 'Stop it' }).click();
  await expect(staff.locator('main [role="alert"]')).toContainText('safety only');
  await check(staff, testInfo, 'poll-stop-wrong');
  await staff.getByRole('textbox', { name: 'Why' }).fill('It could hurt somebody.');
  await staff.getByRole('checkbox').check();
  await staff.getByRole('button', { name: 'Stop it' }).click();
  await chair.goto(home);
  await expect(chair.getByText('It could hurt somebody.')).toBeVisible();
  await check(chair, testInfo, 'council-stopped');
});
