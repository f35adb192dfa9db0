// Browser tests run against `heard demo`, started here on a free port with an empty folder of its own.
// tests/run builds the program first; by hand: `cargo build && npm test` in this folder.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

// Workers load this file again and inherit the environment, so what is chosen once stays chosen.
process.env.HEARD_DEMO_PORT ??= String(20000 + (process.pid % 20000));
process.env.HEARD_DEMO_DATA ??= mkdtempSync(join(tmpdir(), 'heard-demo-'));
process.env.HEARD_BIN ??= resolve(import.meta.dirname, '../../target/debug/heard');

const { HEARD_BIN, HEARD_DEMO_PORT, HEARD_DEMO_DATA, CHROMIUM } = process.env;
// By its name, as the demonstration calls itself: at a number, browsers have no passkeys.
const origin = `http://localhost:${HEARD_DEMO_PORT}`;

export default defineConfig({
  testDir: 'specs',
  globalSetup: './support/world.mjs',
  outputDir: 'test-results',
  // One set for all projects: what is told does not depend on the look of a page.
  snapshotPathTemplate: 'trees/{arg}{ext}',
  forbidOnly: Boolean(process.env.CI),
  workers: 1, // two cores: one for the browser, one for the server
  fullyParallel: true,
  timeout: 120_000,
  retries: 1, // on a machine that others keep busy; what needed it is told as flaky
  reporter: [['list']],
  use: {
    baseURL: origin,
    viewport: { width: 390, height: 844 }, // most people answer on a phone
    trace: 'off', // it costs a quarter of the time; `--trace on` for the test one is mending
    launchOptions: {
      executablePath: CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Another name than localhost, which browsers trust more than what they meet in a network without https.
        '--host-resolver-rules=MAP tablet.test 127.0.0.1',
      ],
    },
  },
  projects: [
    { name: 'phone' },
    { name: 'phone-dark', use: { colorScheme: 'dark' }, grep: /@looks/ },
    { name: 'narrow', use: { viewport: { width: 320, height: 640 } }, grep: /@looks|@languages/ },
    { name: 'forced-colours', use: { contextOptions: { forcedColors: 'active' } }, grep: /@looks/ },
    { name: 'desk', use: { viewport: { width: 1280, height: 900 } }, grep: /@looks/ },
    { name: 'without-javascript', use: { javaScriptEnabled: false }, grep: /@plain/ },
  ],
  webServer: {
    // What it prints (addresses, sign-in links) is kept, since the tests for staff need a link.
    command: `"${HEARD_BIN}" demo --listen 127.0.0.1:${HEARD_DEMO_PORT} --data "${HEARD_DEMO_DATA}" > "${join(HEARD_DEMO_DATA, 'printed.txt')}" 2>&1`,
    url: `${origin}/healthz`,
    timeout: 120_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
