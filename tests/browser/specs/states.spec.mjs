// Every public page in every state goes through the quick engines and our own checks, on every run: in English in every
// look, in Polish and Urdu on the narrowest; without axe in Polish, of which it sees no more than of the other two. The
// slow engines look at the same in `accessibility/`.
import { expect, test } from '@playwright/test';
import { focusFaults, forcedFaults, printFaults, reflowFaults } from '../support/behaviour.mjs';
import { axeFaults, houseFaults, picture } from '../support/checks.mjs';
import { colourFaults } from '../support/engines/axe.mjs';
import { htmlFaults } from '../support/engines/html.mjs';
import { states } from '../support/states.mjs';
import { reach, wear } from '../support/walk.mjs';

// Scripts of ours are none; the engines' own styles are let in.
const options = { bypassCSP: true };

/** The looks of a state in English; of the gallery, those in which its states differ. */
const looks = { empty: ['narrow', 'desk'], filled: ['narrow'], wrong: ['narrow', 'dark', 'forced'], 'read-only': ['narrow'], 'easy-read': ['narrow', 'dark'], 'under-9': ['narrow'] };
/** The other languages. */
const languages = { empty: [], filled: [], wrong: ['ur'], 'read-only': [], 'easy-read': ['ur'], 'under-9': [] };

for (const state of states) {
  test(`${state.name} @states`, async ({ browser, baseURL }, testInfo) => {
    const faults = [];
    const say = (where, found) => faults.push(...found.map((fault) => `${where}: ${fault}`));
    await reach(browser, state, 'en', { ...options, baseURL }, async (page, source) => {
      say('source', await htmlFaults(source));
      for (const look of looks[state.state] ?? ['phone', 'dark', 'narrow', 'forced', 'desk']) {
        await wear(page, look);
        // Dark and forced colours are the page of a phone in other colours.
        say(look, await (['dark', 'forced'].includes(look) ? colourFaults : axeFaults)(page));
        say(look, await houseFaults(page));
        if (look === 'forced') say(look, await forcedFaults(page));
      }
      await wear(page, 'phone');
      say('paper', await printFaults(page));
      if (!['filled', 'read-only'].includes(state.state)) say('keyboard', await focusFaults(page));
      await picture(page, testInfo, `${state.name}-en`);
      say('reflow', await reflowFaults(page));
    });
    for (const lang of languages[state.state] ?? ['pl', 'ur']) {
      await reach(browser, state, lang, { ...options, baseURL }, async (page, source) => {
        say(lang, await htmlFaults(source));
        await wear(page, 'narrow');
        if (lang !== 'pl') say(lang, await axeFaults(page));
        say(lang, await houseFaults(page));
        if (lang === 'ur') say('keyboard, from right to left', await focusFaults(page));
        await picture(page, testInfo, `${state.name}-${lang}`);
      });
    }
    expect(faults).toEqual([]);
  });
}
