/** The simulation by hand: calendars, queues, tokens, timers; its bytes; and what is refused. */
import { compileCalendar } from '../../engine/calendar/compile.js';
import { readCalendar } from '../../engine/calendar/read.js';
import type { Model } from '../../engine/graph/types.js';
import { conform } from '../../engine/mining/conform/conform.js';
import { readLog } from '../../engine/mining/read/read.js';
import { randomOf } from '../../engine/simulation/random.js';
import { ScenarioError } from '../../engine/simulation/scenario.js';
import { simulate, type SimulateOptions } from '../../engine/simulation/simulate.js';
import { studentQuantile } from '../../engine/statistics/student.js';
import { and, bpmn, boundary, end, or, start, task, timer, user, xor } from '../support/bpmn.js';
import { readBpmn } from '../../engine/bpmn/read.js';
import { drawing, run } from './models.js';

const constant = (meanHours: number): object => ({ type: 'constant', meanHours });
const office = compileCalendar(readCalendar({
  zone: 'Asia/Ho_Chi_Minh', periods: [{ from: '2025-01-01', week: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, ['07:30-11:30', '13:00-17:00']])) }],
}).calendar!);
const one = async (): Promise<Model> => drawing([start(), user('a'), end()].join(''), ['s>a>e'], { D: ['a'] });
const few = (models: Model | Model[], scenario: Record<string, unknown>, options: SimulateOptions = {}): ReturnType<typeof run> =>
  run(models, { warmup: { cases: 0 }, ...scenario }, { replications: 1, calendars: { office }, ...options });

test('office hours: work stops at noon, in the evening and over the weekend', async () => {
  // Monday 07:30 plus 3 h of working time is 10:30; 3 h of work end at 15:00 after the break: 4.5 h on the clock.
  const monday = few(await one(), { horizon: { cases: 1 }, arrivals: { P: constant(3) }, calendar: 'office', resources: { D: { servers: 1 } }, durations: { a: constant(3) } });
  expect(monday.cycleHours.mean).toBeCloseTo(4.5, 9);
  expect(monday.departments['D']!.utilisation).toBeCloseTo(1, 9);
  // Friday 16:00 plus 2 h of work: Monday 08:30.
  const friday = few(await one(), { horizon: { cases: 1 }, start: '2026-01-09T15:00:00+07:00', arrivals: { P: constant(1) }, calendar: 'office', resources: { D: { servers: 1 } }, durations: { a: constant(2) } });
  expect(friday.cycleHours.mean).toBeCloseTo(64.5, 9);
});

test('what comes while the office is closed waits for its opening', async () => {
  const { departments } = few(await one(), { horizon: { cases: 1 }, start: '2026-01-05T17:00:00+07:00', arrivals: { P: constant(1) }, resources: { D: { servers: 1, calendar: 'office' } }, durations: { a: constant(1) } });
  expect(departments['D']).toMatchObject({ probWait: 1, waitHours: { mean: 13.5 }, stayHours: { mean: 14.5 } });
});

test('one queue by hand', async () => {
  // Every hour one comes, each takes 1.5 h: waits of 0, 0.5, 1, 1.5.
  const { departments, cases, steps, cycleHours } = few(await one(), { horizon: { cases: 4 }, arrivals: { P: constant(1) }, resources: { D: { servers: 1 } }, durations: { a: constant(1.5) } });
  expect([cases, departments['D']!.waitHours.mean, departments['D']!.probWait, cycleHours.p50]).toEqual([4, 0.75, 0.75, 2.25]);
  expect(departments['D']!.utilisation).toBe(1);
  expect(departments['D']!.queueLength).toBeCloseTo(3 / 6, 12);
  expect(steps['a']).toMatchObject({ executionsPerCase: 1, waitHours: { mean: 0.75 }, stayHours: { mean: 2.25, ci95: [null, null] } });
});

test('warm-up cases are part of the horizon and dropped; a full queue turns away', async () => {
  const scenario = { horizon: { cases: 4 }, arrivals: { P: constant(1) }, resources: { D: { servers: 1 } }, durations: { a: constant(1.5) } };
  expect(few(await one(), { ...scenario, warmup: { cases: 2 } })).toMatchObject({ cases: 2, departments: { D: { waitHours: { mean: 1.25 } } } });
  const full = few(await one(), { ...scenario, horizon: { cases: 3 }, durations: { a: constant(10) }, queueLimit: { D: 1 } });
  expect(full.departments['D']!.blockedShare).toBeCloseTo(1 / 3, 12);
  expect(full.cycleHours.mean).toBe((10 + 19) / 2);
});

test('until an instant', async () => {
  const { cases, cycleHours } = few(await one(), { horizon: { until: '2026-01-05T12:45:00+07:00' }, start: '2026-01-05T07:30:00+07:00', arrivals: { P: constant(1) }, durations: { a: constant(0.5) } });
  expect([cases, cycleHours.mean]).toEqual([5, 0.5]);
});

test('dossiers open at the start take their share of people', async () => {
  const scenario = { horizon: { cases: 1 }, arrivals: { P: constant(1) }, resources: { D: { servers: 1 } }, durations: { a: constant(3) }, initial: 'open.json' };
  expect(few(await one(), scenario, { initial: [{ process: 'P', elements: ['a'] }] }).cycleHours.mean).toBe(5);
  expect(() => { simulate([], { ...scenario, arrivals: {} }); }).toThrow(ScenarioError);
});

test('timers: what takes too long goes the other way', async () => {
  const model = await drawing([start(), user('a'), boundary('t', 'a', timer('PT2H')), task('late'), end(), end('e2')].join(''), ['s>a>e', 't>late>e2'], { D: ['a'] });
  const { steps, cycleHours } = few(model, { horizon: { cases: 1 }, arrivals: { P: constant(1) }, durations: { a: constant(5), late: constant(1) } });
  expect([steps['late']!.executionsPerCase, cycleHours.mean]).toEqual([1, 3]);
});

test('an event-based gateway takes what happens first', async () => {
  const wait = (id: string, hours: number): string => `<intermediateCatchEvent id="${id}">${timer(`PT${hours}H`)}</intermediateCatchEvent>`;
  const model = await drawing([start(), '<eventBasedGateway id="g"/>', wait('x', 2), wait('y', 3), end(), end('e2')].join(''), ['s>g>x>e', 'g>y>e2'], {});
  expect(few(model, { horizon: { cases: 1 }, arrivals: { P: constant(1) } }).cycleHours.mean).toBe(2);
});

describe('runs are runs of the drawing', () => {
  const drawings: [string, string, string[]][] = [
    ['choices and loops', [start(), xor('l'), task('a'), xor('x'), task('b'), task('c'), xor('y'), end()].join(''), ['s>l>a>x>b>y>e', 'x>c>y', 'y>l']],
    ['parallel', [start(), and('f'), task('a'), task('b'), and('j'), task('c'), end()].join(''), ['s>f>a>j', 'f>b>j', 'j>c>e']],
    ['inclusive', [start(), or('o'), task('a'), task('b'), task('c'), or('j'), task('d'), end()].join(''), ['s>o>a>j if x', 'o>b>j', 'o>c>j', 'j>d>e']],
    ['two ends', [start(), and('f'), task('a'), task('b'), end('e1'), end('e2')].join(''), ['s>f>a>e1', 'f>b>e2']],
    ['terminate', [start(), and('f'), task('a'), task('b'), end('e1', '<terminateEventDefinition/>'), end('e2')].join(''), ['s>f>a>e1', 'f>b>e2']],
    ['sub-process', [start(), `<subProcess id="sub">${start('s2')}${task('b')}${end('e2')}<sequenceFlow id="i1" sourceRef="s2" targetRef="b"/><sequenceFlow id="i3" sourceRef="b" targetRef="e2"/></subProcess>`, boundary('t', 'sub', timer('PT1H')), task('x'), task('d'), end(), end('e3')].join(''), ['s>sub>d>e', 't>x>e3']],
    ['border event beside the work', [start(), task('a'), boundary('t', 'a', timer('PT1H'), false), task('x'), end(), end('e2')].join(''), ['s>a>e', 't>x>e2']],
  ];
  test.each(drawings)('%s', async (_name, nodes, flows) => {
    const model = await readBpmn(bpmn({ nodes, flows }));
    const rows = ['case,activity,time'];
    const durations = Object.fromEntries(['a', 'b', 'c', 'd', 'x'].filter((id) => nodes.includes(`id="${id}"`)).map((id) => [id, { type: 'exponential', meanHours: 1 }]));
    run(model, { horizon: { cases: 60 }, warmup: { cases: 0 }, arrivals: { P: { type: 'exponential', ratePerHour: 1 } }, durations }, {
      replications: 1, onStep: (dossier, node, hours) => { if (node.kind === 'activity' && node.type === 'task') rows.push(`${dossier},${node.id},${new Date(hours * 3_600_000).toISOString()}`); },
    });
    expect(rows.length).toBeGreaterThan(60);
    const { alignment } = conform(model, readLog(rows.join('\n')));
    expect(alignment.cost).toBe(0);
  });
});

test('the same seed gives the same bytes, another seed others', async () => {
  const scenario = { horizon: { cases: 50 }, warmup: { cases: 0 }, arrivals: { P: { type: 'exponential', ratePerHour: 1 } }, resources: { D: { servers: 1 } }, durations: { a: { type: 'gamma', shape: 2, meanHours: 0.5 } } };
  const bytes = async (seed: number): Promise<string> => JSON.stringify(run(await one(), scenario, { seed, replications: 3 }));
  expect(await bytes(9)).toBe(await bytes(9));
  expect(await bytes(9)).not.toBe(await bytes(10));
});

test.each([
  [{}, 'horizon: is missing'], [{ horizon: {} }, 'horizon: says neither cases nor until'],
  [{ horizon: { cases: 0 } }, 'horizon.cases: is not a whole number from 1'], [{ horizon: { cases: 5 }, warmup: { cases: 5 } }, 'warmup.cases: leaves no case of the horizon'],
  [{ horizon: { cases: 5 }, arrivals: { P: { type: 'weibull' } } }, /^arrivals\.P: is no distribution: exponential/],
  [{ horizon: { cases: 5 }, arrivals: { P: { type: 'uniform', minHours: 2, maxHours: 1 } } }, 'arrivals.P.maxHours: is less than minHours'],
  [{ horizon: { cases: 5 }, arrivals: { X: { type: 'constant', meanHours: 1 } } }, 'arrivals.X: no process "X" in the files; there are P'],
  [{ horizon: { cases: 5 }, arrivals: { P: { type: 'constant', meanHours: 1 } }, durations: { zz: { type: 'constant', meanHours: 1 } } }, 'durations.zz: no such element in the files'],
  [{ horizon: { cases: 5 }, arrivals: { P: { type: 'constant', meanHours: 1 } }, branches: { zz: 0.5 } }, 'branches.zz: no such sequence flow in the files'],
  [{ horizon: { cases: 5 }, arrivals: { P: { type: 'constant', meanHours: 1 } }, resources: { D: { servers: 0 } } }, 'resources.D.servers: is not a whole number from 1'],
  [{ horizon: { cases: 5 }, speed: 3 }, /^speed: is not a key of a scenario/],
])('bad scenario %#', async (scenario, message) => {
  const model = await one();
  expect(() => { simulate(model, scenario); }).toThrow(ScenarioError);
  expect(() => { simulate(model, scenario); }).toThrow(message);
});

test('quantiles of Student as in printed tables', () => {
  for (const [degrees, value] of [[1, 12.706], [2, 4.303], [9, 2.262], [19, 2.093], [120, 1.98]] as const) expect(studentQuantile(0.975, degrees)).toBeCloseTo(value, 3);
});

test('chance is even, and streams of one seed differ', () => {
  const draw = (seed: number, stream: number): number[] => { const random = randomOf(seed, stream); return Array.from({ length: 20_000 }, () => random.next()); };
  const values = draw(1, 0);
  const boxes = Array.from({ length: 20 }, (_, i) => values.filter((value) => Math.floor(value * 20) === i).length);
  // Chi-square with 19 degrees of freedom: 43.8 is its 99.9 % point.
  expect(boxes.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0)).toBeLessThan(43.8);
  const correlation = draw(1, 1).reduce((sum, value, i) => sum + (value - 0.5) * (values[i]! - 0.5), 0) / 20_000 * 12;
  expect(Math.abs(correlation)).toBeLessThan(0.03);
});
