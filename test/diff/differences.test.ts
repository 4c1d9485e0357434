/** Differences of versions: nothing where nothing changed, the mirror image the other way round, and enough to make the later list of the earlier one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readValidated } from '../../engine/bpmn/validate.js';
import { differences, differencesOf, marksOf, type Difference } from '../../engine/diff/differences.js';
import { itemsOf, type Item, type Value } from '../../engine/diff/items.js';
import { inWords } from '../../engine/diff/words.js';
import type { ProcessGraph, TimeUnit } from '../../engine/graph/types.js';

const FOLDER = join(__dirname, '..', '..', 'procedures');
const read = async (file: string): Promise<ProcessGraph> => (await readValidated(readFileSync(join(FOLDER, file), 'utf8'))).model.processes.find(({ executable }) => executable)!;
let library: ProcessGraph[];
beforeAll(async () => { library = await Promise.all(readdirSync(FOLDER).filter((each) => each.endsWith('.bpmn')).map(read)); }, 60_000);

/** One change each, as a designer makes it; `n` chooses where. */
type Change = (graph: ProcessGraph, n: number, text: string) => ProcessGraph;
const pick = <T>(all: readonly T[], n: number): T => all[n % all.length]!;
const UNITS: readonly TimeUnit[] = ['workingHours', 'workingDays', 'days'];
const CHANGES: readonly Change[] = [
  (graph, n, name) => { const node = pick(Object.values(graph.nodes), n); return { ...graph, nodes: { ...graph.nodes, [node.id]: { ...node, name } } }; },
  (graph, n) => { const gone = pick(Object.keys(graph.nodes), n); return { ...graph, nodes: Object.fromEntries(Object.entries(graph.nodes).filter(([id]) => id !== gone)) }; },
  (graph, n) => { const gone = pick(Object.keys(graph.flows), n); return { ...graph, flows: Object.fromEntries(Object.entries(graph.flows).filter(([id]) => id !== gone)) }; },
  (graph, n, name) => { const node = pick(Object.values(graph.nodes), n); return { ...graph, nodes: { ...graph.nodes, [`new${name}`]: { ...node, id: `new${name}`, name } } }; },
  (graph, n) => { const node = pick(Object.values(graph.nodes).filter((each) => each.kind === 'activity'), n); return { ...graph, nodes: { ...graph.nodes, [node.id]: { ...node, step: { ...node.step, limit: n, unit: pick(UNITS, n) } as never } } }; },
  (graph, n) => { const node = pick(Object.values(graph.nodes), n); return { ...graph, nodes: { ...graph.nodes, [node.id]: { ...node, lane: pick(graph.lanes, n)?.id ?? '' } } }; },
  (graph, n, text) => ({ ...graph, procedure: { ...graph.procedure!, fee: text, timeLimits: [{ value: n, unit: pick(UNITS, n) }] } }),
  (graph, n, text) => ({ ...graph, procedure: { ...graph.procedure!, requiredDocuments: [...graph.procedure!.requiredDocuments.slice(n % 2), { type: text, mandatory: true }] } }),
];
const changed = fc.record({ from: fc.nat(), changes: fc.array(fc.record({ which: fc.nat(CHANGES.length - 1), n: fc.nat(500), text: fc.string({ minLength: 1, maxLength: 12 }) }), { maxLength: 6 }) });
const madeOf = ({ from, changes }: typeof changed extends fc.Arbitrary<infer T> ? T : never): [ProcessGraph, ProcessGraph] => {
  const graph = pick(library, from);
  return [graph, changes.reduce((so, { which, n, text }) => CHANGES[which]!(so, n, text), graph)];
};

/** The earlier list with the differences carried out: what is told has to be all that there is. */
function carriedOut(before: readonly Item[], found: readonly Difference[]): Map<string, Record<string, Value>> {
  const lists = new Map(before.map(({ key, attributes }) => [key, { ...attributes }]));
  for (const each of found) {
    if (each.change === 'removed') { lists.delete(each.item.key); continue; }
    if (each.change === 'added') { lists.set(each.item.key, { ...each.item.attributes }); continue; }
    const { [each.attribute]: _was, ...others } = lists.get(each.item.key)!;
    lists.set(each.item.key, each.after === undefined ? others : { ...others, [each.attribute]: each.after });
  }
  return lists;
}

test('a version does not differ from itself, nor from the same read again', async () => {
  for (const graph of library) expect(differences(graph, graph)).toEqual([]);
  expect(differences(await read('P06-giay-phep-xay-dung.bpmn'), await read('P06-giay-phep-xay-dung.bpmn'))).toEqual([]);
});

test('carried out on the earlier version, the differences give the later one', () => {
  fc.assert(fc.property(changed, (made) => {
    const [before, after] = madeOf(made).map(itemsOf) as [Item[], Item[]];
    const now = new Map(after.map(({ key, attributes }) => [key, attributes]));
    expect(carriedOut(before, differencesOf(before, after))).toEqual(now);
  }), { numRuns: 300 });
});

test('the other way round, what came has gone and every value is turned', () => {
  const told = (found: readonly Difference[], turned: boolean): string[] => found.map((each) => {
    if (each.change !== 'changed') return `${(each.change === 'added') !== turned ? 'added' : 'removed'} ${each.item.key}`;
    return JSON.stringify(turned ? [each.item.key, each.attribute, each.after, each.before] : [each.item.key, each.attribute, each.before, each.after]);
  }).sort();
  fc.assert(fc.property(changed, (made) => {
    const [before, after] = madeOf(made);
    expect(told(differences(after, before), true)).toEqual(told(differences(before, after), false));
  }), { numRuns: 200 });
});

test('each has words in both languages, which name the thing and are not each other\'s', () => {
  fc.assert(fc.property(changed, (made) => {
    const [before, after] = madeOf(made);
    for (const each of differences(before, after)) {
      const [vi, en] = [inWords(each, 'vi'), inWords(each, 'en')];
      expect(vi).not.toBe(en);
      for (const words of [vi, en]) expect(words).not.toMatch(/undefined|\[object|null/);
    }
  }), { numRuns: 100 });
});

test('P03 as published and as corrected: the limits in words, the changed steps on the drawing', async () => {
  const found = differences(await read('P03-cap-doi-gcn-published.bpmn'), await read('P03-cap-doi-gcn.bpmn'));
  expect(found.map((each) => inWords(each, 'vi'))).toContain('Bước “Thẩm định hồ sơ, lập Giấy chứng nhận mới”: thời hạn 6 ngày làm việc → 3 ngày làm việc');
  expect(found.map((each) => inWords(each, 'en'))).toContain('Step “Thẩm định hồ sơ, lập Giấy chứng nhận mới”: time limit 6 working days → 3 working days');
  expect(marksOf(found).get('thamDinh')).toBe('changed');
  expect(found.filter(({ change }) => change !== 'changed')).toEqual([]);
});
