// Siteimprove's Alfa, on a copy of the page with its styles and boxes. All its packages have to be of one minor version:
// of a mixture it reports nothing at all, so that is looked at first.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Audit } from '@siteimprove/alfa-act';
import { Playwright } from '@siteimprove/alfa-playwright';
import rules from '@siteimprove/alfa-rules';

/** The versions of all its packages; there has to be one. The bridge to the browser counts for itself. */
export function alfaVersions() {
  const folder = join(dirname(fileURLToPath(import.meta.url)), '../../node_modules/@siteimprove');
  const ours = readdirSync(folder).filter((name) => name.startsWith('alfa-') && name !== 'alfa-playwright');
  return new Set(ours.map((name) => JSON.parse(readFileSync(join(folder, name, 'package.json'))).version));
}

/** Rules that are wrong for us, with the reason. */
const off = new Set([
  // "The first heading is of level 1": the list of problems is a heading before it, so that it is the first thing read.
  'sia-r61',
]);

/** The faults that it is sure of, one line each. */
export async function alfaFaults(page) {
  const copy = await Playwright.toPage(await page.evaluateHandle(() => document));
  const outcomes = [...(await Audit.of(copy, rules).evaluate())].map((outcome) => outcome.toJSON());
  return outcomes
    .map(({ outcome, rule, target }) => ({ outcome, rule: rule.uri.split('/').at(-1), target }))
    .filter(({ outcome, rule }) => outcome === 'failed' && !off.has(rule))
    .map(({ rule, target }) => `alfa ${rule}: ${JSON.stringify(target).slice(0, 400)}`);
}
