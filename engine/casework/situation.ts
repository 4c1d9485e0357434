/** Where the token stands, as far as the rules of the case look at it. */
import type { FlowNode, Id, Plan, ProcessGraph } from '../graph/types.js';
import type { ProcessState } from '../interpreter/state.js';
import { isHandingOver, isStopped, openNodes, stepKind, type OpenNode } from '../record/ledger.js';
import type { Situation } from './types.js';

export function situationOf(plan: Plan, state: ProcessState): Situation {
  const open = state.status === 'running' ? openNodes(plan, state) : [];
  return { ready: isHandingOver(open), receiving: isReceiving(open), stopped: isStopped(open), ahead: kindsAhead(plan, open) };
}

export function isReceiving(open: readonly OpenNode[]): boolean {
  return open.length > 0 && open.every((each) => stepKind(each.node) === 'receive');
}

/** Kinds of the steps that some way on leads to, those that are open included. Over-estimates: conditions are not looked at. */
function kindsAhead(plan: Plan, open: readonly OpenNode[]): string[] {
  const kinds = new Set<string>();
  const seen = new Set<Id>();
  const queue = open.map(({ process, node }) => ({ process, id: node.id }));
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { process, id } = next;
    const graph = plan.processes[process];
    const node = graph?.nodes[id];
    if (!graph || !node || seen.has(`${process} ${id}`)) continue;
    seen.add(`${process} ${id}`);
    const kind = stepKind(node);
    if (kind !== undefined) kinds.add(kind);
    for (const target of onward(graph, node)) queue.push({ process, id: target });
    const called = node.kind === 'activity' && node.calledElement !== undefined ? plan.processes[node.calledElement] : undefined;
    for (const inner of called?.order ?? []) queue.push({ process: called!.id, id: inner });
    if (process !== plan.root) for (const caller of callersOf(plan, process)) queue.push(caller);
  }
  return [...kinds].sort();
}

function onward(graph: ProcessGraph, node: FlowNode): Id[] {
  const targets = node.outgoing.map((flow) => graph.flows[flow]?.target ?? '');
  if (node.kind === 'activity') targets.push(...node.boundary, ...(node.children ?? []));
  // The way on from inside a sub-process is that of the sub-process.
  if (node.scope !== graph.id) targets.push(node.scope);
  return targets;
}

/** What a called process leads back to. */
function callersOf(plan: Plan, process: Id): { process: Id; id: Id }[] {
  return Object.values(plan.processes).flatMap((graph) => Object.values(graph.nodes)
    .filter((node) => node.kind === 'activity' && node.calledElement === process).map((node) => ({ process: graph.id, id: node.id })));
}
