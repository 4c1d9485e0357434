/** Figures over time and by part: against counting by hand. */
import fc from 'fast-check';
import { vnOffice } from '../../engine/calendar/vn-office.js';
import { mine } from '../../engine/mining/mine.js';
import { readLog } from '../../engine/mining/read/read.js';
import { batchSizes } from '../../engine/mining/figures/batching.js';
import { makeLog, toCsv } from './logs.js';

const csv = (rows: readonly string[], head = 'case,activity,time,resource,group'): string => [head, ...rows].join('\n');

test('batches: groups of completions within 15 minutes of the next', () => {
  const minutes = (...list: number[]): number[] => batchSizes(list.map((n) => n * 60_000_000));
  expect(minutes(0, 15, 30, 46, 100)).toEqual([3]);
  expect(minutes(0, 16, 32)).toEqual([]);
  expect(minutes(0, 1, 60, 61, 62)).toEqual([2, 3]);
  expect(minutes()).toEqual([]);
});

test('batching by activity and person', () => {
  const rows = [1, 2, 3, 4].map((c) => `${c},Sign,2026-01-05T08:0${c}:00Z,boss,`).concat('5,Sign,2026-01-06T08:00:00Z,boss,', '6,Sign,2026-01-05T08:01:30Z,other,');
  expect(mine(readLog(csv(rows))).batching).toEqual([{ activity: 'Sign', resource: 'boss', completions: 5, inBatches: 4, share: 0.8, batches: 1, meanSize: 4 }]);
});

test('arrivals, completions and what is open, by week from Monday', () => {
  const rows = ['a,x,2026-01-04T23:59:59Z,,', 'a,y,2026-01-20T00:00:00Z,,', 'b,x,2026-01-05T00:00:00Z,,', 'c,x,2026-03-12T00:00:00Z,,'];
  const { unit, periods } = mine(readLog(csv(rows))).overTime;
  expect(unit).toBe('week');
  expect(periods[0]).toEqual({ from: '2025-12-29T00:00:00Z', arrivals: 1, completions: 0, open: 1 });
  expect(periods[1]).toEqual({ from: '2026-01-05T00:00:00Z', arrivals: 1, completions: 1, open: 1 });
  expect(periods[3]).toEqual({ from: '2026-01-19T00:00:00Z', arrivals: 0, completions: 1, open: 0 });
  expect(periods).toHaveLength(11);
});

test('over any log: all cases come and go, none is open after the last event', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 60 }), (seed, cases) => {
    const log = readLog(toCsv(makeLog(seed, cases)));
    const { periods } = mine(log).overTime;
    expect(periods.reduce((sum, each) => sum + each.arrivals, 0)).toBe(log.cases.length);
    expect(periods.reduce((sum, each) => sum + each.completions, 0)).toBe(log.cases.length);
    expect(periods[periods.length - 1]!.open).toBe(0);
  }), { numRuns: 20 });
});

test('waiting and working by activity add up to the service and waiting times', () => {
  const mined = mine(readLog(toCsv(makeLog(2, 80, true))));
  for (const { name, n, waiting, working } of mined.timeByActivity!) {
    expect(n).toBe(mined.serviceTime![name]?.n ?? 0);
    expect(Math.abs(working - (mined.serviceTime![name]?.mean ?? 0) * n)).toBeLessThan(1e-6 * Math.max(1, working));
    expect(Math.abs(waiting - (mined.waitingTime![name]?.mean ?? 0) * (mined.waitingTime![name]?.n ?? 0))).toBeLessThan(1e-6 * Math.max(1, waiting));
  }
  for (const list of [mined.timeByActivity!, mined.timeByUnit!]) expect(list.reduce((sum, each) => sum + each.share, 0)).toBeCloseTo(1, 9);
});

test('our own names of transitions are those of XES', () => {
  const theirs = makeLog(2, 20, true);
  const ours = theirs.map((each) => ({ ...each, transition: each.transition === 'start' ? 'started' : 'completed' }));
  expect(mine(readLog(toCsv(ours)))).toEqual(mine(readLog(toCsv(theirs))));
});

test('working time between events: a night is none', () => {
  const rows = ['a,x,2026-01-05T09:00:00+07:00,,', 'a,y,2026-01-06T09:00:00+07:00,,'];
  const [pair] = mine(readLog(csv(rows)), { calendar: vnOffice() }).directlyFollows;
  expect(pair).toMatchObject({ mean: 86_400, working: { sum: 28_800, mean: 28_800, median: 28_800, p90: 28_800 } });
});

test('parts by version, by month and by department', () => {
  const rows = ['a,x,2026-01-05T08:00:00Z,p,north,1', 'a,y,2026-01-05T09:00:00Z,q,south,1', 'b,x,2026-02-05T08:00:00Z,p,north,2', 'b,x,2026-02-05T10:00:00Z,p,north,2', 'c,x,2026-02-06T08:00:00Z,p,north,'];
  const log = readLog(csv(rows, 'case,activity,time,resource,group,case:version'), { keepAttributes: true });
  const parts = (by: string) => mine(log, { by }).split!;
  expect(parts('version')).toMatchObject({ by: 'version', without: 1, parts: [{ value: '1', cases: 1, events: 2, handovers: 1, reworkShare: 0 }, { value: '2', cases: 1, events: 2, handovers: 0, reworkShare: 1, caseDuration: { mean: 7200 } }] });
  expect(parts('month').parts.map(({ value, cases }) => [value, cases])).toEqual([['2026-01', 1], ['2026-02', 2]]);
  expect(parts('department').parts.map(({ value, cases, events }) => [value, cases, events])).toEqual([['north', 3, 4], ['south', 1, 1]]);
  expect(() => parts('colour')).toThrow('no case has "colour"');
});

test('departments that pass a case back and forth', () => {
  const rows = ['a,x,2026-01-05T08:00:00Z,p,north', 'a,y,2026-01-05T09:00:00Z,q,south', 'a,z,2026-01-05T10:00:00Z,q,south', 'a,x,2026-01-05T11:00:00Z,p,north'];
  expect(mine(readLog(csv(rows))).pingPong.units).toEqual({ count: 1, cases: 1 });
});
