// Addresses that several files name, and what the demonstration printed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The survey of the demonstration. */
export const survey = '/riverside/s/music_and_your_family';
/** The one for the young. */
export const young = '/riverside/s/music_and_you';
/** A service that has no plan, made by world.mjs, as are its surveys. */
export const brookside = '/brookside';
/** One question. */
export const one = `${brookside}/s/one_question`;
/** Twenty questions on one page. */
export const twenty = `${brookside}/s/twenty_questions`;
/** The same, each on a page. */
export const pages = `${brookside}/s/twenty_pages`;

const file = (name) => join(process.env.HEARD_DEMO_DATA, name);

/** Everything `heard demo` printed when it started: addresses and sign-in links. */
export const printed = () => readFileSync(file('printed.txt'), 'utf8');

/** The cookies of somebody who is signed in: an editor or an analyst. */
export const signedIn = (role) => file(`${role}.json`);

/** The receipt of a response to a survey that is over. */
export const lateReceipt = () => JSON.parse(readFileSync(file('world.json'), 'utf8')).receipt;
