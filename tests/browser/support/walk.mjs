// Walking to a state of a page, in a language, with a browser that has not been here before.
import { expect } from '@playwright/test';

/** How pages are looked at. */
export const looks = {
  phone: { width: 390, height: 844 },
  dark: { width: 390, height: 844, colorScheme: 'dark' },
  narrow: { width: 320, height: 640 },
  forced: { width: 390, height: 844, forcedColors: 'active' },
  desk: { width: 1280, height: 900 },
};

/** Has the page look so. */
export async function wear(page, look) {
  const { width, height, colorScheme = 'light', forcedColors = 'none' } = looks[look];
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme, forcedColors });
}

/**
 * Goes to a state and hands over the page, with its source as the server sent it. `options` are those of a browser
 * context, such as `javaScriptEnabled`.
 */
export async function reach(browser, state, lang, options, visit) {
  const context = await browser.newContext({ ...options, storageState: state.session?.() });
  try {
    const page = await context.newPage();
    let last;
    page.on('response', (response) => {
      if (response.request().isNavigationRequest() && response.frame() === page.mainFrame()) last = response;
    });
    if (lang !== 'en') await page.request.get(`/?lang=${lang}`);
    for (const step of state.way) await step(page);
    await page.waitForLoadState('load');
    expect(last.status(), `${state.name} answers with its status`).toBe(state.status);
    if (state.address) expect(new URL(page.url()).pathname, `${state.name} is where it should be`).toBe(state.address);
    await visit(page, await last.text());
  } finally {
    await context.close();
  }
}
