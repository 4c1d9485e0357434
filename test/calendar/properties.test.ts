/** What holds for every limit, calendar and pause. */
import fc from 'fast-check';
import { countingRule, dueAt, isOpen, ledger, localDay, nextOpen, workingTime } from '../../engine/calendar/index.js';
import type { Allowance, CountingOptions, Pause, WorkCalendar } from '../../engine/calendar/index.js';
import { calendar, CALENDAR_NAMES, walk } from './support/calendars.js';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const FIRST = Date.UTC(2026, 0, 5);
const LAST = Date.UTC(2026, 10, 30);
const calendars = Object.fromEntries(CALENDAR_NAMES.map((name) => [name, { compiled: calendar(name), walker: walk(name) }]));

/** By name, so that a counterexample can be read. */
const anyCalendar = fc.constantFrom(...CALENDAR_NAMES);
const instant = fc.integer({ min: FIRST, max: LAST });
const minute = fc.integer({ min: FIRST / MINUTE, max: LAST / MINUTE }).map((n) => n * MINUTE);
const counting = fc.constantFrom(undefined, 'hourExact', 'dayCount', 'sameDay') as fc.Arbitrary<CountingOptions['counting']>;
const clock = fc.record({ afterStop: fc.constantFrom(undefined, 'continues', 'restarts'), outsideHours: fc.constantFrom(undefined, 'asReceived', 'nextOpening') }) as fc.Arbitrary<Pick<CountingOptions, 'afterStop' | 'outsideHours'>>;
/** Quarters of an hour and halves of a day, so that limits are whole minutes in every calendar, as the minute walk needs. */
const allowance: fc.Arbitrary<Allowance> = fc.oneof(
  fc.record({ value: fc.integer({ min: 0, max: 400 }).map((n) => n / 4), unit: fc.constant('workingHours' as const) }),
  fc.record({ value: fc.integer({ min: 0, max: 24 }).map((n) => n / 2), unit: fc.constant('workingDays' as const) }),
  fc.record({ value: fc.integer({ min: 0, max: 40 }), unit: fc.constant('days' as const) }),
);
const pausesOf = (at: fc.Arbitrary<number>): fc.Arbitrary<Pause[]> => fc.array(
  fc.tuple(at, fc.oneof(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 20_000 }))).map(([from, minutes]) => ({ from, to: from + minutes * MINUTE })),
  { maxLength: 4 },
);
/** A receipt with pauses near it. */
const dossier = (at: fc.Arbitrary<number>) => at.chain((from) => fc.record({
  from: fc.constant(from),
  pauses: pausesOf(fc.integer({ min: -3_000, max: 30_000 }).map((minutes) => from + minutes * MINUTE)),
}));

test('the engine agrees with the minute walk on questions nobody thought of', () => {
  fc.assert(fc.property(anyCalendar, dossier(minute), allowance, counting, clock, (name, { from, pauses }, limit, rule, running) => {
    const { compiled, walker } = calendars[name]!;
    expect(new Date(dueAt(compiled, from, limit, { counting: rule, pauses, ...running })).toISOString())
      .toBe(new Date(walker.due({ ...limit, from, pauses, counting: rule, ...running })).toISOString());
  }), { numRuns: 400 });
});

test('a stop that was over before the clock began at the next opening moves nothing', () => {
  const { compiled, walker } = calendars['vn-office']!;
  const from = Date.UTC(2026, 0, 5, 0, 18);
  const pauses = [{ from, to: from + 60_000 }];
  for (const [unit, counting] of [['workingHours', 'sameDay'], ['workingDays', 'dayCount'], ['days', 'calendarDays'], ['workingHours', 'hourExact']] as const) {
    const running = { counting, pauses, outsideHours: 'nextOpening' } as const;
    const due = dueAt(compiled, from, { value: 1, unit }, running);
    expect(due).toBe(dueAt(compiled, from, { value: 1, unit }, { counting, outsideHours: 'nextOpening' }));
    expect(due).toBe(walker.due({ value: 1, unit, from, pauses, counting, outsideHours: 'nextOpening' }));
    expect(ledger(compiled, from, { value: 1, unit }, running).due).toBe(due);
  }
});

test('working time agrees with the minute walk', () => {
  fc.assert(fc.property(anyCalendar, minute, fc.integer({ min: 0, max: 30_000 }), (name, from, minutes) => {
    const { compiled, walker } = calendars[name]!;
    const to = from + minutes * MINUTE;
    expect(workingTime(compiled, from, to) / MINUTE).toBe(walker.openMinutes(from, to));
  }), { numRuns: 200 });
});

test('a longer limit is never due earlier, a later receipt neither, a further pause neither', () => {
  fc.assert(fc.property(anyCalendar, dossier(instant), allowance, fc.integer({ min: 1, max: 80 }), counting, (name, { from, pauses }, limit, more, rule) => {
    const { compiled } = calendars[name]!;
    const due = (f: number, value: number, p: Pause[]) => dueAt(compiled, f, { ...limit, value }, { counting: rule, pauses: p });
    const first = due(from, limit.value, pauses);
    expect(first).toBeGreaterThanOrEqual(from);
    expect(due(from, limit.value + more / 4, pauses)).toBeGreaterThanOrEqual(first);
    expect(first).toBeGreaterThanOrEqual(due(from, limit.value, pauses.slice(1)));
    if (rule !== 'sameDay') expect(due(from + more * HOUR, limit.value, [])).toBeGreaterThanOrEqual(due(from, limit.value, []));
  }));
});

test('hourExact: the working time up to the due instant, less the pauses, is the limit', () => {
  fc.assert(fc.property(anyCalendar, dossier(instant), fc.integer({ min: 1, max: 100 * HOUR }), (name, { from, pauses }, ms) => {
    const { compiled } = calendars[name]!;
    const due = dueAt(compiled, from, { value: ms / HOUR, unit: 'workingHours' }, { pauses });
    const stopped = union(pauses).reduce((sum, pause) => sum + overlap(compiled, pause, from, due), 0);
    expect(workingTime(compiled, from, due) - stopped).toBe(Math.round((ms / HOUR) * HOUR));
  }));
});

test('hourExact: a pause gives the same as stopping and going on with what is left', () => {
  fc.assert(fc.property(anyCalendar, instant, fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 20_000 }), (name, from, quarters, after, length) => {
    const { compiled } = calendars[name]!;
    const pause = { from: from + after * MINUTE, to: from + (after + length) * MINUTE };
    const limit = { value: quarters / 4, unit: 'workingHours' as const };
    const used = workingTime(compiled, from, pause.from) / HOUR;
    const whole = dueAt(compiled, from, limit, { pauses: [pause] });
    if (used >= limit.value) expect(whole).toBe(dueAt(compiled, from, limit));
    else expect(Math.abs(whole - dueAt(compiled, pause.to, { ...limit, value: limit.value - used }))).toBeLessThanOrEqual(1);
  }));
});

test('pauses given in pieces, in any order, twice, count as their union', () => {
  fc.assert(fc.property(anyCalendar, dossier(minute), allowance, counting, (name, { from, pauses }, limit, rule) => {
    const { compiled } = calendars[name]!;
    const pieces = pauses.flatMap(({ from: a, to: b }) => {
      const middle = Math.floor((a + b) / 2);
      return [{ from: middle, to: b }, { from: a, to: middle }, { from: a, to: b }];
    }).reverse();
    const due = (p: Pause[]) => dueAt(compiled, from, limit, { counting: rule, pauses: p });
    expect(due(pieces)).toBe(due(pauses));
  }));
});

test('a due instant is never in closed time: it is the end of an open minute, or open itself when the limit is zero', () => {
  fc.assert(fc.property(anyCalendar, dossier(instant), allowance, counting, (name, { from, pauses }, limit, rule) => {
    const { compiled } = calendars[name]!;
    const due = dueAt(compiled, from, limit, { counting: rule, pauses });
    if (limit.value === 0 && countingRule(limit, rule) === 'hourExact') expect(due).toBe(nextOpen(compiled, from));
    else expect(isOpen(compiled, due - 1)).toBe(true);
  }));
});

test('the ledger covers receipt to due without a gap, and its counted spans are the limit', () => {
  fc.assert(fc.property(anyCalendar, dossier(instant), allowance, counting, clock, (name, { from, pauses }, limit, rule, running) => {
    const { compiled } = calendars[name]!;
    const options = { counting: rule, pauses, ...running };
    const { due, ledger: spans } = ledger(compiled, from, limit, options);
    expect(due).toBe(dueAt(compiled, from, limit, options));
    expect([from, ...spans.map((span) => span.to)]).toEqual([...spans.map((span) => span.from), due]);
    expect(spans.every((span) => span.to > span.from && span.why.length > 0)).toBe(true);
    const counted = spans.filter((span) => span.counted);
    expect(counted.some((span) => pauses.some((pause) => pause.to > pause.from && pause.from < span.to && pause.to > span.from))).toBe(false);
    const sum = counted.reduce((total, span) => total + span.to - span.from, 0);
    const days = new Set(counted.map((span) => localDay(compiled.data.zone, span.from))).size;
    switch (countingRule(limit, rule)) {
      case 'hourExact':
        if (limit.unit === 'workingHours') expect(sum).toBe(limit.value * HOUR);
        expect(sum).toBe(counted.reduce((total, span) => total + workingTime(compiled, span.from, span.to), 0));
        break;
      case 'dayCount': if (limit.unit === 'workingDays') expect(days).toBe(Math.ceil(limit.value)); break;
      case 'calendarDays': expect(days).toBe(limit.value); break;
      case 'sameDay': expect(days).toBeLessThanOrEqual(1);
    }
  }), { numRuns: 300 });
});

/** The union of pauses, as an independent reading of "consumes nothing once". */
function union(pauses: readonly Pause[]): Pause[] {
  const edges = [...new Set(pauses.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  return edges.slice(1).map((to, i) => ({ from: edges[i]!, to })).filter((part) => pauses.some((pause) => pause.from <= part.from && part.to <= pause.to));
}
function overlap(compiled: WorkCalendar, pause: Pause, from: number, to: number): number {
  const a = Math.max(pause.from, from);
  const b = Math.min(pause.to, to);
  return b > a ? workingTime(compiled, a, b) : 0;
}
