// The slow engines, over every page in every state, look and language: `tests/run accessibility`.
import config from './playwright.config.mjs';

export default { ...config, testDir: 'accessibility', timeout: 300_000, projects: [{ name: 'accessibility' }] };
