// Every kind of question in every state, as the gallery shows it: on narrow and wide screens, in the dark, and from
// right to left.
import { expect, test } from '@playwright/test';
import { check, printed } from '../support/checks.mjs';

// On the narrowest screen all is looked at; elsewhere the states that differ there.
const looks = {
  narrow: { width: 320, height: 640, colorScheme: 'light', states: /./ },
  dark: { width: 390, height: 844, colorScheme: 'dark', states: /\/wrong$/ },
  desk: { width: 1280, height: 900, colorScheme: 'light', states: /\/(filled|wrong)$/ },
};

test.describe.configure({ mode: 'serial', timeout: 240_000 });

let page;
let paths;

test.beforeAll(async ({ browser, baseURL }) => {
  // The link works once, so one signed-in page goes through all the looks.
  page = await browser.newPage({ baseURL });
  // The server answers while the demonstration is still being made; the links are printed after.
  await expect.poll(printed, { timeout: 60_000 }).toMatch(/^\s*analyst\s/m);
  await page.goto(printed().match(/^\s*analyst\s+(\S+)$/m)[1]);
  await page.locator('main button').first().click();
  await page.goto('/staff/gallery');
  paths = await page.locator('main dl a').evaluateAll((all) => all.map((link) => new URL(link.href).pathname));
});

test.afterAll(() => page.close());

test('there is a page for each kind and state', () => {
  expect(paths.length).toBeGreaterThanOrEqual(13 * 4);
});

for (const [look, { colorScheme, states, ...size }] of Object.entries(looks)) {
  test(`the gallery, ${look}`, async ({}, testInfo) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    for (const path of paths.filter((path) => states.test(path))) {
      await page.goto(path);
      await check(page, testInfo, `gallery-${look}${path.replace('/staff/gallery', '').replaceAll('/', '-')}`);
    }
  });
}

test('the gallery, from right to left', async ({}, testInfo) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of paths.filter((path) => path.endsWith('/filled'))) {
    await page.goto(`${path}?lang=ur`);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await check(page, testInfo, `gallery-rtl${path.replace('/staff/gallery', '').replaceAll('/', '-')}`);
  }
  await page.goto('/staff/gallery/single/empty?lang=en');
});

test('each problem leads to the control that is wrong', async () => {
  for (const path of paths.filter((path) => path.endsWith('/wrong') && !path.includes('information'))) {
    await page.goto(path);
    await page.locator('[role="alert"] a').first().click();
    const target = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
    await expect(target, path).toBeFocused();
  }
});
