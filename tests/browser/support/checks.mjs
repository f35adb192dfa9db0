// What every page must pass, in whatever test it turns up.
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { axeFaults } from './engines/axe.mjs';
import { houseFaults } from './engines/house.mjs';

export { axeFaults, houseFaults };
export { printed } from './places.mjs';

/** Keeps a picture of the page, to be looked at. */
export async function picture(page, testInfo, name) {
  const file = `${name.replace(/[^a-z0-9-]+/g, '-')}.png`;
  await page.screenshot({ path: join(import.meta.dirname, '..', 'shots', testInfo.project.name, file), fullPage: true });
}

/** Fails the test with every fault of this page, and keeps a picture of it under the given name. */
export async function check(page, testInfo, name) {
  // Without JavaScript axe's timers do not run either; the same pages are seen by it in the other projects.
  const axe = testInfo.project.use.javaScriptEnabled === false ? [] : await axeFaults(page);
  const faults = [...axe, ...(await houseFaults(page))];
  // Last, because taking it leaves style attributes behind.
  await picture(page, testInfo, name);
  expect(faults, `${name}: ${page.url()}`).toEqual([]);
}
