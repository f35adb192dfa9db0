// Passkeys, with a device that Chromium makes up: adding one, signing in with it, removing it.
import { expect, test } from '@playwright/test';
import { focusFaults } from '../support/behaviour.mjs';
import { check } from '../support/checks.mjs';
import { signedIn } from '../support/places.mjs';

const door = '/staff/sign-in';
const mine = '/staff/sessions';

test.use({ storageState: async ({}, use) => use(signedIn('editor')) });

/** Gives the page's browser a device that keeps passkeys, with somebody before it whom it knows. */
async function device(page, verifies = true) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: verifies,
      automaticPresenceSimulation: true,
    },
  });
  return (isUserVerified) => cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
}

const button = (page, name) => page.getByRole('button', { name });
const enter = (page) => button(page, 'Sign in with a passkey');

/** Adds a passkey of this name, on the page where one's own are listed. */
async function add(page, name) {
  await page.goto(mine);
  await page.getByRole('textbox', { name: 'Name of a new passkey' }).fill(name);
  await button(page, 'Add a passkey').click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
}

async function remove(page, name) {
  await page.goto(mine);
  await button(page, new RegExp(`^Remove.*${name}`)).click();
  await expect(page.getByRole('heading', { name })).toHaveCount(0);
}

test('a passkey is added, signs in, and is removed', async ({ page }, testInfo) => {
  const verify = await device(page);
  await add(page, 'Walking phone');
  await expect(page.getByText('Not used yet.')).toBeVisible();
  // A device keeps one of each person.
  await button(page, 'Add a passkey').click();
  await expect(page.getByRole('status')).toHaveText('This device has a passkey of yours already.');
  await check(page, testInfo, 'passkeys-here-already');

  // The session stays: others walk with it.
  await page.context().clearCookies();
  await page.goto('/staff/riverside/surveys');
  await expect(page).toHaveURL(door);
  await verify(false);
  await enter(page).click();
  await expect(page.getByRole('status')).toHaveText('That did not work. Try it again, or have a link sent.');
  await check(page, testInfo, 'passkeys-not-verified');
  await verify(true);
  await enter(page).click();
  await expect(page).toHaveURL('/staff/riverside/surveys');
  await page.goto(mine);
  await expect(page.getByText('by the passkey “Walking phone”')).toBeVisible();
  await expect(page.getByText(/Last used/)).toBeVisible();
  await remove(page, 'Walking phone');

  await button(page, 'Sign out').last().click();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await page.goto(door);
  await enter(page).click();
  await expect(page.getByRole('heading', { name: 'This passkey did not sign you in' })).toBeVisible();
  await check(page, testInfo, 'passkeys-refused');
});

test('the pages with passkeys @looks', async ({ page }, testInfo) => {
  await device(page);
  const name = `Looked at on ${testInfo.project.name}`;
  await add(page, name);
  await check(page, testInfo, 'passkeys');
  expect(await focusFaults(page)).toEqual([]);
  await page.goto(door);
  await expect(enter(page)).toBeVisible();
  await check(page, testInfo, 'passkeys-door');
  expect(await focusFaults(page)).toEqual([]);
  await remove(page, name);
});

test('a passkey is used by keyboard alone', async ({ page }) => {
  await device(page);
  await page.goto(mine);
  const name = page.getByRole('textbox', { name: 'Name of a new passkey' });
  await name.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Keys');
  await page.keyboard.press('Enter');
  const made = page.getByRole('heading', { name: 'Keys', exact: true });
  await expect(made).toBeVisible();
  await button(page, /^Remove.*Keys/).focus();
  await page.keyboard.press('Enter');
  await expect(made).toHaveCount(0);
});

test('without scripts nothing is offered, and the link in a mail is @plain', async ({ page }, testInfo) => {
  test.skip(testInfo.project.use.javaScriptEnabled !== false, 'scripts are on');
  await page.goto(mine);
  await expect(page.getByText('in a browser that knows passkeys and allows scripts')).toBeVisible();
  await expect(button(page, 'Add a passkey')).toBeHidden();
  await check(page, testInfo, 'passkeys');
  await page.goto(door);
  await expect(enter(page)).toBeHidden();
  await check(page, testInfo, 'passkeys-door');
  await page.getByRole('textbox', { name: 'Your e-mail at work' }).fill('nobody@riverside.example');
  await button(page, 'Send me a link').click();
  await expect(page).toHaveURL(`${door}/sent`);
});

test('where a passkey could not work none is offered', async ({ page, baseURL }) => {
  // The browser has passkeys, but would make one for another address than the one that the server is known by.
  await page.goto(`${baseURL.replace('localhost', '127.0.0.1')}${door}`);
  await expect(enter(page)).toBeHidden();
  await page.addInitScript(() => delete globalThis.AuthenticatorAttestationResponse);
  await page.goto(door);
  await expect(page.getByRole('button', { name: 'Send me a link' })).toBeVisible();
  await expect(enter(page)).toBeHidden();
});
