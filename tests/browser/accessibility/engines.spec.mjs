// IBM's engine and Siteimprove's Alfa look at every page in every state, in light and dark, on the narrowest screen and
// in colours that the system forces, in English, Polish and Urdu; the Nu Html Checker reads what the server sent.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { alfaFaults } from '../support/engines/alfa.mjs';
import { ibmFaults } from '../support/engines/ibm.mjs';
import { keepSource, vnuFaults } from '../support/engines/vnu.mjs';
import { finds, source as planted } from '../support/faults.mjs';
import { states } from '../support/states.mjs';
import { reach, wear } from '../support/walk.mjs';

/** What the server sent, a file a page: a worker begins anew after a test that failed, the folder does not. */
const sources = process.env.HEARD_SOURCES;

/** The gallery's states differ in their words; in other languages those with errors have the most of ours. */
const languages = { empty: ['en'], filled: ['en'], 'read-only': ['en'], 'easy-read': ['en'], 'under-9': ['en'], wrong: ['en', 'pl', 'ur'] };

for (const state of states) {
  test(state.name, async ({ browser, baseURL }) => {
    const faults = [];
    for (const lang of languages[state.state] ?? ['en', 'pl', 'ur']) {
      await reach(browser, state, lang, { baseURL, bypassCSP: true }, async (page, source) => {
        keepSource(sources, `${state.name}, ${lang}`, source);
        for (const look of lang === 'en' ? ['phone', 'dark', 'narrow', 'forced'] : ['narrow']) {
          await wear(page, look);
          const found = [...(await ibmFaults(page)), ...(await alfaFaults(page))];
          faults.push(...found.map((fault) => `${lang}, ${look}: ${fault}`));
        }
      });
    }
    expect(faults).toEqual([]);
  });
}

test('the Nu Html Checker finds planted faults', () => {
  const folder = mkdtempSync(join(sources, 'planted-'));
  keepSource(folder, 'planted', planted);
  finds(vnuFaults(folder), ['Duplicate ID', 'An “img” element must have an “alt”', 'Element “p” not allowed as child of element “ul”']);
  rmSync(folder, { recursive: true });
});

test('the Nu Html Checker finds nothing on any page', () => {
  expect(readdirSync(sources).length, 'every page was walked to').toBeGreaterThanOrEqual(states.length);
  expect(vnuFaults(sources)).toEqual([]);
});
