// The slow engines, over every page in every state, look and language: `tests/run accessibility`.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import config from './playwright.config.mjs';

process.env.HEARD_SOURCES ??= mkdtempSync(join(tmpdir(), 'heard-sources-'));

export default { ...config, testDir: 'accessibility', timeout: 300_000, projects: [{ name: 'accessibility' }] };
