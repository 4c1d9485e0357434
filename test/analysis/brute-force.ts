/**
 * A naive token game over flows, written apart from the analyser: tokens are counted per flow, all interleavings are played.
 * Knows tasks and exclusive, parallel and inclusive gateways, which is what random models are made of.
 */
import type { Id, ProcessGraph } from '../../engine/graph/types.js';

export interface Played { stuck: boolean; twice: boolean; endTwice: boolean; endless: boolean; dead: Id[]; states: number }
type State = Readonly<Record<Id, number>>;

/** Undefined when there are more than `limit` states or more than six tokens on a flow: too much to play through. */
export function playAll(graph: ProcessGraph, limit: number): Played | undefined {
  const start = Object.values(graph.nodes).find((node) => node.type === 'startEvent')!;
  const first = add({}, start.outgoing);
  const seen = new Map<string, State>([[keyOf(first), first]]);
  const after = new Map<string, string[]>();
  const executed = new Set<Id>();
  const result: Played = { stuck: false, twice: false, endTwice: false, endless: false, dead: [], states: 0 };
  for (const [key, state] of seen) {
    if (seen.size > limit || Object.values(state).some((count) => count > 6)) return undefined;
    if (Object.entries(state).some(([flow, count]) => count > 1 && !flow.startsWith('ended:'))) result.twice = true;
    if (Object.entries(state).some(([flow, count]) => count > 1 && flow.startsWith('ended:'))) result.endTwice = true;
    const steps = moves(graph, state);
    if (steps.length === 0 && Object.keys(state).some((flow) => !flow.startsWith('ended:'))) result.stuck = true;
    after.set(key, steps.map((each) => keyOf(each.state)));
    for (const { node, state: next } of steps) {
      executed.add(node);
      if (!seen.has(keyOf(next))) seen.set(keyOf(next), next);
    }
  }
  result.states = seen.size;
  result.endless = someGoOnForEver(after);
  result.dead = Object.values(graph.nodes).filter((node) => node.kind === 'activity' && !executed.has(node.id)).map((node) => node.id);
  return result;
}

function moves(graph: ProcessGraph, state: State): { node: Id; state: State }[] {
  return Object.values(graph.nodes).flatMap((node) => {
    const marked = node.incoming.filter((flow) => (state[flow] ?? 0) > 0);
    if (marked.length === 0) return [];
    const done = (taken: readonly Id[], given: readonly Id[]) => ({ node: node.id, state: add(take(state, taken), given) });
    if (node.type === 'endEvent') return marked.map((flow) => done([flow], [`ended:${node.id}`]));
    if (node.type === 'parallelGateway') return marked.length === node.incoming.length ? [done(marked, node.outgoing)] : [];
    if (node.type === 'exclusiveGateway') return marked.flatMap((flow) => node.outgoing.map((out) => done([flow], [out])));
    if (node.type === 'inclusiveGateway') return mayJoin(graph, node.id, state) ? choices(node.outgoing).map((out) => done(marked, out)) : [];
    return marked.map((flow) => done([flow], node.outgoing));
  });
}

function mayJoin(graph: ProcessGraph, gateway: Id, state: State): boolean {
  const incoming = graph.nodes[gateway]!.incoming;
  const leadsTo = (from: Id): Set<Id> => {
    const flows = new Set([from]);
    for (const flow of flows) {
      const target = graph.flows[flow]!.target;
      if (target !== gateway) for (const next of graph.nodes[target]!.outgoing) flows.add(next);
    }
    return flows;
  };
  return Object.keys(state).filter((flow) => !flow.startsWith('ended:')).every((flow) => {
    const reached = incoming.filter((each) => leadsTo(flow).has(each));
    return reached.every((each) => (state[each] ?? 0) > 0) || reached.some((each) => (state[each] ?? 0) > 0);
  });
}
function choices(flows: readonly Id[]): Id[][] {
  return Array.from({ length: 2 ** flows.length - 1 }, (_, n) => flows.filter((_flow, at) => ((n + 1) >> at) & 1));
}
function take(state: State, flows: readonly Id[]): State {
  const next = { ...state };
  for (const flow of flows) {
    next[flow] = next[flow]! - 1;
    if (next[flow] === 0) delete next[flow];
  }
  return next;
}
function add(state: State, flows: readonly Id[]): State {
  const next = { ...state };
  for (const flow of flows) next[flow] = flow.startsWith('ended:') ? Math.min(2, (next[flow] ?? 0) + 1) : (next[flow] ?? 0) + 1;
  return next;
}
function keyOf(state: State): string { return Object.entries(state).sort(([a], [b]) => (a < b ? -1 : 1)).join(';'); }

/** From some state no end is reached any more, good or bad. `after`: by state, those that follow. */
export function someGoOnForEver(after: ReadonlyMap<string, readonly string[]>): boolean {
  const leaves = new Set([...after].filter(([, next]) => next.length === 0).map(([key]) => key));
  for (let size = -1; size !== leaves.size;) {
    size = leaves.size;
    for (const [key, next] of after) if (next.some((each) => leaves.has(each))) leaves.add(key);
  }
  return [...after.keys()].some((key) => !leaves.has(key));
}
