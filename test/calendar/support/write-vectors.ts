/**
 * Writes vectors.json anew from cases.ts, by the minute walk alone. Run after changing the cases:
 * npx esbuild test/calendar/support/write-vectors.ts --bundle --platform=node --outfile=dist/write-vectors.cjs
 * node dist/write-vectors.cjs test/calendar
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CASES } from './cases.js';
import { MinuteWalk } from './minute-walk.js';
import { question } from './question.js';

const folder = process.argv[2] ?? '.';
const walks = new Map<string, MinuteWalk>();
function walkOf(name: string): MinuteWalk {
  const file = name === 'vn-office' ? join(folder, '../../procedures/calendars/vn-office.json') : join(folder, `calendars/${name}.json`);
  const walk = walks.get(name) ?? new MinuteWalk(JSON.parse(readFileSync(file, 'utf8')));
  walks.set(name, walk);
  return walk;
}
const lines = CASES.map((each) => JSON.stringify({ ...each, due: new Date(walkOf(each.calendar).due(question(each))).toISOString() }));
writeFileSync(join(folder, 'vectors.json'), `[\n${lines.join(',\n')}\n]\n`);
