// A tool that says nothing about a broken page says nothing at all: every one of them is shown a page with planted
// faults. (The Nu Html Checker needs Java, and is shown it where it is used: accessibility/engines.spec.mjs.)
import { expect, test } from '@playwright/test';
import { focusFaults, forcedFaults, printFaults, reflowFaults } from '../support/behaviour.mjs';
import { axeFaults, houseFaults } from '../support/checks.mjs';
import { colourFaults } from '../support/engines/axe.mjs';
import { alfaFaults, alfaVersions } from '../support/engines/alfa.mjs';
import { htmlFaults } from '../support/engines/html.mjs';
import { ibmFaults } from '../support/engines/ibm.mjs';
import { finds, openFaults, source } from '../support/faults.mjs';

const tools = [
  ['axe', axeFaults, ['html-has-lang', 'color-contrast', 'image-alt', 'axe label:']],
  ['axe on colours', colourFaults, ['color-contrast']],
  ['html-validate', () => htmlFaults(source), ['no-dup-id', 'no-inline-style', 'element-permitted-content', 'input-missing-label']],
  ['IBM Equal Access', ibmFaults, ['html_lang_exists', 'img_alt_valid', 'input_label_exists']],
  ['Alfa', alfaFaults, ['sia-r4:', 'sia-r2:', 'sia-r8:', 'sia-r69:']],
  [
    'our own',
    houseFaults,
    [
      'scrolls sideways', 'no lang or no dir', 'not exactly one h1', 'inline style or script', 'inline handler', 'id same twice',
      'names gone', 'on a fieldset', 'link to #nowhere', 'does not begin "Error: "', 'px high', 'target a "A link that stands alone', 'runs the wrong way', 'smaller than 16 px',
    ],
  ],
  ['the keyboard', focusFaults, ['Tab number 3 reaches', 'has a contrast of']],
  ['large letters', reflowFaults, ['is cut off', 'letters of 200 %: scrolls sideways']],
  ['paper', printFaults, ['is not on paper', 'is too pale on paper']],
  [
    'forced colours',
    async (page) => {
      await page.emulateMedia({ forcedColors: 'active' });
      return forcedFaults(page);
    },
    ['has no shape in forced colours'],
  ],
];

test.use({ bypassCSP: true });

for (const [name, faults, found] of tools) {
  test(`${name} finds planted faults`, async ({ page }) => {
    await openFaults(page);
    finds(await faults(page), found);
  });
}

test('all packages of Alfa are of one version', () => {
  expect(alfaVersions().size).toBe(1);
});
