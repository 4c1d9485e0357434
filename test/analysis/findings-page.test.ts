import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findingsPage } from '../../scripts/findings-page.js';

test('docs/findings.md is up to date (after a build: node dist/scripts/findings-page.js)', async () => {
  expect(readFileSync(resolve(__dirname, '../../docs/findings.md'), 'utf8')).toBe(await findingsPage());
}, 120_000);
