// What pages weigh, as they go over the line, against the bars that we set ourselves. The table that it prints stands in
// the README; where a figure there is no longer true by more than a tenth, this fails and prints the new one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { pages, survey, twenty } from '../support/places.mjs';
import { go } from '../support/survey.mjs';

const root = join(import.meta.dirname, '../../..');
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

/** Opens a page with an empty cache and counts what comes: bytes with their headers, requests, and shifts of the layout. */
async function weigh(browser, baseURL, act) {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  const weight = { bytes: 0, requests: 0 };
  // The icon of the tab is asked for once a year, and not by all browsers: it is left out.
  const icons = new Set();
  client.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.includes('/mark.svg')) icons.add(requestId);
    else weight.requests += 1;
  });
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!icons.has(requestId)) weight.bytes += encodedDataLength;
  });
  await page.addInitScript(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const start = () => Object.assign(weight, { bytes: 0, requests: 0 });
  await act(page, start);
  await page.waitForLoadState('load');
  weight.shift = await page.evaluate(() => new Promise((done) => setTimeout(() => done(globalThis.shift), 300)));
  await context.close();
  return weight;
}

test('pages are as light as we say', async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  const rows = [];
  const row = (what, weight, most, mostRequests) => {
    rows.push(`| ${what} | ${kilobytes(weight.bytes)} | ${weight.requests ?? ''} | ${most / 1000} KB${mostRequests ? `, ${mostRequests}` : ''} |`);
    expect(weight.bytes, what).toBeLessThanOrEqual(most);
    if (mostRequests) expect(weight.requests, `requests of ${what}`).toBeLessThanOrEqual(mostRequests);
    if ('shift' in weight) expect(weight.shift, `${what} stays where it is`).toBe(0);
  };
  const question = await weigh(browser, baseURL, async (page, start) => {
    await page.request.post(`${survey}/start`);
    start();
    await page.goto(`${survey}/child_1`);
  });
  row('a page of four questions, nothing kept by the browser yet', question, 10_000, 2);
  row('20 questions of all kinds on one page', await weigh(browser, baseURL, (page) => page.goto(twenty)), 15_000);
  row(
    'a survey of 20 pages, from its welcome to check your answers',
    await weigh(browser, baseURL, async (page) => {
      await page.goto(pages);
      await page.locator('main form button').first().click();
      while (!page.url().endsWith('/check')) await answer(page);
    }),
    60_000,
  );
  const styles = readFileSync(join(root, 'web/assets/heard.css'));
  row('styles, raw', { bytes: styles.length }, 15_000);
  row('styles, compressed', { bytes: gzipSync(styles).length }, 4_000);
  checkTable(rows);
});

/** Answers the question of a page where it needs an answer, and goes on. */
async function answer(page) {
  const was = page.url();
  const must = page.locator('main .question:has(.must)');
  for (const group of await must.locator('fieldset:has([type=radio])').all()) await group.locator('[type=radio]').first().check();
  for (const box of await must.locator('[type=checkbox]').all()) {
    if ((await box.getAttribute('value')) === 'yes') await box.check();
  }
  for (const list of await must.locator('select').all()) await list.selectOption({ index: 1 });
  for (const words of await must.locator('[type=text], textarea').all()) await words.fill('7');
  await go(page).click();
  expect(page.url(), 'the page is left').not.toBe(was);
}

/** The README's table has a line for each of these, true to a tenth. */
function checkTable(rows) {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const cells = (line) => line.split('|').slice(1, -1).map((cell) => cell.trim());
  const said = readme.split('\n').filter((line) => line.startsWith('| ')).map(cells);
  const stale = rows.filter((line) => {
    const [what, ...figures] = cells(line);
    const known = said.find(([name]) => name === what)?.slice(1) ?? [];
    return figures.some((figure, at) => figure !== known[at] && !(Math.abs(parseFloat(known[at]) / parseFloat(figure) - 1) <= 0.1));
  });
  const table = ['| what | sent | requests | at most |', '|---|---|---|---|', ...rows].join('\n');
  expect(stale, `the README's table of weights should be\n\n${table}\n`).toEqual([]);
}
