// Every public page in every state, and how one gets there. A new page, or a new state of one, is one line.
//
// A line is: what it is called, the status that it answers with, and the way there, step by step. Every step works
// without JavaScript. The gallery of questions adds its own: every kind in every state.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lateReceipt, one, staff, survey, twenty } from './places.mjs';

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
const send = press('form:not(.kept) button');
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
  ['accessibility', 200, open('/accessibility')],
  ['privacy', 200, open('/privacy')],
  ['welcome', 200, open(survey)],
  ['welcome, begun', 200, begin, who, open(survey)],
  ...sections.map((key) => [`section ${key}`, 200, begin, who, open(`${survey}/${key}`)]),
  ['section, nothing chosen', 422, begin, open(`${survey}/family`), send],
  ['section, saved', 200, begin, who, open(`${survey}/family`)],
  ['section, answers at odds', 422, begin, who, open(`${survey}/barriers`), tick('[name=barriers][value=cost]'), tick('[name=barriers][value=none]'), send],
  ['section, too long', 422, begin, who, open(`${survey}/your_words`), fill('textarea', 'la '.repeat(900)), send],
  ['section, no such postcode', 422, begin, who, open(`${survey}/place`), fill('#postcode', 'ZZ99 9ZZ'), send],
  ['check your answers', 200, begin, who, leaveTheRest, open(`${survey}/check`)],
  ['receipt', 200, begin, who, leaveTheRest, open(`${survey}/check`), send],
  ['taken out', 200, begin, who, leaveTheRest, open(`${survey}/check`), send, press('button.quiet')],
  ['receipt, too late', 200, open(lateReceipt)],
  ['deleted', 200, begin, who, open(`${survey}/child_1`), press('.kept button')],
  ['one question', 200, open(one)],
  ['one question, nothing chosen', 422, open(one), send],
  ['twenty questions', 200, open(twenty)],
  ['twenty questions, nothing chosen', 422, open(twenty), send],
  ['closed', 410, open(`${one}_over`)],
  ['not found', 404, open('/riverside/nothing-here')],
  ['nothing begun', 410, open(`${survey}/check`)],
  ['wrong way', 405, open(`${survey}/send`)],
  ['too often', 429, tooOften('/metrics')],
  ['sign in', 200, open('/staff/sign-in')],
  ['sign in, no address', 422, open('/staff/sign-in'), fill('#email', 'ann'), press('button')],
  ['sign in, sent', 200, open('/staff/sign-in/sent')],
  ['sign in, link is over', 410, open('/staff/enter')],
];

const gallery = read('web/src/form/examples.json').flatMap(({ name, question }) =>
  ['empty', 'filled', 'wrong', 'read-only'].map((state) => ({
    name: `gallery ${name} ${state}`,
    kind: name,
    state,
    question,
    status: 200,
    way: [open(`/staff/gallery/${name}/${state}`)],
    address: `/staff/gallery/${name}/${state}`,
    session: staff,
  })),
);

/** Everything, the gallery last. */
export const states = [...lines.map(([name, status, ...way]) => ({ name, status, way })), ...gallery];

/** The gallery alone. */
export { gallery };
