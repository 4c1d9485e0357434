/** How long the calendar takes: one due date over ten years, its ledger, and a correction over many open dossiers. No server. */
import { addHolidays } from './ten-years.js';
import { compileCalendar, type WorkCalendar } from '../engine/calendar/compile.js';
import { dueAt } from '../engine/calendar/due.js';
import { parseDay } from '../engine/calendar/instants.js';
import { ledger } from '../engine/calendar/ledger.js';
import type { Allowance, CountingOptions } from '../engine/calendar/types.js';
import { vnOfficeData } from '../engine/calendar/vn-office.js';
import { dueBy, type DossierPart } from '../models/calendars/moves.js';
import { Random } from '../scripts/seed/random.js';

const DOSSIERS = 10_000;
const TURNS = 5;
const MINUTE = 60_000;
const FIRST = Date.UTC(2025, 0, 2);
const TEN_YEARS = 3_652 * 24 * 60;

/** A Wednesday in the middle of the ten years. */
const ADDED = parseDay('2028-03-15')!;

type Question = [from: number, limit: Allowance, options: CountingOptions];
const LIMITS: readonly [Allowance, CountingOptions][] = [
  [{ value: 8, unit: 'workingHours' }, {}], [{ value: 15, unit: 'workingDays' }, { counting: 'dayCount' }], [{ value: 1, unit: 'workingDays' }, { counting: 'sameDay' }],
  [{ value: 10, unit: 'workingDays' }, { counting: 'hourExact' }], [{ value: 30, unit: 'days' }, {}],
];

function questions(n: number, span: number): Question[] {
  const random = new Random(10);
  return Array.from({ length: n }, () => {
    const from = FIRST + Math.floor(random.next() * span) * MINUTE;
    const [limit, rule] = random.pick(LIMITS);
    const stop = from + Math.floor(random.next() * 7 * 24 * 60) * MINUTE;
    return [from, limit, random.chance(0.3) ? { ...rule, pauses: [{ from: stop, to: stop + Math.ceil(random.lognormal(2_880, 1)) * MINUTE }] } : rule];
  });
}

/** The best of some turns: on a machine that others use too, the others only add. */
function fastest(work: () => void): number {
  let best = Infinity;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const began = performance.now();
    work();
    best = Math.min(best, performance.now() - began);
  }
  return best;
}

export interface CalendarTiming { microsecondsPerDue: number; microsecondsPerLedger: number; openDossiers: number; correctionMs: number; moved: number; compileMs: number }

export function timeCalendar(): CalendarTiming {
  const data = addHolidays(vnOfficeData);
  const calendar = compileCalendar(data);
  const asked = questions(DOSSIERS, TEN_YEARS);
  const due = fastest(() => { for (const [from, limit, options] of asked) dueAt(calendar, from, limit, options); });
  const ledgers = fastest(() => { for (const [from, limit, options] of asked.slice(0, 2_000)) ledger(calendar, from, limit, options); });
  const compileMs = fastest(() => { dueAt(compileCalendar(data), FIRST + TEN_YEARS * MINUTE, { value: 1, unit: 'workingDays' }); });
  return { microsecondsPerDue: (due / DOSSIERS) * 1_000, microsecondsPerLedger: (ledgers / 2_000) * 1_000, compileMs, ...correction(calendar, compileCalendar({ ...data, closed: [...data.closed, { day: ADDED, name: 'added' }] })) };
}

/** Both dates of every dossier, before and after, as a correction works them out. */
function correction(before: WorkCalendar, after: WorkCalendar): Pick<CalendarTiming, 'openDossiers' | 'correctionMs' | 'moved'> {
  const dossiers = questions(DOSSIERS, TEN_YEARS).map(([from, limit, { pauses = [], ...options }], i): DossierPart => ({
    _id: `d-${i}`, seq: 1, dossierNo: `N-${i}`, receivedAt: new Date(from), limit: { ...limit, options }, agencies: [], calendarId: 'vn-office', paused: false,
    stops: pauses.map(({ from: start, to }) => ({ from: new Date(start), to: new Date(to) })), facts: { procedureName: '', planHash: '' },
  }));
  let moved = 0;
  const correctionMs = fastest(() => { moved = dossiers.filter((each) => dueBy(before, each) !== dueBy(after, each)).length; });
  return { openDossiers: DOSSIERS, correctionMs, moved };
}
