// What every page must pass, in whatever test it turns up.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from '@playwright/test';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The faults that axe finds on the page as it stands, one line each. */
export async function axeFaults(page) {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    (values) => globalThis.axe.run(document, { runOnly: { type: 'tag', values } }),
    standards,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help}, at ${target.join(' ')}`),
  );
}

/** Faults that axe does not look for. Returns one line each. */
export async function houseFaults(page) {
  return page.evaluate(() => {
    const faults = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) faults.push(`scrolls sideways: ${root.scrollWidth} px in ${root.clientWidth}`);
    if (!root.lang || !root.dir) faults.push('html has no lang or no dir');
    if (document.querySelectorAll('h1').length !== 1) faults.push('not exactly one h1');
    for (const one of document.querySelectorAll('[style], style, script:not([src])')) {
      faults.push(`inline style or script on ${one.localName}`);
    }
    for (const one of document.querySelectorAll('[onchange], [onclick], [onsubmit], [onload]')) {
      faults.push(`inline handler on ${one.localName}`);
    }
    const seen = new Set();
    for (const { id } of document.querySelectorAll('[id]')) {
      if (seen.has(id)) faults.push(`id ${id} twice`);
      seen.add(id);
    }
    for (const named of document.querySelectorAll('[aria-describedby]')) {
      for (const id of named.getAttribute('aria-describedby').split(/\s+/)) {
        if (!seen.has(id)) faults.push(`aria-describedby names ${id}, which is not there`);
      }
      // A description of a fieldset is not read when its radios are reached (QUALITY 1.2).
      if (named.localName === 'fieldset') faults.push('aria-describedby on a fieldset: put it on the first control');
    }
    for (const link of document.querySelectorAll('a[href^="#"]')) {
      const id = decodeURIComponent(link.hash.slice(1));
      if (id && !seen.has(id)) faults.push(`a link to #${id}, which is not there`);
    }
    const errors = document.querySelector('[role="alert"], [aria-invalid="true"]');
    // The word itself is in the language of the page, and stands unseen before each problem.
    const error = document.querySelector('.error .unseen')?.textContent.trim() ?? 'Error:';
    if (errors && !document.title.startsWith(`${error} `)) faults.push(`errors on the page, but the title does not begin "${error} "`);
    for (const one of document.querySelectorAll('[lang]')) {
      const rtl = /^(ar|fa|he|ps|ur|yi)\b/.test(one.lang);
      if ((getComputedStyle(one).direction === 'rtl') !== rtl) faults.push(`${one.localName} in ${one.lang} runs the wrong way`);
    }
    for (const one of document.querySelectorAll('main a, main button, main input, main select, main textarea, main summary')) {
      const box = (one.labels?.[0] ?? one).getBoundingClientRect();
      const inText = one.localName === 'a' && getComputedStyle(one).display === 'inline';
      if (!inText && box.height > 0 && Math.max(box.height, one.getBoundingClientRect().height) < 24) {
        faults.push(`target ${one.localName} "${one.name ?? one.textContent.trim()}" is ${Math.round(box.height)} px high`);
      }
    }
    return faults;
  });
}

/** Fails the test with every fault of this page, and keeps a picture of it under the given name. */
export async function check(page, testInfo, name) {
  // Without JavaScript axe's timers do not run either; the same pages are seen by it in the other projects.
  const axe = testInfo.project.use.javaScriptEnabled === false ? [] : await axeFaults(page);
  const faults = [...axe, ...(await houseFaults(page))];
  // Last, because taking it leaves style attributes behind.
  await page.screenshot({
    path: join(import.meta.dirname, '..', 'shots', testInfo.project.name, `${name}.png`),
    fullPage: true,
  });
  expect(faults, `${name}: ${page.url()}`).toEqual([]);
}

/** Everything `heard demo` printed when it started: addresses and sign-in links. */
export function printed() {
  return readFileSync(join(process.env.HEARD_DEMO_DATA, 'printed.txt'), 'utf8');
}
