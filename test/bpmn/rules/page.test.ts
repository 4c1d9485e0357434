import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { rulesPage } from '../../../scripts/rules-page.js';

test('docs/rules-bpmn.md is up to date (after a build: node dist/scripts/rules-page.js)', () => {
  expect(readFileSync(resolve(__dirname, '../../../docs/rules-bpmn.md'), 'utf8')).toBe(rulesPage());
});
