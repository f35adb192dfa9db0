// Deque's axe-core, in the page: WCAG 2.2 AA, its best practices, and contrast of 7:1.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const options = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
  resultTypes: ['violations'],
};

const colours = { runOnly: { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced'] }, resultTypes: ['violations'] };

/** The faults that axe finds on the page as it stands, one line each. */
export const axeFaults = (page) => faults(page, options);

/** The same of its colours alone, for a page of which nothing else has changed since. */
export const colourFaults = (page) => faults(page, colours);

async function faults(page, wanted) {
  // What a page has been given stays with it.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const { violations } = await page.evaluate((how) => globalThis.axe.run(document, how), wanted);
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `axe ${id}: ${help}, at ${target.join(' ')}`));
}
