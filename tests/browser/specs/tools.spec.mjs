// A tool that says nothing about a broken page says nothing at all: every check is shown a page with planted faults.
import { expect, test } from '@playwright/test';
import { axeFaults, houseFaults } from '../support/checks.mjs';

const broken = `<!doctype html><html><head><title>Broken</title></head><body><main>
  <h1>One</h1><h1>Two</h1>
  <p style="color:#bbb;background:#fff">Too pale to read</p>
  <img src="data:,">
  <form><input name="no_label"><fieldset aria-describedby="gone"><legend>Q</legend>
    <input type="radio" name="q" id="same"><label for="same" id="same">A</label></fieldset></form>
  <a href="#nowhere" onclick="x()">Skip</a><p role="alert">An error</p>
  <div style="inline-size:3000px">wide</div></main></body></html>`;

const sound = `<!doctype html><html lang="en" dir="ltr"><head><title>Sound</title></head><body><main>
  <h1>One</h1><p>Black on white.</p></main></body></html>`;

test('axe finds planted faults', async ({ page }) => {
  await page.setContent(broken);
  const faults = (await axeFaults(page)).join('\n');
  for (const rule of ['html-has-lang', 'color-contrast', 'image-alt', 'label:']) expect(faults).toContain(rule);
});

test('the house checks find planted faults', async ({ page }) => {
  await page.setContent(broken);
  const faults = (await houseFaults(page)).join('\n');
  for (const fault of [
    'scrolls sideways',
    'no lang or no dir',
    'not exactly one h1',
    'inline style or script',
    'inline handler',
    'id same twice',
    'names gone',
    'on a fieldset',
    'link to #nowhere',
    'does not begin "Error: "',
    'px high',
  ]) {
    expect(faults).toContain(fault);
  }
});

test('a sound page passes', async ({ page }) => {
  await page.setContent(sound);
  expect([...(await axeFaults(page)), ...(await houseFaults(page))]).toEqual([]);
});
