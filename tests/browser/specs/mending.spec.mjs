// A plugin that has stopped is mended by its service: new settings, switched on, everything scored anew.
import { expect, test } from '@playwright/test';
import { check } from '../support/checks.mjs';
import { database, enterAsOwner, run } from '../support/program.mjs';

const binding = '/staff/riverside/bindings/value';
const plan = '/riverside/plan/value';

/** Settings that nobody could have kept: the plugin stops at the next answers that it is to score. */
function breakIt() {
  const spoil = `
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], timeout=20)
db.execute("""update binding_setup set settings = '{"items":["nothing"]}'
    where id = (select active_setup from binding where key = 'value')""")
db.execute("update binding set cursor = cursor - 1 where key = 'value'")
db.commit()`;
  run('python3', '-c', spoil, database);
}

test('a plugin that stopped is mended, scores everything anew and is back', async ({ page }, testInfo) => {
  await enterAsOwner(page, 'riverside', 'mona@riverside.example');
  await page.goto(plan);
  const figure = await page.locator('main dl').first().innerText();
  breakIt();

  await expect(async () => {
    await page.goto(binding);
    await expect(page.getByText('Paused because of a fault', { exact: true })).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(page.getByText('New answers are kept and wait')).toBeVisible();
  await expect(page.getByText('Switched on, paused because of a fault')).toBeVisible();
  await expect(page.getByText('At work', { exact: true })).toHaveCount(0);
  await check(page, testInfo, 'mending-paused');
  // To try again changes nothing, and says so.
  await page.getByRole('button', { name: /Try again/ }).click();
  await expect(async () => {
    await page.goto(binding);
    await expect(page.getByText('Paused because of a fault', { exact: true })).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.goto(plan);
  expect(await page.locator('main dl').first().innerText(), 'the plan keeps its figures').toBe(figure);

  await page.goto(binding);
  await page.getByRole('link', { name: 'Change the settings' }).click();
  const questions = page.getByRole('group', { name: /^Questions/ });
  for (const ticked of await questions.getByRole('checkbox', { checked: true }).all()) await ticked.uncheck();
  await questions.getByRole('checkbox', { name: /worth/ }).check();
  await page.getByRole('button', { name: 'Keep as a set-up' }).click();
  await expect(page.getByText('there is nothing to compare this one with')).toBeVisible();
  await check(page, testInfo, 'mending-set-up');
  // Somebody has to say that they have looked.
  await page.getByRole('button', { name: 'Switch it on' }).click();
  await expect(page.locator('main [role="alert"]')).toBeVisible();
  await page.getByRole('checkbox', { name: /I have looked at how it scores/ }).check();
  await page.getByRole('button', { name: 'Switch it on' }).click();

  await expect(async () => {
    await page.goto(binding);
    await expect(page.getByText('Running: up to date')).toBeVisible({ timeout: 500 });
  }).toPass();
  await check(page, testInfo, 'mending-back');
  await page.goto(plan);
  expect(await page.locator('main dl').first().innerText(), 'the same figures as before').toBe(figure);
});
