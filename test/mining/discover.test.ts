/** Discovery: trees found again from their logs, logs replayed without fault on what was found, drawings that are sound. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { soundnessOf } from '../../engine/analysis/soundness/process.js';
import { layoutDefinitions } from '../../engine/bpmn/layout.js';
import { readBpmn } from '../../engine/bpmn/read.js';
import { conform } from '../../engine/mining/conform/conform.js';
import { departmentsOf } from '../../engine/mining/discover/departments.js';
import { discover } from '../../engine/mining/discover/discover.js';
import { type ProcessTree, simplify, treeText } from '../../engine/mining/discover/tree.js';
import { readLog } from '../../engine/mining/read/read.js';
import { treeToBpmn } from '../../engine/mining/write/bpmn.js';
import { randomOf } from '../../engine/simulation/random.js';
import { makeLog, toCsv } from './logs.js';
import { canonical, logText, play, randomTree } from './trees.js';

const found = (traces: readonly string[], noise = 0): string => treeText(discover(readLog(logText(traces.map((trace) => [...trace]))), { noise }));

test.each([
  [['abc', 'abc'], "->( 'a', 'b', 'c' )"], [['ab', 'ac'], "->( 'a', X( 'b', 'c' ) )"], [['abcd', 'acbd'], "->( 'a', +( 'b', 'c' ), 'd' )"],
  [['abd', 'abcabd'], "->( *( ->( 'a', 'b' ), 'c' ), 'd' )"], [['ab', 'b'], "->( X( 'a', tau ), 'b' )"], [['a', 'aa', 'aaa'], "*( 'a', tau )"],
  [['b', 'ab', 'aab'], "->( *( tau, 'a' ), 'b' )"], [['ab', 'abab'], "*( ->( 'a', 'b' ), tau )"], [['abc', 'bac', 'bca'], "+( 'a', ->( 'b', 'c' ) )"],
])('%j gives %s', (traces, tree) => { expect(found(traces)).toBe(tree); });

test('the filter leaves out what is rare', () => {
  const traces = [...Array<string>(95).fill('abcd'), ...Array<string>(3).fill('acbd'), 'dcba', 'abxd'];
  expect(found(traces, 0.2)).toBe("->( 'a', 'b', 'c', 'd' )");
  expect(found(traces)).not.toBe(found(traces, 0.2));
});

test('block-structured trees are found again from complete logs', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 7 }), (seed, size) => {
    const tree = simplify(randomTree(seed, size));
    const random = randomOf(seed, 8);
    const log = readLog(logText(Array.from({ length: 1500 }, () => play(tree, random))));
    expect(canonical(discover(log))).toBe(canonical(tree));
  }), { numRuns: 60, seed: 20_261 });
});

type Theirs = 'tau' | { name: string } | Partial<Record<'sequence' | 'exclusive' | 'parallel' | 'loop', Theirs[]>>;
function read(theirs: Theirs): ProcessTree {
  if (theirs === 'tau') return { kind: 'silent' };
  if ('name' in theirs) return { kind: 'activity', name: theirs.name };
  const [[kind, children]] = Object.entries(theirs) as [['sequence', Theirs[]]];
  return { kind, children: children.map(read) };
}
const reference = JSON.parse(readFileSync(join(__dirname, 'reference-trees.json'), 'utf8')) as { tool: string; trees: Record<string, Theirs> };

test.each(Object.entries(reference.trees))(`the tree of ${reference.tool} from log %s`, (seed, theirs) => {
  const random = randomOf(Number(seed), 9);
  const tree = simplify(randomTree(Number(seed), 7));
  expect(canonical(discover(readLog(logText(Array.from({ length: 400 }, () => play(tree, random))))))).toBe(canonical(simplify(read(theirs))));
});

const randomLog = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 12 });

test('without a filter every case of any log fits, and the drawing is sound', async () => {
  await fc.assert(fc.asyncProperty(randomLog, async (traces) => {
    const log = readLog(logText(traces));
    const model = await readBpmn(treeToBpmn(discover(log), 'x'));
    expect(model.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { alignment, tokenReplay } = conform(model, log);
    expect([alignment.fittingCases, tokenReplay.fittingCases, alignment.cost]).toEqual([log.cases.length, log.cases.length, 0]);
    const sound = soundnessOf(model.processes[0]!);
    expect([sound.stuck, sound.crowded, sound.endless, sound.dead].map((each) => each.length)).toEqual([0, 0, 0, 0]);
  }), { numRuns: 80 });
});

test('with any filter the drawing is sound', async () => {
  await fc.assert(fc.asyncProperty(randomLog, fc.double({ min: 0, max: 1, noNaN: true }), async (traces, noise) => {
    const model = await readBpmn(treeToBpmn(discover(readLog(logText(traces)), { noise }), 'x'));
    const sound = soundnessOf(model.processes[0]!);
    expect([sound.stuck, sound.crowded, sound.endless, sound.dead].map((each) => each.length)).toEqual([0, 0, 0, 0]);
  }), { numRuns: 100 });
});

test('names with signs and blanks, drawn with a place for each step', async () => {
  const log = readLog('case,activity,time\n1,"Kiểm tra <hồ sơ> & ""ký""",2026-01-05T08:00:00Z\n1,Trả  kết quả,2026-01-05T09:00:00Z');
  const xml = await layoutDefinitions(treeToBpmn(discover(log), 'Hồ sơ "A"'));
  const model = await readBpmn(xml);
  expect(model.processes[0]!.order.map((id) => model.processes[0]!.nodes[id]!.name).filter(Boolean)).toEqual(['Kiểm tra <hồ sơ> & "ký"', 'Trả kết quả']);
  expect(xml.match(/<bpmndi:BPMNShape /g)).toHaveLength(4);
  expect(conform(model, log).alignment.fittingCases).toBe(1);
});

test('a log with loops, missing people and equal times: all fit', async () => {
  const log = readLog(toCsv(makeLog(1, 120)));
  expect(conform(await readBpmn(treeToBpmn(discover(log), 'x')), log).alignment.fittingCases).toBe(log.cases.length);
});

test('steps stand in the lanes of their departments, gateways where the way to them comes from; the way through is the same', async () => {
  const log = readLog(['case,activity,time,org:group', '1,Nhận,2026-01-05T08:00:00Z,Một cửa', '1,Xét,2026-01-05T09:00:00Z,Chuyên môn & đất', '1,Trả,2026-01-05T10:00:00Z,Một cửa',
    '2,Nhận,2026-01-06T08:00:00Z,Chuyên môn & đất', '2,Trả,2026-01-06T10:00:00Z,', '3,Nhận,2026-01-07T08:00:00Z,Một cửa', '3,Xét,2026-01-07T09:00:00Z,Chuyên môn & đất', '3,Trả,2026-01-07T10:00:00Z,Một cửa'].join('\n'));
  expect(treeText(discover(log))).toBe("->( 'Nhận', X( 'Xét', tau ), 'Trả' )");
  const xml = await layoutDefinitions(treeToBpmn(discover(log), 'x', departmentsOf(log)));
  const [process] = (await readBpmn(xml)).processes;
  const lanes = process!.lanes.map(({ name, nodes }) => [name, nodes.map((id) => process!.nodes[id]!.name ?? process!.nodes[id]!.kind)]);
  expect(lanes).toEqual([['Một cửa', ['event', 'Nhận', 'gateway', 'gateway', 'Trả', 'event']], ['Chuyên môn & đất', ['Xét']]]);
  expect(xml.match(/<bpmndi:BPMNShape /g)).toHaveLength(9);
  expect(conform(await readBpmn(xml), log).alignment.fittingCases).toBe(3);
});

test('whatever the departments, each node is in one lane and the drawing is as it is without them', async () => {
  await fc.assert(fc.asyncProperty(randomLog, fc.array(fc.constantFrom('A', 'B', '')), async (traces, groups) => {
    const log = readLog(logText(traces));
    const departments = new Map(log.activities.flatMap((name, i) => (groups[i] ? [[name, groups[i]] as const] : [])));
    const [withLanes, without] = await Promise.all([departments, undefined].map((each) => readBpmn(treeToBpmn(discover(log), 'x', each))));
    expect(withLanes!.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const [process] = withLanes!.processes;
    expect(process!.order).toEqual(without!.processes[0]!.order);
    if (departments.size > 0) expect(process!.lanes.flatMap(({ nodes }) => nodes).sort()).toEqual([...process!.order].sort());
    else expect(process!.lanes).toEqual([]);
  }), { numRuns: 60 });
});
