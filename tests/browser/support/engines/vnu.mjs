// The Nu Html Checker, on what the server sent: all pages at once, since starting it takes longer than its work.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

/** Puts a page's source into the folder. */
export function keepSource(folder, name, source) {
  writeFileSync(join(folder, `${name.replace(/[^a-z0-9]+/gi, '-')}.html`), source);
}

/** The faults of the sources in the folder, one line each. */
export function vnuFaults(folder) {
  const run = spawnSync('java', ['-jar', jar, '--format', 'json', '--exit-zero-always', '--stdout', folder], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (run.error || run.status !== 0) throw new Error(`vnu did not run: ${run.error ?? run.stderr}`);
  const { messages } = JSON.parse(run.stdout);
  return messages.map(({ url, type, message, extract, lastLine }) => `vnu ${type}: ${message}, in ${basename(url)}:${lastLine} ${extract ?? ''}`);
}
