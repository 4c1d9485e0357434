import type { GatewayNode, Id } from '../../graph/types.js';
import type { Dossier } from '../dossier.js';
import { percent } from '../numbers.js';
import { lacks, type LogAnswer, type LogRule } from '../rule.js';
import type { LogSubject } from '../subject.js';

const LEAST_PASSES = 200;
const RARE = 0.01;

/** T10: a branch is taken in under 1 % of at least 200 passes. Passes are read from what is done next after the steps before the decision. */
export const decisionWithoutEffect: LogRule = {
  check: 'T10',
  run(subject) {
    const graph = subject.drawing?.graph;
    if (!graph) return lacks('T10', 'the drawing');
    const gateways = Object.values(graph.nodes).filter((node): node is GatewayNode => node.kind === 'gateway' && node.type === 'exclusiveGateway' && node.outgoing.length > 1);
    return gateways.flatMap((gateway) => judge(subject, gateway));
  },
};

function judge(subject: LogSubject, gateway: GatewayNode): LogAnswer[] {
  const before = stepsBefore(subject, gateway.id);
  const branches = gateway.outgoing.map((flow) => ({ flow, ...stepsAfter(subject, subject.drawing!.graph.flows[flow]!.target), taken: [] as Dossier[] }));
  // Where two branches begin with the same step, the log does not tell which was taken.
  const steps = branches.flatMap(({ first }) => [...first]);
  if (new Set(steps).size < steps.length || branches.filter(({ ends }) => ends).length > 1) return [];
  let passes = 0;
  for (const { turns } of subject.complete) {
    turns.forEach((turn, i) => {
      if (!before.has(subject.mark(turn.activity))) return;
      const next = turns.slice(i + 1).map((each) => subject.mark(each.activity)).find((id) => before.has(id) || steps.includes(id));
      const branch = branches.find(({ first, ends }) => (next === undefined ? ends : first.has(next)));
      if (!branch) return;
      passes += 1;
      branch.taken.push(turn.dossier);
    });
  }
  if (passes < LEAST_PASSES) return [];
  return branches.filter(({ taken }) => taken.length / passes < RARE).map(({ flow, taken }): LogAnswer => ({
    check: 'T10', severity: 'advice', elements: [gateway.id, flow], dossiers: taken,
    message: { key: 'T10.message', values: { decision: nameOf(subject, gateway), branch: branchName(subject, flow), taken: taken.length, passes, percent: percent(taken.length / passes) } },
    suggestion: { key: 'T10.suggestion' }, evidence: { passes, taken: taken.length, flow },
  }));
}
function nameOf(subject: LogSubject, gateway: GatewayNode): string { return gateway.name ?? subject.drawn!.label(gateway.id); }
function branchName(subject: LogSubject, id: Id): string {
  const flow = subject.drawing!.graph.flows[id]!;
  return flow.name ?? subject.drawn!.label(flow.target);
}

/** Activities from which the node is reached without another activity between. */
function stepsBefore(subject: LogSubject, id: Id): Set<Id> {
  const { nodes, flows } = subject.drawing!.graph;
  return walk(id, (at) => nodes[at]!.incoming.map((flow) => flows[flow]!.source), (at) => nodes[at]!.kind === 'activity').found;
}
/** Activities that can come first, and whether the case can end without one. */
function stepsAfter(subject: LogSubject, id: Id): { first: Set<Id>; ends: boolean } {
  const { nodes, flows } = subject.drawing!.graph;
  if (nodes[id]!.kind === 'activity') return { first: new Set([id]), ends: false };
  const { found, seen } = walk(id, (at) => nodes[at]!.outgoing.map((flow) => flows[flow]!.target), (at) => nodes[at]!.kind === 'activity');
  return { first: found, ends: [...seen].some((each) => nodes[each]!.type === 'endEvent') };
}
function walk(from: Id, next: (id: Id) => readonly Id[], stops: (id: Id) => boolean): { found: Set<Id>; seen: Set<Id> } {
  const found = new Set<Id>();
  const seen = new Set([from]);
  for (const at of seen) {
    for (const to of next(at)) {
      if (stops(to)) found.add(to);
      else seen.add(to);
    }
  }
  return { found, seen };
}
