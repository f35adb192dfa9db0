// The program's own commands, on the demonstration's database.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const { HEARD_BIN, HEARD_DEMO_DATA, HEARD_DEMO_PORT } = process.env;

export const database = join(HEARD_DEMO_DATA, 'heard.db');

/** What a command prints; a fault where it fails. */
export function run(command, ...args) {
  const { status, stderr, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}

/** The same of ours. */
export const heard = (...args) => run(HEARD_BIN, ...args, '--database', `sqlite:${database}`);

/** Makes somebody an owner of a service, and signs them in. */
export async function enterAsOwner(page, service, email) {
  const told = heard('staff', 'invite', email, '--service', service, '--role', 'owner', '--print-link',
    '--base-url', `http://localhost:${HEARD_DEMO_PORT}`, '--secret-file', join(HEARD_DEMO_DATA, 'heard.secret'));
  await page.goto(told.match(/http\S+/)[0]);
  await page.locator('main button').first().click();
}
