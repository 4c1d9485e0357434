/** Every run of a small model, played by the interpreter itself: who decides what in which order is all that is open. */
import type { FlowNode, Id, Plan, ProcessGraph } from '../../engine/graph/types.js';
import { initialState, step, type Command, type ProcessState } from '../../engine/interpreter/index.js';
import { someGoOnForEver, type Played } from './brute-force.js';

const NEVER = { text: 'false', ast: { kind: 'literal', value: false } } as const;
const MOST_INSTANCES = 12;
type Verdict = Pick<Played, 'stuck' | 'endless' | 'dead' | 'states'>;

/** Tasks are done by people, and no condition ever holds: at a decision the interpreter asks which way to go (an incident), so that every way is tried. */
function playable(graph: ProcessGraph): Plan {
  const nodes = Object.fromEntries(Object.values(graph.nodes).map((node): [Id, FlowNode] => [node.id, node.type === 'task' ? { ...node, type: 'userTask' } as FlowNode : node]));
  const decides = (id: Id): boolean => nodes[id]?.type === 'exclusiveGateway' && nodes[id].outgoing.length > 1;
  const flows = Object.fromEntries(Object.values(graph.flows).map((flow) => [flow.id, decides(flow.source) ? { ...flow, condition: NEVER } : flow]));
  return { hash: 'test', root: graph.id, processes: { [graph.id]: { ...graph, executable: true, nodes, flows } as ProcessGraph } };
}

/** What is the same however it came about: tokens that wait, and what is active where. */
function keyOf({ scopes, instances, incidents, status }: ProcessState): string {
  const tokens = Object.values(scopes).flatMap((scope) => Object.entries(scope.tokens).map(([flow, count]) => `${flow}*${count}`));
  const active = Object.values(instances).map(({ node }) => node);
  return [status, ...tokens.sort(), '|', ...active.sort(), '|', ...Object.values(incidents).map(({ node }) => node).sort()].join(' ');
}

function movesOf(plan: Plan, { instances, incidents }: ProcessState): Record<string, unknown>[] {
  const nodes = plan.processes[plan.root]!.nodes;
  return [
    ...Object.values(instances).filter(({ work }) => work).map(({ id }) => ({ type: 'completeWorkItem', item: id })),
    ...Object.values(incidents).flatMap(({ id, node }) => nodes[node]!.outgoing.map((flow) => ({ type: 'resolveIncident', incident: id, action: 'skip', flow }))),
  ];
}

/** Undefined when there are more than `limit` states or more work at a time than small models have: too much to play through. */
export function interpretAll(graph: ProcessGraph, limit: number): Verdict | undefined {
  const plan = playable(graph);
  let n = 0;
  const executed = new Set<Id>();
  const go = (state: ProcessState, body: Record<string, unknown>): ProcessState => {
    n += 1;
    const next = step(plan, state, { commandId: `c${n}`, at: n, ...body } as Command);
    if (!next.accepted) throw new Error(`${String(body.type)}: ${next.rejection.message}`);
    for (const event of next.events) if (event.type === 'nodeEntered') executed.add(event.node);
    return next.state;
  };
  const first = go(initialState(), { type: 'startProcess' });
  const seen = new Map([[keyOf(first), first]]);
  const after = new Map<string, string[]>();
  let stuck = false;
  for (const [key, state] of seen) {
    if (seen.size > limit || Object.keys(state.instances).length > MOST_INSTANCES) return undefined;
    const moves = movesOf(plan, state);
    stuck ||= moves.length === 0 && state.status === 'running';
    after.set(key, moves.map((move) => { const next = go(state, move); const there = keyOf(next); if (!seen.has(there)) seen.set(there, next); return there; }));
  }
  const dead = Object.values(graph.nodes).filter((node) => node.kind === 'activity' && !executed.has(node.id)).map(({ id }) => id);
  return { stuck, endless: someGoOnForEver(after), dead, states: seen.size };
}
