// The Nu Html Checker, on what the server sent: all pages at once, since starting it takes longer than its work.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

/** The faults of pages' sources, by their names: `{ name, source }`, one line each. */
export function vnuFaults(pages) {
  const folder = mkdtempSync(join(tmpdir(), 'heard-vnu-'));
  try {
    pages.forEach(({ source }, place) => writeFileSync(join(folder, `${place}.html`), source));
    const run = spawnSync('java', ['-jar', jar, '--format', 'json', '--exit-zero-always', '--stdout', folder], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (run.error || run.status !== 0) throw new Error(`vnu did not run: ${run.error ?? run.stderr}`);
    const { messages } = JSON.parse(run.stdout);
    const named = (url) => pages[Number(url.match(/(\d+)\.html$/)[1])].name;
    return messages.map(({ url, type, message, extract, lastLine }) => `vnu ${type}: ${message}, in ${named(url)}:${lastLine} ${extract ?? ''}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
