/**
 * Writes vectors.json anew from cases.ts, by the minute walk alone. Run after changing the cases:
 * npx esbuild test/calendar/support/write-vectors.ts --bundle --platform=node --outfile=dist/write-vectors.cjs
 * node dist/write-vectors.cjs test/calendar
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarFile } from '../../../engine/calendar/types.js';
import { CASES } from './cases.js';
import { MinuteWalk } from './minute-walk.js';
import { question } from './question.js';

const folder = process.argv[2] ?? '.';
const walks = new Map<string, MinuteWalk>();
const NAMED: Readonly<Record<string, string>> = { 'vn-office': '../../procedures/calendars/vn-office.json', land: '../../procedures/calendars/vn-dat-dai.json' };

function fileOf(name: string): CalendarFile {
  const file = JSON.parse(readFileSync(join(folder, NAMED[name] ?? `calendars/${name}.json`), 'utf8')) as CalendarFile;
  return file.base === undefined ? file : overDaysOf(fileOf(file.base), file);
}

/** The days off of the base, and its make-up days at the hours that the own calendar has on the Monday of the same week. */
function overDaysOf(base: CalendarFile, own: CalendarFile): CalendarFile {
  const open = Object.keys(base.open ?? {}).map((date) => {
    const { week } = own.periods.filter((period) => period.from <= date).at(-1)!;
    return [date, week.mon ?? []] as const;
  });
  return { ...own, closed: base.closed ?? {}, open: Object.fromEntries(open) };
}

function walkOf(name: string): MinuteWalk {
  const walk = walks.get(name) ?? new MinuteWalk(fileOf(name));
  walks.set(name, walk);
  return walk;
}
const lines = CASES.map((each) => JSON.stringify({ ...each, due: new Date(walkOf(each.calendar).due(question(each))).toISOString() }));
writeFileSync(join(folder, 'vectors.json'), `[\n${lines.join(',\n')}\n]\n`);
