/** Conformance: against the reference tool's numbers, against exhaustive search, and on drawings. */
import fc from 'fast-check';
import { readBpmn } from '../../engine/bpmn/read.js';
import { Aligner, AlignmentError } from '../../engine/mining/conform/align.js';
import { conform, type Conformance } from '../../engine/mining/conform/conform.js';
import { MarkingTable, missingFor, type PetriNet } from '../../engine/mining/conform/net.js';
import { readPnml } from '../../engine/mining/read/pnml.js';
import { readLog } from '../../engine/mining/read/read.js';
import type { EventLog } from '../../engine/mining/log/types.js';
import { and, bpmn, boundary, end, or, start, task, timer, xor } from '../support/bpmn.js';
import { net, pnml, randomNet, randomTrace, SAMPLE } from './nets.js';

/** Letters are activities; every text is a case. */
function logOf(traces: readonly (string | readonly string[])[]): EventLog {
  const rows = traces.flatMap((trace, c) => [...trace].map((activity, i) => `c${c},${activity},2026-01-05T08:${String(i).padStart(2, '0')}:00Z`));
  return readLog(['case,activity,time', ...rows].join('\n'));
}

// Figures of pm4py 2.7.23.11 on this net and these traces (seed 11); its cost counts 10,000 for a move and was divided.
const TRACES = ['adbcd', 'acbd', 'cba', 'abd', 'abeccd', 'ebcca', 'ace', 'xabccd', 'acee', 'accbe', 'abcd', 'dcba', 'aceecbe', 'abccd', 'adcbe', 'acbd', 'accbe', 'abcd', 'dbca', 'aebc', 'acbd', 'e', 'abaccd', 'acccbe', 'ccd', 'acbd', 'abce', 'ebcca', 'dcba', 'abd', 'acbd', 'ace', 'accbe', 'ace', 'ace', 'cec', 'acxe', 'abccd', 'abcd', 'aebccd'];

test('figures of the reference tool', () => {
  const { tokenReplay, alignment, precision } = conform(net(SAMPLE), logOf(TRACES));
  expect(tokenReplay).toEqual({ fittingCases: 21, share: 0.525, averageTraceFitness: expect.closeTo(0.8437635281385283, 12) as number, logFitness: expect.closeTo(0.881422569027611, 12) as number });
  const events = TRACES.join('').length;
  expect(alignment).toEqual({ fittingCases: 19, averageFitness: expect.closeTo(0.8496626984126984, 12) as number, logFitness: 1 - 42 / (events + 3 * TRACES.length), cost: 42 });
  expect(precision).toBeCloseTo(0.7799227799227799, 12);
});

test('the same from PNML', () => {
  expect(conform(readPnml(pnml(net(SAMPLE))), logOf(TRACES))).toEqual(conform(net(SAMPLE), logOf(TRACES)));
});

test('a replay by hand: one token missing, one remaining', () => {
  // a > b > c; the trace a c lacks the token before c and leaves the one before b.
  const { tokenReplay } = conform(net(['a: source > p', 'b: p > q', 'c: q > sink']), logOf(['ac']));
  expect(tokenReplay.averageTraceFitness).toBe(0.5 * (1 - 1 / 3) + 0.5 * (1 - 1 / 3));
});

/** Cheapest cost by walking all states (Dijkstra), without any bound; undefined when there is no run. */
function cheapest(of: PetriNet, trace: readonly string[]): number | undefined {
  const table = new MarkingTable(of);
  const best = new Map<string, number>([[`${table.initial} 0`, 0]]);
  const layers: string[][] = [[`${table.initial} 0`]];
  for (let cost = 0; cost < layers.length; cost += 1) {
    for (const key of layers[cost] ?? []) {
      if (best.get(key) !== cost) continue;
      const [marking = 0, at = 0] = key.split(' ').map(Number);
      if (marking === table.final && at === trace.length) return cost;
      const go = (next: number, position: number, price: number): void => {
        const to = `${next} ${position}`;
        if ((best.get(to) ?? Infinity) <= cost + price || table.at(next).some((tokens) => tokens > 3)) return;
        best.set(to, cost + price);
        (layers[cost + price] ??= []).push(to);
      };
      if (at < trace.length) go(marking, at + 1, 1);
      of.transitions.forEach((transition) => {
        if (missingFor(table.at(marking), transition.take) > 0) return;
        const next = table.fire(marking, transition);
        go(next, at, transition.label === undefined ? 0 : 1);
        if (transition.label === trace[at] && at < trace.length) go(next, at + 1, 0);
      });
    }
  }
  return undefined;
}

const bounded = randomNet.filter((of) => {
  const table = new MarkingTable(of);
  for (let at = 0; at < table.size; at += 1) {
    if (table.size > 400 || table.at(at).some((tokens) => tokens > 3)) return false;
    table.successorsOf(at);
  }
  return true;
});

test('alignments cost what exhaustive search finds, and their moves are a run and the trace', () => {
  fc.assert(fc.property(bounded, fc.array(randomTrace, { minLength: 1, maxLength: 4 }), (of, traces) => {
    const table = new MarkingTable(of);
    const aligner = new Aligner(table);
    for (const trace of traces) {
      const cost = cheapest(of, trace);
      if (cost === undefined) {
        expect(() => aligner.align(trace)).toThrow(AlignmentError);
        continue;
      }
      const { moves, cost: found } = aligner.align(trace);
      expect(found).toBe(cost);
      expect(moves.flatMap(({ event }) => event ?? [])).toEqual(trace.map((_label, i) => i));
      let marking = table.initial;
      let price = 0;
      for (const { transition, event } of moves) {
        const fired = transition === undefined ? undefined : of.transitions[transition]!;
        if (fired && event !== undefined) expect(fired.label).toBe(trace[event]);
        if (fired ? fired.label !== undefined && event === undefined : true) price += 1;
        if (!fired) continue;
        expect(missingFor(table.at(marking), fired.take)).toBe(0);
        marking = table.fire(marking, fired);
      }
      expect([marking, price]).toEqual([table.final, cost]);
    }
  }), { numRuns: 300 });
});

test('precision: what the net allows after each prefix and nobody did', () => {
  // After a: b, c or d; the log never did d. After nothing: a alone.
  const choice = net(['a: source > p', 'b: p > sink', 'c: p > sink', 'd: p > sink']);
  expect(conform(choice, logOf(['ab', 'ab', 'ac'])).precision).toBe(1 - 3 / (3 + 9));
});

describe('drawings', () => {
  const read = async (nodes: string, flows: string[], traces: readonly (string | readonly string[])[], roots = ''): Promise<Conformance> => conform(await readBpmn(bpmn({ nodes, flows, roots })), logOf(traces));
  const fits = async (nodes: string, flows: string[], traces: readonly string[], others: readonly string[]): Promise<void> => {
    for (const trace of traces) expect([trace, (await read(nodes, flows, [trace])).alignment.cost]).toEqual([trace, 0]);
    for (const trace of others) expect([trace, (await read(nodes, flows, [trace])).alignment.cost > 0]).toEqual([trace, true]);
  };
  test('sequence, exclusive and parallel gateways', async () => {
    await fits([start(), task('a'), xor('x'), task('b'), task('c'), xor('y'), and('f'), task('d'), task('g'), and('j'), end()].join(''),
      ['s>a>x>b>y', 'x>c>y', 'y>f>d>j', 'f>g>j>e'], ['abdg', 'acgd'], ['abcdg', 'abd', 'bdg']);
  });
  test('inclusive gateways wait for what can still come', async () => {
    await fits([start(), or('o'), task('a'), task('b'), task('c'), or('j'), task('d'), end()].join(''),
      ['s>o>a>j', 'o>b>j', 'o>c>j', 'j>d>e'], ['ad', 'bd', 'abd', 'cad', 'bcad'], ['d', 'adb', 'abdd', 'aad']);
  });
  test('a loop, and ends reached one by one', async () => {
    await fits([start(), xor('l'), task('a'), xor('x'), and('f'), task('b'), task('c'), end('e1'), end('e2')].join(''),
      ['s>l>a>x>f', 'x>l', 'f>b>e1', 'f>c>e2'], ['abc', 'aacb'], ['ab', 'a', 'abcc']);
  });
  test('sub-process, with an interrupting boundary event', async () => {
    const inner = `<subProcess id="sub">${start('s2')}${task('b')}${task('c')}${end('e2')}<sequenceFlow id="i1" sourceRef="s2" targetRef="b"/><sequenceFlow id="i2" sourceRef="b" targetRef="c"/><sequenceFlow id="i3" sourceRef="c" targetRef="e2"/></subProcess>`;
    await fits([start(), task('a'), inner, boundary('t', 'sub', timer('PT1H')), task('d'), task('x'), end(), end('e3')].join(''),
      ['s>a>sub>d>e', 't>x>e3'], ['abcd', 'abx', 'ax', 'abcx'], ['abcdx', 'abd', 'acd']);
  });
  test('a boundary event that does not interrupt happens at most once', async () => {
    await fits([start(), task('a'), boundary('t', 'a', timer('PT1H'), false), task('x'), end(), end('e2')].join(''), ['s>a>e', 't>x>e2'], ['a', 'ax', 'xa'], ['xxa', 'x']);
  });
  test('a terminate end ends all', async () => {
    await fits([start(), and('f'), task('a'), task('b'), end('e1', '<terminateEventDefinition/>'), end('e2')].join(''), ['s>f>a>e1', 'f>b>e2'], ['a', 'ba', 'ab'], ['b']);
  });
  test('an event is looked for in the log only when the log has its name', async () => {
    const nodes = [start(), task('a'), `<intermediateCatchEvent id="m" name="w">${timer('PT1H')}</intermediateCatchEvent>`, task('b'), end()].join('');
    await fits(nodes, ['s>a>m>b>e'], ['ab', 'awb'], ['abw']);
  });
  test('activities that repeat by themselves', async () => {
    await fits([start(), task('a', '<multiInstanceLoopCharacteristics/>'), task('b'), end()].join(''), ['s>a>b>e'], ['ab', 'aaab'], ['b']);
  });
  test('deviations in words: skipped, out of order, not foreseen', async () => {
    const { deviations } = await read([start(), task('a', '', 'name="Check"'), task('b'), task('c'), end()].join(''), ['s>a>b>c>e'],
      [['Check', 'b', 'c'], ['b', 'c'], ['Check', 'b', 'c', 'z'], ['b', 'c', 'Check']]);
    expect(deviations.map(({ kind, element, activity, cases, events }) => [kind, element ?? activity, cases, events]).sort()).toEqual([
      ['notForeseen', 'z', 1, 1], ['outOfOrder', 'a', 1, 1], ['skipped', 'a', 1, 1],
    ]);
    expect(deviations.find(({ kind }) => kind === 'skipped')?.message).toBe('Check was skipped');
  });
  test('work done by another department than its lane says', async () => {
    const lanes = '<laneSet id="ls"><lane id="l1" name="Counter"><flowNodeRef>s</flowNodeRef><flowNodeRef>a</flowNodeRef></lane><lane id="l2" name="Land"><flowNodeRef>b</flowNodeRef><flowNodeRef>e</flowNodeRef></lane></laneSet>';
    const model = await readBpmn(bpmn({ nodes: [lanes, start(), task('a'), task('b'), end()].join(''), flows: ['s>a>b>e'] }));
    const log = readLog(['case,activity,time,group', '1,a,2026-01-05T08:00:00Z,Counter', '1,b,2026-01-05T09:00:00Z,Counter'].join('\n'));
    expect(conform(model, log).deviations).toMatchObject([{ kind: 'wrongDepartment', element: 'b', cases: 1, events: 1 }]);
  });
});

test.each([
  ['<pnml></pnml>', 'the net has no transitions'],
  ['<log></log>', 'line 1: <log> where <pnml> was expected'],
  ['<pnml>\n<place id="p"/><transition id="t"/>\n<arc id="a" source="q" target="t"/></pnml>', 'line 3: "q" is not a place'],
  ['<pnml>\n<place>', /^line 2: not well-formed XML/],
])('bad net %#', (text, message) => { expect(() => readPnml(text)).toThrow(message); });
