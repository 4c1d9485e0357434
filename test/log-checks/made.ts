/** Logs for the checks, told in office hours: who did what, how long it waited and how long it took. */
import { instantAtOpenTime, openTimeBefore } from '../../engine/calendar/open-time.js';
import { vnOffice } from '../../engine/calendar/vn-office.js';
import { readLog } from '../../engine/mining/read/read.js';
import type { EventLog } from '../../engine/mining/log/types.js';

const calendar = vnOffice();
const HOUR = 3_600_000;
/** Monday 05/01/2026 07:30 in Viet Nam. */
const ZERO = openTimeBefore(calendar, Date.UTC(2026, 0, 5, 0, 30));

/** The instant after so many office hours. */
export const at = (hours: number): number => instantAtOpenTime(calendar, ZERO + Math.max(1, Math.round(hours * HOUR)));

export interface MadeStep {
  name: string; who?: string; unit?: string;
  /** Office hours before it is taken up, and of work. */
  wait?: number; work?: number;
  /** Begins when the step before it began, not when that was complete. */
  beside?: boolean;
  /** Left open: taken up and not complete. */
  open?: boolean;
  facts?: Record<string, string>;
  /** Office hours of a pause between taking up and completing. */
  pause?: number;
  reassigned?: number;
}
export interface MadeDossier { id: string; from: number; facts?: Record<string, string>; steps: readonly MadeStep[] }

interface Row { case: string; name: string; time: number; who: string; unit: string; transition: string; facts: Record<string, string> }

/** `starts`: with start events. */
export function logOf(dossiers: readonly MadeDossier[], { starts = true }: { starts?: boolean } = {}): EventLog {
  const rows = dossiers.flatMap((each) => rowsOf(each, starts)).sort((a, b) => a.time - b.time);
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row.facts)))];
  const head = ['case', 'activity', 'time', 'resource', 'group', 'transition', ...keys];
  const lines = rows.map((row) => [row.case, row.name, new Date(row.time).toISOString(), row.who, row.unit, row.transition, ...keys.map((key) => row.facts[key] ?? '')]);
  return readLog([head, ...lines].map((line) => line.map((field) => (field.includes(',') ? `"${field}"` : field)).join(',')).join('\n'), { keepAttributes: true });
}

function rowsOf({ id, from, facts = {}, steps }: MadeDossier, starts: boolean): Row[] {
  const ofCase = Object.fromEntries(Object.entries(facts).map(([key, value]) => [`case:${key}`, value]));
  const rows: Row[] = [];
  let clock = from;
  let before = from;
  for (const { name, who = '', unit = '', wait = 0, work = 0.5, beside, open, facts: own = {}, pause = 0, reassigned = 0 } of steps) {
    const begin = (beside ? before : clock) + wait;
    before = begin;
    const end = begin + work + pause;
    const row = (hours: number, transition: string): Row => ({ case: id, name, time: at(hours), who, unit, transition, facts: { ...ofCase, ...own } });
    for (let n = 0; n < reassigned; n += 1) rows.push(row(begin, 'reassign'));
    if (starts || open) rows.push(row(begin, 'start'));
    if (pause > 0) rows.push(row(begin + work, 'suspend'), row(end, 'resume'));
    if (!open) rows.push(row(end, 'complete'));
    clock = Math.max(clock, end);
  }
  return rows;
}

/** So many dossiers, one every `every` office hours. */
export function many(count: number, make: (i: number) => readonly MadeStep[], options: { every?: number; facts?: (i: number) => Record<string, string>; name?: string; from?: number } = {}): MadeDossier[] {
  const { every = 3, facts, name = 'c', from = 0 } = options;
  return Array.from({ length: count }, (_, i) => ({ id: `${name}${i}`, from: from + i * every, steps: make(i), ...(facts && { facts: facts(i) }) }));
}
