/** S8, S11 and the safety of all rules on random drawings: data flow agrees with playing every run. */
import fc from 'fast-check';
import { graphRules } from '../../engine/analysis/rules/index.js';
import { check } from '../../engine/check.js';
import type { ActivityNode, Id, Model, ProcessGraph } from '../../engine/graph/types.js';
import { blockModel, wildModel } from './random-models.js';
import { findings } from './support.js';

const docs = ['d0', 'd1'];
/** Gives tasks documents to read and write, some of them nothing. */
const withData = (models: fc.Arbitrary<ProcessGraph>): fc.Arbitrary<ProcessGraph> =>
  fc.tuple(models, fc.array(fc.tuple(fc.subarray(docs), fc.subarray(docs)), { minLength: 12, maxLength: 12 })).map(([graph, uses]) => {
    let at = 0;
    const nodes = Object.fromEntries(Object.entries(graph.nodes).map(([id, node]) => {
      if (node.kind !== 'activity') return [id, node];
      const [reads, writes] = uses[at++ % uses.length]!;
      return [id, { ...node, reads, writes }];
    }));
    const data = Object.fromEntries(docs.map((id) => [id, { id, kind: 'dataObject' as const, scope: graph.id, isCollection: false, document: { type: id, source: 'unit', fields: [] } }]));
    return { ...graph, nodes, data };
  });
const modelOf = (graph: ProcessGraph): Model => ({ id: 'm', xml: '', processes: [graph], participants: [], messageFlows: [], diagnostics: [] });

interface Played { early: Set<string>; lost: Set<string> }
/**
 * `early`: steps that read what nobody has written; `lost`: documents written again before anybody read them; over all
 * interleavings of a drawing of tasks, exclusive and parallel gateways.
 */
function play(graph: ProcessGraph): Played | undefined {
  const start = Object.values(graph.nodes).find((node) => node.type === 'startEvent')!;
  const found: Played = { early: new Set(), lost: new Set() };
  const seen = new Set<string>();
  const queue: { flows: Id[]; written: string[]; unread: string[] }[] = [{ flows: [...start.outgoing], written: [], unread: [] }];
  for (const { flows, written, unread } of queue) {
    const key = [flows, written, unread].map((each) => [...each].sort().join()).join('|');
    if (seen.has(key)) continue;
    seen.add(key);
    if (seen.size > 4000 || new Set(flows).size < flows.length) return undefined;
    for (const flow of new Set(flows)) {
      const node = graph.nodes[graph.flows[flow]!.target]!;
      const rest = flows.filter((each) => each !== flow);
      if (node.type === 'parallelGateway') {
        if (node.incoming.every((each) => flows.includes(each))) queue.push({ flows: [...flows.filter((each) => !node.incoming.includes(each)), ...node.outgoing], written, unread });
      } else if (node.type === 'exclusiveGateway') for (const out of node.outgoing) queue.push({ flows: [...rest, out], written, unread });
      else if (node.type === 'inclusiveGateway') return undefined;
      else {
        const { reads = [], writes = [] } = node as ActivityNode;
        for (const doc of reads) if (!written.includes(doc)) found.early.add(`${node.id}:${doc}`);
        const left = unread.filter((doc) => !reads.includes(doc));
        for (const doc of writes) if (left.includes(doc)) found.lost.add(doc);
        queue.push({ flows: [...rest, ...node.outgoing], written: [...new Set([...written, ...writes])], unread: [...new Set([...left, ...writes])] });
      }
    }
  }
  return found;
}

describe('data flow', () => {
  it('S8 finds exactly the reads that some run makes too early', async () => {
    await fc.assert(fc.asyncProperty(withData(blockModel(true)), async (graph) => {
      const played = play(graph);
      fc.pre(played !== undefined);
      const found = (await findings(modelOf(graph), 'S8')).map((each) => `${String(each.evidence['step'])}:${String(each.evidence['document'])}`);
      expect(found.sort()).toEqual([...played!.early].sort());
    }), { numRuns: 300, seed: 23 });
  });
  it('S10 names no document that no run loses', async () => {
    await fc.assert(fc.asyncProperty(withData(blockModel(true)), async (graph) => {
      const played = play(graph);
      fc.pre(played !== undefined);
      for (const each of await findings(modelOf(graph), 'S10')) expect(played!.lost).toContain(String(each.evidence['document']));
    }), { numRuns: 300, seed: 31 });
  });
  it('no rule fails on any drawing, sound or not', async () => {
    await fc.assert(fc.asyncProperty(withData(fc.oneof(wildModel, blockModel(false))), async (graph) => {
      const answers = await check([modelOf(graph), modelOf({ ...graph, id: 'other' })], { library: true, on: '2026-11-25' });
      const known = new Set(Object.keys(graph.nodes).concat(Object.keys(graph.flows)));
      for (const each of answers) if (each.canTell) for (const id of each.elements) expect(known).toContain(id);
    }), { numRuns: 200, seed: 29 });
    expect(graphRules.length).toBeGreaterThan(30);
  });
});
