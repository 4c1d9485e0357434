/** Figures of a log: against the numbers of the field's reference tool, and against slow and simple counting. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { mine, type Mined } from '../../engine/mining/mine.js';
import { readLog } from '../../engine/mining/read/read.js';
import { type MadeEvent, makeLog, toCsv } from './logs.js';

interface Theirs {
  events: number; used: number; variants: number;
  startActivities: Record<string, number>; endActivities: Record<string, number>; rework: Record<string, number>;
  /** from, to, n, sum, mean, median, max */
  directlyFollows: [string, string, ...number[]][];
  caseDuration: Record<string, number>;
  serviceTime?: Record<string, Record<string, number>>;
}
const reference = JSON.parse(readFileSync(join(__dirname, 'reference-figures.json'), 'utf8')) as { tool: string; plain: Theirs; lifecycle: Theirs };

const mined = (events: readonly MadeEvent[]): Mined => mine(readLog(toCsv(events)));

describe.each([['plain', makeLog(1, 120)], ['lifecycle', makeLog(2, 80, true)]] as const)(`${reference.tool} on the log "%s"`, (name, events) => {
  const ours = mined(events);
  const theirs = reference[name];

  test('counts, starts, ends, variants', () => {
    expect([ours.counts.events, ours.counts.eventsUsed, ours.variants.count]).toEqual([theirs.events, theirs.used, theirs.variants]);
    expect(ours.startActivities).toEqual(theirs.startActivities);
    expect(ours.endActivities).toEqual(theirs.endActivities);
  });
  test('directly-follows with times', () => {
    expect(ours.directlyFollows).toHaveLength(theirs.directlyFollows.length);
    for (const [from, to, n, sum, mean, median, max] of theirs.directlyFollows) {
      const pair = ours.directlyFollows.find((each) => each.from === from && each.to === to);
      expect(pair?.n).toBe(n);
      near([pair!.sum, pair!.mean, pair!.median, pair!.max], [sum!, mean!, median!, max!]);
    }
  });
  test('case duration', () => { near(Object.values(ours.caseDuration) as number[], Object.values(theirs.caseDuration)); });
  test('rework', () => {
    expect(Object.fromEntries(Object.entries(ours.rework.perActivity).map(([activity, { cases }]) => [activity, cases]))).toEqual(theirs.rework);
  });
});

test(`service times as in a data frame of starts and completes`, () => {
  const ours = mined(makeLog(2, 80, true)).serviceTime!;
  const theirs = reference.lifecycle.serviceTime!;
  expect(Object.keys(ours).sort()).toEqual(Object.keys(theirs).sort());
  for (const [activity, summary] of Object.entries(theirs)) near(Object.values(ours[activity]!) as number[], Object.values(summary));
});

function near(ours: readonly number[], theirs: readonly number[]): void {
  expect(ours).toHaveLength(theirs.length);
  ours.forEach((value, i) => { expect(Math.abs(value - theirs[i]!)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(theirs[i]!))); });
}

// ---- slow and simple counting ----

const eventOf = fc.record({
  case: fc.constantFrom('c1', 'c2', 'c3'), activity: fc.constantFrom('a', 'b', 'c'), time: fc.integer({ min: 0, max: 6 }).map((n) => n * 1000),
  resource: fc.constantFrom('x', 'y', 'z', undefined), group: fc.constantFrom('g', 'h', undefined), transition: fc.constantFrom('start', 'complete'),
}) as fc.Arbitrary<MadeEvent>;
const logOf = fc.array(eventOf, { minLength: 1, maxLength: 25 });
const plain = logOf.map((events) => events.map(({ transition: _, ...rest }): MadeEvent => rest));

function casesOf(events: readonly MadeEvent[]): MadeEvent[][] {
  const ids = [...new Set(events.map((each) => each.case))];
  return ids.map((id) => events.filter((each) => each.case === id).map((each, i) => ({ each, i })).sort((a, b) => a.each.time - b.each.time || a.i - b.i).map(({ each }) => each));
}
const tally = (keys: readonly string[]): Record<string, number> => keys.reduce<Record<string, number>>((sum, key) => ({ ...sum, [key]: (sum[key] ?? 0) + 1 }), {});
const nextTo = (events: readonly MadeEvent[]): [MadeEvent, MadeEvent][] => casesOf(events).flatMap((list) => list.slice(1).map((each, i): [MadeEvent, MadeEvent] => [list[i]!, each]));

test('pairs, self-loops, variants and rework', () => {
  fc.assert(fc.property(plain, (events) => {
    const ours = mined(events);
    const pairs = tally(nextTo(events).map(([a, b]) => `${a.activity}>${b.activity}`));
    expect(Object.fromEntries(ours.directlyFollows.map(({ from, to, n }) => [`${from}>${to}`, n]))).toEqual(pairs);
    for (const { from, to, sum } of ours.directlyFollows) {
      expect(sum).toBe(nextTo(events).filter(([a, b]) => a.activity === from && b.activity === to).reduce((total, [a, b]) => total + (b.time - a.time) / 1000, 0));
    }
    expect(ours.selfLoops).toEqual(Object.fromEntries(Object.entries(pairs).filter(([key]) => key[0] === key[2]).map(([key, n]) => [key[0], n])));
    const sequences = tally(casesOf(events).map((list) => list.map(({ activity }) => activity).join()));
    expect(Object.fromEntries(ours.variants.top.map(({ activities, cases }) => [activities.join(), cases]))).toEqual(sequences);
    const extras = casesOf(events).flatMap((list) => Object.entries(tally(list.map(({ activity }) => activity))).map(([activity, n]) => ({ activity, extra: n - 1 }))).filter(({ extra }) => extra > 0);
    expect(ours.rework.extraExecutions).toBe(extras.reduce((sum, { extra }) => sum + extra, 0));
    expect(Object.fromEntries(Object.entries(ours.rework.perActivity).map(([key, { cases }]) => [key, cases]))).toEqual(tally(extras.map(({ activity }) => activity)));
  }));
});

test('hand-overs, ping-pong and working together', () => {
  fc.assert(fc.property(plain, (events) => {
    const ours = mined(events);
    const named = nextTo(events).filter(([a, b]) => a.resource !== undefined && b.resource !== undefined);
    const passed = named.filter(([a, b]) => a.resource !== b.resource);
    expect([ours.handovers.pairs, ours.handovers.handovers, ours.handovers.sameResource]).toEqual([named.length, passed.length, named.length - passed.length]);
    expect(Object.fromEntries(ours.handovers.top.map(({ from, to, n }) => [`${from}>${to}`, n]))).toEqual(tally(passed.map(([a, b]) => `${a.resource}>${b.resource}`)));
    const triples = (list: readonly (string | undefined)[]): string[] => list.slice(2).flatMap((c, i) => (list[i] === c && list[i + 1] !== c ? [`${list[i]}${list[i + 1]}`] : []));
    const activityTriples = casesOf(events).flatMap((list) => triples(list.map(({ activity }) => activity)));
    expect(Object.fromEntries(ours.pingPong.activities.map(({ a, b, count }) => [a + b, count]))).toEqual(tally(activityTriples));
    const perCase = casesOf(events).map((list) => list.flatMap(({ resource }) => resource ?? [])).map((list) => triples(list.filter((each, i) => each !== list[i - 1])).length);
    expect(ours.pingPong.resources).toEqual({ count: perCase.reduce((a, b) => a + b, 0), cases: perCase.filter((n) => n > 0).length });
    const together = casesOf(events).flatMap((list) => {
      const present = [...new Set(list.flatMap(({ resource }) => resource ?? []))].sort();
      return present.flatMap((a, i) => present.slice(i + 1).map((b) => `${a}${b}`));
    });
    expect(Object.fromEntries(ours.workingTogether.top.map(({ a, b, cases }) => [[a, b].sort().join(''), cases]))).toEqual(tally(together));
  }));
});

test('busy time is the union of the work of a case', () => {
  fc.assert(fc.property(logOf.filter((events) => new Set(events.map((each) => each.transition)).size === 2), (events) => {
    const { flowEfficiency } = mined(events);
    let busy = 0;
    for (const list of casesOf(events)) {
      const seconds = new Set<number>();
      for (const activity of ['a', 'b', 'c']) {
        const of = (transition: string): number[] => list.filter((each) => each.activity === activity && each.transition === transition).map(({ time }) => time / 1000);
        const ends = of('complete');
        of('start').forEach((from, k) => { for (let s = from; s < (ends[k] ?? from); s += 1) seconds.add(s); });
      }
      busy += seconds.size;
    }
    expect(flowEfficiency!.busy).toBe(busy);
  }));
});

test('with start and complete, control flow counts complete events and case duration all', () => {
  const csv = `case,activity,timestamp,resource,lifecycle
1,A,2026-01-05T08:00:00Z,x,START
1,A,2026-01-05T09:00:00Z,x,COMPLETE
1,B,2026-01-05T10:00:00Z,y,start
1,B,2026-01-05T10:30:00Z,y,complete
`;
  const figures = mine(readLog(csv));
  expect(figures.counts).toEqual({ cases: 1, events: 4, eventsUsed: 2, activities: 2, resources: 2, first: '2026-01-05T08:00:00Z', last: '2026-01-05T10:30:00Z' });
  expect(figures.directlyFollows).toMatchObject([{ from: 'A', to: 'B', n: 1, sum: 5400 }]);
  expect(figures.caseDuration.mean).toBe(9000);
  expect(figures.waitingTime).toMatchObject({ B: { n: 1, mean: 3600 } });
  expect(figures.flowEfficiency).toEqual({ working: 5400, busy: 5400, life: 9000, share: 0.6 });
  expect(figures.handovers.waitOnHandover).toMatchObject({ n: 1, mean: 5400, stdev: 0 });
});

test('bottlenecks by mean leave out pairs in less than one case in a hundred', () => {
  const rare: MadeEvent[] = [{ case: 'r', activity: 'x', time: 0 }, { case: 'r', activity: 'y', time: 9e9 }];
  const usual = Array.from({ length: 150 }, (_, i): MadeEvent[] => [{ case: `c${i}`, activity: 'a', time: 0 }, { case: `c${i}`, activity: 'b', time: 1000 }]).flat();
  const { bottlenecks } = mined([...rare, ...usual]);
  expect(bottlenecks.byTotalTime.map(({ from }) => from)).toEqual(['x', 'a']);
  expect(bottlenecks.byMeanTime.map(({ from }) => from)).toEqual(['a']);
  expect(bottlenecks.byTotalTime.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
});

test('a period takes whole cases by their first event, half-open', () => {
  const day = 86_400_000;
  const events = [0, 1, 2].flatMap((i): MadeEvent[] => [{ case: `c${i}`, activity: 'a', time: i * day }, { case: `c${i}`, activity: 'b', time: (i + 5) * day }]);
  expect(mine(readLog(toCsv(events)), { from: day, to: 2 * day }).counts).toMatchObject({ cases: 1, events: 2, first: '1970-01-02T00:00:00Z', last: '1970-01-07T00:00:00Z' });
});
