// Every public page in every state, and how one gets there. A new page, or a new state of one, is one line.
//
// A line is: what it is called, the status that it answers with, and the way there, step by step. Every step works
// without JavaScript. The gallery of questions adds its own: every kind in every state.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lateReceipt, one, signedIn, survey, twenty, young } from './places.mjs';

const read = (path) => JSON.parse(readFileSync(join(import.meta.dirname, '../../..', path), 'utf8'));

/** Sections that everybody with one child sees, one after the other. */
const sections = read('web/src/demo/survey.json').sections.map(({ key }) => key).filter((key) => !/child_[23]/.test(key));

// ---- steps -------------------------------------------------------------------------------------------------------

const open = (path) => (page) => page.goto(typeof path === 'function' ? path() : path);
const press = (button) => (page) => page.locator(`main ${button}`).first().click();
const fill = (box, text) => (page) => page.locator(`main ${box}`).first().fill(text);
const tick = (box) => (page) => page.locator(`main ${box}`).check();
/** Begins the survey: the answer sets the cookie. */
const begin = (page) => page.request.post(`${survey}/start`);
const save = (section, form) => (page) => page.request.post(`${survey}/${section}`, { form });
const who = save('family', { who: 'never', children_count: 'one' });
/** Goes on, leaving out what can be left out, until there is nothing more to ask. */
const leaveTheRest = async (page) => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  let next = `${survey}/child_1`;
  for (let left = sections.length; left > 0 && !next.endsWith('/check'); left -= 1) {
    next = new URL((await page.request.post(next, { data: '', headers })).url()).pathname;
  }
};
const send = press('form:not(.kept) button:not(.quiet)');
const stop = press('button[value="stop"]');
const takeOut = press('a[href$="/withdraw"]');
/** One question at a time. */
const slowly = press('button[value="question"]');
const easyRead = open(`${survey}?easy_read=on`);
const youngest = async (page) => {
  await page.request.post(`${young}/start`);
  await page.request.post(`${young}/you`, { form: { age: 'under_9' } });
};
const tablet = (page) => page.request.post(`${survey}/tablet`);
/** Goes on with the six words as if elsewhere, and looks at the page here again. */
const goOnElsewhere = async (page) => {
  const words = await page.locator('li .code').allTextContents();
  const here = await page.context().cookies();
  await page.context().clearCookies();
  await page.request.post(`${survey}/return`, { form: { words: words.join(' ') } });
  await page.context().clearCookies();
  await page.context().addCookies(here);
};
/** A link of a mail that nobody sent. */
const mailed = (what) => open(`/riverside/tell-me/${what}/${'a'.repeat(26)}`);
/** Asks until it is too often: meanwhile it is soon allowed again. */
const tooOften = (path) => async (page) => {
  for (let tries = 0; tries < 20; tries += 1) {
    await Promise.all(Array.from({ length: 80 }, () => page.request.get(path)));
    if ((await page.goto(path)).status() === 429) return;
  }
};

// ---- the list ----------------------------------------------------------------------------------------------------

const lines = [
  ['services', 200, open('/')],
  ['service', 200, open('/riverside')],
  ['plan', 200, open('/riverside/plan')],
  ['plan, none yet', 200, open('/brookside/plan')],
  ['results', 200, open('/riverside/results')],
  ['results, none yet', 200, open('/brookside/results')],
  ['results, of a wave', 200, open('/riverside/results'), press('a[href*="/results/"]')],
  ['results, groups', 200, open('/riverside/results'), press('a[href*="/results/"]'), press('a[href*="/by/"]')],
  ['plan, a figure', 200, open('/riverside/plan'), press('a[href*="/plan/"]')],
  ['plan, what answers count towards', 200, open('/riverside/plan/answers/music_and_your_family')],
  ['updates', 200, open('/riverside/updates')],
  ['updates, none yet', 200, open('/brookside/updates')],
  ['update', 200, open('/riverside/updates'), press('.cards a')],
  ['accessibility', 200, open('/accessibility')],
  ['privacy', 200, open('/privacy')],
  ['welcome', 200, open(survey)],
  ['welcome, begun', 200, begin, who, open(survey)],
  ['welcome, Easy Read', 200, easyRead],
  ...sections.map((key) => [`section ${key}`, 200, begin, who, open(`${survey}/${key}`)]),
  ['section, nothing chosen', 422, begin, open(`${survey}/family`), send],
  ['section, saved', 200, begin, who, open(`${survey}/family`)],
  ['section, answers at odds', 422, begin, who, open(`${survey}/barriers`), tick('[name=barriers][value=cost]'), tick('[name=barriers][value=none]'), send],
  ['section, too long', 422, begin, who, open(`${survey}/your_words`), fill('textarea', 'la '.repeat(900)), send],
  ['section, no such postcode', 422, begin, who, open(`${survey}/place`), fill('#postcode', 'ZZ99 9ZZ'), send],
  ['section, Easy Read', 200, easyRead, begin, who, open(`${survey}/barriers`)],
  ['section, Easy Read, nothing chosen', 422, easyRead, begin, open(`${survey}/family`), send],
  ['section, read aloud', 200, begin, open(`${survey}/family`), press('button[name="@read_aloud"]')],
  ['section, for a child of 8', 200, youngest, open(`${young}/hard`)],
  ['question', 200, open(survey), slowly],
  ['question, nothing chosen', 422, open(survey), slowly, send],
  ['check your answers', 200, begin, who, leaveTheRest, open(`${survey}/check`)],
  ['six words', 200, begin, who, open(`${survey}/child_1`), stop],
  ['go on with six words', 200, open(`${survey}/return`)],
  ['go on with six words, misspelt', 422, open(`${survey}/return`), fill('#words', 'acorn xylophon'), send],
  ['gone on elsewhere', 410, begin, who, open(`${survey}/child_1`), stop, goOnElsewhere, open(`${survey}/child_1`)],
  ['nothing left here', 200, begin, who, open(`${survey}/child_1`), stop, press('form[action$="/leave"] button')],
  ['delete?', 200, begin, who, open(`${survey}/child_1`), press('.kept a.button')],
  ['deleted', 200, begin, who, open(`${survey}/stop`), press('button')],
  ['receipt', 200, begin, who, leaveTheRest, open(`${survey}/check`), send],
  ['take out?', 200, begin, who, leaveTheRest, open(`${survey}/check`), send, takeOut],
  ['taken out', 200, begin, who, leaveTheRest, open(`${survey}/check`), send, takeOut, press('button')],
  ['receipt, too late', 200, open(lateReceipt)],
  ['receipt, asked for', 200, open('/r')],
  ['receipt, mistyped', 422, open('/r'), fill('#receipt', 'ABCD'), send],
  ['receipt, unknown', 404, open('/r'), fill('#receipt', 'ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ'), send],
  ['prize draw', 200, open(`${survey}/draw`)],
  ['prize draw, no contact', 422, open(`${survey}/draw`), fill('#contact', '07700'), send],
  ['prize draw, entered', 200, open(`${survey}/draw`), fill('#contact', '+44 7700 900123'), send],
  ['tell me', 200, open(`${survey}/tell-me`)],
  ['tell me, no address', 422, open(`${survey}/tell-me`), fill('#email', 'nadia at home'), send],
  ['tell me, sent', 200, open(`${survey}/tell-me`), fill('#email', 'nadia@example.org'), send],
  ['tell me, yes', 200, mailed('yes')],
  ['tell me, yes, too late', 410, mailed('yes'), send],
  ['tell me, stop', 200, mailed('stop')],
  ['tell me, stopped', 200, mailed('stop'), send],
  ['all on one page', 200, open(`${survey}/all`)],
  ['all on one page, nothing chosen', 422, open(`${survey}/all`), send],
  ['waiting to be sent', 200, open('/waiting/en')],
  ['on paper', 200, open(`${survey}/paper`)],
  ['on paper, large', 200, open(`${survey}/paper/large`)],
  ['shared tablet', 200, open(`${survey}/tablet`)],
  ['shared tablet, welcome', 200, tablet, open(survey)],
  ['shared tablet, section', 200, tablet, begin, open(`${survey}/family`)],
  ['shared tablet, still there?', 200, tablet, begin, open(`${survey}/still-there`)],
  ['shared tablet, next person', 200, tablet, begin, who, leaveTheRest, open(`${survey}/check`), send],
  ['shared tablet, stop', 200, tablet, open(`${survey}/tablet/stop`)],
  ['one question', 200, open(one)],
  ['one question, nothing chosen', 422, open(one), send],
  ['twenty questions', 200, open(twenty)],
  ['twenty questions, nothing chosen', 422, open(twenty), send],
  ['closed', 410, open(`${one}_over`)],
  ['not found', 404, open('/riverside/nothing-here')],
  ['nothing begun', 410, open(`${survey}/check`)],
  ['wrong way', 405, open(`${survey}/send`)],
  ['too often', 429, tooOften('/metrics')],
  ['council, its door', 200, open('/council')],
  ['council, no such code', 422, open('/council'), fill('#code', 'ABCD'), send],
  ['vote with a slip', 200, open('/vote')],
  ['vote with a slip, no such code', 422, open('/vote'), fill('#code', 'ABCD'), send],
  ['what young people decided', 200, open('/riverside/decisions')],
  ['sign in', 200, open('/staff/sign-in')],
  ['sign in, no address', 422, open('/staff/sign-in'), fill('#email', 'ann'), press('button')],
  ['sign in, sent', 200, open('/staff/sign-in/sent')],
  ['sign in, link is over', 410, open('/staff/enter')],
];

/** Every kind of question; where an example has other wordings, in these too. */
const gallery = read('web/src/form/examples.json').flatMap(({ name, question }) =>
  ['empty', 'filled', 'wrong', 'read-only', ...(question.wordings ? ['easy-read', 'under-9'] : [])].map((state) => ({
    name: `gallery ${name} ${state}`,
    kind: name,
    state,
    question,
    status: 200,
    way: [open(`/staff/gallery/${name}/${state}`)],
    address: `/staff/gallery/${name}/${state}`,
    session: () => signedIn('analyst'),
  })),
);

/** Everything, the gallery last. */
export const states = [...lines.map(([name, status, ...way]) => ({ name, status, way })), ...gallery];

/** The gallery alone. */
export { gallery };
