// IBM's Equal Access engine, in the page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'), 'utf8');
const policies = ['IBM_Accessibility', 'WCAG_2_2'];

/** Rules that are wrong for us, with the reason. */
const off = new Set([
  // "I'd rather not say" and "I don't understand" stand under their question and name it in their labels; a group around
  // the two would have screen readers say the question twice.
  'input_checkboxes_grouped',
]);

/** The faults that it is sure of, one line each. */
export async function ibmFaults(page) {
  if (!(await page.evaluate(() => 'ace' in globalThis))) await page.evaluate(`${source}; globalThis.ace = ace;`);
  const found = await page.evaluate(async (wanted) => {
    const { results } = await new globalThis.ace.Checker().check(document, wanted);
    const sure = results.filter(({ value: [level, result] }) => result === 'FAIL' && level !== 'INFORMATION');
    return sure.map(({ ruleId, message, path }) => ({ rule: ruleId, fault: `ibm ${ruleId}: ${message}, at ${path.dom}` }));
  }, policies);
  return found.filter(({ rule }) => !off.has(rule)).map(({ fault }) => fault);
}
