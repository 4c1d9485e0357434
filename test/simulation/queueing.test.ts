/** The simulation against queueing theory, with offices that never close. Times in hours. */
import type { Model } from '../../engine/graph/types.js';
import { and, end, start, user, xor } from '../support/bpmn.js';
import { agrees, drawing, run } from './models.js';

let single: Model;
beforeAll(async () => { single = await drawing([start(), user('a'), end()].join(''), ['s>a>e'], { D: ['a'] }); });
const exponential = (meanHours: number): object => ({ type: 'exponential', meanHours });
const arrivals = (ratePerHour: number): object => ({ P: { type: 'exponential', ratePerHour } });
const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

test('M/M/1', () => {
  const { departments, cycleHours } = run(single, { arrivals: arrivals(0.7), resources: { D: { servers: 1 } }, durations: { a: exponential(1) } });
  const D = departments['D']!;
  agrees(D.waitHours, 0.7 / 0.3);
  agrees(cycleHours, 1 / 0.3);
  expect(D.utilisation).toBeCloseTo(0.7, 1.5);
  expect(D.probWait).toBeCloseTo(0.7, 1.5);
  expect(D.arrivalsPerHour).toBeCloseTo(0.7, 1.5);
  // Little's law ties what is measured by dossier to what is measured over time.
  expect(D.queueLength).toBeCloseTo(D.arrivalsPerHour * D.waitHours.mean!, 1);
  expect(D.inSystem).toBeCloseTo(D.arrivalsPerHour * D.stayHours.mean!, 1);
  expect(D.stayHours.p50).toBeCloseTo(Math.log(2) / 0.3, 0);
  expect(D.stayHours.p90).toBeCloseTo(Math.log(10) / 0.3, 0);
});

test('M/M/c: Erlang C', () => {
  const [c, load] = [3, 2.4];
  const sum = Array.from({ length: c }, (_, k) => load ** k / factorial(k)).reduce((a, b) => a + b, 0);
  const last = load ** c / factorial(c) / (1 - load / c);
  const wait = last / (sum + last);
  const D = run(single, { arrivals: arrivals(load), resources: { D: { servers: c } }, durations: { a: exponential(1) } }).departments['D']!;
  agrees(D.waitHours, wait / (c - load));
  expect(D.probWait).toBeCloseTo(wait, 1.5);
  expect(D.utilisation).toBeCloseTo(load / c, 1.5);
});

test.each([[2, 0], [2, 3]])('M/M/%i with %i places in the queue: share turned away', (c, places) => {
  const load = 1.8;
  const weight = (k: number): number => (k <= c ? load ** k / factorial(k) : (load ** c / factorial(c)) * (load / c) ** (k - c));
  const all = Array.from({ length: c + places + 1 }, (_, k) => weight(k));
  const total = all.reduce((a, b) => a + b, 0);
  const D = run(single, { arrivals: arrivals(load), resources: { D: { servers: c } }, durations: { a: exponential(1) }, queueLimit: { D: places } }).departments['D']!;
  expect(D.blockedShare).toBeCloseTo(all[c + places]! / total, 2);
  const queue = all.reduce((sum, p, k) => sum + (Math.max(0, k - c) * p) / total, 0);
  expect(D.queueLength).toBeCloseTo(queue, 1.3);
});

describe('M/G/1: Pollaczek and Khinchine', () => {
  const load = 0.6;
  test.each([
    ['constant', { type: 'constant', meanHours: 1 }, 0], ['uniform', { type: 'uniform', minHours: 0, maxHours: 2 }, 1 / 3],
    ['gamma of shape 0.5', { type: 'gamma', shape: 0.5, meanHours: 1 }, 2], ['gamma of shape 4', { type: 'gamma', shape: 4, meanHours: 1 }, 0.25],
    ['lognormal', { type: 'lognormal', meanHours: 1, sigmaLog: 0.5 }, Math.exp(0.25) - 1], ['empirical', { type: 'empirical', hours: [0.5, 0.5, 2] }, 0.5],
  ])('%s', (_name, distribution, variation) => {
    const D = run(single, { arrivals: arrivals(load), resources: { D: { servers: 1 } }, durations: { a: distribution } }).departments['D']!;
    agrees(D.waitHours, (load * (1 + variation)) / (2 * (1 - load)));
  });
});

test('departments in a row, with work that comes back: Jackson', async () => {
  const model = await drawing([start(), xor('m'), user('a'), user('b'), xor('x'), end()].join(''), ['s>m>a>b>x>e', 'x>m'], { A: ['a'], B: ['b'] });
  const { departments, steps } = run(model, {
    arrivals: arrivals(0.4), resources: { A: { servers: 1 }, B: { servers: 1 } }, durations: { a: exponential(1), b: exponential(1.2) }, branches: { x_m: 0.25 },
  });
  const rate = 0.4 / 0.75;
  expect(steps['a']!.executionsPerCase).toBeCloseTo(1 / 0.75, 1.5);
  agrees(departments['A']!.stayHours, 1 / (1 - rate));
  agrees(departments['B']!.stayHours, 1 / (1 / 1.2 - rate));
});

test('fork and join of two people who are always free: the longer of two', async () => {
  const model = await drawing([start(), and('f'), user('a'), user('b'), and('j'), end()].join(''), ['s>f>a>j', 'f>b>j', 'j>e'], {});
  const { cycleHours } = run(model, { arrivals: arrivals(1), durations: { a: exponential(1), b: exponential(1) } });
  agrees(cycleHours, 1.5);
});

test('two procedures share a department', async () => {
  const other = await drawing([start(), user('b'), end()].join(''), ['s>b>e'], { D: ['b'] }, 'Q');
  const D = run([single, other], { arrivals: { P: { type: 'exponential', ratePerHour: 0.3 }, Q: { type: 'exponential', ratePerHour: 0.4 } }, resources: { D: { servers: 1 } }, durations: { a: exponential(1), b: exponential(1) } }).departments['D']!;
  agrees(D.waitHours, 0.7 / 0.3);
});

test('priority: the preferred class waits less, as theory says', async () => {
  // Non-preemptive, one server, same service: W = R / (1 - r1) and R / ((1 - r1)(1 - r1 - r2)), R = 0.7 (Cobham 1954).
  const other = await drawing([start(), user('b'), end()].join(''), ['s>b>e'], { D: ['b'] }, 'Q');
  const { steps } = run([single, other], {
    arrivals: { P: { type: 'exponential', ratePerHour: 0.3 }, Q: { type: 'exponential', ratePerHour: 0.4 } }, resources: { D: { servers: 1 } },
    durations: { a: exponential(1), b: exponential(1) }, discipline: 'priority', priorities: { P: 0, Q: 1 },
  });
  agrees(steps['a']!.waitHours, 0.7 / 0.7);
  agrees(steps['b']!.waitHours, 0.7 / (0.7 * 0.3));
});
