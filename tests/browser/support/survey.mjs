// Taking a survey as a person would: page after page, by the words and controls on it.
import { expect } from '@playwright/test';
import { check } from './checks.mjs';

const main = (page) => page.locator('main');
/** The one main action of a page: the first button that is not a quiet one. */
export const go = (page) => main(page).locator('button:not(.quiet)').first();

/** From the front page to the welcome page of the demonstration's survey, in a language that is chosen first. */
export async function findSurvey(page, testInfo, lang = 'en') {
  await page.goto('/');
  if (lang !== 'en') await page.locator(`header a[hreflang="${lang}"]`).click();
  await expect(page.locator('html')).toHaveAttribute('lang', lang);
  await check(page, testInfo, `00-services-${lang}`);
  await main(page).getByRole('link', { name: /Riverside/ }).first().click();
  await check(page, testInfo, `01-service-${lang}`);
  await main(page).locator('a[href*="/s/"]').first().click();
  await check(page, testInfo, `02-welcome-${lang}`);
}

/** Answers what the page asks: as `family` says where it names the question, else with what comes first. */
async function fill(page, family) {
  const form = main(page).locator('form').filter({ has: page.locator('[name]:not([type=hidden])') }).first();
  // The first control of a name says what kind it is: a text box may be followed by "I'd rather not say".
  const controls = await form.locator('[name]:not([type=hidden])').evaluateAll((all) => [
    ...new Map(all.map(({ name, type }) => [name, { name, type }]).reverse()).values(),
  ].reverse());
  for (const { name, type } of controls) {
    const told = family[name];
    if (told === null) continue; // left blank on purpose
    if (type === 'radio' || type === 'checkbox') {
      const ofName = form.locator(`input[name="${name}"]`);
      for (const value of told ? [told].flat() : []) await ofName.and(page.locator(`[value="${value}"]`)).check();
      if (!told) await ofName.first().check();
    } else if (told) {
      await form.locator(`[name="${name}"]`).first().fill(told);
    }
  }
}

/** Goes from the welcome page to the receipt, checking every page. Returns the last parts of the addresses seen. */
export async function take(page, testInfo, who, family, begin = go(page)) {
  const seen = [];
  const name = (what) => `${who}-${String(seen.length).padStart(2, '0')}-${what}`;
  await begin.click();
  while (!page.url().endsWith('/check')) {
    const section = new URL(page.url()).pathname.split('/').at(-1);
    expect(seen, 'a section comes once').not.toContain(section);
    seen.push(section);
    await check(page, testInfo, name(section));
    // The first question needs an answer, and is sent without one; then what the family mistypes, if anything.
    const mistyped = family.mistypes?.[section];
    if (mistyped) await fill(page, mistyped);
    if (mistyped || seen.length === 1) await beRefused(page, testInfo, name(`${section}-errors`));
    for (const [control, text] of Object.entries(mistyped ?? {})) {
      await expect(main(page).locator(`[name="${control}"]`).first(), 'what was typed is kept').toHaveValue(text);
    }
    await fill(page, family);
    await go(page).click();
    await expect(main(page).locator('[role="alert"]'), `answers to ${section} are taken`).toHaveCount(0);
  }
  await check(page, testInfo, name('check'));
  await go(page).click();
  await expect(page).toHaveURL(/\/r\//);
  await check(page, testInfo, name('receipt'));
  return seen;
}

/** Sends the page as it is, which will not do: it comes back, says why, and leads to the place. */
async function beRefused(page, testInfo, name) {
  await go(page).click();
  const summary = main(page).locator('[role="alert"]');
  await expect(summary).toBeVisible();
  const error = await main(page).locator('.error .unseen').first().textContent();
  expect(await page.title(), 'the title says that something is wrong').toContain(error);
  await check(page, testInfo, name);
  await summary.getByRole('link').first().click();
  const target = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
  await expect(target, 'the error leads to the control').toBeFocused();
}
