// Runs once, when the demonstration is being served: adds what the walks need beside it, through the program's own
// commands, in a service of its own, so that the demonstration stays as people see it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, request } from '@playwright/test';
import { brookside, one, pages, printed, twenty } from './places.mjs';
import { database, heard, run } from './program.mjs';

const { HEARD_DEMO_DATA, HEARD_DEMO_PORT } = process.env;
const declaration = join(import.meta.dirname, '../../../web/src/demo/declaration.json');
const examples = JSON.parse(readFileSync(join(import.meta.dirname, '../../../web/src/form/examples.json'), 'utf8'));

/** Publishes a survey with these sections, each a list of questions, at an address of the service. */
function publish(address, sections) {
  const key = address.split('/').at(-1);
  const file = join(HEARD_DEMO_DATA, `${key}.json`);
  const named = (title) => ({ en: `${title}, made for the tests` });
  const survey = {
    key,
    title: named(key.replaceAll('_', ' ')),
    welcome: { en: 'This survey is made up.' },
    thanks: { en: 'Thank you.' },
    languages: ['en'],
    audiences: ['participating_parent'],
    minutes: 4,
    sections: sections.map((questions, at) => ({ key: `part_${at}`, title: named(`Part ${at + 1}`), questions })),
  };
  writeFileSync(file, JSON.stringify(survey));
  heard('survey', 'publish', file, '--declaration', declaration, '--service', brookside.slice(1));
}

/**
 * Twenty questions of all kinds: those of the gallery, and the first of them once more. Without the wordings for an age,
 * which nothing here asks for.
 */
function questions() {
  const anyAge = ({ wordings = [], ...question }) => ({ ...question, wordings: wordings.filter((one) => one.for.includes('easy_read')) });
  const asked = examples.map(({ question }) => anyAge(question)).filter(({ kind }) => kind !== 'information');
  const again = asked.map((question) => ({
    ...question,
    key: `${question.key}_again`,
    text: { en: `Once more: ${question.text.en}` },
  }));
  return [...asked, ...again].slice(0, 20);
}

/** Signs in with the link that the demonstration printed, and keeps the cookies. */
async function signIn(baseURL, role) {
  const staff = await request.newContext({ baseURL });
  await staff.get(printed().match(new RegExp(`^\\s*${role}\\s+(\\S+)$`, 'm'))[1]);
  const entered = await staff.post('/staff/enter', { data: '', headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  expect(new URL(entered.url()).pathname, 'the link signs in').toBe('/staff');
  await staff.storageState({ path: join(HEARD_DEMO_DATA, `${role}.json`) });
}

export default async function setup() {
  const baseURL = `http://localhost:${HEARD_DEMO_PORT}`;
  // The server answers while the demonstration is still being made; the links are printed after.
  await expect.poll(printed, { timeout: 60_000 }).toMatch(/^\s*operator\s/m);
  // A link works once, so whoever needs to be signed in is given the cookies. The owner's link is a test's own.
  for (const role of ['editor', 'analyst', 'operator']) await signIn(baseURL, role);

  heard('service', 'add', brookside.slice(1), '--name', 'Brookside Music Service');
  publish(twenty, [questions()]);
  publish(pages, questions().map((question) => [question]));
  publish(one, [[{ key: 'like', kind: 'yes_no', text: { en: 'Do you like it?' }, required: true }]]);
  publish(`${one}_over`, [[{ key: 'like', kind: 'yes_no', text: { en: 'Did you like it?' } }]]);

  // One that was answered, and is over since: the command only opens waves.
  const visitor = await request.newContext({ baseURL });
  const form = await (await visitor.get(`${one}_over`)).text();
  const key = form.match(/name="@response" value="([^"]+)"/)[1];
  const sent = await visitor.post(`${one}_over`, { form: { '@response': key, like: 'yes' } });
  const close = 'import sqlite3, sys; db = sqlite3.connect(sys.argv[1], timeout=20); '
    + 'db.execute("update wave set closes = opens + 1 where survey = ?", [sys.argv[2]]); db.commit()';
  run('python3', '-c', close, database, `${one}_over`.split('/').at(-1));
  writeFileSync(join(HEARD_DEMO_DATA, 'world.json'), JSON.stringify({ receipt: new URL(sent.url()).pathname }));
}
