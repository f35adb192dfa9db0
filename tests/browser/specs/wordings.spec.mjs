// Words and pictures for every reader: a child of 8, Easy Read, and a page that is read aloud by a voice of the device.
import { expect, test } from '@playwright/test';
import { check } from '../support/checks.mjs';

// Each of the walks looks at a dozen pages.
test.describe.configure({ timeout: 240_000 });

const young = '/riverside/s/music_and_you';
const family = '/riverside/s/music_and_your_family';
const go = (page) => page.locator('main button:not(.quiet)').first();

test('a child of 8 reads words and pictures for their age @looks @plain', async ({ page }, testInfo) => {
  await page.goto(young);
  await check(page, testInfo, 'young-0-welcome');
  await go(page).click();
  await check(page, testInfo, 'young-1-you');
  await page.locator('[value="under_9"]').check();
  await go(page).click();
  await expect(page.locator('h1')).toHaveText('What music do you do?');
  for (let place = 2; !page.url().endsWith('/check'); place += 1) {
    await expect(page.locator('label .pic').first()).toBeVisible();
    // Whoever has the pictures before them presses one of them.
    await page.locator('label.pictured').first().click();
    await check(page, testInfo, `young-${place}-${page.url().split('/').at(-1)}`);
    await go(page).click();
    await expect(page.locator('main [role="alert"]')).toHaveCount(0);
  }
  await expect(page.locator('main')).toContainText('How do you feel when you make music?');
  await check(page, testInfo, 'young-9-check');
});

test('a family reads Easy Read @looks @plain', async ({ page }, testInfo) => {
  await page.goto(family);
  await page.locator('header').getByRole('link', { name: 'Easy Read' }).click();
  await expect(page).toHaveURL(new RegExp(`${family}$`));
  await check(page, testInfo, 'easy-0-welcome');
  await go(page).click();
  await go(page).click();
  await expect(page.locator('main [role="alert"]')).toContainText('Does your child make music with us?');
  await check(page, testInfo, 'easy-1-family-errors');
  for (const section of ['welcome', 'barriers', 'your_words', 'about_you', 'place']) {
    await page.goto(`${family}/${section}`);
    await check(page, testInfo, `easy-${section}`);
  }
  // One idea a line: lines are as many as sentences.
  await page.goto(`${family}/your_words`);
  await expect(page.locator('#one_change-Hint')).toHaveCSS('white-space', 'pre-line');
});

test('Easy Read runs from right to left', async ({ page }, testInfo) => {
  await page.goto(`${family}?easy_read=on`);
  await page.goto(`${family}?lang=ur`);
  await go(page).click();
  await page.goto(`${family}/welcome`);
  const [input, picture] = [page.locator('#feel_welcome'), page.locator('label[for="feel_welcome"] .pic')];
  expect((await picture.boundingBox()).x).toBeLessThan((await input.boundingBox()).x);
  await check(page, testInfo, 'easy-rtl');
});

test('turning Easy Read on keeps what was typed @plain', async ({ page }, testInfo) => {
  await page.goto(family);
  await go(page).click();
  await page.goto(`${family}/your_words`);
  await page.locator('textarea').fill('Saturdays\n<b>please</b>');
  // The way is at the top of the page; it leads to the buttons, which stand after the one that Enter presses.
  await page.locator('header').getByRole('link', { name: 'Easy Read' }).click();
  await page.getByRole('button', { name: 'Easy Read' }).click();
  await expect(page.locator('main')).toContainText('What should we change?');
  await expect(page.locator('textarea')).toHaveValue('Saturdays\n<b>please</b>');
  await check(page, testInfo, 'easy-switched');
  await page.getByRole('button', { name: 'Turn off Easy Read' }).click();
  await expect(page.locator('textarea')).toHaveValue('Saturdays\n<b>please</b>');
});

test('a browser without scripts says that it does not read aloud @plain', async ({ page }, testInfo) => {
  test.skip(testInfo.project.use.javaScriptEnabled !== false, 'scripts are on');
  await page.goto(`${family}?read_aloud=on`);
  await expect(page.locator('noscript p')).toBeVisible();
  await check(page, testInfo, 'aloud-without-scripts');
});

/** Opens a page of questions, to be read aloud by these voices, which only note what they are told to say. */
async function listening(page, voices, path, lang = 'en') {
  await page.addInitScript((known) => {
    const told = { said: [], cancelled: 0 };
    class SpeechSynthesisUtterance {
      constructor(text) {
        this.text = text;
      }
    }
    const speechSynthesis = Object.assign(new EventTarget(), {
      getVoices: () => known,
      speak: (one) => told.said.push(one),
      cancel: () => (told.cancelled += 1),
    });
    Object.defineProperty(window, 'speechSynthesis', { value: speechSynthesis });
    Object.assign(window, { SpeechSynthesisUtterance, told });
  }, voices);
  await page.goto(`${family}?lang=${lang}`);
  await page.goto(`${family}?read_aloud=on`);
  await go(page).click();
  await page.goto(`${family}/${path}`);
}

const said = (page) => page.evaluate(() => window.told.said.map(({ text, lang }) => `${lang}: ${text}`));
const english = { lang: 'en-GB', name: 'Here', localService: true };
const far = { lang: 'en-US', name: 'Far away', localService: false };

test('a question is read aloud when its button is pressed, and not before', async ({ page }, testInfo) => {
  await listening(page, [far, english], 'barriers');
  const button = page.getByRole('button', { name: 'Listen: What makes it hard for your children to make music?' });
  await expect(button).toBeVisible();
  await check(page, testInfo, 'aloud-buttons');
  expect(await said(page)).toEqual([]);
  await button.press('Enter');
  const words = await said(page);
  expect(words.slice(0, 4)).toEqual([
    'en-GB: What makes it hard for your children to make music?',
    'en-GB: Tick all that fit.',
    'en-GB: Why we ask: We want to fix what we can. This shows us where to start.',
    'en-GB: It costs too much',
  ]);
  expect(words.at(-1)).toBe('en-GB: I don’t understand this question');
  expect(await page.evaluate(() => window.told.said.every(({ voice }) => voice.localService))).toBe(true);

  // The same button stops it; so do another, the Escape key, and leaving.
  const cancelled = () => page.evaluate(() => window.told.cancelled);
  const stop = page.getByRole('button', { name: /^Stop: What makes it hard/ });
  let before = await cancelled();
  await stop.press('Enter');
  expect(await cancelled()).toBe((before += 1));
  await expect(page.getByRole('button', { name: /^Stop/ })).toHaveCount(0);
  expect(await said(page), 'nothing more is said').toHaveLength(words.length);
  await button.click();
  await page.getByRole('button', { name: 'Listen: What would help most?' }).click();
  await expect(page.getByRole('button', { name: /^Stop/ })).toHaveAccessibleName('Stop: What would help most?');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Stop/ })).toHaveCount(0);
  before = await cancelled();
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide')));
  expect(await cancelled()).toBe(before + 1);
});

test('the heading is read with what stands before the questions', async ({ page }) => {
  await listening(page, [english], 'welcome');
  await page.getByRole('button', { name: 'Listen: How it feels' }).click({ timeout: 10_000 });
  expect(await said(page)).toEqual([
    'en-GB: Part 4 of 9',
    'en-GB: How it feels',
    'en-GB: How far do you agree? There are no wrong answers. If you have not been to us, tell us how it looks to you.',
  ]);
});

test('words in another language are read by a voice of that language', async ({ page }) => {
  await listening(page, [english, { lang: 'pl_PL', localService: true }], 'your_words', 'pl');
  await page.locator('#one_change-Hint').evaluate((hint) => hint.insertAdjacentHTML('beforeend', ' <b lang="en">Thanks</b>'));
  await page.getByRole('button', { name: /^Posłuchaj: Jaką jedną rzecz/ }).click({ timeout: 10_000 });
  const words = await said(page);
  expect(words[0]).toBe('pl_PL: Jaką jedną rzecz moglibyśmy zmienić?');
  expect(words).toContain('en-GB: Thanks');
});

for (const [why, voices] of Object.entries({ 'only for another language': [english], 'only elsewhere': [{ ...far, lang: 'ur' }], none: [] })) {
  test(`where voices are ${why} the page says so`, async ({ page }, testInfo) => {
    await listening(page, voices, 'your_words', 'ur');
    await expect(page.locator('#Aloud')).toContainText('اس آلے میں اس زبان کی آواز نہیں ہے');
    await expect(page.locator('.listen')).toHaveCount(0);
    await check(page, testInfo, `aloud-no-voice-${voices.length}`);
  });
}
