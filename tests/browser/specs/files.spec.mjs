// A survey that goes out in a workbook and comes back, and one that says what could not come over.
import { expect, test } from '@playwright/test';
import { check } from '../support/checks.mjs';
import { signedIn } from '../support/places.mjs';

const surveys = '/staff/riverside/surveys';
const lime = `<?xml version="1.0" encoding="UTF-8"?><document>
<groups><rows><row><gid>1</gid><group_order>1</group_order></row></rows></groups>
<group_l10ns><rows><row><gid>1</gid><group_name>About music</group_name><language>en</language></row></rows></group_l10ns>
<questions><rows><row><qid>2</qid><gid>1</gid><type>S</type><title>song</title><question_order>1</question_order></row>
<row><qid>3</qid><gid>1</gid><type>|</type><title>scan</title><question_order>2</question_order></row></rows></questions>
<question_l10ns><rows><row><qid>2</qid><question>Which song?</question><language>en</language></row>
<row><qid>3</qid><question>A picture</question><language>en</language></row></rows></question_l10ns>
<surveys><rows><row><sid>9</sid><language>en</language></row></rows></surveys>
<surveys_languagesettings><rows><row><surveyls_language>en</surveyls_language><surveyls_title>TITLE</surveyls_title></row></rows></surveys_languagesettings>
</document>`;

test.use({ storageState: async ({}, use) => use(signedIn('editor')) });

test('surveys go out and come back in files @looks @plain', async ({ page }, testInfo) => {
  await page.goto(`${surveys}/music_and_your_family`);
  await page.getByRole('link', { name: 'Take it away in a file' }).click();
  await check(page, testInfo, 'files-take');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^A workbook/ }).first().click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^music_and_your_family-.*\.xlsx$/);

  await page.goto(surveys);
  await page.getByRole('link', { name: 'Bring one in a file' }).click();
  await check(page, testInfo, 'files-bring');
  await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('type,name') });
  await page.getByRole('button', { name: 'Bring it' }).click();
  await expect(page.locator('main [role="alert"]')).toContainText('We cannot read this file');
  await check(page, testInfo, 'files-refused');
  await page.getByLabel('File', { exact: true }).setInputFiles(await download.path());
  await page.getByRole('button', { name: 'Bring it' }).click();
  await expect(page.getByText('Everything in the file is in the draft.')).toBeVisible();

  await page.goto(`${surveys}/import`);
  const songs = { name: 'songs.lss', mimeType: 'text/xml', buffer: Buffer.from(lime.replace('TITLE', `Songs on ${testInfo.project.name}`)) };
  await page.getByLabel('File', { exact: true }).setInputFiles(songs);
  await page.getByRole('button', { name: 'Bring it' }).click();
  await expect(page.getByRole('main')).toContainText('scan');
  await check(page, testInfo, 'files-losses');
  await page.getByRole('link', { name: 'See the draft' }).click();
  await expect(page.getByRole('link', { name: 'Which song?' })).toBeVisible();
});
