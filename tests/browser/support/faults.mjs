// The page with planted faults, served in the place of a page of ours, and what each tool has to find on it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';

export const source = readFileSync(join(import.meta.dirname, '../faults.html'), 'utf8');

/** Opens the page with planted faults. */
export async function openFaults(page) {
  await page.route('**/faults', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: source }));
  await page.goto('/faults');
}

/** Fails unless each of the words is in what was found. */
export function finds(faults, words) {
  const all = faults.join('\n');
  for (const word of words) expect(all).toContain(word);
}
