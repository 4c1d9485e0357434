/** A simulated year: two thousand dossiers received, stopped and gone on with, each ledger minute for minute that of the walk. */
import { dueAt, isOpen, ledger, toInstant } from '../../engine/calendar/index.js';
import type { Allowance, CountingOptions, LedgerSpan, Pause } from '../../engine/calendar/index.js';
import { Random } from '../../scripts/seed/random.js';
import { calendar, walk, type CalendarName } from './support/calendars.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
const DOSSIERS = 2_000;
const YEAR = Date.UTC(2026, 0, 2);
const AGENCIES: readonly CalendarName[] = ['vn-office', 'land', 'commune'];
/** As in the procedures: same day, days, hours, land with its remote areas, notices in days. */
const LIMITS: readonly [Allowance, Pick<CountingOptions, 'counting' | 'cutOff'>][] = [
  [{ value: 1, unit: 'workingDays' }, { counting: 'sameDay', cutOff: '15:00' }], [{ value: 3, unit: 'workingDays' }, { counting: 'dayCount' }], [{ value: 8, unit: 'workingHours' }, {}],
  [{ value: 5, unit: 'workingDays' }, { counting: 'dayCount' }], [{ value: 10, unit: 'workingDays' }, { counting: 'hourExact' }], [{ value: 15, unit: 'days' }, {}], [{ value: 20, unit: 'workingDays' }, { counting: 'dayCount' }],
];

interface Dossier { id: number; name: CalendarName; from: number; limit: Allowance; options: CountingOptions }

/** Receipts at any minute, at night too; a third are stopped once or twice, for an hour or for weeks. */
function dossiers(): Dossier[] {
  const random = new Random(2_026);
  return Array.from({ length: DOSSIERS }, (_, id) => {
    const from = YEAR + Math.floor(random.next() * 364 * 24 * 60) * MINUTE;
    const [limit, rule] = random.pick(LIMITS);
    const pauses: Pause[] = random.chance(0.35) ? Array.from({ length: random.chance(0.3) ? 2 : 1 }, (__, i) => {
      const begins = from + Math.floor(random.between(0, 6 + 6 * i) * 24 * 60) * MINUTE;
      return { from: begins, to: begins + Math.ceil(random.lognormal(2 * 24 * 60, 1.2)) * MINUTE };
    }) : [];
    return { id, name: random.pick(AGENCIES), from, limit, options: { ...rule, pauses, ...(random.chance(0.2) ? { afterStop: 'restarts' as const } : {}), ...(random.chance(0.2) ? { outsideHours: 'nextOpening' as const } : {}) } };
  });
}

test('the ledgers of a year agree with the minute walk', () => {
  const agencies = Object.fromEntries(AGENCIES.map((name) => [name, { compiled: calendar(name), walker: walk(name) }]));
  const wrong: string[] = [];
  for (const { id, name, from, limit, options } of dossiers()) {
    const { compiled, walker } = agencies[name]!;
    const { due, rule, ledger: spans } = ledger(compiled, from, limit, options);
    const expected = walker.due({ ...limit, from, ...options });
    const faults = [
      due === expected ? '' : `due ${new Date(due).toISOString()}, walked ${new Date(expected).toISOString()}`,
      due === dueAt(compiled, from, limit, options) ? '' : 'another date than without the ledger',
      isOpen(compiled, due - 1) ? '' : 'ends in closed time', ...spanFaults(spans, from, due, rule === 'calendarDays', walker, options.pauses ?? []),
    ].filter(Boolean);
    if (faults.length > 0) wrong.push(`dossier ${id} (${name}, ${limit.value} ${limit.unit}): ${faults.join('; ')}`);
  }
  expect(wrong).toEqual([]);
}, 600_000);

/** Each minute is in one span, and a counted one is open and not stopped; under calendar days whole days count, open or not. */
function spanFaults(spans: readonly LedgerSpan[], from: number, due: number, wholeDays: boolean, walker: ReturnType<typeof walk>, pauses: readonly Pause[]): string[] {
  const faults: string[] = [];
  if (spans[0]?.from !== from || spans.at(-1)?.to !== due) faults.push('does not reach from receipt to due');
  spans.forEach((span, i) => { if (i > 0 && span.from !== spans[i - 1]!.to) faults.push('has a gap'); });
  for (const span of spans) {
    if (!span.counted) continue;
    if (!wholeDays && walker.openMinutes(span.from, span.to) !== (span.to - span.from) / MINUTE) faults.push(`counts closed time from ${new Date(span.from).toISOString()}`);
    if (pauses.some((pause) => pause.to > pause.from && pause.from < span.to && pause.to > span.from)) faults.push(`counts a stop from ${new Date(span.from).toISOString()}`);
  }
  return faults;
}

test('the sample has what a year brings: Tết, make-up days, stops over them, receipts at night', () => {
  const all = dossiers();
  const zone = calendar('vn-office').data.zone;
  const tet = toInstant(zone, Date.UTC(2026, 1, 16));
  expect(all.filter(({ options }) => (options.pauses ?? []).some((pause) => pause.from < tet && pause.to > tet + 5 * DAY)).length).toBeGreaterThan(3);
  expect(all.filter(({ options }) => (options.pauses ?? []).length > 0).length).toBeGreaterThan(500);
  expect(new Set(all.map(({ name, limit, options }) => `${name} ${limit.unit} ${options.counting ?? ''}`)).size).toBe(AGENCIES.length * new Set(LIMITS.map(([limit, rule]) => `${limit.unit} ${rule.counting ?? ''}`)).size);
});
