// The survey on paper: the sheet as it leaves the printer holds everything, and nothing is cut off.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { check } from '../support/checks.mjs';

const paper = '/riverside/s/music_and_your_family/paper';
/** A4 less its margins, in CSS pixels. */
const sheet = { width: Math.floor(((210 - 32) / 25.4) * 96), height: 1000 };

/** The text of the printed sheets, a string each, with its spaces as one. */
async function print(page) {
  const file = join(mkdtempSync(join(tmpdir(), 'heard-paper-')), 'sheet.pdf');
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  return text.split('\f').slice(0, -1).map((one) => one.replace(/\s+/g, ' '));
}

/** The words of questions and options, as the page has them. */
const words = (page) => page.locator('main h3, main .boxes li > :last-child, main h4, main th').evaluateAll((all) =>
  all.map((one) => one.textContent.replace(/\s+/g, ' ').trim()).filter(Boolean));

for (const [size, path, [least, most]] of [['normal', paper, [6, 12]], ['large', `${paper}/large`, [15, 28]]]) {
  test(`every question and option is printed in ${size} letters`, async ({ page }, testInfo) => {
    await page.goto(path);
    await check(page, testInfo, `paper-${size}`);
    const expected = await words(page);
    expect(expected.length).toBeGreaterThan(200);
    const sheets = await print(page);
    expect(sheets.length).toBeGreaterThanOrEqual(least);
    expect(sheets.length).toBeLessThanOrEqual(most);
    // Columns stand side by side, so the words of one option may be parted by those of another.
    const printed = new Map();
    for (const word of sheets.join(' ').split(' ')) printed.set(word, (printed.get(word) ?? 0) + 1);
    const wanted = new Map();
    for (const word of expected.join(' ').split(' ')) wanted.set(word, (wanted.get(word) ?? 0) + 1);
    const lacking = [...wanted].filter(([word, times]) => (printed.get(word) ?? 0) < times);
    expect(lacking).toEqual([]);
  });

  for (const lang of ['en', 'ur']) {
    test(`nothing is cut off in ${size} letters, in ${lang}`, async ({ page }, testInfo) => {
      await page.setViewportSize(sheet);
      await page.goto(`${path}?lang=${lang}`);
      await check(page, testInfo, `paper-${size}-${lang}`);
      await page.emulateMedia({ media: 'print' });
      const { wide, small } = await page.evaluate(() => {
        const shown = [...document.querySelectorAll('main *')].filter((one) => one.getClientRects().length);
        const own = (one) => [...one.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim());
        return {
          wide: shown.filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth && !one.matches('.unseen'))
            .map((one) => one.className || one.localName),
          small: Math.min(...shown.filter(own).map((one) => parseFloat(getComputedStyle(one).fontSize))),
        };
      });
      expect(wide).toEqual([]);
      // 18 points are 24 CSS pixels; the smallest of the normal sheet are the numbers beside the boxes.
      expect(small).toBeGreaterThanOrEqual(size === 'large' ? 24 : 14);
    });
  }
}

test('the sheet fits a phone @looks', async ({ page }, testInfo) => {
  await page.goto(paper);
  await check(page, testInfo, 'paper-screen');
  await page.getByRole('link', { name: 'Large print' }).click();
  await check(page, testInfo, 'paper-screen-large');
});
