// Answers on paper, typed in by the keyboard alone: a sheet twice, what cannot be read, and what differs.
import { expect, test } from '@playwright/test';
import { check } from '../support/checks.mjs';
import { signedIn } from '../support/places.mjs';

test.describe.configure({ timeout: 240_000 });
test.use({ storageState: async ({}, use) => use(signedIn('editor')) });

const looks = {
  desk: { width: 1280, height: 900, colorScheme: 'light' },
  dark: { width: 390, height: 844, colorScheme: 'dark' },
  narrow: { width: 320, height: 640, colorScheme: 'light' },
};

/** Checks the page as it stands in every look. */
async function checkLooks(page, testInfo, name) {
  for (const [look, { colorScheme, ...size }] of Object.entries(looks)) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    await check(page, testInfo, `${name}-${look}`);
    // What the picture left behind; a page that came back from a form cannot be loaded again.
    await page.evaluate(() => document.querySelectorAll('[style]').forEach((one) => one.removeAttribute('style')));
  }
}

/** Types a sheet from its number on, Enter after each box, as far as the button and through it. */
async function typeSheet(page, number, codes) {
  await expect(page.locator('#Sheet')).toBeFocused();
  await page.keyboard.type(String(number));
  for (;;) {
    await page.keyboard.press('Enter');
    const key = await page.evaluate(() => document.activeElement.id);
    if (!key) break;
    if (codes[key]) await page.keyboard.type(codes[key]);
  }
  await expect(page.locator('main button')).toBeFocused();
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

test('a sheet is typed twice by the keyboard', async ({ page }, testInfo) => {
  await page.goto('/staff/riverside/paper');
  await page.getByRole('link', { name: 'Music and your family' }).click();
  const wave = new URL(page.url()).pathname;

  await page.getByRole('link', { name: 'Type sheets' }).click();
  await expect(page.locator('#Sheet')).toHaveValue('7');
  await checkLooks(page, testInfo, 'typing-empty');

  // What is proposed is typed over; a wrong code brings the sheet back with the cursor in its box.
  await page.locator('#Sheet').focus();
  await typeSheet(page, 40, { who: '3', children_count: '8', one_change: 'Later lessons' });
  await expect(page.locator('#children_count')).toBeFocused();
  await expect(page.locator('[role="alert"]')).toContainText('Question 2 has 5 options; you typed 8.');
  await expect(page.locator('#one_change')).toHaveValue('Later lessons');
  await checkLooks(page, testInfo, 'typing-wrong');
  await page.locator('#children_count').focus();
  await page.keyboard.press('Shift+Enter');
  await expect(page.locator('#who')).toBeFocused();
  await page.locator('#children_count').fill('1');
  await Promise.all([page.waitForNavigation(), page.locator('main button').click()]);
  await expect(page.locator('main .status')).toHaveText('Sheet 40 kept. 1 of 7 typed twice.');
  await expect(page.locator('#Sheet')).toHaveValue('41');

  await page.goto(`${wave}/type/second`);
  await typeSheet(page, 40, { who: '3', children_count: '2', one_change: 'later lessons!' });
  await expect(page.locator('main .status')).toContainText('it waits to be settled');
  await page.goto(`${wave}/sheets/40`);
  await expect(page.locator('main fieldset')).toHaveCount(1);
  await page.locator('main button').first().click();
  await checkLooks(page, testInfo, 'typing-differs');
  await page.getByRole('alert').getByRole('link').click();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  // The next that differs comes by itself: the one that the demonstration brings along.
  await expect(page).toHaveURL(/\/sheets\/6$/);
  await page.goto(wave);
  await checkLooks(page, testInfo, 'typing-wave');
  await expect(page.locator('main .answers')).toContainText('1: sheets 40');
});

test('a sheet is sent once, however often the button is pressed', async ({ page }) => {
  const script = await (await page.request.get('/assets/typing.js')).text();
  await page.setContent('<form class="typing" action="/nowhere" method="post"><input id="Sheet"><button>Save</button></form>');
  await page.evaluate(() => {
    globalThis.kept = 0;
    // Runs after the script's own listener.
    addEventListener('submit', (event) => {
      if (!event.defaultPrevented) globalThis.kept += 1;
      event.preventDefault();
    });
  });
  await page.addScriptTag({ content: script });
  for (let press = 0; press < 3; press += 1) await page.locator('button').click();
  expect(await page.evaluate(() => globalThis.kept)).toBe(1);
});
