// All that an owner reaches by links after signing in. (Public pages: states.spec.mjs.)
import { expect, test } from '@playwright/test';
import { axeFaults, check, houseFaults, picture, printed } from '../support/checks.mjs';
import { colourFaults } from '../support/engines/axe.mjs';
import { wear } from '../support/walk.mjs';

/** The faults of a page in every look, told with its address, and pictures of it on a phone and a desk. */
async function lookAt(page, testInfo, path) {
  const faults = [];
  await page.goto(path);
  for (const look of ['narrow', 'dark', 'desk']) {
    await wear(page, look);
    // The dark look is the page of a phone in other colours.
    const found = [...(await (look === 'dark' ? colourFaults : axeFaults)(page)), ...(await houseFaults(page))];
    faults.push(...found.map((fault) => `${path}, ${look}: ${fault}`));
  }
  for (const look of ['desk', 'phone']) {
    await wear(page, look);
    await picture(page, testInfo, `page${shape(path).replaceAll('/', '-')}-${look}`);
  }
  return faults;
}

/** An address without ids and numbers of records: pages that differ only in these are one page. The gallery has its own test. */
const shape = (path) =>
  path
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
    .replace(/\/\d+$/, '/number')
    // Surveys and their parts are looked at, each kind of them, where they are written.
    .replace(/(\/surveys\/)(?!new$|import$)[^/]+/, '$1one')
    .replace(/(\/(?:questions|sections)\/)[^/]+/, '$1one')
    .replace(/(\/words\/).*/, '$1one')
    .replace(/^(\/staff\/gallery)\/.*/, '$1/one');

/** One page of each shape that links lead to from here, within the part of the site that begins so; this one first. */
async function reached(page, from, within) {
  const found = new Map([[shape(from), from]]);
  for (const path of found.values()) {
    await page.goto(path);
    const links = await page.locator('a[href]:not([download])').evaluateAll((all) => all.map((link) => link.href));
    for (const { origin, pathname } of links.map((link) => new URL(link))) {
      const ours = origin === new URL(page.url()).origin && pathname.startsWith(within);
      if (ours && !found.has(shape(pathname))) found.set(shape(pathname), pathname);
    }
  }
  return [...found.values()];
}

test('what an owner sees', async ({ page }, testInfo) => {
  test.setTimeout(480_000); // each page of theirs, in every look
  const link = printed().match(/^\s*owner\s+(\S+)$/m)[1];
  await page.goto(link);
  await check(page, testInfo, 'staff-enter');
  await page.locator('main button').first().click();
  const home = new URL(page.url()).pathname;
  expect(home).toMatch(/^\/staff/);
  const pages = await reached(page, home, '/staff');
  expect(pages.length, 'there is more than one page for staff').toBeGreaterThan(1);
  const faults = [];
  for (const path of pages) faults.push(...(await lookAt(page, testInfo, path)));
  expect(faults).toEqual([]);
});
